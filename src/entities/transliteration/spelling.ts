/** Words as names are compared: their letters in one script. */
import { ARABIC_LETTER_FOR, SIGNS } from '../../analysis/folding/arabic-letters.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { NAME_SCRIPTS, type NameScript } from './letters.ts';

/** Longer words are no names. */
export const LONGEST = 32;

/** A word as names are compared: lower case, in one script, without marks that no other script has. */
export interface Spelling {
  readonly script: NameScript;
  readonly letters: string;
}

/** Latin letters with marks that the tables tell apart; others lose their marks. */
const OWN_LETTERS = /[çşğıöüäåøæāēīōūčšžćśźñńňłľřßđðãąęěéóőșțű]/;
const NO_LETTERS = /[^\p{L}]/gu;
const ARABIC_OTHERS = new RegExp(`[${Object.keys(ARABIC_LETTER_FOR).join('')}]`, 'g');

/** Words of these need nothing done. */
const PLAIN: readonly (readonly [NameScript, RegExp])[] = [
  ['Latn', /^[a-z]+$/],
  ['Arab', /^[\u0621-\u063A\u0641-\u064A]+$/],
  ['Cyrl', /^[\u0430-\u044F\u0451]+$/],
];

/** The spelling of a word; `undefined` if names are not compared in its script, or it is too long for a name. */
export function spellingOf(word: string): Spelling | undefined {
  if (word.length <= LONGEST)
    for (const [script, letters] of PLAIN) if (letters.test(word)) return { script, letters: word };
  const script = NAME_SCRIPTS.find((name) => name === scriptOf(word.codePointAt(0) ?? 0));
  if (script === undefined || word.length > LONGEST) return undefined;
  const lower = word.normalize('NFC').replaceAll('İ', 'i').toLowerCase();
  const letters =
    script === 'Arab'
      ? lower.replace(SIGNS, '').replace(ARABIC_OTHERS, (letter) => ARABIC_LETTER_FOR[letter]!)
      : script === 'Latn'
        ? Array.from(lower, (letter) =>
            letter < '\x80' || OWN_LETTERS.test(letter)
              ? letter
              : letter.normalize('NFD').replace(/\p{M}/gu, ''),
          ).join('')
        : lower;
  const bare = letters.replace(NO_LETTERS, '');
  return bare === '' ? undefined : { script, letters: bare };
}
