/** Folding shared by every language in Cyrillic script: ё is written е more often than not; stress marks go. */
import type { TokenFilter } from '../language.ts';

const STRESS = /[\u0300\u0301]/g;

/** Folds a lower-case word. й keeps its breve: it is a letter of its own. */
export function foldCyrillic(word: string): string {
  return word.replaceAll('ё', 'е').replace(STRESS, '') || word;
}

export const cyrillicFolding: TokenFilter = { name: 'Cyrillic folding', form: 'folded', apply: foldCyrillic };
