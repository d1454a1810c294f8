/** Russian: what lisan knows about it. The stemming is described in `stemmer.ts`. */
import { cyrillicFolding } from '../../folding/cyrillic.ts';
import { everyExact, everyVariant } from '../../folding/every-script.ts';
import { lowerCase } from '../../folding/latin.ts';
import type { Language } from '../../language.ts';
import { compounds } from './compounds.ts';
import { dictionary } from './dictionary.ts';
import { placeWords } from './inhabitants.ts';
import { columnNames, dates, pageLabels } from './labels.ts';
import { nameCues } from './name-cues.ts';
import { names } from './names.ts';
import { russianStemming } from './stemmer.ts';
import { STOP_WORDS } from './stop-words.ts';

export const russian: Language = {
  code: 'ru',
  name: 'Русский',
  script: 'Cyrl',
  dir: 'ltr',
  iso3: 'rus',
  number: 3,
  stemmed: true,
  preferred: true,
  entityNames: true,
  indicativeLetters: 'ыэъёЫЭЪЁ',
  tokenFilters: [...everyExact, lowerCase, ...everyVariant, cyrillicFolding, ...russianStemming],
  stopWords: STOP_WORDS,
  /** Unstressed vowels, and consonants that lose their voice. */
  confusedLetters: 'оа ие ыи дт бп вф гк зс жш',
  compounds,
  dictionary,
  dates,
  pageLabels,
  columnNames,
  names,
  nameCues,
  placeWords,
};
