/** Letters and signs of Arabic script by their Unicode names, and which of them are spellings of one letter. */

export const HAMZA = 'ء';
export const ALEF_MADDA = 'آ';
export const ALEF_HAMZA_ABOVE = 'أ';
export const WAW_HAMZA = 'ؤ';
export const ALEF_HAMZA_BELOW = 'إ';
export const YEH_HAMZA = 'ئ';
export const ALEF = 'ا';
export const TEH_MARBUTA = 'ة';
export const TATWEEL = 'ـ';
export const HEH = 'ه';
export const WAW = 'و';
export const ALEF_MAKSURA = 'ى';
export const YEH = 'ي';
export const LAM = 'ل';
export const ALEF_WASLA = 'ٱ';
export const HEH_DOACHASHMEE = 'ھ';
export const HEH_WITH_YEH_ABOVE = 'ۀ';
export const HEH_GOAL = 'ہ';
export const AE = 'ە';
export const FARSI_YEH = 'ی';
export const KEHEH = 'ک';

/** Fathatan, the sign of an indefinite accusative. */
export const FATHATAN = '\u064B';

/** Signs of vowels and of recitation: honorifics, tanwin to sukun and later marks, superscript alef, Quranic marks. */
export const SIGNS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u08D3-\u08FF]/g;

/** Letters that other languages write for a letter that Arabic has; nothing else is changed by it. */
const SAME_LETTERS: Readonly<Record<string, string>> = {
  [KEHEH]: 'ك',
  [FARSI_YEH]: YEH,
  [ALEF_WASLA]: ALEF,
  [HEH_DOACHASHMEE]: HEH,
  [HEH_GOAL]: HEH,
  [AE]: HEH,
  [HEH_WITH_YEH_ABOVE]: TEH_MARBUTA,
};

/** Letters of sounds that Arabic does not have, and what Arabic pages write for them. */
const FOREIGN_SOUNDS: Readonly<Record<string, string>> = {
  گ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
};

/** Letters of other languages, and the letter of Arabic for each. */
export const ARABIC_LETTER_FOR: Readonly<Record<string, string>> = { ...SAME_LETTERS, ...FOREIGN_SOUNDS };

/** Letters of Arabic that folding makes one, each with the letter it becomes. */
export const FOLDED_ARABIC: Readonly<Record<string, string>> = {
  [ALEF_MADDA]: ALEF,
  [ALEF_HAMZA_ABOVE]: ALEF,
  [ALEF_HAMZA_BELOW]: ALEF,
  [WAW_HAMZA]: WAW,
  [YEH_HAMZA]: YEH,
  [ALEF_MAKSURA]: YEH,
  [TEH_MARBUTA]: HEH,
};

/** The letters that are left when a word is folded. */
export const FOLDED_ARABIC_LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** A folded word of Arabic letters only; HAMZA may stand alone in it. */
export const ARABIC_WORD = new RegExp(`^[${HAMZA}${FOLDED_ARABIC_LETTERS}]+$`);
