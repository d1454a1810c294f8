/** A search engine that cannot be wrong: it looks at every record. And records and requests to try engines with. */
import fc from 'fast-check';
import { encodeForwardIndex } from '../../../src/document/forward-index-writer.ts';
import { hashOfTerm } from '../../../src/document/terms.ts';
import type { Condition } from '../../../src/engines/conditions.ts';
import type { CandidateRequest, PartialMatches } from '../../../src/engines/engine.ts';
import { FACETS, type Facet, type FacetCount, NO_FACET_VALUES } from '../../../src/engines/facets.ts';
import type { IndexRecord } from '../../../src/engines/index-record.ts';
import { SOURCES } from './golden.ts';

/**
 * Terms as analysis makes them - folded, without spaces and ASCII punctuation - that a tokeniser would cut, fold, take
 * for one another, for syntax or for too long.
 */
const TERMS = [
  'a',
  'and',
  'or',
  'not',
  'in',
  'ال',
  'المان',
  'مان',
  'والمان',
  'كتاب',
  'کتاب',
  'ي',
  'ی',
  '25',
  '25000',
  'ı',
  'i',
  'straße',
  'strasse',
  'ё',
  'е',
  'é',
  '·kitap',
  'kitap',
  '§place·astana',
  '§place·ankara',
  '漢字',
  '한글',
  'x'.repeat(300),
  `${'x'.repeat(300)}y`,
  'ع'.repeat(250),
  '한'.repeat(160),
];
const LANGUAGES = ['ar', 'tr', 'en', 'ru'];
const ENTITIES = ['place-astana', 'place-ankara', 'person-sergey-lavrov'];
const DAYS = [0, 86_400, 1_700_000_000, 1_700_086_400, -86_400];

/** What a record's hashes must have. */
export const hashesOf = (terms: readonly string[]): Set<number> => new Set(terms.map(hashOfTerm));

/** Records of every kind; the same in each run, so that one index serves all requests. */
export const RECORDS: readonly IndexRecord[] = fc
  .sample(
    fc.record(
      {
        terms: fc.array(fc.constantFrom(...TERMS), { maxLength: 12 }),
        languages: fc.uniqueArray(fc.constantFrom(...LANGUAGES), { maxLength: 2 }),
        entities: fc.uniqueArray(fc.constantFrom(...ENTITIES)),
        source: fc.constantFrom(...SOURCES),
        keywords: fc.uniqueArray(fc.constantFrom(...SOURCES), { maxLength: 3 }),
        publishedAt: fc.constantFrom(...DAYS),
      },
      { requiredKeys: ['terms', 'languages', 'entities', 'keywords'] },
    ),
    { numRuns: 120, seed: 7 },
  )
  .map(({ languages, entities, source, keywords, publishedAt, ...record }, number) => ({
    ...record,
    ...(publishedAt !== undefined && { publishedAt }),
    facets: {
      ...NO_FACET_VALUES,
      lang: languages,
      entity: entities,
      source: source === undefined ? [] : [source],
      keywords,
      field8: keywords.slice(1),
      date: publishedAt === undefined ? [] : [new Date(publishedAt * 1000).toISOString().slice(0, 7)],
    },
    // In no order, of both cases, with a character that no key of a server may have.
    id: `${number % 2 === 0 ? 'Doc' : 'doc'}/${(number * 37) % 120}`,
    heading: record.terms.slice(0, 2),
    mentions: [],
    words: new Map(),
    names: new Set<string>(),
    hashes: hashesOf(record.terms),
    forwardIndex: encodeForwardIndex([]),
  }));

/** Conditions, a few deep. */
const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      fc.record(
        {
          facet: fc.constant('lang' as const),
          values: fc.uniqueArray(fc.constantFrom(...LANGUAGES, 'xx'), { maxLength: 2 }),
        },
        { requiredKeys: ['facet'] },
      ),
      fc.record({
        facet: fc.constant('entity' as const),
        values: fc.uniqueArray(fc.constantFrom(...ENTITIES)),
      }),
      fc.record(
        {
          facet: fc.constantFrom('source', 'keywords', 'field8'),
          values: fc.uniqueArray(fc.constantFrom(...SOURCES), { maxLength: 3 }),
        },
        { requiredKeys: ['facet'] },
      ),
      fc.record({ facet: fc.constant('date' as const), values: fc.constant(['1970-01']) }),
      fc.record({ term: fc.constantFrom(...TERMS) }),
      fc.record({
        published: fc.record(
          { from: fc.constantFrom(...DAYS), before: fc.constantFrom(...DAYS) },
          { requiredKeys: [] },
        ),
      }),
    ) as fc.Arbitrary<Condition>,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

/** Requests; the groups of a query are disjoint in their terms, as analysis makes them. */
export const requests: fc.Arbitrary<CandidateRequest> = fc.record({
  groups: fc
    .uniqueArray(fc.constantFrom(...TERMS), { maxLength: 9 })
    .chain((terms) =>
      fc
        .integer({ min: 1, max: 4 })
        .map((size) =>
          Array.from({ length: Math.ceil(terms.length / size) }, (_, n) =>
            terms.slice(n * size, n * size + size),
          ),
        ),
    ),
  mode: fc.constantFrom('all', 'any'),
  excluded: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.uniqueArray(fc.constantFrom(...TERMS), { maxLength: 3 }),
  ),
  filter: conditions,
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  offset: fc.constant(0),
  limit: fc.constant(RECORDS.length),
  facets: fc.constant(FACETS),
  valuesPerFacet: fc.constant(100),
});

/** The records a request asks for: by date where it says so, else in any order. */
export function matching({ groups, mode, excluded, filter, sort }: CandidateRequest): IndexRecord[] {
  const hasAny = (record: IndexRecord, terms: readonly string[]): boolean =>
    terms.some((term) => record.terms.includes(term));
  return RECORDS.filter((record) => {
    const wanted = groups.map((terms) => hasAny(record, terms));
    return (
      (groups.length === 0 || (mode === 'all' ? wanted.every(Boolean) : wanted.some(Boolean))) &&
      !hasAny(record, excluded) &&
      meets(record, filter)
    );
  }).sort((a, b) => byDate(a, b, sort === 'oldest' ? 1 : -1) || (a.id < b.id ? -1 : 1));
}

/**
 * Requests for documents that match in part; no similar words. Shares are no sums of weights, so that rounding decides
 * nothing.
 */
export const partialRequests: fc.Arbitrary<CandidateRequest & { partial: PartialMatches }> = fc
  .tuple(
    requests,
    fc.uniqueArray(fc.constantFrom(...TERMS), { minLength: 2, maxLength: 8 }),
    fc.integer({ min: 2, max: 4 }),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
    fc.constantFrom(1, 3, 20, 100),
  )
  .map(([request, terms, size, weights, enough]) => {
    const groups = Array.from({ length: Math.ceil(terms.length / size) }, (_, n) =>
      terms.slice(n * size, n * size + size),
    );
    const clauses = groups.map((group, n) => ({
      weight: weights[n]!,
      terms: group.map((term) => ({ term, documents: documentsWith(term), factor: 1, similar: false })),
    }));
    const partial = { clauses, enough, shareIfFew: 0.1511, shareIfEnough: 0.6711 };
    return { ...request, groups, mode: 'all', sort: 'relevance', partial };
  });

const documentsWith = (term: string): number => RECORDS.filter(({ terms }) => terms.includes(term)).length;

/** The share of the clauses' weight that a record holds. */
export function shareOf(record: IndexRecord, { clauses }: PartialMatches): number {
  const sum = (some: PartialMatches['clauses']): number => some.reduce((all, { weight }) => all + weight, 0);
  return (
    sum(clauses.filter(({ terms }) => terms.some(({ term }) => record.terms.includes(term)))) / sum(clauses)
  );
}

/** Undated records last, whichever way. */
function byDate(a: IndexRecord, b: IndexRecord, sign: 1 | -1): number {
  if (a.publishedAt === b.publishedAt) return 0;
  if (a.publishedAt === undefined) return 1;
  if (b.publishedAt === undefined) return -1;
  return (a.publishedAt - b.publishedAt) * sign;
}

/** Whether a record meets a condition. */
export function meets(record: IndexRecord, where: Condition): boolean {
  if ('all' in where) return where.all.every((part) => meets(record, part));
  if ('any' in where) return where.any.some((part) => meets(record, part));
  if ('not' in where) return !meets(record, where.not);
  if ('facet' in where) {
    const values = record.facets[where.facet];
    return where.values === undefined
      ? values.length > 0
      : values.some((value) => where.values!.includes(value));
  }
  if ('term' in where) return record.terms.includes(where.term);
  const { from = -Infinity, before = Infinity } = where.published;
  return record.publishedAt !== undefined && record.publishedAt >= from && record.publishedAt < before;
}

/** How often each value of a facet occurs in records, the most frequent first, then in order of value. */
export function countsOf(records: readonly IndexRecord[], facet: Facet): FacetCount[] {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const value of record.facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  );
}
