import type { Language } from './language.ts';
import { latinFolding } from './latin.ts';
import { everyExact, everyVariant } from './unicode.ts';

export const turkish: Language = {
  code: 'tr',
  name: 'Türkçe',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'tur',
  cueLetters: 'ğĞşŞıİ',
  steps: [
    ...everyExact,
    { name: 'lower case', form: 'exact', apply: (word) => word.toLocaleLowerCase('tr') },
    ...everyVariant,
    latinFolding,
    { name: 'first five letters', form: 'coarse', apply: (word) => word.slice(0, 5) },
  ],
  stopWords: ['ve', 'bir', 'bu'],
};
