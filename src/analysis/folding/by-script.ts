/** The folding of each script, for words of which only the script is known. */
import type { Script } from '../language.ts';
import { foldArabic } from './arabic.ts';
import { foldCyrillic } from './cyrillic.ts';
import { foldLatin } from './latin.ts';

/** Folds a lower-case word of a script. */
export const FOLDINGS: Readonly<Record<Script, (word: string) => string>> = {
  Arab: foldArabic,
  Latn: foldLatin,
  Cyrl: foldCyrillic,
  Zyyy: (word) => word,
};
