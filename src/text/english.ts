import type { Language } from './language.ts';
import { latinFolding, lowerCase } from './latin.ts';
import { everyExact, everyVariant } from './unicode.ts';

export const english: Language = {
  code: 'en',
  name: 'English',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'eng',
  cueLetters: '',
  steps: [...everyExact, lowerCase, ...everyVariant, latinFolding],
  stopWords: ['the', 'of', 'and'],
};
