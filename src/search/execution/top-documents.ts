/** Fetches the candidates of a query, checks and ranks them, and gives those of one page. */
import { hashOfTerm } from '../../document/terms.ts';
import { allOf, type Condition } from '../../engines/conditions.ts';
import { type Candidate, type CandidateRequest, candidateRequest } from '../../engines/engine.ts';
import { hasTermsOfSeveralWords, type MatchCondition, type Query } from '../query/query.ts';
import { hasFilter } from '../query/query-text.ts';
import { collapse } from '../ranking/collapse.ts';
import { hashesOf } from '../ranking/matches.ts';
import { type Ranked, Ranker } from '../ranking/ranker.ts';
import type { SearchRequest } from '../request.ts';
import { joinByMeaning } from './by-meaning.ts';
import { checkOf } from './document-check.ts';
import type { OrderedDocuments, RankedDocument, Retrieval, TopDocuments } from './documents.ts';
import { NO_VALUES } from './facet-counts.ts';
import {
  lacksTerm,
  orderedInPart,
  partialMatches,
  type Relaxation,
  relaxationOf,
  termsInPart,
} from './relaxation.ts';
import { requirementsOf } from './requirements.ts';

/** Candidates that are looked at if some of a query must be checked, because no engine can promise it. */
const CHECKED_WINDOW = 1000;

/** The documents of the first window. */
interface WindowDocuments extends OrderedDocuments {
  /** Set if there may be further documents: how to fetch them, and after how many. */
  further?: { request: CandidateRequest; after: number };
}

/** `filter`: of the request. @throws LisanError from the engine. */
export async function topDocuments(
  retrieval: Retrieval,
  query: Query,
  filter: Condition,
  request: SearchRequest,
): Promise<TopDocuments> {
  const { offset, limit, collapse: collapsing = false } = request;
  const { meaning } = retrieval;
  const window = await windowDocuments(retrieval, query, filter, request);
  const byMeaning =
    meaning === undefined
      ? undefined
      : await joinByMeaning(retrieval, meaning, query, filter, window, async (candidates) =>
          rank(retrieval, query, candidates, await retrieval.index.frequencies(hashesOf(query.clauses))),
        );
  const { further, ...found } = { ...window, ...(byMeaning && { documents: byMeaning.documents }) };
  const { shown, collapsed } = collapsing
    ? collapse(found.documents, await retrieval.index.clusters(found.documents.map(({ id }) => id)))
    : { shown: found.documents, collapsed: 0 };
  const documents = shown
    .slice(offset, offset + limit)
    .map((document): RankedDocument => ({ duplicates: 0, ...document }));
  const left = limit - documents.length;
  if (left > 0 && further !== undefined) {
    // Beyond the window documents are neither ranked nor collapsed.
    const from = further.after + Math.max(0, offset - shown.length);
    const isNew = ({ id }: Candidate): boolean => byMeaning?.lifted.has(id) !== true;
    const beyond = await retrieval.index.candidates({
      ...further.request,
      facets: [],
      offset: from,
      limit: left,
    });
    documents.push(
      ...beyond.candidates.filter(isNew).map((candidate) => ({ duplicates: 0, ...unranked(candidate) })),
    );
  }
  return { ...found, documents, collapsed, ...(byMeaning && { meaning: byMeaning.use }) };
}

async function windowDocuments(
  retrieval: Retrieval,
  query: Query,
  filter: Condition,
  request: SearchRequest,
): Promise<WindowDocuments> {
  const { index } = retrieval;
  const { clauses, condition } = query;
  const { sort, facets, valuesPerFacet, offset, collapse: collapsing = false } = request;
  const frequencies = await index.frequencies(hashesOf(clauses));
  const { groups, excluded, complete, filter: required } = requirementsOf(condition);
  const isRanked = sort === 'relevance' && groups.length > 0;
  const window = complete ? (isRanked || collapsing ? index.rerankDepth : 0) : CHECKED_WINDOW;
  const first = candidateRequest({
    groups: rarestFirst(groups, frequencies),
    excluded,
    filter: allOf(filter, required),
    sort,
    facets,
    limit: window,
    ...(valuesPerFacet && { valuesPerFacet }),
  });
  const hasTerms = clauses.some(hasTermsOfSeveralWords);
  const order = async (candidates: readonly Candidate[]): Promise<OrderedDocuments['documents']> => {
    // A page beyond all of them is empty in any order.
    if (!isRanked || (offset >= candidates.length && retrieval.meaning === undefined))
      return candidates.map(unranked);
    return (await rank(retrieval, query, candidates, frequencies)).map(matching);
  };
  if (!complete) return checkedDocuments(retrieval, condition, first, order);
  const relaxation = isRanked ? relaxationOf(query, request.relax) : undefined;
  if (relaxation !== undefined) return relaxedDocuments(retrieval, query, relaxation, first);
  if (offset >= window && !collapsing && retrieval.meaning === undefined) {
    const { total, facets: counts } = await index.candidates({ ...first, limit: 0 });
    return { ...MATCHING, documents: [], total, facets: counts, further: { request: first, after: 0 } };
  }
  const found = await index.candidates(first);
  const matches = hasTerms ? withTerms(retrieval, query, found.candidates) : found.candidates;
  const isWhole = found.total.value <= found.candidates.length;
  return {
    ...MATCHING,
    documents: await order(matches),
    total: { ...found.total, value: found.total.value - (found.candidates.length - matches.length) },
    facets:
      isWhole && matches.length < found.candidates.length
        ? retrieval.facetReader.counts(matches, first)
        : found.facets,
    ...(found.total.value > found.candidates.length && { further: { request: first, after: window } }),
  };
}

/**
 * The best of the documents that match all words or some. The first window decides which of the latter are hits; documents
 * after it match.
 */
async function relaxedDocuments(
  retrieval: Retrieval,
  query: Query,
  relaxation: Relaxation,
  request: CandidateRequest,
): Promise<WindowDocuments> {
  const { index } = retrieval;
  const terms = await index.frequencies(termsInPart(relaxation).map(hashOfTerm));
  const { documents: all } = await index.statistics();
  const partial = partialMatches(relaxation, terms, all);
  const found = await index.candidates({ ...request, partial });
  const frequencies = await index.frequencies(hashesOf(query.clauses));
  const ranked = await rank(retrieval, query, found.candidates, frequencies);
  const apart = query.clauses.some(hasTermsOfSeveralWords)
    ? ranked.filter((document) => lacksTerm(document, relaxation)).length
    : 0;
  const total = { ...found.total, value: Math.max(0, found.total.value - apart) };
  const matches = ranked.filter(({ missing, similar }) => missing.length + similar.length === 0);
  const facets =
    apart > 0 && total.value === matches.length
      ? retrieval.facetReader.counts(matches, request)
      : found.facets;
  const ordered = orderedInPart(ranked, relaxation, { total, facets });
  const after = ordered.documents.length - ordered.partial + apart;
  // The same order, of those that match alone.
  const rest = { ...request, partial: { ...partial, shareIfFew: 1, shareIfEnough: 1 } };
  return { ...ordered, ...(found.total.value > after && { further: { request: rest, after } }) };
}

/** Of a window of candidates those that meet the condition. */
async function checkedDocuments(
  { index, facetReader }: Retrieval,
  condition: MatchCondition,
  request: CandidateRequest,
  order: (candidates: readonly Candidate[]) => Promise<OrderedDocuments['documents']>,
): Promise<WindowDocuments> {
  const { candidates, total } = await index.candidates({ ...request, facets: [] });
  const values = hasFilter(condition) ? facetReader.valuesOf(candidates) : undefined;
  const passing = candidates.filter(checkOf(condition, ({ id }) => values?.get(id) ?? NO_VALUES));
  return {
    ...MATCHING,
    documents: await order(passing),
    total: { value: passing.length, relation: total.value <= candidates.length ? 'eq' : 'gte' },
    facets: facetReader.counts(passing, request),
  };
}

/** The candidates without those that have the words of a term, but not together. */
function withTerms(
  { facetReader }: Retrieval,
  { condition }: Query,
  candidates: readonly Candidate[],
): Candidate[] {
  const values = hasFilter(condition) ? facetReader.valuesOf(candidates) : undefined;
  return candidates.filter(checkOf(condition, ({ id }) => values?.get(id) ?? NO_VALUES));
}

/** Documents that all match. */
const MATCHING = { partial: 0, missing: [], similar: [] };

async function rank(
  { index, now, timings }: Retrieval,
  { clauses }: Query,
  candidates: readonly Candidate[],
  frequencies: ReadonlyMap<number, number>,
): Promise<Ranked[]> {
  const statistics = await index.statistics();
  const begun = performance.now();
  const ranked = new Ranker(clauses, statistics, frequencies, now.getTime() / 1000).rank(candidates);
  timings.rank += performance.now() - begun;
  return ranked;
}

const matching = ({ id, forwardIndex, score }: Ranked): OrderedDocuments['documents'][number] => ({
  id,
  forwardIndex,
  score,
  missing: [],
  similar: [],
});

/** A candidate in the order of the engine. */
const unranked = ({ id, forwardIndex }: Candidate): OrderedDocuments['documents'][number] => ({
  id,
  forwardIndex,
  score: null,
  missing: [],
  similar: [],
});

/** The groups, those of fewer documents first. */
function rarestFirst(groups: readonly string[][], frequencies: ReadonlyMap<number, number>): string[][] {
  const documents = (terms: readonly string[]): number =>
    Math.max(0, ...terms.map((term) => frequencies.get(hashOfTerm(term)) ?? 0));
  return groups
    .map((terms) => ({ terms, documents: documents(terms) }))
    .sort((a, b) => a.documents - b.documents)
    .map(({ terms }) => terms);
}
