/** How the archive knows a word of a query, and which of its words are spelt alike. */

import type { Index, SimilarWord } from '../../engines/engine.ts';
import { hasAlternative, type QueryClause, type QueryWord, wordsOf } from './query.ts';

/** How much farther than the nearest word a correction may be. */
const SPREAD = 0.5;
/** Letters from which one edit is forgiven, and two. */
const ONE_EDIT_FROM = 4;
const TWO_EDITS_FROM = 8;

/** The word of a clause of a single one without operators, which may be meant in other forms and spellings. */
export function freeWord(clause: QueryClause): QueryWord | undefined {
  const { loosestForm, optional, prefix, edits } = clause;
  const [word, ...others] = wordsOf(clause);
  if (others.length > 0 || optional || prefix || edits !== undefined) return undefined;
  return loosestForm === 'exact' || loosestForm === 'folded' ? undefined : word;
}

/** The same if it is no number, stop word or name of an entity, and means what it says. */
export function singleWord(clause: QueryClause): QueryWord | undefined {
  const word = freeWord(clause);
  if (word === undefined || hasAlternative(clause, 'entity')) return undefined;
  return /\d/.test(word.forms[0]!.folded) ? undefined : word;
}

/** The same for a plain word, which may be misspelt or unfinished. */
export function replaceableWord(clause: QueryClause): QueryWord | undefined {
  return clause.loosestForm === 'root' ? singleWord(clause) : undefined;
}

/** Number of documents that have the word in some spelling or inflection. */
export async function documentsWith(index: Index, { forms }: QueryWord): Promise<number> {
  const frequencies = await index.frequencies(forms.flatMap(({ hashes }) => [hashes[1], hashes[2]]));
  return Math.max(0, ...frequencies.values());
}

/** Words of the archive that are about as near as the nearest, the most frequent first. */
export async function correctionsOf(index: Index, { forms }: QueryWord): Promise<SimilarWord[]> {
  const { folded, stem } = forms[0]!;
  // Endings and articles prove nothing: the length of the stem decides.
  const letters = [...stem].length;
  if (letters < ONE_EDIT_FROM) return [];
  let similar = await index.similar(folded, 1);
  if (similar.length === 0 && letters >= TWO_EDITS_FROM) similar = await index.similar(folded, 2);
  const nearest = Math.min(...similar.map(({ distance }) => distance));
  return similar
    .filter(({ distance }) => distance <= nearest + SPREAD)
    .sort((a, b) => b.documents - a.documents || a.distance - b.distance);
}
