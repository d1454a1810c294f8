/** Estimates how many documents have every clause of a query, before they are searched. */
import type { WeightedClause, WeightedTerm } from './engine.ts';

/**
 * Words of a text go together, so that each further one leaves more than its share: of the shares, the smallest first, the
 * first counts whole, the next with its square root, and so on (the "exponential backoff" of Microsoft SQL Server's
 * estimates since 2014).
 * @param documents of the index
 */
export function expectedMatches(clauses: readonly WeightedClause[], documents: number): number {
  return clauses
    .map(({ terms }) => Math.min(1, postingsOf(matchingTerms(terms)) / Math.max(1, documents)))
    .sort((a, b) => a - b)
    .reduce((product, share, place) => product * share ** (1 / 2 ** place), documents);
}

export const matchingTerms = (terms: readonly WeightedTerm[]): WeightedTerm[] =>
  terms.filter(({ similar }) => !similar);

export const postingsOf = (terms: readonly WeightedTerm[]): number =>
  terms.reduce((sum, { documents }) => sum + documents, 0);
