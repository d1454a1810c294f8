/** Folding of Arabic script: one folded form for all spellings of a word, shared by every language that is written in it. */
import { characterwise, forWordsWith } from '../code-unit-set.ts';
import type { TokenFilter } from '../language.ts';
import { ARABIC_LETTER_FOR, FOLDED_ARABIC, HAMZA, SIGNS, WAW, YEH_HAMZA } from './arabic-letters.ts';

const OTHER_LETTERS = new RegExp(`[${Object.keys(ARABIC_LETTER_FOR).join('')}]`, 'g');
const SPELLINGS = new RegExp(`[${Object.keys(FOLDED_ARABIC).join('')}]`, 'g');

const letters = characterwise((text) =>
  text
    .replace(SIGNS, '')
    .replace(OTHER_LETTERS, (letter) => ARABIC_LETTER_FOR[letter]!)
    .replace(SPELLINGS, (letter) => FOLDED_ARABIC[letter]!),
);

/** Before waw the seats of hamza are one: مسئول مسؤول, شئون شؤون. */
const hamzaBeforeWaw = forWordsWith(
  (character) => character === YEH_HAMZA,
  (word) => word.replace(SIGNS, '').replaceAll(YEH_HAMZA + WAW, WAW + WAW),
);

const HAMZA_AFTER_LETTER = new RegExp(`(?<=.)${HAMZA}`, 'g');
const hamzaAlone = forWordsWith(
  (character) => character === HAMZA,
  (word) => word.replace(HAMZA_AFTER_LETTER, ''),
);

/** Folding shared by every language in Arabic script. */
export function foldArabic(word: string): string {
  return hamzaAlone(letters(hamzaBeforeWaw(word))) || word;
}

export const arabicFolding: TokenFilter = { name: 'Arabic folding', form: 'folded', apply: foldArabic };
