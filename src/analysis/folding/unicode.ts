/**
 * Token filters for every script, and the script of a character.
 * References: UAX #15 (NFKC), UAX #29 (word boundaries), Unicode 16 `Default_Ignorable_Code_Point`.
 */

import { forWordsWith } from '../code-unit-set.ts';
import type { Script, TokenFilter } from '../language.ts';
import { withoutLineEnds } from '../line-end-hyphen.ts';
import { TATWEEL, WAW } from './arabic-letters.ts';

const SOFT_HYPHEN = '\u00AD';

/** Characters a reader does not see inside a word: soft hyphen, joiners, bidi controls, variation selectors, BOM. */
const INVISIBLE = `[${SOFT_HYPHEN}${TATWEEL}\\p{Default_Ignorable_Code_Point}\\p{Cf}]`;
const ONE_INVISIBLE = new RegExp(INVISIBLE, 'u');
const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu');

/** Characters that NFKC changes, and those that it may compose with the one before: marks, and vowels of Hangul. */
const mayNormalise = (character: string): boolean =>
  character.normalize('NFKC') !== character || /[\p{M}\u1161-\u1175\u11A8-\u11C2]/u.test(character);

const isForeignDigit = (character: string): boolean => /\p{Nd}/u.test(character) && character > '9';

/** ٠-٩ and ۰-۹ (and every other decimal digit) to 0-9. */
function latinDigits(word: string): string {
  return word.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    if (code < 0x80) return digit;
    // Decimal digits come in runs of ten, from zero to nine (Unicode 16, ch. 4.6).
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}

/** Between the digits of a decimal. No ASCII punctuation: the terms of engines have none. */
const DECIMAL_POINT = '\u00B7';

/**
 * Removes separators between the digit groups of one number, and makes the sign of a decimal one: 10.000 = 10,000 =
 * 10 000 = 10000, 3,5 = 3.5. The tokenizer kept them together.
 */
function joinDigitGroups(word: string): string {
  if (!/^\d.*\d$/s.test(word)) return word;
  return word.replace(/(?<=\d)[.,٫٬'’](?=\d{3}(?!\d))/g, '').replace(/(?<=\d)[.,٫،:](?=\d+$)/, DECIMAL_POINT);
}

/** Compatibility forms to their letters (presentation forms, full width, ligatures), then composed. */
export const compatibility: TokenFilter = {
  name: 'NFKC',
  form: 'exact',
  apply: forWordsWith(mayNormalise, (word) => word.normalize('NFKC')),
};

/** Before invisible characters go: a soft hyphen may be what cuts the word. */
export const unbroken: TokenFilter = {
  name: 'line ends in a word out',
  form: 'exact',
  apply: forWordsWith((character) => character === '\n', withoutLineEnds),
};

export const visible: TokenFilter = {
  name: 'invisible characters out',
  form: 'exact',
  apply: forWordsWith(
    (character) => ONE_INVISIBLE.test(character),
    (word) => word.replace(EVERY_INVISIBLE, '') || word,
  ),
};

export const digits: TokenFilter = {
  name: 'digits to 0-9',
  form: 'folded',
  apply: forWordsWith(isForeignDigit, latinDigits),
};
export const digitGroups: TokenFilter = {
  name: 'digit groups joined',
  form: 'folded',
  apply: joinDigitGroups,
};

/** The case of أبو before a name, which is not a part of it: أبي مازن, لأبا مازن. */
const ABU_CASE = /^([\u0648\u0641\u0644\u0628\u0643]{0,2}[\u0623\u0627]\u0628)[\u064A\u0627\u06CC](?=\s)/;
const withoutCase = (word: string): string => word.replace(ABU_CASE, `$1${WAW}`);

/** What the tokenizer may leave between the parts of one word, see `joined-words.ts`. */
const SEPARATOR = /[\s\-\u2010\u2011\u2013]/;

/** Hyphens and spaces within a word, and the full stops of an abbreviation: cease-fire, hava limanı, U.N. */
export const joined: TokenFilter = {
  name: 'parts of a word joined',
  form: 'folded',
  apply: forWordsWith(
    (character) => SEPARATOR.test(character) || character === '.',
    (word) =>
      /\p{L}/u.test(word)
        ? withoutCase(word).replace(/[\s\-\u2010\u2011\u2013]|(?<=\p{L})\.(?=\p{L})/gu, '') || word
        : word.replace(/(?<=\p{Nd})\s(?=\p{Nd})/gu, ''),
  ),
};

const SCRIPTS = ['Zyyy', 'Arab', 'Latn', 'Cyrl'] as const satisfies Script[];
const UNITS = 0x10000;
/** One more than the place of its script in `SCRIPTS`, of each code unit that was asked about. */
const known = new Uint8Array(UNITS);

/** Script of one code point; `Zyyy` for all but the three that lisan knows. */
export function scriptOf(codePoint: number): Script {
  if (codePoint >= UNITS) return scriptOfCharacter(codePoint);
  if (known[codePoint] === 0) known[codePoint] = 1 + SCRIPTS.indexOf(scriptOfCharacter(codePoint));
  return SCRIPTS[known[codePoint]! - 1]!;
}

function scriptOfCharacter(codePoint: number): (typeof SCRIPTS)[number] {
  // The marks of this block are of no script of their own.
  if (codePoint >= 0x400 && codePoint <= 0x52f) return 'Cyrl';
  const character = String.fromCodePoint(codePoint);
  if (ARABIC.test(character)) return 'Arab';
  if (LATIN.test(character)) return 'Latn';
  if (CYRILLIC.test(character)) return 'Cyrl';
  return 'Zyyy';
}

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
