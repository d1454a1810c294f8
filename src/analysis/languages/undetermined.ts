/** The language of text that is in none of ours: folded by the rules of its script, never stemmed. */
import { foldArabic } from '../folding/arabic.ts';
import { foldCyrillic } from '../folding/cyrillic.ts';
import { foldLatin, lowerCase } from '../folding/latin.ts';
import { everyExact, everyVariant, scriptOf } from '../folding/unicode.ts';
import type { Language, Script } from '../language.ts';

const FOLDING: Readonly<Record<Script, (word: string) => string>> = {
  Arab: foldArabic,
  Latn: foldLatin,
  Cyrl: foldCyrillic,
  Zyyy: (word) => word,
};

function fold(word: string): string {
  return FOLDING[scriptOf(word.codePointAt(0) ?? 0)](word);
}

export const undetermined: Language = {
  code: 'und',
  name: 'und',
  script: 'Zyyy',
  dir: 'ltr',
  iso3: 'und',
  primary: false,
  indicativeLetters: '',
  tokenFilters: [
    ...everyExact,
    lowerCase,
    ...everyVariant,
    { name: 'folding of its script', form: 'folded', apply: fold },
  ],
  stopWords: [],
};
