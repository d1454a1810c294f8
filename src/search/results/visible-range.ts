/** The visible part of a range of text. */

/**
 * The end of the range without invisible characters at its end: the tokenizer leaves bidirectional controls, zero-width
 * spaces and joiners (general category Cf) with the word before them.
 */
export function visibleEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\p{Cf}/u.test(text[at - 1]!)) at--;
  return at > start ? at : end;
}
