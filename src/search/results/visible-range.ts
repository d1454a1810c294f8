/** The visible part of a range of text. */

import { CodeUnitSet, isSurrogate } from '../../analysis/code-unit-set.ts';

const INVISIBLE = new CodeUnitSet((character) => /\p{Cf}/u.test(character));

/**
 * The end of the range without invisible characters at its end: the tokenizer leaves bidirectional controls, zero-width
 * spaces and joiners (general category Cf) with the word before them.
 */
export function visibleEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isInvisible(text.charCodeAt(at - 1))) at--;
  return at > start ? at : end;
}

const isInvisible = (unit: number): boolean => INVISIBLE.has(unit) && !isSurrogate(unit);
