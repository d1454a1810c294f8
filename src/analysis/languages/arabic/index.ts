/** Arabic: what lisan knows about it. The stemming is described in `stemmer.ts`. */
import { arabicFolding } from '../../folding/arabic.ts';
import { everyExact, everyVariant } from '../../folding/every-script.ts';
import type { Language } from '../../language.ts';
import { compounds } from './compounds.ts';
import { columnNames, dates, pageLabels } from './labels.ts';
import { nameCues } from './name-cues.ts';
import { names } from './names.ts';
import { arabicStemming } from './stemmer.ts';
import { STOP_WORDS } from './stop-words.ts';

export const arabic: Language = {
  code: 'ar',
  name: 'العربية',
  script: 'Arab',
  dir: 'rtl',
  iso3: 'arb',
  number: 0,
  stemmed: true,
  preferred: true,
  entityNames: true,
  indicativeLetters: 'ةىأإؤئآ',
  tokenFilters: [...everyExact, ...everyVariant, arabicFolding, ...arabicStemming],
  stopWords: STOP_WORDS,
  compounds,
  /** Alike in the dialects (ض ظ, ذ د, ث ت), in sound (س ص, ت ط, ق ك, ه ح), or not told apart by learners (ع ا). */
  confusedLetters: 'ضظ ذد ذز ثت ثس سص تط قك غق هح جغ عا',
  dates,
  pageLabels,
  columnNames,
  names,
  nameCues,
};
