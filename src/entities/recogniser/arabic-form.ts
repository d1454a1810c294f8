/** How an Arabic word is most likely built, by the roots that words of the lexicon have. */
import { readFileSync } from 'node:fs';
import {
  PREFIXES,
  type Reading,
  readingsOf,
  SUFFIXES,
} from '../../analysis/languages/arabic/word-patterns.ts';
import { lazily } from '../../common/lazily.ts';

export interface ArabicForm extends Reading {
  /** Whether few words of the lexicon have the root, 1, or many, 2. */
  attested: 1 | 2;
}

/** Words of the lexicon by root; `scripts/arabic-roots.ts` counts them. */
const ROOTS = new URL('../../../data/names/arabic-roots.tsv', import.meta.url);
/** Words of which a root is attested well. */
const MANY = 6;

const roots = lazily(
  () =>
    new Map(
      readFileSync(ROOTS, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t') as [string, string])
        .map(([root, words]) => [root, Number(words)]),
    ),
);

/** Of a word in folded form; `undefined` if no root explains it, as of most foreign names. */
export function arabicForm(folded: string): ArabicForm | undefined {
  const known = roots();
  let best: ArabicForm | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const reading of readingsOf(folded)) {
    const words = known.get(reading.root);
    if (words === undefined) continue;
    // The fewer letters beside the pattern, and the more words with the root, the better.
    const cost = PREFIXES[reading.prefix]!.length + SUFFIXES[reading.suffix]!.length - Math.log(words);
    if (cost >= least) continue;
    least = cost;
    best = { ...reading, attested: words >= MANY ? 2 : 1 };
  }
  return best;
}
