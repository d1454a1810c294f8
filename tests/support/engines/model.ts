/** A search engine that cannot be wrong: it looks at every record. And records and requests to try engines with. */
import fc from 'fast-check';
import { encodeForwardIndex } from '../../../src/document/forward-index.ts';
import { hashOfTerm } from '../../../src/document/terms.ts';
import type { CandidateRequest, Condition } from '../../../src/engines/engine.ts';
import type { Facet } from '../../../src/engines/facets.ts';
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
        publishedAt: fc.constantFrom(...DAYS),
      },
      { requiredKeys: ['terms', 'languages', 'entities'] },
    ),
    { numRuns: 120, seed: 7 },
  )
  .map((record, number) => ({
    ...record,
    // In no order, of both cases, with a character that no key of a server may have.
    id: `${number % 2 === 0 ? 'Doc' : 'doc'}/${(number * 37) % 120}`,
    heading: record.terms.slice(0, 2),
    mentions: [],
    ...(record.publishedAt !== undefined && {
      month: new Date(record.publishedAt * 1000).toISOString().slice(0, 7),
    }),
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
          facet: fc.constant('source' as const),
          values: fc.uniqueArray(fc.constantFrom(...SOURCES), { maxLength: 3 }),
        },
        { requiredKeys: ['facet'] },
      ),
      fc.record({ facet: fc.constant('date' as const), values: fc.constant(['1970-01']) }),
      fc.record({ from: fc.constantFrom(...DAYS), before: fc.constantFrom(...DAYS) }, { requiredKeys: [] }),
      fc.constant({ dated: true as const }),
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
  filter: fc.record(
    {
      languages: fc.uniqueArray(fc.constantFrom(...LANGUAGES, 'xx'), { maxLength: 2 }),
      entities: fc.uniqueArray(fc.constantFrom(...ENTITIES), { maxLength: 2 }),
      sources: fc.uniqueArray(fc.constantFrom(...SOURCES, 'none of these'), { maxLength: 3 }),
      from: fc.constantFrom(...DAYS),
      before: fc.constantFrom(...DAYS),
      where: conditions,
    },
    { requiredKeys: [] },
  ),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  offset: fc.constant(0),
  limit: fc.constant(RECORDS.length),
  facets: fc.constant(['lang', 'entity', 'source', 'date'] as const),
});

/** The records a request asks for: by date where it says so, else in any order. */
export function matching({ groups, mode, excluded, filter, sort }: CandidateRequest): IndexRecord[] {
  const { languages = [], entities = [], sources = [], from, before, where } = filter;
  const hasAny = (record: IndexRecord, terms: readonly string[]): boolean =>
    terms.some((term) => record.terms.includes(term));
  return RECORDS.filter((record) => {
    const wanted = groups.map((terms) => hasAny(record, terms));
    return (
      (groups.length === 0 || (mode === 'all' ? wanted.every(Boolean) : wanted.some(Boolean))) &&
      !hasAny(record, excluded) &&
      (languages.length === 0 || languages.some((language) => record.languages.includes(language))) &&
      entities.every((entity) => record.entities.includes(entity)) &&
      (sources.length === 0 || (record.source !== undefined && sources.includes(record.source))) &&
      (where === undefined || meets(record, where)) &&
      (from === undefined || (record.publishedAt !== undefined && record.publishedAt >= from)) &&
      (before === undefined || (record.publishedAt !== undefined && record.publishedAt < before))
    );
  }).sort((a, b) => byDate(a, b, sort === 'oldest' ? 1 : -1) || (a.id < b.id ? -1 : 1));
}

/** Undated records last, whichever way. */
function byDate(a: IndexRecord, b: IndexRecord, sign: 1 | -1): number {
  if (a.publishedAt === b.publishedAt) return 0;
  if (a.publishedAt === undefined) return 1;
  if (b.publishedAt === undefined) return -1;
  return (a.publishedAt - b.publishedAt) * sign;
}

function valuesOf({ languages, entities, source, month }: IndexRecord, facet: Facet): readonly string[] {
  const one = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
  return { lang: languages, entity: entities, source: one(source), date: one(month) }[facet];
}

/** Whether a record meets a condition. */
function meets(record: IndexRecord, where: Condition): boolean {
  if ('all' in where) return where.all.every((part) => meets(record, part));
  if ('any' in where) return where.any.some((part) => meets(record, part));
  if ('not' in where) return !meets(record, where.not);
  if ('facet' in where) {
    const values = valuesOf(record, where.facet);
    return where.values === undefined
      ? values.length > 0
      : values.some((value) => where.values!.includes(value));
  }
  if (record.publishedAt === undefined) return false;
  if ('dated' in where) return true;
  return record.publishedAt >= (where.from ?? -Infinity) && record.publishedAt < (where.before ?? Infinity);
}

/** How often each value of a facet occurs in records. */
export function countsOf(records: readonly IndexRecord[], facet: Facet): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of records) {
    for (const value of valuesOf(record, facet)) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
