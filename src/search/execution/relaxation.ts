/** Relaxes queries that too few documents match: documents that lack some of the words, or a phrase, are added. */
import type { CandidateRequest, Candidates, Index } from '../../engines/engine.ts';
import { entitiesNamedBy, type Query, type QueryClause } from '../query/query.ts';

/** Queries of up to this many words are taken literally. */
const SHORT_QUERY_WORDS = 3;
/**
 * With fewer documents that have all words, documents with some of them are added. A longer query is treated as a
 * question: the right document often uses another word. At most the smallest re-rank depth, so that all documents with
 * all words are among the candidates.
 */
const SHORT_QUERY_HITS = 20;
const LONG_QUERY_HITS = 100;

/** With fewer documents that match all clauses, those that match some are added. */
export const minimumHits = (clauses: readonly QueryClause[]): number =>
  meaningsIn(clauses) > SHORT_QUERY_WORDS ? LONG_QUERY_HITS : SHORT_QUERY_HITS;

/** Number of words that find documents; all words of one name count as one. */
function meaningsIn(clauses: readonly QueryClause[]): number {
  const finding = clauses.filter(({ optional }) => !optional);
  return new Set(finding.map((clause) => entitiesNamedBy(clause)[0] ?? clause)).size;
}

/** Candidates that match every group; if they are fewer than `least`, also (`relaxed`) those that match some groups. */
export async function candidatesRelaxed(
  index: Index,
  all: CandidateRequest,
  least: number,
): Promise<Candidates & { relaxed: boolean }> {
  const any: CandidateRequest = { ...all, mode: 'any' };
  const expected = await index.estimate?.(all.groups);
  if (expected !== undefined && expected < least) {
    const wider = await index.candidates(any);
    if (wider.matchingAll !== undefined && wider.matchingAll < least) return { ...wider, relaxed: true };
  }
  const found = await index.candidates(all);
  if (found.total.value >= least) return { ...found, relaxed: false };
  const wider = await index.candidates(any);
  const known = new Set(wider.candidates.map(({ id }) => id));
  const rest = found.candidates.filter(({ id }) => !known.has(id));
  return { ...wider, candidates: [...wider.candidates, ...rest], relaxed: true };
}

/** Whether a query demands phrases, exact forms or fields. What it excludes is no such demand. */
export const hasConstraints = ({ constraints }: Query): boolean =>
  constraints.some(({ negated }) => !negated);

/** The query with its phrases and fields as plain words. What it excludes stays excluded. */
export function withoutConstraints({ clauses, constraints, excluded }: Query): Query {
  return {
    clauses: clauses.map(({ field: _, ...clause }) => ({ ...clause, loosestForm: 'root' })),
    constraints: constraints.filter(({ negated }) => negated),
    excluded,
  };
}
