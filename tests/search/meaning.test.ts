/** Search by meaning beside words: order, filters, totals, pages, and what is said of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Meaning } from '../../src/meaning/meaning.ts';
import { moreLikeThis } from '../../src/search/more-like-this.ts';
import type { SearchRequest } from '../../src/search/searcher.ts';
import { type EmbeddingsServer, embeddingsServer } from '../support/embeddings-server.ts';
import { type TestService, testService } from '../support/service.ts';

let server: EmbeddingsServer;
let service: TestService;
let plain: TestService;

const PLACE = 'Ankara, 3 March.';
const ARTICLES = [
  {
    id: 'en',
    title: 'Earthquake',
    body: `${PLACE}\nA strong earthquake shook the northern coast at night, officials said in the morning, and sirens sounded.`,
  },
  { id: 'tr', title: 'Deprem', body: 'Deprem gece kıyıyı salladı.', source: 'A', publishedAt: '2023-02-06' },
  { id: 'ar', title: 'زلزال', body: 'ضرب زلزال الساحل.', source: 'B', publishedAt: '2024-01-01' },
  { id: 'wheat', title: 'Wheat', body: 'Grain left the port.', source: 'B' },
  { id: 'vote', title: 'Election', body: 'The vote went on.', source: 'A' },
].map((article) => ({ keywords: [], ...article }));

beforeAll(async () => {
  server = await embeddingsServer();
  service = testService({ LISAN_EMBEDDER: server.url, LISAN_EMBEDDER_MODEL: 'words' });
  plain = testService();
  await service.fill(ARTICLES);
  await plain.fill(ARTICLES);
  await (service.meaning as Meaning).embedPending();
});
beforeEach(() => {
  server.answers = [];
});
afterAll(async () => {
  await service.remove();
  await plain.remove();
  await server.close();
});

const ids = async (q: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
  (await service.ask(q, more)).hits.map(({ id }) => id);

test('what is near in meaning is found, says so, and is not in the total', async () => {
  const { hits, total, partial, meaning } = await service.ask('earthquake');
  expect(hits.map(({ id, meaning: only }) => [id, only])).toEqual([
    ['en', undefined],
    ...['tr', 'ar']
      .map((id) => [id, true])
      .sort((a, b) => hits.findIndex(({ id }) => id === a[0]) - hits.findIndex(({ id }) => id === b[0])),
  ]);
  expect(total).toEqual({ value: 1, relation: 'eq' });
  expect(partial).toBe(0);
  expect(meaning).toEqual({ hybrid: 0.5, state: 'complete', found: 2 });
});

test('its passage is shown, and nothing is marked', async () => {
  const { hits } = await service.ask('زلزال', { explain: true });
  const hit = hits.find(({ id }) => id === 'en')!;
  expect(hit.highlights.title).toMatchObject({ text: 'Earthquake', marks: [] });
  // Not the line of place and date.
  expect(hit.highlights.body).toEqual([
    expect.objectContaining({
      text: expect.stringMatching(/^A strong earthquake/),
      marks: [],
      lang: 'en',
      dir: 'ltr',
    }),
  ]);
  expect(hit.explanation).toMatchObject({ meaning: expect.any(Number), total: hit.score });
});

test('scores are of words and meaning by weight', async () => {
  for (const hybrid of [0.25, 0.5, 1]) {
    const { hits } = await service.ask('earthquake coast', { hybrid, explain: true });
    const first = hits.find(({ id }) => id === 'en');
    expect(first!.score).toBeCloseTo(1 - hybrid + hybrid * first!.explanation!.meaning!, 5);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b! - a!));
  }
});

test.each([
  ['filter', { filter: { facet: 'source', values: ['B'] } }, 'earthquake', ['ar']],
  ['days', { days: { from: '2023-01-01', to: '2023-12-31' } }, 'earthquake', ['tr']],
  ['filter in the query', {}, 'earthquake source:A', ['tr']],
  ['language', {}, 'earthquake lang:ar', ['ar']],
  ['exclusion', {}, 'earthquake -gece', ['ar', 'en']],
  ['phrase', {}, 'earthquake "strong earthquake"', ['en']],
  ['field', {}, 'title:earthquake', ['en']],
] satisfies [string, Partial<SearchRequest>, string, string[]][])(
  '%s holds',
  async (_, more, q, expected) => {
    expect((await ids(q, more)).sort()).toEqual(expected);
  },
);

test.each([
  ['weight 0', { hybrid: 0 }, 'earthquake'],
  ['match=exact', { match: 'exact' }, 'earthquake'],
  ['by date', { sort: 'newest' }, 'earthquake'],
  ['strict', { relax: [] }, 'earthquake'],
  ['no words', {}, 'source:A'],
] satisfies [string, Partial<SearchRequest>, string][])(
  '%s: by words alone, as without an embedder',
  async (_, more, q) => {
    const { meaning, tookMs: __, ...answer } = await service.ask(q, more);
    expect(meaning).toEqual({ hybrid: 0, state: 'unused', found: 0 });
    const { hybrid: ___, ...same } = { hybrid: undefined, ...more };
    const { tookMs: ____, ...expected } = await plain.ask(q, same);
    expect(answer).toEqual(expected);
  },
);

test('without an embedder nothing is said of meaning, and a weight is refused', async () => {
  expect(await plain.ask('earthquake')).not.toHaveProperty('meaning');
  expect(plain.meaning).toBeUndefined();
  await expect(plain.ask('earthquake', { hybrid: 0.5 })).rejects.toMatchObject({
    code: 'no_embedder',
    status: 400,
  });
  expect((await plain.ask('earthquake', { hybrid: 0 })).total.value).toBe(1);
});

test('an embedder that fails leaves what words find, and is told', async () => {
  server.answers = [{ status: 503, body: 'loading' }];
  const { hits, total, meaning } = await service.ask('earthquake officials');
  expect(hits.map(({ id }) => id)).toEqual(['en']);
  expect(total.value).toBe(1);
  expect(meaning).toEqual({
    hybrid: 0.5,
    state: 'unavailable',
    found: 0,
    reason: 'embedder_refused',
  });
});

test('pages neither repeat nor lose a hit', async () => {
  const whole = await ids('deprem');
  const pages: string[] = [];
  for (let offset = 0; offset < whole.length; offset++)
    pages.push(...(await ids('deprem', { offset, limit: 1 })));
  expect(pages).toEqual(whole);
  expect(await ids('deprem', { offset: whole.length, limit: 5 })).toEqual([]);
});

test('what is not embedded yet is found by words, and the answer says that vectors are behind', async () => {
  await service.fill([{ id: 'new', title: 'Earthquake again', body: 'A second earthquake.', keywords: [] }]);
  const { hits, meaning } = await service.ask('earthquake');
  expect(hits.map(({ id }) => id)).toContain('new');
  expect(meaning).toMatchObject({ state: 'behind', found: 2 });
  service.archive.delete('new');
  await service.level();
  expect(await ids('earthquake')).not.toContain('new');
  await (service.meaning as Meaning).embedPending();
  expect((await service.ask('earthquake')).meaning).toMatchObject({ state: 'complete' });
});

test('a deleted document is no hit before its vectors are gone', async () => {
  await service.fill([{ id: 'late', title: 'землетрясение', body: 'землетрясение', keywords: [] }]);
  await (service.meaning as Meaning).embedPending();
  expect(await ids('earthquake')).toContain('late');
  service.archive.delete('late');
  await service.level();
  expect(await ids('earthquake')).not.toContain('late');
});

test('more like this has documents of like meaning', async () => {
  const similar = await moreLikeThis(service, { id: 'tr', limit: 2, language: 'en' });
  expect(similar.map(({ id, meaning }) => [id, meaning]).sort()).toEqual([
    ['ar', true],
    ['en', true],
  ]);
  expect(await moreLikeThis(plain, { id: 'tr', limit: 2, language: 'en' })).toEqual([]);
});
