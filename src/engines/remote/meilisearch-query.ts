/**
 * What Meilisearch is told and asked: the settings of an index, the form of a document, and the queries of a search.
 * Values of users are always quoted values of a filter; none of them is ever part of its grammar or a text to search.
 *
 * Meilisearch orders by rules that a filter does not touch, so the order of the window is made by asking for it piece
 * by piece: a federated search of narrowing filters, the narrowest with the greatest weight. Meilisearch puts the
 * pieces together in that order, each document once, counts their union and cuts the page - in one round trip, and
 * the same for every page.
 */
import { createHash } from 'node:crypto';
import { type CandidateRequest, type Candidates, type Condition, type Filter, valuesOf } from '../engine.ts';
import { MOST_VALUES } from '../facets.ts';
import type { IndexRecord } from '../index-record.ts';
import type { Call } from './meilisearch-http.ts';
import { type FoundIds, keyOfId } from './remote-index.ts';

/** Matches that can be counted and paged to. */
const COUNTED = 1_000_000;
/** Milliseconds until Meilisearch gives up; by default it answers with what it has after 1,500. */
const CUTOFF = 8_000;
/** Occurrences in a text that make a term one of its prominent ones; those of title and keywords always are. */
const PROMINENT = 3;
/** Ideas that are counted for "so many of them are there"; of a longer query the rarest. */
const COUNTED_IDEAS = 4;
/** Candidates for the ranker. Meilisearch takes a hit out of its store for each, which is most of what a search costs. */
export const WINDOW = 100;
/** The only word that is searched as text: every document has it. */
const EVERY = 'every';
/** Bytes of a value that Meilisearch keeps of it in a filter, with room to spare; it cuts at 468. */
const LONGEST_VALUE = 400;

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
  // Terms are compared for being the same; without order and search among values their index is a third the size.
  filterableAttributes: [
    {
      attributePatterns: ['terms', 'prominent', 'lang', 'entity', 'source', 'sourceKey', 'date'],
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
  // By count, so that of more values than these the most frequent are kept.
  faceting: { maxValuesPerFacet: MOST_VALUES, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: COUNTED },
  searchCutoffMs: CUTOFF,
} as const;

/** Changes with the settings, and is to be changed with `toDocument`. */
export const LAYOUT = `1 ${createHash('sha1').update(JSON.stringify(SETTINGS)).digest('hex')}`;

/** A document as Meilisearch holds it. */
export interface StoredDocument {
  /** Primary key, made of the characters that Meilisearch allows. */
  key: string;
  id: string;
  every: string;
  terms: string[];
  /** Those of the terms that the document is about, as far as counting tells. */
  prominent: string[];
  lang: readonly string[];
  entity: readonly string[];
  /** For the facet: led by its key, for Meilisearch takes values that differ in case or composition for the same. */
  source?: string;
  sourceKey?: string;
  publishedAt?: number;
  /** Month of publication. */
  date?: string;
  /** The id in a form that Meilisearch sorts as bytes: it ignores case. */
  order: string;
}

export function toDocument(record: IndexRecord): StoredDocument {
  const { id, terms, languages, entities, source, month, publishedAt } = record;
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const prominent = [...counts].filter(([, count]) => count >= PROMINENT).map(([term]) => term);
  return {
    key: keyOfId(id),
    id,
    every: EVERY,
    terms: [...counts.keys()].map(fitted),
    prominent: [...new Set([...prominent, ...record.heading])].map(fitted),
    lang: languages,
    entity: entities,
    ...(source !== undefined && { sourceKey: sourceKey(source), source: `${sourceKey(source)}${source}` }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(month !== undefined && { date: month }),
    order: Buffer.from(id).toString('hex').slice(0, LONGEST_VALUE),
  };
}

/** The one search for a request of which at most `most` documents can match. */
export function searchFor(indexUid: string, request: CandidateRequest, most: number): Call {
  const { offset, limit, facets, sort } = request;
  // Where all of them are given the ranker does the rest.
  const ordered = sort !== 'relevance' || offset > 0 || most > limit;
  const pieces = piecesOf(request, ordered);
  const date = `publishedAt:${sort === 'oldest' ? 'asc' : 'desc'}`;
  const attributesToRetrieve = ['id'];
  if (pieces.length === 1) {
    const body = {
      filter: pieces[0],
      ...(ordered && { sort: [date, 'order:asc'] }),
      offset,
      limit,
      facets,
      attributesToRetrieve,
    };
    return { method: 'POST', path: `/indexes/${indexUid}/search`, body };
  }
  const body = {
    federation: { offset, limit, facetsByIndex: { [indexUid]: [...facets] } },
    queries: pieces.map((filter, place) => ({
      indexUid,
      q: EVERY,
      filter,
      // Between pieces ties need no order of ours, and it costs a look at every value.
      sort: [date],
      attributesToRetrieve,
      federationOptions: { weight: pieces.length - place },
    })),
  };
  return { method: 'POST', path: '/multi-search', body };
}

/** What is read of the answer. @throws TypeError where it is not one. */
export function foundIn(
  answer: unknown,
  indexUid: string,
  request: Pick<CandidateRequest, 'facets' | 'values'>,
): FoundIds {
  const { hits, estimatedTotalHits, facetsByIndex, facetDistribution } = answer as SearchAnswer;
  if (!Number.isInteger(estimatedTotalHits)) throw new TypeError('it has no total');
  return {
    ids: hits.map(({ id }) => id),
    total: { value: estimatedTotalHits, relation: estimatedTotalHits < COUNTED ? 'eq' : 'gte' },
    facets: facetsOf(request, facetsByIndex?.[indexUid]?.distribution ?? facetDistribution ?? {}),
    ...(hits[0]?._federation !== undefined && {
      matchingAll: hits.filter(({ _federation }) => _federation?.queriesPosition === 0).length,
    }),
  };
}

interface SearchAnswer {
  /** `queriesPosition`: the first of the pieces that it is of, in a federated search. */
  hits: { id: string; _federation?: { queriesPosition: number } }[];
  estimatedTotalHits: number;
  /** Of a federated search. */
  facetsByIndex?: Record<string, { distribution: Distribution }>;
  /** Of a plain one. */
  facetDistribution?: Distribution;
}

type Distribution = Record<string, Record<string, number>>;

function facetsOf(
  request: Pick<CandidateRequest, 'facets' | 'values'>,
  distribution: Distribution,
): Candidates['facets'] {
  return Object.fromEntries(
    request.facets.map((facet) => {
      const counts = Object.entries(distribution[facet] ?? {}).map(
        ([value, count]) => [facet === 'source' ? sourceOf(value) : value, count] as const,
      );
      counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return [facet, Object.fromEntries(counts.slice(0, valuesOf(request, facet)))];
    }),
  );
}

/** The filters of the pieces, the ones to be preferred first; the last one is the whole. */
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

/** What every match fulfils. */
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
  ...restrictions(filter),
];

/** Every idea, all of them prominent; and one of them. */
function prominent(groups: CandidateRequest['groups'], wanted: readonly string[]): string[][] {
  const all = groups.map((terms) => anyTerm('prominent', terms));
  return groups.length === 1 ? [all] : [all, [...wanted, anyTerm('prominent', groups.flat())]];
}

/** All but one of the rarest ideas, all but two, and so on down to two of them. */
function fewerAndFewer(wanted: readonly string[]): string[][] {
  const some = wanted.slice(0, COUNTED_IDEAS);
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

function restrictions({
  languages = [],
  entities = [],
  sources = [],
  from,
  before,
  where,
}: Filter): string[] {
  return [
    ...(where === undefined ? [] : [whereOf(where)]),
    ...(languages.length > 0 ? [anyOf('lang', languages)] : []),
    ...entities.map((entity) => anyOf('entity', [entity])),
    ...(sources.length > 0 ? [anyOf('sourceKey', sources.map(sourceKey))] : []),
    ...(from !== undefined ? [`publishedAt >= ${from}`] : []),
    ...(before !== undefined ? [`publishedAt < ${before}`] : []),
  ];
}

/** Every document has the list, be it empty. */
const ALWAYS = 'terms EXISTS';

function whereOf(where: Condition): string {
  if ('all' in where) return where.all.length === 0 ? ALWAYS : `(${where.all.map(whereOf).join(' AND ')})`;
  if ('any' in where) {
    return where.any.length === 0 ? `NOT ${ALWAYS}` : `(${where.any.map(whereOf).join(' OR ')})`;
  }
  if ('not' in where) return `NOT (${whereOf(where.not)})`;
  if ('facet' in where) {
    const { facet, values } = where;
    if (values === undefined) return `(${facet} EXISTS AND ${facet} IS NOT EMPTY)`;
    return facet === 'source' ? anyOf('sourceKey', values.map(sourceKey)) : anyOf(facet, values);
  }
  if ('dated' in where) return 'publishedAt EXISTS';
  return `(${[
    'publishedAt EXISTS',
    ...(where.from === undefined ? [] : [`publishedAt >= ${where.from}`]),
    ...(where.before === undefined ? [] : [`publishedAt < ${where.before}`]),
  ].join(' AND ')})`;
}

const anyTerm = (attribute: 'terms' | 'prominent', terms: readonly string[]): string =>
  anyOf(attribute, terms.map(fitted));

const anyOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quote).join(', ')}]`;

/** A quoted string of the filter language: the value is data whatever it holds. */
const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A term that Meilisearch would cut, as its digest. Compatibility forms, which it takes apart, can be 18 times as long. */
const fitted = (term: string): string =>
  Buffer.byteLength(term.normalize('NFKD')) > LONGEST_VALUE ? keyOfId(term) : term;

const KEY_LENGTH = 12;

/** What a source is filtered by: of a long value Meilisearch keeps the beginning only. */
const sourceKey = (source: string): string =>
  createHash('sha256').update(source).digest('hex').slice(0, KEY_LENGTH);

const sourceOf = (value: string): string => value.slice(KEY_LENGTH);
