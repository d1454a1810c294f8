/**
 * An index as if some documents were not in it: pages, totals and facets are those of the others. No engine is asked to
 * leave them out, so that no index needs to be filled again for it.
 */
import { hashOfTerm } from '../../document/terms.ts';
import {
  type Candidate,
  type CandidateRequest,
  type Candidates,
  type Index,
  valueLimit,
} from '../../engines/engine.ts';
import { byFacet, type Facet, type FacetCounts } from '../../engines/facets.ts';
import { meets } from './document-check.ts';
import { type FacetReader, NO_VALUES } from './facet-counts.ts';

export function withoutDocuments(
  index: Index,
  documents: readonly Candidate[],
  facetReader: FacetReader,
): Index {
  if (documents.length === 0) return index;
  const gone = new Set(documents.map(({ id }) => id));
  const candidates = async (request: CandidateRequest): Promise<Candidates> => {
    const { offset, limit } = request;
    // Of a later page it is unknown how many of them came before.
    const fetched = limit === 0 ? 0 : offset + limit + documents.length;
    const found = await index.candidates({ ...request, offset: 0, limit: fetched });
    const isWhole = request.partial === undefined && found.total.value <= found.candidates.length;
    const matching = isWhole
      ? found.candidates.filter(({ id }) => gone.has(id))
      : matchingOf(request, documents, facetReader);
    return {
      candidates: found.candidates.filter(({ id }) => !gone.has(id)).slice(offset, offset + limit),
      total: { ...found.total, value: Math.max(0, found.total.value - matching.length) },
      facets: combined(found.facets, countsOf(matching, request, facetReader), -1, request),
    };
  };
  const ids = async ({ offset, limit, ...request }: CandidateRequest): Promise<string[]> => {
    const found = await index.ids({ ...request, offset: 0, limit: offset + limit + documents.length });
    return found.filter((id) => !gone.has(id)).slice(offset, offset + limit);
  };
  return new Proxy(index, {
    get(target, name) {
      if (name === 'candidates') return candidates;
      if (name === 'ids') return ids;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Counts with those of further documents added. */
export const withCounts = (
  facets: FacetCounts,
  documents: readonly Candidate[],
  request: Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>,
  facetReader: FacetReader,
): FacetCounts => combined(facets, countsOf(documents, request, facetReader), 1, request);

function countsOf(
  documents: readonly Candidate[],
  { facets }: Pick<CandidateRequest, 'facets'>,
  facetReader: FacetReader,
): FacetCounts {
  return facetReader.counts(documents, { facets, valuesPerFacet: Number.POSITIVE_INFINITY });
}

function combined(
  facets: FacetCounts,
  others: FacetCounts,
  sign: 1 | -1,
  request: Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>,
): FacetCounts {
  if (Object.values(others).every((counts) => counts.length === 0)) return facets;
  return byFacet<{ value: string; count: number }[], Facet>((facet) => {
    const counts = new Map((facets[facet] ?? []).map(({ value, count }) => [value, count]));
    for (const { value, count } of others[facet] ?? []) {
      const before = counts.get(value);
      // A value beyond those that were counted has no count to take from.
      if (before !== undefined || sign === 1) counts.set(value, (before ?? 0) + sign * count);
    }
    return [...counts]
      .filter(([, count]) => count > 0)
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, valueLimit(request, facet));
  }, request.facets);
}

/** The documents that the engine counts for a request. */
function matchingOf(
  { groups, mode, partial, excluded, filter }: CandidateRequest,
  documents: readonly Candidate[],
  facetReader: FacetReader,
): Candidate[] {
  const wanted =
    partial?.clauses.map(({ terms }) => terms.flatMap(({ term, similar }) => (similar ? [] : [term]))) ??
    groups;
  const values = facetReader.valuesOf(documents);
  return documents.filter(({ id, forwardIndex, publishedAt }) => {
    const hashes = forwardIndex.distinctHashes();
    const has = (term: string): boolean => hashes.has(hashOfTerm(term));
    const found = wanted.filter((terms) => terms.some(has)).length;
    const matches = mode === 'all' || partial !== undefined ? found === wanted.length : found > 0;
    if (!matches || excluded.some(has)) return false;
    return meets(filter, publishedAt, () => values.get(id) ?? NO_VALUES);
  });
}
