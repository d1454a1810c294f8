/** "Did you mean": the query as the archive would write it. */

import type { Index } from '../../engines/engine.ts';
import { correctionsOf, documentsWith, replaceableWord } from './corrections.ts';
import type { ParsedQuery } from './parser.ts';
import { hasAlternative, type QueryClause } from './query.ts';

/** How many times more documents a word must have to be suggested instead of one that occurs. */
const MORE_FREQUENT = 10;

/** A part of the query and its replacement. UTF-16 offsets into the query. */
interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** The query with its unknown and rare words as the archive writes them; null if there is nothing to replace. */
export async function suggestSpelling(
  index: Index,
  { text }: ParsedQuery,
  clauses: readonly QueryClause[],
): Promise<string | null> {
  const replacements: Replacement[] = [];
  for (const clause of clauses) {
    const word = replaceableWord(clause);
    if (word === undefined || hasAlternative(clause, 'completion')) continue;
    const documents = await documentsWith(index, word);
    const best = (await correctionsOf(index, word)).find(
      (other) => other.documents > documents * MORE_FREQUENT,
    );
    if (best !== undefined) replacements.push({ start: word.start, end: word.end, text: best.written });
  }
  if (replacements.length === 0) return null;
  return replacements.reduceRight(
    (whole, { start, end, text: replacement }) => whole.slice(0, start) + replacement + whole.slice(end),
    text,
  );
}
