/** Fetches the candidates of a query, checks and ranks them, and gives those of one page. */
import { ForwardIndex } from '../../document/forward-index.ts';
import type { Condition } from '../../engines/conditions.ts';
import {
  type Candidate,
  type CandidateRequest,
  candidateRequest,
  type Index,
  type Total,
} from '../../engines/engine.ts';
import type { FacetCounts } from '../../engines/facets.ts';
import type { Query, QueryClause } from '../query/query.ts';
import { collapse } from '../ranking/collapse.ts';
import { hashesOf } from '../ranking/matches.ts';
import { satisfies } from '../ranking/phrase-filter.ts';
import { type Ranked, Ranker, type Score } from '../ranking/ranker.ts';
import type { SearchRequest } from '../request.ts';
import type { Timings } from '../timings.ts';
import { candidatesRelaxed, minimumHits } from './relaxation.ts';
import { termGroupsOf } from './term-groups.ts';

/** Candidates checked for phrases and exact forms, which an engine cannot check. */
const CHECKED_WINDOW = 1000;

/** A document of a page. */
export interface RankedDocument {
  id: string;
  /** See `Candidate.forwardIndex`. */
  forwardIndex: Uint8Array;
  score: Score | null;
  /** See `Hit.duplicates`. */
  duplicates: number;
}

/** The documents of a page in order, and what was counted over all. */
export interface TopDocuments {
  documents: RankedDocument[];
  total: Total;
  /** See `SearchResponse.collapsed`. */
  collapsed: number;
  facets: FacetCounts;
}

/** `now` is used for freshness. Adds the time of ranking to `timings`. @throws LisanError from the engine. */
export async function topDocuments(
  index: Index,
  { clauses, constraints, excluded }: Query,
  request: SearchRequest,
  filter: Condition,
  now: Date,
  timings: Timings,
): Promise<TopDocuments> {
  const {
    sort,
    facets,
    valuesPerFacet,
    offset,
    limit,
    collapse: collapsing = false,
    strict = false,
  } = request;
  const frequencies = await index.frequencies(hashesOf(clauses));
  const groups = termGroupsOf(clauses, frequencies);
  const checked = constraints.length > 0;
  const ranked = sort === 'relevance' && groups.length > 0;
  const window = checked ? CHECKED_WINDOW : ranked || collapsing ? index.rerankDepth : 0;
  const base = candidateRequest({
    ...{ groups, excluded, filter, sort, facets, limit },
    ...(valuesPerFacet && { valuesPerFacet }),
  });
  // The first window decides whether the query is relaxed, so that all pages have the same total.
  const relaxable = ranked && !checked && !strict && groups.length > 1;
  if (offset >= window && !checked && !collapsing && !relaxable) {
    const { candidates, ...counted } = await index.candidates({ ...base, offset });
    return { documents: candidates.map(unranked), collapsed: 0, ...counted };
  }
  const first: CandidateRequest = { ...base, limit: window };
  const { relaxed, ...found } = relaxable
    ? await candidatesRelaxed(index, first, minimumHits(clauses))
    : { ...(await index.candidates(first)), relaxed: false };
  const passing = checked
    ? found.candidates.filter(({ forwardIndex }) => satisfies(constraints, new ForwardIndex(forwardIndex)))
    : found.candidates;
  // A page beyond all of them is empty in any order.
  const ordered: Omit<RankedDocument, 'duplicates'>[] =
    ranked && offset < passing.length
      ? await rank(index, clauses, passing, frequencies, now, timings)
      : passing.map(unranked);
  const { shown, collapsed } = collapsing
    ? collapse(ordered, await index.clusters(ordered.map(({ id }) => id)))
    : { shown: ordered, collapsed: 0 };
  const documents = shown
    .slice(offset, offset + limit)
    .map((document): RankedDocument => ({ duplicates: 0, ...document }));
  const complete = found.total.value <= found.candidates.length;
  if (checked || relaxed) {
    const total: Total = { value: ordered.length, relation: complete ? 'eq' : 'gte' };
    return { documents, total, collapsed, facets: found.facets };
  }
  const missing = limit - documents.length;
  if (missing > 0 && !complete) {
    // Beyond the window documents are neither ranked nor collapsed.
    const from = window + Math.max(0, offset - shown.length);
    const beyond = await index.candidates({ ...base, facets: [], offset: from, limit: missing });
    documents.push(...beyond.candidates.map(unranked));
  }
  return { documents, total: found.total, collapsed, facets: found.facets };
}

async function rank(
  index: Index,
  clauses: readonly QueryClause[],
  candidates: readonly Candidate[],
  frequencies: ReadonlyMap<number, number>,
  now: Date,
  timings: Timings,
): Promise<Ranked[]> {
  const statistics = await index.statistics();
  const begun = performance.now();
  const ranked = new Ranker(clauses, statistics, frequencies, now.getTime() / 1000).rank(candidates);
  timings.rank += performance.now() - begun;
  return ranked;
}

/** A candidate in the order of the engine. */
const unranked = ({ id, forwardIndex }: Candidate): RankedDocument => ({
  id,
  forwardIndex,
  score: null,
  duplicates: 0,
});
