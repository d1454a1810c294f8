/** Fetches the candidates of a query, checks and ranks them, and gives those of one page. */
import { hashOfTerm } from '../../document/terms.ts';
import { WordMarks } from '../../document/word-marks.ts';
import { allOf, type Condition } from '../../engines/conditions.ts';
import { type Candidate, type CandidateRequest, candidateRequest } from '../../engines/engine.ts';
import { hasTermsOfSeveralWords, type MatchCondition, type Query, wordsOf } from '../query/query.ts';
import { hasFilter } from '../query/query-text.ts';
import { collapse } from '../ranking/collapse.ts';
import { hashesOf } from '../ranking/matches.ts';
import { RANK_OPTIONS, type Ranked, Ranker } from '../ranking/ranker.ts';
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
import { withCounts } from './without-documents.ts';

/** Candidates that are looked at if some of a query must be checked, because no engine can promise it. */
const CHECKED_WINDOW = 1000;

/** How to fetch the documents after the window. */
interface Further {
  /** Of `window` those that are not before what follows, and have been given. */
  lifted?: ReadonlySet<string>;
  request: CandidateRequest;
  /** How many of its documents the window has. */
  after: number;
  /** Ids of the candidates that the window was made of, and of those that meaning took from behind it. */
  window: readonly string[];
}

/** The documents of the first window. */
interface WindowDocuments extends OrderedDocuments {
  /** Set if there may be further documents. */
  further?: Further;
}

/**
 * `filter`: of the request. `pinned`: documents that the index of `retrieval` leaves out and that come first; they count as
 * matches. @throws LisanError from the engine.
 */
export async function topDocuments(
  retrieval: Retrieval,
  query: Query,
  filter: Condition,
  request: SearchRequest,
  pinned: readonly Candidate[] = [],
): Promise<TopDocuments> {
  const { offset, limit, collapse: collapsing = false } = request;
  const { further, ...found } = await withPinned(retrieval, query, pinned, request, (after) =>
    windowWithMeaning(retrieval, query, filter, { ...request, offset: after }),
  );
  const { shown, collapsed } = collapse(
    found.documents,
    collapsing ? await retrieval.index.clusters(found.documents.map(({ id }) => id)) : [],
  );
  const documents = shown
    .slice(offset, offset + limit)
    .map(({ document, duplicates }): RankedDocument => ({ ...document, duplicates }));
  const left = limit - documents.length;
  // Beyond the window documents are neither ranked nor collapsed.
  if (left > 0 && further !== undefined)
    documents.push(...(await documentsAfter(retrieval, further, offset - shown.length, left)));
  return { ...found, documents, collapsed };
}

/**
 * Up to `limit` documents after those of the window, `skipped` places later. The window was read before, and a document
 * may have got another place since: where both are on one page, a document of the window is left out here wherever it
 * is now, so that none is given twice and none is missing.
 */
async function documentsAfter(
  { index, listed }: Retrieval,
  { request, after, window, lifted }: Further,
  skipped: number,
  limit: number,
): Promise<RankedDocument[]> {
  const isOnePage = skipped < 0;
  const given = new Set(window);
  const wanted = isOnePage
    ? { ...request, facets: [], offset: 0, limit: given.size + limit }
    : { ...request, facets: [], offset: after + skipped, limit };
  const rest = (ids: readonly string[]): string[] =>
    (isOnePage ? ids.filter((id) => !given.has(id)) : ids.filter((id) => lifted?.has(id) !== true)).slice(
      0,
      limit,
    );
  if (listed || isOnePage) {
    const ids = rest(await index.ids(wanted));
    const found = listed
      ? ids.map((id) => ({ id, forwardIndex: undefined }))
      : index.metadata.candidates(ids);
    return found.map((document) => ({ duplicates: 0, ...unranked(document) }));
  }
  const { candidates } = await index.candidates(wanted);
  return candidates
    .filter(({ id }) => lifted?.has(id) !== true)
    .map((candidate) => ({ duplicates: 0, ...unranked(candidate) }));
}

/** `rest`: the others from an offset on. */
async function withPinned(
  retrieval: Retrieval,
  query: Query,
  pinned: readonly Candidate[],
  { offset, facets, valuesPerFacet }: SearchRequest,
  rest: (offset: number) => Promise<WindowDocuments>,
): Promise<WindowDocuments> {
  if (pinned.length === 0) return rest(offset);
  const { index, facetReader } = retrieval;
  const found = await rest(Math.max(0, offset - pinned.length));
  const ranked = await rank(retrieval, query, pinned, await index.frequencies(hashesOf(query.clauses)));
  const byId = new Map(ranked.map((document) => [document.id, document]));
  const wordsOfClauses = (numbers: readonly number[]): string[] => [
    ...new Set(numbers.flatMap((number) => wordsOf(query.clauses[number]!).map(({ text }) => text))),
  ];
  const first = pinned.map(({ id, forwardIndex }) => ({
    id,
    forwardIndex,
    // Editors ordered them, and not their score.
    score: null,
    missing: wordsOfClauses(byId.get(id)!.missing),
    similar: wordsOfClauses(byId.get(id)!.similar),
    pinned: true as const,
  }));
  const counted = candidateRequest({ limit: 0, facets, ...(valuesPerFacet && { valuesPerFacet }) });
  return {
    ...found,
    documents: [...first, ...found.documents],
    total: { ...found.total, value: found.total.value + first.length },
    facets: withCounts(found.facets, pinned, counted, facetReader),
  };
}

/** The documents of the first window, joined by those that are near in meaning. */
async function windowWithMeaning(
  retrieval: Retrieval,
  query: Query,
  filter: Condition,
  request: SearchRequest,
): Promise<WindowDocuments> {
  const { meaning, index } = retrieval;
  const window = await windowDocuments(retrieval, query, filter, request);
  if (meaning === undefined) return window;
  const { documents, use, lifted } = await joinByMeaning(
    ...([retrieval, meaning, query, filter, window] as const),
    async (candidates) =>
      rank(retrieval, query, candidates, await index.frequencies(hashesOf(query.clauses))),
  );
  const { further } = window;
  return {
    ...window,
    documents,
    meaning: use,
    ...(further && { further: { ...further, lifted, window: [...further.window, ...lifted] } }),
  };
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
  const { groups, excluded, complete, filter: required } = requirementsOf(condition);
  const isRanked = sort === 'relevance' && groups.length > 0;
  const relaxation = isRanked && complete ? relaxationOf(query, request.relax) : undefined;
  const inPart = relaxation === undefined ? [] : termsInPart(relaxation).map(hashOfTerm);
  const frequencies = await index.frequencies([...hashesOf(clauses), ...inPart]);
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
  if (relaxation !== undefined) return relaxedDocuments(retrieval, query, relaxation, first, frequencies);
  if (offset >= window && !collapsing && retrieval.meaning === undefined) {
    const { total, facets: counts } = await index.candidates({ ...first, limit: 0 });
    return {
      ...MATCHING,
      documents: [],
      total,
      facets: counts,
      further: { request: first, after: 0, window: [] },
    };
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
    ...(found.total.value > found.candidates.length && {
      further: { request: first, after: window, window: found.candidates.map(({ id }) => id) },
    }),
  };
}

/**
 * The best of the documents that match all words or some. The first window decides which of the latter are hits; documents
 * after it match. `frequencies`: of the clauses, and of the terms that find documents in part.
 */
async function relaxedDocuments(
  retrieval: Retrieval,
  query: Query,
  relaxation: Relaxation,
  request: CandidateRequest,
  frequencies: ReadonlyMap<number, number>,
): Promise<WindowDocuments> {
  const { index } = retrieval;
  const { documents: all } = await index.statistics();
  const partial = partialMatches(relaxation, frequencies, all);
  const found = await index.candidates({ ...request, partial });
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
  const window = found.candidates.map(({ id }) => id);
  return { ...ordered, ...(found.total.value > after && { further: { request: rest, after, window } }) };
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

/** Of the marks of one ranker after the other: none is used after its candidates are ranked. */
const room = WordMarks.room();

async function rank(
  { index, now, timings }: Retrieval,
  { clauses }: Query,
  candidates: readonly Candidate[],
  frequencies: ReadonlyMap<number, number>,
): Promise<Ranked[]> {
  const statistics = await index.statistics();
  const begun = performance.now();
  const seconds = now.getTime() / 1000;
  const ranked = new Ranker(clauses, statistics, frequencies, seconds, RANK_OPTIONS, room).rank(candidates);
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
const unranked = ({
  id,
  forwardIndex,
}: Pick<RankedDocument, 'id' | 'forwardIndex'>): OrderedDocuments['documents'][number] => ({
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
