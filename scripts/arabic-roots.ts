/**
 * Counts the roots of Arabic words: `node scripts/arabic-roots.ts` writes data/names/arabic-roots.tsv, each root with how
 * many words of the lexicon may have it. A word with several readings counts for each by its share.
 */
import { writeFileSync } from 'node:fs';
import { foldArabic } from '../src/analysis/folding/arabic.ts';
import { readingsOf } from '../src/analysis/languages/arabic/word-patterns.ts';
import { readLexiconFile } from '../src/analysis/lexicon/lexicon-file.ts';

/** Words of a root at least. */
const LEAST = 2;

const counts = new Map<string, number>();
for (const word of readLexiconFile('ar').words) {
  const roots = new Set(readingsOf(foldArabic(word)).map(({ root }) => root));
  for (const root of roots) counts.set(root, (counts.get(root) ?? 0) + 1 / roots.size);
}
const lines = [...counts]
  .filter(([, words]) => words >= LEAST)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([root, words]) => `${root}\t${words.toFixed(1)}\n`);
writeFileSync(new URL('../data/names/arabic-roots.tsv', import.meta.url), lines.join(''));
console.log(`${lines.length} roots`);
