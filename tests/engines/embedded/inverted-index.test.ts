/** The embedded engine against a naive one: any documents, in any batches, with updates, deletes and two connections. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formsOf } from '../../../src/analysis/forms.ts';
import { encodeForwardIndex } from '../../../src/document/forward-index-writer.ts';
import { EVERY_DOCUMENT, hasValues, publishedWithin } from '../../../src/engines/conditions.ts';
import { SqliteEngine } from '../../../src/engines/embedded/sqlite.ts';
import { type CandidateRequest, candidateRequest } from '../../../src/engines/engine.ts';
import { NO_FACET_VALUES } from '../../../src/engines/facets.ts';
import type { IndexRecord } from '../../../src/engines/index-record.ts';
import { countsOf, meets } from '../../support/engines/model.ts';

const TERMS = ['a', 'b', '·c', '§d', 'ال', 'e'];
/** What takes a document's keys from the counts again when it is deleted. */
function postingsOf(terms: readonly string[]): Uint8Array {
  const tokens = terms.map((term) => {
    const key = TERMS.indexOf(term) - 3;
    const hashes = [key, key, key, key] as const;
    return {
      start: 0,
      end: 0,
      forms: formsOf({ exact: term, folded: term, stem: term, root: term, hashes, stop: false }),
    };
  });
  return encodeForwardIndex([
    { field: 'body', start: 0, end: 0, lang: 'en', dir: 'ltr', mentions: [], tokens },
  ]);
}

const record = fc
  .record({
    id: fc.constantFrom(...'0123456789'),
    terms: fc.array(fc.constantFrom(...TERMS), { maxLength: 8 }),
    languages: fc.uniqueArray(fc.constantFrom('ar', 'tr')),
    source: fc.option(fc.constantFrom('s', 't'), { nil: undefined }),
    publishedAt: fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }),
  })
  .map(
    ({ languages, source, publishedAt, ...rest }): IndexRecord => ({
      ...rest,
      heading: [],
      names: new Set(),
      words: new Map(rest.terms.map((term) => [term, term])),
      forwardIndex: postingsOf(rest.terms),
      hashes: new Set(rest.terms.map((term) => TERMS.indexOf(term) - 3)),
      facets: { ...NO_FACET_VALUES, lang: languages, source: source === undefined ? [] : [source] },
      mentions: [],
      ...(publishedAt !== undefined && { publishedAt }),
    }),
  );
const batch = fc.record({
  records: fc.uniqueArray(record, { maxLength: 4, selector: ({ id }) => id }),
  deleted: fc.uniqueArray(fc.constantFrom(...'0123456789'), { maxLength: 2 }),
});
const request = fc.record({
  groups: fc.array(fc.uniqueArray(fc.constantFrom(...TERMS, 'none'), { minLength: 1, maxLength: 2 }), {
    maxLength: 3,
  }),
  mode: fc.constantFrom('all' as const, 'any' as const),
  excluded: fc.uniqueArray(fc.constantFrom(...TERMS), { maxLength: 1 }),
  filter: fc.constantFrom(
    EVERY_DOCUMENT,
    hasValues('lang', ['ar']),
    hasValues('source', ['s', 'u']),
    publishedWithin({ from: -2, before: 3 }),
  ),
  sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
});

function matches(record: IndexRecord, request: CandidateRequest): boolean {
  const { groups, mode, excluded, filter } = request;
  const { terms } = record;
  const answers = groups.map((group) => group.some((term) => terms.includes(term)));
  return (
    (groups.length === 0 || (mode === 'all' ? answers.every(Boolean) : answers.some(Boolean))) &&
    !excluded.some((term) => terms.includes(term)) &&
    meets(record, filter)
  );
}

test('finds, counts and sorts like a scan over all documents', async () => {
  await fc.assert(
    fc.asyncProperty(
      // More batches than runs of a level, so that they are merged.
      fc.array(batch, { minLength: 1, maxLength: 30 }),
      fc.array(request, { minLength: 3, maxLength: 3 }),
      async (batches, requests) => {
        const folder = mkdtempSync(join(tmpdir(), 'lisan-lists-'));
        const engine = new SqliteEngine({ data: folder });
        const writer = await engine.open('g', true);
        const reader = await engine.open('g', false);
        const held = new Map<string, IndexRecord>();
        try {
          for (const [round, { records, deleted }] of batches.entries()) {
            await writer.apply(records, deleted);
            for (const id of deleted) held.delete(id);
            for (const one of records) held.set(one.id, one);
            if (round % 10 !== 0 && round !== batches.length - 1) continue;
            if (round % 4 === 3) await writer.compact!();
            for (const wanted of requests) {
              const asked = candidateRequest({ ...wanted, limit: 100, facets: ['lang', 'source'] });
              const expected = [...held.values()].filter((one) => matches(one, asked));
              for (const index of [writer, reader]) {
                const { candidates, total, facets } = await index.candidates(asked);
                const ids = candidates.map(({ id }) => id);
                expect([...ids].sort()).toEqual(expected.map(({ id }) => id).sort());
                expect(total).toEqual({ value: expected.length, relation: 'eq' });
                expect(facets.lang).toEqual(countsOf(expected, 'lang'));
                if (wanted.sort !== 'relevance') {
                  const sign = wanted.sort === 'newest' ? -1 : 1;
                  const dates = candidates.map(({ publishedAt }) => (publishedAt ?? sign * -99) * sign);
                  const last = dates.map((date, i) => (candidates[i]!.publishedAt === undefined ? 99 : date));
                  expect([...last].sort((a, b) => a - b)).toEqual(last);
                }
                const halves = [0, 3].map((offset) =>
                  index.candidates({ ...asked, offset, limit: offset || 3 }),
                );
                const paged = (await Promise.all(halves)).flatMap((page) =>
                  page.candidates.map(({ id }) => id),
                );
                expect(paged).toEqual(ids.slice(0, 6));
              }
            }
            const keys = TERMS.map((_, place) => place - 3);
            const counts = keys.map(
              (key) => [...held.values()].filter(({ hashes }) => [...hashes].includes(key)).length,
            );
            const frequencies = await reader.frequencies(keys);
            expect(keys.map((key) => frequencies.get(key) ?? 0)).toEqual(counts);
          }
        } finally {
          await writer.close();
          await reader.close();
          rmSync(folder, { recursive: true });
        }
      },
    ),
    { numRuns: 20 },
  );
}, 60_000);

test('rarer terms, more of them, and shorter documents come first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-lists-'));
  const index = await new SqliteEngine({ data: folder }).open('g', true);
  const of = (id: string, terms: string[]): IndexRecord => ({
    id,
    terms,
    heading: [],
    names: new Set(),
    mentions: [],
    words: new Map(),
    forwardIndex: encodeForwardIndex([]),
    hashes: [],
    facets: NO_FACET_VALUES,
  });
  const filler = (size: number) => Array.from({ length: size }, (_, number) => `f${number}`);
  await index.apply(
    [
      of('common', ['a', ...filler(9)]),
      of('long', ['b', ...filler(900)]),
      of('short', ['b', ...filler(90)]),
      of('often', ['b', 'b', 'b', ...filler(88)]),
      ...Array.from({ length: 20 }, (_, number) => of(`x${number}`, ['a', ...filler(9)])),
    ],
    [],
  );
  const { candidates } = await index.candidates(
    candidateRequest({ groups: [['b'], ['a']], mode: 'any', limit: 4 }),
  );
  expect(candidates.map(({ id }) => id)).toEqual(['often', 'short', 'long', 'common']);
  await index.close();
  rmSync(folder, { recursive: true });
});
