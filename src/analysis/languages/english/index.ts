/** English: what lisan knows about it. The stemming is described in `stemmer.ts`. */

import { everyExact, everyVariant } from '../../folding/every-script.ts';
import { latinFolding, lowerCase } from '../../folding/latin.ts';
import type { Language } from '../../language.ts';
import { compounds } from './compounds.ts';
import { placeWords } from './inhabitants.ts';
import { columnNames, dates, pageLabels } from './labels.ts';
import { nameCues } from './name-cues.ts';
import { names } from './names.ts';
import { englishStemming } from './stemmer.ts';
import { STOP_WORDS } from './stop-words.ts';

export const english: Language = {
  code: 'en',
  name: 'English',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'eng',
  number: 2,
  stemmed: true,
  preferred: true,
  entityNames: true,
  indicativeLetters: '',
  tokenFilters: [...everyExact, lowerCase, ...everyVariant, latinFolding, ...englishStemming],
  stopWords: STOP_WORDS,
  apostrophes: { isSuffix: (tail) => /^s$/i.test(tail) },
  compounds,
  /** Vowels and consonants that spellings of foreign names exchange. */
  confusedLetters: 'ei iy ck qk sz vw ao ou',
  dictionary: {
    packageName: 'dictionary-en',
    /** Stems lose a final e or y, or have i for y: pharmaci is pharmacy. */
    entriesOf: ({ folded, stem }) =>
      stem === folded ? [] : [stem, `${stem}e`, `${stem}y`, stem.replace(/i$/, 'y')],
  },
  dates,
  pageLabels,
  columnNames,
  names,
  nameCues,
  placeWords,
};
