/** Folding of Arabic script: one folded form for all spellings of a word, shared by every language that is written in it. */
import { characterwise, forWordsWith } from '../code-unit-set.ts';
import type { TokenFilter } from '../language.ts';

const SIGNS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u08D3-\u08FF]/g;
const ALEFS = /[\u0622\u0623\u0625\u0671]/g;
const YAS = /[\u0649\u06CC]/g;
const HAS = /[\u0629\u06BE\u06C1\u06D5]/g;

/** Letters of Persian and of foreign sounds, and what Arabic pages write for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ک: 'ك',
  گ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ؤ: 'و',
  ئ: 'ي',
};
const OTHER_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

const letters = characterwise((text) =>
  text
    .replace(SIGNS, '')
    .replace(ALEFS, '\u0627')
    .replace(YAS, '\u064A')
    .replace(HAS, '\u0647')
    .replace(OTHER_LETTERS, (letter) => LETTERS[letter]!),
);

/** Before waw the seats of hamza are one: مسئول مسؤول, شئون شؤون. */
const hamzaBeforeWaw = forWordsWith(
  (character) => character === 'ئ',
  (word) => word.replace(SIGNS, '').replace(/ئ(?=و)/g, 'و'),
);

const hamzaAlone = forWordsWith(
  (character) => character === 'ء',
  (word) => word.replace(/(?<=.)ء/g, ''),
);

/** Folding shared by every language in Arabic script. */
export function foldArabic(word: string): string {
  return hamzaAlone(letters(hamzaBeforeWaw(word))) || word;
}

export const arabicFolding: TokenFilter = { name: 'Arabic folding', form: 'folded', apply: foldArabic };
