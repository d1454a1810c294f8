/** Words that a hyphen cuts at the end of a line, as in print and in the text of PDF files: govern- / ment. */

/** Hyphen-minus, hyphen, soft hyphen. */
const LINE_END_HYPHENS = '-\u2010\u00AD';
const CASED_LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const SMALL_LETTERS = /^\p{Ll}{2}/u;
const BROKEN_AT = new RegExp(`[${LINE_END_HYPHENS}]\n`, 'g');

/**
 * Whether the line feed at an index stands inside of a word: a letter and a hyphen are before it and two small letters
 * after it. A hyphen that belongs to the word (`well-` / `known`) cannot be told apart and is read the same way.
 */
export function isInsideWord(text: string, lineFeed: number): boolean {
  return (
    lineFeed >= 2 &&
    LINE_END_HYPHENS.includes(text[lineFeed - 1]!) &&
    CASED_LETTER.test(text[lineFeed - 2]!) &&
    SMALL_LETTERS.test(text.slice(lineFeed + 1, lineFeed + 3))
  );
}

/** A word without the hyphens and line feeds that cut it. */
export const withoutLineEnds = (word: string): string => word.replace(BROKEN_AT, '');
