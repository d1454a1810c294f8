/** Relaxes plain words that too few documents match: documents that lack some of the words, or have similar ones, are added. */

import type { RelaxationKind } from '../../answers/search.ts';
import type { Candidate, CandidateRequest, Candidates } from '../../engines/engine.ts';
import {
  entitiesNamedBy,
  type Query,
  type QueryClause,
  termsOf,
  termsWithSimilar,
  wordsOf,
} from '../query/query.ts';
import type { Ranked } from '../ranking/ranker.ts';
import { inTiers } from '../ranking/tiers.ts';
import type { OrderedDocuments, Retrieval } from './documents.ts';
import type { FacetReader } from './facet-counts.ts';

/** Queries of up to this many words are taken literally. */
const SHORT_QUERY_WORDS = 3;
/**
 * With fewer documents that have all words, documents with some of them are added. A longer query is treated as a
 * question: the right document often uses another word. At most the smallest re-rank depth, so that all documents with
 * all words are among the candidates.
 */
const SHORT_QUERY_HITS = 20;
const LONG_QUERY_HITS = 100;
/** With fewer documents that have a single word, documents with similar words are added. */
const SINGLE_WORD_HITS = 10;

/** How a query is relaxed. */
export interface Relaxation {
  /** The clauses that find documents. */
  clauses: readonly (QueryClause & { number: number })[];
  /** With fewer matching documents than this. */
  least: number;
  /** Accept documents that lack words. */
  words: boolean;
  /** Accept documents with similar words. */
  similar: boolean;
}

/** How a query may be relaxed; `undefined` if not at all. `allowed`: default everything. */
export function relaxationOf(
  { clauses: all, relaxable }: Query,
  allowed?: readonly RelaxationKind[],
): Relaxation | undefined {
  if (!relaxable) return undefined;
  const clauses = all.flatMap((clause, number) => (clause.optional ? [] : [{ ...clause, number }]));
  const words = clauses.length > 1 && (allowed?.includes('words') ?? true);
  const similar =
    (allowed?.includes('similar') ?? true) && clauses.some(({ loosestForm }) => loosestForm === 'root');
  if (!words && !similar) return undefined;
  const meanings = new Set(clauses.map((clause) => entitiesNamedBy(clause)[0] ?? clause)).size;
  const least =
    clauses.length === 1
      ? SINGLE_WORD_HITS
      : meanings > SHORT_QUERY_WORDS
        ? LONG_QUERY_HITS
        : SHORT_QUERY_HITS;
  return { clauses, least, words, similar };
}

/** The groups of terms of documents that match in part: they have a term of one of them. */
export const groupsInPart = ({ clauses, similar }: Relaxation): string[][] =>
  clauses.map(similar ? termsWithSimilar : termsOf);

/**
 * The matching documents and those that match in part (`relaxed`). If enough match, or none in part, the candidates that
 * match (`found`), if they were fetched. `request`: for documents that match; `groups`: of those that match in part.
 */
export async function relaxedDocuments(
  { index, facetReader }: Retrieval,
  relaxation: Relaxation,
  request: CandidateRequest,
  groups: readonly string[][],
  rank: (candidates: readonly Candidate[]) => Promise<Ranked[]>,
): Promise<{ relaxed: OrderedDocuments } | { found?: Candidates }> {
  const { least } = relaxation;
  const inPart: CandidateRequest = { ...request, groups, mode: 'any', facets: [] };
  const expected = await index.estimate?.(request.groups);
  if (expected !== undefined && expected < least) {
    const wider = await index.candidates(inPart);
    if (wider.matchingAll !== undefined && wider.matchingAll < least) {
      const relaxed = orderedInPart(await rank(wider.candidates), relaxation, facetReader, request);
      return relaxed === undefined ? {} : { relaxed };
    }
  }
  const found = await index.candidates(request);
  if (found.total.value >= least) return { found };
  const wider = await index.candidates(inPart);
  const known = new Set(wider.candidates.map(({ id }) => id));
  const rest = found.candidates.filter(({ id }) => !known.has(id));
  const relaxed = orderedInPart(await rank([...wider.candidates, ...rest]), relaxation, facetReader, request);
  return relaxed === undefined ? { found } : { relaxed };
}

/** The documents in order; `undefined` if all of them match. */
function orderedInPart(
  ranked: readonly Ranked[],
  relaxation: Relaxation,
  facetReader: FacetReader,
  request: CandidateRequest,
): OrderedDocuments | undefined {
  const { clauses, least } = relaxation;
  const hasOnlySimilar = ({ missing, similar }: Ranked): boolean =>
    similar.length > 0 && missing.length + similar.length === clauses.length;
  const accepted = ranked.filter((document) => isAccepted(document, relaxation));
  const evident = accepted.filter((document) => !hasOnlySimilar(document));
  // With enough others, documents of nothing but similar words are left out.
  const ordered = evident.length >= least ? evident : inTiers(accepted, hasOnlySimilar);
  const matching = ordered.filter(isMatching);
  if (matching.length === ordered.length) return undefined;
  const texts = textsOf(relaxation);
  return {
    documents: ordered.map(({ id, forwardIndex, score, missing, similar }) => ({
      id,
      forwardIndex,
      score,
      missing: texts(missing),
      similar: texts(similar),
    })),
    total: { value: matching.length, relation: 'eq' },
    partial: ordered.length - matching.length,
    facets: facetReader.counts(matching, request),
    missing: texts(ordered.flatMap(({ missing }) => missing)),
    similar: texts(ordered.flatMap(({ similar }) => similar)),
  };
}

/** Gives the words of clauses by their numbers, in the order of the query, each once. */
function textsOf({ clauses }: Relaxation): (numbers: readonly number[]) => string[] {
  const words = new Map(clauses.map((clause) => [clause.number, wordsOf(clause)[0]!.text]));
  return (numbers) => {
    const wanted = new Set(numbers);
    return [...new Set([...words].flatMap(([number, text]) => (wanted.has(number) ? [text] : [])))];
  };
}

const isMatching = ({ missing, similar }: Ranked): boolean => missing.length === 0 && similar.length === 0;

/** A document with single words of a term may answer nothing at all. */
const isAccepted = ({ missing, similar }: Ranked, relaxation: Relaxation): boolean =>
  missing.length < relaxation.clauses.length &&
  (relaxation.words || missing.length === 0) &&
  (relaxation.words || relaxation.similar || similar.length === 0);
