/** Pinned and hidden articles over HTTP, and what every address makes of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, running } from '../../support/running-service.ts';

const KEY = { authorization: 'Bearer admin-0123456789abcdef' };
const SEARCH = { authorization: 'Bearer search-0123456789abcdef' };

let api: Running;
beforeAll(async () => {
  api = await running({ LISAN_API_KEYS: 'admin:admin-0123456789abcdef,search:search-0123456789abcdef' });
  await api.service.fill([
    ...[1, 2, 3].map((n) => ({
      id: `rain-${n}`,
      title: `Rain ${n}`,
      body: `It will rain in the region number ${n}.`,
      publishedAt: `2024-01-0${n}`,
      keywords: [],
    })),
    { id: 'guide', title: 'Flood guide', body: 'What to do when rivers rise.', keywords: [] },
  ]);
  const rule = { query: 'Rain', pinned: ['guide', 'rain-1'], hidden: ['rain-2'] };
  const { status, body } = await api.post('/api/pins', { pins: [rule] }, KEY);
  expect([status, body.pins[0]]).toEqual([200, { id: expect.any(String), ...rule, missing: [] }]);
});
afterAll(() => api.end());

const ask = (path: string, init: RequestInit = {}) => api.ask(path, { headers: KEY, ...init });
const hitsOf = async (path: string): Promise<string[]> =>
  (await ask(path)).body.hits.map(({ id }: { id: string }) => id);
const textOf = async (path: string): Promise<string> => (await ask(path)).text;

test('a search says what is pinned and how many are hidden, on every page', async () => {
  const { body } = await ask('/api/search?q=rain&limit=2');
  expect(body.hits.map(({ id, pinned }: Record<string, unknown>) => [id, pinned])).toEqual([
    ['guide', true],
    ['rain-1', true],
  ]);
  expect([body.total.value, body.hidden]).toEqual([3, 1]);
  expect(await hitsOf('/api/search?q=rain&limit=2&offset=2')).toEqual(['rain-3']);
});

test.each([
  ['/api/search?q=rain&strict=true', ['rain-3', 'rain-1']],
  ['/api/search?q=rain&match=exact', ['rain-3', 'rain-1']],
  ['/api/search?q=rain&sort=oldest', ['rain-1', 'rain-3']],
])('%s hides, and pins nothing', async (path, expected) => {
  expect((await hitsOf(path)).sort()).toEqual([...expected].sort());
});

test('exports have the list as it is shown, feeds without what only is pinned', async () => {
  const lines = (await textOf('/api/search.jsonl?q=rain')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(['guide', 'rain-1', 'rain-3']);
  const feed = await textOf('/api/search.atom?q=rain');
  expect([...feed.matchAll(/urn:lisan:((?:rain|guide)[^<]*)/g)].map(([, id]) => id)).toEqual([
    'rain-3',
    'rain-1',
  ]);
});

test("Meilisearch's clients get the same list", async () => {
  const { body } = await api.post('/indexes/articles/search', { q: 'rain' }, SEARCH);
  expect(body.hits.map(({ id }: { id: string }) => id)).toEqual(['guide', 'rain-1', 'rain-3']);
  expect(body.estimatedTotalHits).toBe(3);
});

test('lists of queries and comparisons count articles as they are', async () => {
  const { body } = await ask('/api/compare?q=rain&by=date');
  expect(body.queries[0].total.value).toBe(3);
  const { text } = await api.post('/api/batch?format=jsonl', { queries: ['rain'] }, SEARCH);
  expect(JSON.parse(text).total).toBe(3);
});

test('they are listed, changed and removed with the admin key alone, and answers follow', async () => {
  const before = await ask('/api/search?q=flood');
  const { body } = await api.post('/api/pins', { pins: [{ query: 'flood', pinned: ['rain-3'] }] }, KEY);
  const { id } = body.pins[0];
  const after = await ask('/api/search?q=flood');
  expect(after.body.hits[0].id).toBe('rain-3');
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  expect((await ask('/api/pins')).body.pins).toHaveLength(2);
  expect((await ask('/api/pins', { headers: SEARCH })).body.error.code).toBe('key_forbidden');
  expect((await api.post('/api/pins', { pins: [{ query: 'x', pinned: ['a'] }] }, SEARCH)).status).toBe(403);
  expect((await ask(`/api/pins/${id}`, { method: 'DELETE' })).body).toEqual({ id, deleted: true });
  expect((await ask(`/api/pins/${id}`, { method: 'DELETE' })).body.error.code).toBe('pins_unknown');
});

test.each([
  [{ pins: [{ query: 'rain' }] }],
  [{ pins: [{ query: 'rain OR snow', pinned: ['a'] }] }],
  [{ pins: [{ pinned: ['a'] }] }],
  [{ pins: [] }],
  [{}],
])('%j is refused', async (sent) => {
  const { status, body } = await api.post('/api/pins', sent, KEY);
  expect([status, body.error.code]).toEqual([400, 'invalid_pins']);
});
