import { cyrillicFolding } from './cyrillic.ts';
import type { Language } from './language.ts';
import { lowerCase } from './latin.ts';
import { everyExact, everyVariant } from './unicode.ts';

export const russian: Language = {
  code: 'ru',
  name: 'Русский',
  script: 'Cyrl',
  dir: 'ltr',
  iso3: 'rus',
  cueLetters: '',
  steps: [...everyExact, lowerCase, ...everyVariant, cyrillicFolding],
  stopWords: ['и', 'в', 'на'],
};
