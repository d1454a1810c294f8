/**
 * Requests to Meilisearch: the settings of an index, the form of a document, and the queries of a search.
 * Values of users are always quoted values of a filter; none of them is ever part of its grammar or a text to search.
 *
 * Filters do not affect Meilisearch's order, so candidates are ordered by requesting them in pieces: a federated search of
 * several filters, the narrowest with the greatest weight. Meilisearch merges the pieces in that order, each document
 * once, counts their union and returns the page - in one round trip, and consistently for every page.
 */
import { createHash } from 'node:crypto';
import type { Meilisearch } from 'meilisearch';
import type { Condition } from '../conditions.ts';
import {
  type CandidateRequest,
  type Candidates,
  type PartialWay,
  valueLimit,
  type WeightedClause,
} from '../engine.ts';
import { matchingTerms } from '../expected-matches.ts';
import { byFrequency, FACETS, type Facet, kindOf, MAX_FACET_VALUES } from '../facets.ts';
import type { IndexRecord } from '../index-record.ts';
import { type FoundIds, keyOfId } from './remote-index.ts';

/** Matches that can be counted and paged to. */
const COUNTED_HITS = 1_000_000;
/** Milliseconds until Meilisearch gives up; by default it returns partial results after 1,500. */
const CUTOFF_MS = 8_000;
/** Occurrences in a text that make a term prominent; terms of title and keywords always are. */
const PROMINENT_OCCURRENCES = 3;
/** Number of clauses for which partial matches are ordered by count; in a longer query, the rarest clauses. */
const COUNTED_GROUPS = 4;
/** Candidates for the ranker. Meilisearch reads each hit from its store, which is most of the cost of a search. */
export const WINDOW_DOCUMENTS = 100;
/** Shares are sums of fractions: what is about enough is enough. */
const TOLERANCE = 1e-5;
/** The only word searched as text; every document has it. */
const EVERY = 'every';
/** Maximum bytes of a filter value, with a margin: Meilisearch cuts values at 468. */
const LONGEST_VALUE_BYTES = 400;

/**
 * The attribute by which values of a facet are filtered. Meilisearch ignores case and Unicode composition, so texts are
 * filtered by a digest, and counted with the digest as a prefix.
 */
const filterField = (facet: Facet): string => (isDigested(facet) ? `${facet}Key` : facet);
const isDigested = (facet: Facet): boolean => kindOf(facet) === 'text';

export const SETTINGS = {
  /**
   * Terms are found by filters, which are exact boolean logic: charabia, Meilisearch's tokeniser, never sees them. On
   * text it would cut ال off, take Arabic for Persian and rewrite ک and ی, and its typo tolerance and prefix search
   * would find what the ranker cannot explain. The one searched field is the same in all documents: only a query with
   * a word in it has a score, and only scores let the weights of a federated search say which piece comes first.
   */
  searchableAttributes: ['every'],
  rankingRules: ['words', 'sort'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  // Pairs of words are for the rule `proximity`, which is not used.
  proximityPrecision: 'byAttribute',
  // Terms are only compared for equality; without ordering and facet search their index is a third of the size.
  filterableAttributes: [
    {
      attributePatterns: ['terms', 'prominent', ...FACETS, ...FACETS.filter(isDigested).map(filterField)],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['publishedAt'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['publishedAt', 'order'],
  displayedAttributes: ['id'],
  facetSearch: false,
  // By count, so that the most frequent values are kept if there are more than these.
  faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: COUNTED_HITS },
  searchCutoffMs: CUTOFF_MS,
} as const;

/** Includes the settings; raise the number when `toDocument` changes. */
export const LAYOUT = `3 ${createHash('sha1').update(JSON.stringify(SETTINGS)).digest('hex')}`;

/** A document as Meilisearch stores it. */
export interface StoredDocument {
  /** Primary key, made of the characters that Meilisearch allows. */
  key: string;
  id: string;
  every: string;
  terms: string[];
  /** The prominent terms: those that the document is probably about, by their counts. */
  prominent: string[];
  publishedAt?: number;
  /** The id in a form that Meilisearch sorts as bytes: it ignores case. */
  order: string;
  /** Values of facets, see `filterField`. */
  [facet: string]: unknown;
}

export function toDocument(record: IndexRecord): StoredDocument {
  const { id, terms, facets, publishedAt } = record;
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const prominent = [...counts].filter(([, count]) => count >= PROMINENT_OCCURRENCES).map(([term]) => term);
  return {
    key: keyOfId(id),
    id,
    every: EVERY,
    terms: [...counts.keys()].map(fitted),
    prominent: [...new Set([...prominent, ...record.heading])].map(fitted),
    ...Object.assign({}, ...FACETS.map((facet) => fieldsOf(facet, facets[facet]))),
    ...(publishedAt !== undefined && { publishedAt }),
    order: Buffer.from(id).toString('hex').slice(0, LONGEST_VALUE_BYTES),
  };
}

function fieldsOf(facet: Facet, values: readonly string[]): Record<string, readonly string[]> {
  if (!isDigested(facet)) return { [facet]: values };
  return {
    [filterField(facet)]: values.map(digestOf),
    [facet]: values.map((value) => `${digestOf(value)}${value}`),
  };
}

/** The search for a request that at most `most` documents can match. */
export function searchFor(
  indexUid: string,
  request: CandidateRequest,
  most: number,
): (client: Meilisearch) => Promise<unknown> {
  const { offset, limit, facets, sort } = request;
  // If all of them are returned, the ranker does the rest.
  const ordered = sort !== 'relevance' || offset > 0 || most > limit;
  const pieces = piecesOf(request, ordered);
  const date = `publishedAt:${sort === 'oldest' ? 'asc' : 'desc'}`;
  const attributesToRetrieve = ['id'];
  if (pieces.length === 1) {
    const body = {
      filter: pieces[0]!,
      ...(ordered && { sort: [date, 'order:asc'] }),
      offset,
      limit,
      facets: [...facets],
      attributesToRetrieve,
    };
    return (client) => client.index(indexUid).search(undefined, body);
  }
  return federated(indexUid, pieces, { offset, limit, facets, date });
}

/** The search for the documents of several filters, those of the first filters first. */
function federated(
  indexUid: string,
  pieces: readonly string[][],
  { offset, limit, facets, date }: Pick<CandidateRequest, 'offset' | 'limit' | 'facets'> & { date: string },
): (client: Meilisearch) => Promise<unknown> {
  const body = {
    federation: { offset, limit, facetsByIndex: { [indexUid]: [...facets] } },
    queries: pieces.map((filter, place) => ({
      indexUid,
      q: EVERY,
      filter,
      // Ties between pieces need no order, which would cost reading every value.
      sort: [date],
      attributesToRetrieve: ['id'],
      federationOptions: { weight: pieces.length - place },
    })),
  };
  return (client) => client.multiSearch(body);
}

/** Shares of the weight by which documents that match in part are ordered: those that hold more first. */
const SHARES = [0.8, 0.6, 0.4, 0.2];
/** Clauses of most weight that are weighed; the others hold little. */
const WEIGHED_CLAUSES = 6;

/**
 * The search for documents that hold a share of the clauses' weight and do not match all clauses; `undefined` if there can
 * be none.
 */
export function partialSearchFor(
  indexUid: string,
  request: CandidateRequest,
  clauses: readonly WeightedClause[],
  { share, few }: PartialWay,
): ((client: Meilisearch) => Promise<unknown>) | undefined {
  const whole = clauses.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = clauses
    .map(({ weight, terms }) => ({
      share: weight / whole,
      terms: matchingTerms(terms).map(({ term }) => term),
    }))
    .filter((clause) => clause.share > 0 && clause.terms.length > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, WEIGHED_CLAUSES)
    .map((clause) => ({ share: clause.share, filter: anyTerm('terms', clause.terms) }));
  const pieces = [...SHARES.filter((more) => more > share), share].flatMap(
    (least) => holding(least, weighed) ?? [],
  );
  // Similar words are weak evidence: they come last.
  const similar = few ? clauses.flatMap(({ terms }) => terms.filter((term) => term.similar)) : [];
  if (similar.length > 0)
    pieces.push(
      anyTerm(
        'terms',
        similar.map(({ term }) => term),
      ),
    );
  if (pieces.length === 0) return undefined;
  const groups = clauses.map(({ terms }) => matchingTerms(terms).map(({ term }) => term));
  const all = groups.map((terms) => anyTerm('terms', terms)).join(' AND ');
  const always = [
    ...(groups.every((terms) => terms.length > 0) ? [`NOT (${all})`] : []),
    ...alwaysOf(request),
  ];
  const { offset, limit } = request;
  const filters = [...new Set(pieces)].map((piece) => [piece, ...always]);
  return federated(indexUid, filters, { offset, limit, facets: [], date: 'publishedAt:desc' });
}

/** Clauses of at least a share of the weight hold; `undefined` if all of them weigh less. */
function holding(least: number, clauses: readonly { share: number; filter: string }[]): string | undefined {
  const [first, ...rest] = clauses;
  if (first === undefined) return undefined;
  const alone = first.share >= least - TOLERANCE;
  const others = holding(least - first.share, rest);
  const withFirst = alone
    ? first.filter
    : others === undefined
      ? undefined
      : `(${first.filter} AND ${others})`;
  const without = holding(least, rest);
  if (withFirst === undefined || without === undefined) return withFirst ?? without;
  return `(${withFirst} OR ${without})`;
}

/** The used parts of a response. @throws TypeError if it is not one. */
export function foundIn(
  answer: unknown,
  indexUid: string,
  request: Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>,
): FoundIds {
  const { hits, estimatedTotalHits, facetsByIndex, facetDistribution } = answer as SearchAnswer;
  if (!Number.isInteger(estimatedTotalHits)) throw new TypeError('it has no total');
  return {
    ids: hits.map(({ id }) => id),
    total: { value: estimatedTotalHits, relation: estimatedTotalHits < COUNTED_HITS ? 'eq' : 'gte' },
    facets: facetsOf(request, facetsByIndex?.[indexUid]?.distribution ?? facetDistribution ?? {}),
  };
}

interface SearchAnswer {
  hits: { id: string }[];
  estimatedTotalHits: number;
  /** Of a federated search. */
  facetsByIndex?: Record<string, { distribution: Distribution }>;
  /** Of a plain one. */
  facetDistribution?: Distribution;
}

type Distribution = Record<string, Record<string, number>>;

function facetsOf(
  request: Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>,
  distribution: Distribution,
): Candidates['facets'] {
  return Object.fromEntries(
    request.facets.map((facet) => {
      const counts = Object.entries(distribution[facet] ?? {}).map(([value, count]) => ({
        value: isDigested(facet) ? value.slice(DIGEST_LENGTH) : value,
        count,
      }));
      counts.sort(byFrequency);
      return [facet, counts.slice(0, valueLimit(request, facet))];
    }),
  );
}

/** The filters of the pieces, the preferred ones first; the last one matches everything. */
function piecesOf(request: CandidateRequest, ordered: boolean): string[][] {
  const { groups, mode, sort } = request;
  const whole = wholeOf(request);
  if (sort !== 'relevance' || groups.length === 0) return [whole];
  const wanted = groups.map((terms) => anyTerm('terms', terms));
  const narrower =
    mode === 'all'
      ? ordered
        ? prominent(groups, wanted)
        : []
      : groups.length === 1
        ? []
        : [wanted, ...(ordered ? [...fewerAndFewer(wanted), [wanted[0]!]] : [])];
  const always = alwaysOf(request);
  return [...narrower.map((filters) => [...filters, ...always]), whole];
}

/** The conditions that every match fulfils. */
function wholeOf(request: CandidateRequest): string[] {
  const { groups, mode } = request;
  const wanted =
    mode === 'all' || groups.length === 0
      ? groups.map((terms) => anyTerm('terms', terms))
      : [anyTerm('terms', groups.flat())];
  return [...wanted, ...alwaysOf(request)];
}

const alwaysOf = ({ excluded, filter }: CandidateRequest): string[] => [
  ...(excluded.length > 0 ? [`NOT ${anyTerm('terms', excluded)}`] : []),
  ...('all' in filter ? filter.all : [filter]).map(expressionOf),
];

/** Every clause, with all of them prominent, or with one of them prominent. */
function prominent(groups: CandidateRequest['groups'], wanted: readonly string[]): string[][] {
  const all = groups.map((terms) => anyTerm('prominent', terms));
  return groups.length === 1 ? [all] : [all, [...wanted, anyTerm('prominent', groups.flat())]];
}

/** All but one of the rarest clauses, all but two, and so on down to two of them. */
function fewerAndFewer(wanted: readonly string[]): string[][] {
  const some = wanted.slice(0, COUNTED_GROUPS);
  const most = Math.min(some.length, wanted.length - 1);
  return Array.from({ length: Math.max(0, most - 1) }, (_, less) => [atLeast(most - less, some)]);
}

/** At least `count` of the conditions hold. */
function atLeast(count: number, conditions: readonly string[]): string {
  if (count === conditions.length) return `(${conditions.join(' AND ')})`;
  if (count === 1) return `(${conditions.join(' OR ')})`;
  const [first, ...rest] = conditions;
  return `(${first} AND ${atLeast(count - 1, rest)} OR ${atLeast(count, rest)})`;
}

/** Every document has the list, which may be empty. */
const ALWAYS = 'terms EXISTS';

/** A condition in Meilisearch's filter language. */
function expressionOf(condition: Condition): string {
  if ('all' in condition) {
    return condition.all.length === 0 ? ALWAYS : `(${condition.all.map(expressionOf).join(' AND ')})`;
  }
  if ('any' in condition) {
    return condition.any.length === 0 ? `NOT ${ALWAYS}` : `(${condition.any.map(expressionOf).join(' OR ')})`;
  }
  if ('not' in condition) return `NOT (${expressionOf(condition.not)})`;
  if ('facet' in condition) {
    const { facet, values } = condition;
    if (values === undefined) return `(${facet} EXISTS AND ${facet} IS NOT EMPTY)`;
    return anyOf(filterField(facet), isDigested(facet) ? values.map(digestOf) : values);
  }
  if ('term' in condition) return anyTerm('terms', [condition.term]);
  const { from, before } = condition.published;
  return `(${[
    'publishedAt EXISTS',
    ...(from === undefined ? [] : [`publishedAt >= ${from}`]),
    ...(before === undefined ? [] : [`publishedAt < ${before}`]),
  ].join(' AND ')})`;
}

const anyTerm = (attribute: 'terms' | 'prominent', terms: readonly string[]): string =>
  anyOf(attribute, terms.map(fitted));

const anyOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quote).join(', ')}]`;

/** A quoted string of the filter language: the value is data whatever it contains. */
const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A term that Meilisearch would cut, as its digest. Compatibility forms, which it decomposes, can become 18 times as long. */
const fitted = (term: string): string =>
  Buffer.byteLength(term.normalize('NFKD')) > LONGEST_VALUE_BYTES ? keyOfId(term) : term;

const DIGEST_LENGTH = 12;

/** The filter value of a text: Meilisearch keeps only the beginning of a long value. */
const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, DIGEST_LENGTH);
