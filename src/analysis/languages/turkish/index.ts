/** Turkish: what lisan knows about it. The stemming is described in `stemmer.ts`. */
import { forWordsWith } from '../../code-unit-set.ts';
import { everyExact, everyVariant } from '../../folding/every-script.ts';
import { hasCase, latinFolding } from '../../folding/latin.ts';
import type { Language, TokenFilter } from '../../language.ts';
import { apostrophes } from './apostrophe.ts';
import { compounds } from './compounds.ts';
import { placeWords } from './inhabitants.ts';
import { columnNames, dates, pageLabels } from './labels.ts';
import { nameCues } from './name-cues.ts';
import { names } from './names.ts';
import { turkishStemming } from './stemmer.ts';
import { STOP_WORDS } from './stop-words.ts';

/** The two letters i have their own capitals: İ-i and I-ı. */
const lowerCase: TokenFilter = {
  name: 'lower case',
  form: 'exact',
  apply: forWordsWith(hasCase, (word) => word.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase()),
};

export const turkish: Language = {
  code: 'tr',
  name: 'Türkçe',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'tur',
  number: 1,
  stemmed: true,
  preferred: true,
  entityNames: true,
  indicativeLetters: 'ğĞşŞıİ',
  tokenFilters: [...everyExact, lowerCase, ...everyVariant, latinFolding, ...turkishStemming],
  stopWords: STOP_WORDS,
  auxiliaries: ['ol', 'et'],
  apostrophes,
  compounds,
  dictionary: {
    packageName: 'dictionary-tr',
    /** Not the word itself without marks: kallas is not kallaş. */
    entriesOf: ({ folded, stem }) => (stem === folded ? [] : [stem]),
  },
  dates,
  pageLabels,
  columnNames,
  names,
  nameCues,
  placeWords,
};
