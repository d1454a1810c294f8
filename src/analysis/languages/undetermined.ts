/** The language of text that is in none of the known ones: folded by the rules of its script, never stemmed. */
import { FOLDINGS } from '../folding/by-script.ts';
import { everyExact, everyVariant } from '../folding/every-script.ts';
import { lowerCase } from '../folding/latin.ts';
import { scriptOf } from '../folding/unicode.ts';
import type { Language } from '../language.ts';

/** Stored for a passage whose language is not known. */
const NUMBER = 255;

function fold(word: string): string {
  return FOLDINGS[scriptOf(word.codePointAt(0) ?? 0)](word);
}

export const undetermined: Language = {
  code: 'und',
  name: 'und',
  script: 'Zyyy',
  dir: 'ltr',
  iso3: 'und',
  number: NUMBER,
  stemmed: false,
  preferred: false,
  entityNames: false,
  indicativeLetters: '',
  tokenFilters: [
    ...everyExact,
    lowerCase,
    ...everyVariant,
    { name: 'folding of its script', form: 'folded', apply: fold },
  ],
  stopWords: [],
  /** Italian articles and prepositions. */
  apostrophes: { isElided: (head) => /^(?:dell|all|nell|sull|un)$/i.test(head) },
};
