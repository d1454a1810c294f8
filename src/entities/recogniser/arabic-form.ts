/** How an Arabic word is most likely built, by the roots that the words of the lexicon have. */
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { foldArabic } from '../../analysis/folding/arabic.ts';
import { PREFIXES, type Reading, readingsOf, SUFFIXES } from '../../analysis/languages/arabic/word-patterns.ts';
import { readLexiconFile } from '../../analysis/lexicon/lexicon-file.ts';

export interface ArabicForm extends Reading {
  /** How many words of the lexicon have the root: 0 for few, up to 2. */
  attested: 0 | 1 | 2;
}

/** Words of the lexicon that must have a root; that a common one has. Each word counts by its share of readings. */
const ATTESTED = Number(process.env.ATT ?? 1);
const WELL_ATTESTED = Number(process.env.WELL ?? 4);

let roots: ReadonlyMap<string, number> | undefined;

/** `undefined` for a word of another script and for one that no root explains. */
export function arabicForm(folded: string): ArabicForm | undefined {
  if (scriptOf(folded.codePointAt(0) ?? 0) !== 'Arab') return undefined;
  roots ??= rootsOfLexicon();
  let best: ArabicForm | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const reading of readingsOf(folded)) {
    const words = roots.get(reading.root) ?? 0;
    if (words < ATTESTED) continue;
    const cost = PREFIXES[reading.prefix]!.length + SUFFIXES[reading.suffix]!.length - Math.log(words);
    if (cost >= least) continue;
    least = cost;
    best = { ...reading, attested: words >= WELL_ATTESTED ? 2 : 1 };
  }
  return best;
}

function rootsOfLexicon(): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of readLexiconFile('ar').words) {
    const readings = readingsOf(foldArabic(word));
    const own = new Set(readings.map(({ root }) => root));
    for (const root of own) found.set(root, (found.get(root) ?? 0) + 1 / own.size);
  }
  return found;
}
