/** Translates clauses into the term groups of a candidate request. */
import { type QueryClause, termsOf } from '../query/query.ts';
import { hashesOf } from '../ranking/matches.ts';

/** One group for each clause that finds documents, the rarest first. `frequencies`: documents of each hash. */
export function termGroupsOf(
  clauses: readonly QueryClause[],
  frequencies: ReadonlyMap<number, number>,
): string[][] {
  const documents = (clause: QueryClause): number =>
    Math.max(0, ...hashesOf([clause]).map((hash) => frequencies.get(hash) ?? 0));
  return clauses
    .filter(({ optional }) => !optional)
    .map((clause) => ({ terms: termsOf(clause), documents: documents(clause) }))
    .sort((a, b) => a.documents - b.documents)
    .map(({ terms }) => terms);
}
