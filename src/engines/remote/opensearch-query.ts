/**
 * Requests to OpenSearch: the mapping of a document and the body of a search. Values of users are always
 * values of a query and never text that OpenSearch parses: there is no query string here and no script.
 */
import { createHash } from 'node:crypto';
import type { Condition } from '../conditions.ts';
import {
  type CandidateRequest,
  type Candidates,
  type PartialWay,
  type Total,
  valueLimit,
  type WeightedClause,
} from '../engine.ts';
import { matchingTerms } from '../expected-matches.ts';
import { byFacet, byFrequency, type Facet, MAX_FACET_VALUES } from '../facets.ts';
import type { IndexRecord } from '../index-record.ts';
import { keyOfId } from './remote-index.ts';

/** Deepest hit that can be paged to; later pages are empty. Each shard keeps a queue of this size. */
export const PAGED_HITS = 20_000;
/** Documents are counted exactly up to this number. Beyond it the total is "at least", and the search may stop early. */
const COUNTED_HITS = 1_000_000;
/** Number of scored terms, the rarest groups first; OpenSearch refuses more than 1,024 scored clauses. */
const SCORED_TERMS = 500;
/** Longest token of the whitespace analyzer, with a margin: it cuts at 255. */
const LONGEST_TERM_CHARACTERS = 200;

type Clause = Record<string, unknown>;

export const MAPPINGS = {
  // Unlisted fields are an error.
  dynamic: 'strict',
  // The archive has the documents; nothing is read back from here.
  _source: { enabled: false },
  properties: {
    // Read from doc values, and breaks every tie, so that documents never change places between two pages.
    id: { type: 'keyword', index: false },
    terms: { type: 'text', analyzer: 'whitespace', index_options: 'freqs' },
    ...byFacet(() => ({ type: 'keyword' })),
    publishedAt: { type: 'long' },
  },
} as const;

/** Includes the mapping; raise the number when `toDocument` changes. */
export const LAYOUT = `3 ${createHash('sha1').update(JSON.stringify(MAPPINGS)).digest('hex')}`;

/** A document as OpenSearch indexes it. */
export function toDocument(record: IndexRecord): Clause {
  const { id, terms, facets, publishedAt } = record;
  return {
    id,
    terms: terms.map(fitted).join(' '),
    ...facets,
    ...(publishedAt !== undefined && { publishedAt }),
  };
}

/** The body of the search for a request. */
export function searchBody(request: CandidateRequest): Clause {
  const { offset, limit } = request;
  const from = Math.min(offset, PAGED_HITS);
  return {
    query: { bool: conditions(request) },
    sort: orderOf(request),
    from,
    size: Math.min(limit, PAGED_HITS - from),
    track_total_hits: COUNTED_HITS,
    // Only ids, from doc values: no stored field is read.
    stored_fields: '_none_',
    docvalue_fields: ['id'],
    aggs: facetAggregations(request),
  };
}

/** Each shard counts more values than are returned: what is frequent overall is seldom rare in one shard. */
function facetAggregations(request: Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>): Clause {
  return Object.fromEntries(
    request.facets.map((facet) => {
      const size = Math.min(valueLimit(request, facet), MAX_FACET_VALUES);
      return [facet, { terms: { field: facet, size, shard_size: MAX_FACET_VALUES } }];
    }),
  );
}

/** Puts documents that match all clauses before all others: above any score. */
const FIRST = 1_000;
/** Weights are added in 32-bit floats: what is about the least share is enough. */
const TOLERANCE = 1e-5;

/**
 * The body of the search for documents that match in part. A clause scores as its best term; that a document holds enough
 * of the weight is a filter: the sum of the weights of the clauses that it has.
 */
export function partialBody(
  request: CandidateRequest,
  clauses: readonly WeightedClause[],
  { share, few }: PartialWay,
): Clause {
  const { offset, limit, facets, excluded, filter } = request;
  const from = Math.min(offset, PAGED_HITS);
  const all = matchesAll(clauses);
  return {
    query: {
      bool: {
        should: [
          ...bestTerms(clauses, few),
          ...(few ? [{ constant_score: { filter: all, boost: FIRST } }] : []),
        ],
        filter: [
          share >= 1 ? all : holdsShare(clauses, share, few),
          ...('all' in filter ? filter.all : [filter]).map(clauseOf),
        ],
        ...(excluded.length > 0 && { must_not: [anyTerm(excluded)] }),
      },
    },
    sort: [{ _score: 'desc' }, { id: 'asc' }],
    from,
    size: Math.min(limit, PAGED_HITS - from),
    track_total_hits: false,
    stored_fields: '_none_',
    docvalue_fields: ['id'],
    aggs: { matching: { filter: all, ...(facets.length > 0 && { aggs: facetAggregations(request) }) } },
  };
}

/** A clause for each clause of the query, whose score is that of its best term. */
function bestTerms(clauses: readonly WeightedClause[], few: boolean): Clause[] {
  let used = 0;
  return clauses.flatMap(({ terms }) => {
    const wanted = few ? terms : matchingTerms(terms);
    used += wanted.length;
    // With very many terms, the last clauses do not count.
    if (wanted.length === 0 || used > SCORED_TERMS) return [];
    const queries = wanted.map(({ term, factor }) => ({
      term: { terms: { value: fitted(term), boost: factor } },
    }));
    return { dis_max: { queries } };
  });
}

/** Every clause by a term that is a match. */
function matchesAll(clauses: readonly WeightedClause[]): Clause {
  const groups = clauses.map(({ terms }) => matchingTerms(terms).map(({ term }) => term));
  return groups.some((terms) => terms.length === 0)
    ? { match_none: {} }
    : { bool: { filter: groups.map(anyTerm) } };
}

/** Clauses of at least a share of all their weight; a similar word holds a part of its clause's weight. */
function holdsShare(clauses: readonly WeightedClause[], share: number, few: boolean): Clause {
  const whole = clauses.reduce((sum, { weight }) => sum + weight, 0);
  const weighing = clauses.filter(({ weight }) => weight > 0);
  const functions = weighing.flatMap(({ weight, terms }) => {
    const matching = matchingTerms(terms).map(({ term }) => term);
    const similar = few ? terms.filter((term) => term.similar) : [];
    const held = { terms: { terms: matching.map(fitted) } };
    return [
      ...(matching.length > 0 ? [{ filter: held, weight }] : []),
      ...(similar.length > 0
        ? [
            {
              filter: {
                bool: { filter: [anyTerm(similar.map(({ term }) => term))], must_not: [held] },
              },
              weight: weight * similar[0]!.factor,
            },
          ]
        : []),
    ];
  });
  const terms = weighing.flatMap((clause) => (few ? clause.terms : matchingTerms(clause.terms)));
  return {
    function_score: {
      query: anyTerm(terms.map(({ term }) => term)),
      functions,
      score_mode: 'sum',
      boost_mode: 'replace',
      min_score: whole * (share - TOLERANCE),
    },
  };
}

/** The used parts of a response to `partialBody`. */
export interface PartialAnswer {
  hits: { hits: { fields: { id: [string] } }[] };
  aggregations: { matching: { doc_count: number } & NonNullable<SearchAnswer['aggregations']> };
}

/** The same for every page of a query, so that its pages come from the same copies, with equal scores. */
export function preferenceOf({ groups, mode, excluded, filter, sort }: CandidateRequest): string {
  return createHash('sha1')
    .update(JSON.stringify([groups, mode, excluded, filter, sort]))
    .digest('hex');
}

/** The used parts of a response. */
export interface SearchAnswer {
  hits: { total: Total; hits: { fields: { id: [string] } }[] };
  aggregations?: Partial<Record<Facet, { buckets: { key: string; doc_count: number }[] }>>;
}

export const idsOf = ({ hits }: Pick<PartialAnswer, 'hits'>): string[] =>
  hits.hits.map(({ fields }) => fields.id[0]);

/** OpenSearch sorts by count, then by value. */
export function facetsOf(
  facets: readonly Facet[],
  { aggregations = {} }: Pick<SearchAnswer, 'aggregations'>,
): Candidates['facets'] {
  return Object.fromEntries(
    facets.map((facet) => {
      const { buckets } = aggregations[facet]!;
      const counts = buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count }));
      return [facet, counts.sort(byFrequency)];
    }),
  );
}

const isScored = ({ sort, groups }: CandidateRequest): boolean => sort === 'relevance' && groups.length > 0;

function orderOf(request: CandidateRequest): Clause[] {
  const first = isScored(request)
    ? { _score: 'desc' }
    : { publishedAt: { order: request.sort === 'oldest' ? 'asc' : 'desc', missing: '_last' } };
  return [first, { id: 'asc' }];
}

function conditions(request: CandidateRequest): Clause {
  const { groups, mode, excluded, filter } = request;
  const filters = ('all' in filter ? filter.all : [filter]).map(clauseOf);
  const wanted: Clause = {};
  if (isScored(request)) {
    const clauses = scored(groups);
    Object.assign(wanted, mode === 'all' ? { must: clauses } : { should: clauses, minimum_should_match: 1 });
  } else if (groups.length > 0) {
    filters.push(...(mode === 'all' ? groups.map(anyTerm) : [anyTerm(groups.flat())]));
  }
  return {
    ...wanted,
    filter: filters,
    ...(excluded.length > 0 && { must_not: [anyTerm(excluded)] }),
  };
}

/** A clause for each group, whose score is the sum over its terms; with very many terms, the last groups are not scored. */
function scored(groups: CandidateRequest['groups']): Clause[] {
  let used = 0;
  return groups.map((terms) => {
    used += terms.length;
    if (used > SCORED_TERMS) return { terms: { terms: terms.map(fitted), boost: 0 } };
    const should = terms.map((term) => ({ term: { terms: fitted(term) } }));
    return { bool: { should, minimum_should_match: 1 } };
  });
}

const anyOf = (field: string, values: readonly string[]): Clause => ({ terms: { [field]: values } });

const anyTerm = (terms: readonly string[]): Clause => anyOf('terms', terms.map(fitted));

/** A condition as a clause of a query. */
function clauseOf(condition: Condition): Clause {
  if ('all' in condition) return { bool: { filter: condition.all.map(clauseOf) } };
  if ('any' in condition) {
    if (condition.any.length === 0) return { match_none: {} };
    return { bool: { should: condition.any.map(clauseOf), minimum_should_match: 1 } };
  }
  if ('not' in condition) return { bool: { must_not: [clauseOf(condition.not)] } };
  if ('facet' in condition) {
    const { facet, values } = condition;
    return values === undefined ? { exists: { field: facet } } : anyOf(facet, values);
  }
  if ('term' in condition) return anyTerm([condition.term]);
  const { from, before } = condition.published;
  if (from === undefined && before === undefined) return { exists: { field: 'publishedAt' } };
  return {
    range: {
      publishedAt: { ...(from !== undefined && { gte: from }), ...(before !== undefined && { lt: before }) },
    },
  };
}

/** A term that the analyzer would cut, as its digest. */
const fitted = (term: string): string => (term.length > LONGEST_TERM_CHARACTERS ? keyOfId(term) : term);
