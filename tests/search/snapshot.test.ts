/** Exports, lists and pages by cursor while articles are written: no hit twice, none missing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/common/types.ts';
import type { Index } from '../../src/engines/engine.ts';
import { search } from '../../src/library/search.ts';
import { MAX_LISTED, ResultLists } from '../../src/search/lists/result-lists.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { type TestService, testService } from '../support/service.ts';

const COUNT = 260;
const article = (n: number, more: Partial<Article> = {}): Article => ({
  id: `a${String(n).padStart(3, '0')}`,
  title: `Okapi ${n}`,
  body: n % 3 === 0 ? 'The okapi lives in the forest.' : 'Zebra, quagga and okapi.',
  keywords: [],
  publishedAt: new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10),
  ...more,
});
const ALL = Array.from({ length: COUNT }, (_, n) => article(n));
const IDS = ALL.map(({ id }) => id!);

let service: TestService;
beforeEach(async () => {
  service = testService();
  await service.fill(ALL);
});
afterEach(() => service.remove());

/** What another process does between two reads of one search: the first hits last, the last first, new ones before all. */
async function disturb(round: number): Promise<void> {
  const moved = [0, 1, 2, 130, 257, 258, 259].map((n) => article(n, { body: `Okapi, version ${round}.` }));
  await service.fill([
    ...moved,
    ...Array.from({ length: 10 }, (_, n) => article(600 + round * 10 + n)),
    ...[3, 256].map((n) => article(n, { publishedAt: n === 3 ? '2031-01-01' : '2001-01-01' })),
  ]);
}

/** Lets something be written before the second, third … read of documents of each search. */
function writtenBetweenReads(): () => number {
  const { live } = service;
  const opened = live.opened.bind(live);
  let writes = 0;
  live.opened = async () => {
    const { index, entry } = await opened();
    let reads = 0;
    const watched = new Proxy(index, {
      get(target, name: keyof Index) {
        const member = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...values: unknown[]) => {
          if (['candidates', 'ids'].includes(name) && reads++ > 0) await disturb(++writes);
          return (member as (...values: unknown[]) => unknown).apply(target, values);
        };
      },
    });
    return { index: watched, entry };
  };
  return () => writes;
}

const REQUEST: SearchRequest = {
  ...{ q: 'okapi', limit: 10_000, offset: 0, sort: 'relevance', match: 'all', facets: [] },
  ...{ explain: false, language: 'en', relax: [], purpose: 'export' },
};

describe('articles written between the reads of one search', () => {
  test.each([
    { what: 'words', change: {} },
    { what: 'words, collapsed', change: { collapse: true } },
    { what: 'several words', change: { q: 'okapi forest', relax: ['words'] } },
    { what: 'the newest', change: { sort: 'newest' } },
    { what: 'all, the oldest', change: { q: '', sort: 'oldest' } },
    { what: 'all, the newest, collapsed', change: { q: '', sort: 'newest', collapse: true } },
    { what: 'a phrase', change: { q: '"quagga and okapi" OR forest' } },
  ] as { what: string; change: Partial<SearchRequest> }[])('an export of $what', async ({ what, change }) => {
    const before = (await service.searcher.find({ ...REQUEST, ...change })).documents.map(({ id }) => id);
    const writes = writtenBetweenReads();
    const { documents } = await service.searcher.find({ ...REQUEST, ...change });
    const ids = documents.map(({ id }) => id);
    expect(new Set(ids).size, 'twice').toBe(ids.length);
    // Collapsing and ranking of the first ones are of before; moved ones still match.
    const moved = ['a000', 'a001', 'a002', 'a130', 'a257', 'a258', 'a259'];
    const expected = before.filter((id) => !what.includes('collapsed') && !moved.includes(id));
    expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
    expect(writes()).toBeLessThanOrEqual(1);
  });

  test('a page that begins in the window and ends after it', async () => {
    writtenBetweenReads();
    const request = { ...REQUEST, offset: 150, limit: 100 };
    const { hits } = await service.searcher.search(request);
    const ids = hits.map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([100, 100]);
  });
});

describe('paging by cursor', () => {
  test.each([
    { sort: 'relevance', q: 'okapi' },
    { sort: 'newest', q: 'okapi' },
    { sort: 'oldest', q: '' },
    { sort: 'relevance', q: 'okapi forest' },
  ] as const)('gives each hit once, whatever is written between pages: %o', async ({ sort, q }) => {
    const options = { sort, limit: 50, collapse: false };
    const { relax: _, ...relaxed } = REQUEST;
    const request: SearchRequest = { ...relaxed, q, sort };
    const all = (await service.searcher.find(request)).documents.map(({ id }) => id);
    const before = await search(service, q, { ...options, cursor: '*' });
    const ids = before.hits.map(({ id }) => id);
    const { total, partial } = before;
    let round = 0;
    for (let { cursor } = before; cursor !== null; ) {
      await disturb(++round);
      const page = await search(service, q, { ...options, cursor });
      expect([page.total, page.partial]).toEqual([total, partial]);
      for (const hit of page.hits) {
        ids.push(hit.id);
        expect(hit.highlights.title?.text).toContain('Okapi');
        if (q !== '') expect(hit.highlights.title?.marks).not.toEqual([]);
      }
      cursor = page.cursor;
    }
    expect(round).toBeGreaterThan(0);
    expect(ids).toHaveLength(total.value + partial);
    expect(ids).toEqual(all);
  });

  test('pages have what pages by offset have', async () => {
    const byCursor = await search(service, 'okapi forest', { limit: 30, cursor: '*' });
    const second = await search(service, 'okapi forest', {
      limit: 30,
      cursor: byCursor.cursor!,
    });
    const byOffset = await search(service, 'okapi forest', { limit: 30, offset: 30 });
    // Scores depend on the present time.
    const untimed = ({ tookMs: _, cursor: __, hits, ...answer }: typeof second) => ({
      ...answer,
      hits: hits.map(({ score: ___, ...hit }) => hit),
    });
    expect(untimed(second)).toEqual(untimed(byOffset));
  });

  test('a deleted article is left out of later pages, and no other', async () => {
    const { hits, cursor } = await search(service, '', { sort: 'oldest', limit: 10, cursor: '*' });
    expect(hits.map(({ id }) => id)).toEqual(IDS.slice(0, 10));
    service.archive.delete('a012');
    await service.level();
    const page = await search(service, '', { sort: 'oldest', limit: 10, cursor: cursor! });
    expect(page.hits.map(({ id }) => id)).toEqual(IDS.slice(10, 20).filter((id) => id !== 'a012'));
    const next = await search(service, '', { sort: 'oldest', limit: 10, cursor: page.cursor! });
    expect(next.hits.map(({ id }) => id)).toEqual(IDS.slice(20, 30));
  });

  test('phrases that were taken apart are marked as words on every page', async () => {
    const options = { limit: 5, collapse: false };
    const first = await search(service, '"okapi zebra"', { ...options, cursor: '*' });
    expect(first.relaxed?.why).toBe('phrase');
    const { hits } = await search(service, '"okapi zebra"', { ...options, cursor: first.cursor! });
    expect(hits.every(({ highlights }) => highlights.title!.marks.length > 0)).toBe(true);
  });

  test('the last page has no cursor, nor has an answer without one', async () => {
    expect((await search(service, 'okapi')).cursor).toBeNull();
    expect((await search(service, 'forest', { limit: 100, offset: 150, cursor: '*' })).cursor).toBeNull();
    expect((await search(service, 'okapi', { limit: 0, cursor: '*' })).cursor).toBeNull();
  });

  test.each([
    ['nonsense', 'okapi', 'invalid_cursor'],
    ['AAAAAAAAAAAAAAAA.20', 'okapi', 'cursor_expired'],
    [undefined, 'zebra', 'invalid_cursor'],
  ])('refuses the cursor %s for %s', async (cursor, q, code) => {
    const first = await search(service, 'okapi', { cursor: '*' });
    await expect(search(service, q, { cursor: cursor ?? first.cursor! })).rejects.toMatchObject({ code });
  });

  test('lists take a bounded amount of memory: the oldest ones are forgotten', async () => {
    const lists = new ResultLists();
    const request = { ...REQUEST, limit: 20 };
    const { answer, listed } = await service.searcher.list(request, MAX_LISTED);
    const long = listed.map((document) => ({ ...document, id: document.id.padEnd(2000) }));
    const { cursor } = lists.keep(request, { answer, listed: long });
    expect(lists.page(cursor!, request).documents).toHaveLength(20);
    for (let n = 0; n < 80; n++) lists.keep(request, { answer, listed: long });
    expect(() => lists.page(cursor!, request)).toThrow('not kept any more');
  });
});
