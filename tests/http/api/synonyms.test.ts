/** Synonyms over HTTP: read by those who search, changed by those with the admin key. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, running } from '../../support/running-service.ts';

const KEY = { authorization: 'Bearer admin-0123456789abcdef' };

let api: Running;
beforeAll(async () => {
  api = await running({ LISAN_API_KEYS: 'admin:admin-0123456789abcdef,search:search-0123456789abcdef' });
  await api.service.fill([
    { id: 'a', title: 'Traffic', body: 'Two cars were parked outside the house.', keywords: [] },
  ]);
});
afterAll(() => api.end());

const ask = (path: string, init: RequestInit = {}) => api.ask(path, { ...init, headers: KEY });

test('synonyms are added, listed, used and removed', async () => {
  const search = '/api/search?q=automobile&strict=true';
  const before = await ask(search);
  expect(before.body.total.value).toBe(0);
  const sent = {
    synonyms: [{ words: ['car', 'automobile'] }, { words: ['EU'], to: ['Europe'], lang: 'en' }],
  };
  const { status, body } = await api.post('/api/synonyms', sent, KEY);
  expect(status).toBe(200);
  expect(body.synonyms).toMatchObject(sent.synonyms);
  expect((await ask('/api/synonyms')).body).toEqual(body);
  const after = await ask(search);
  expect(after.body.total.value).toBe(1);
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  const id = body.synonyms[0].id;
  expect((await ask(`/api/synonyms/${id}`, { method: 'DELETE' })).body).toEqual({ id, deleted: true });
  expect((await ask(`/api/synonyms/${id}`, { method: 'DELETE' })).body.error.code).toBe('synonym_unknown');
  expect(
    (await api.post('/api/synonyms?replace=true', { synonyms: [{ words: ['a', 'b'] }] }, KEY)).status,
  ).toBe(200);
  expect((await ask('/api/synonyms')).body.synonyms).toHaveLength(1);
});

test.each([
  [{ synonyms: [{ words: ['car'] }] }, 400, 'invalid_synonym'],
  [{ synonyms: [{ words: ['a, b', 'x'] }] }, 400, 'invalid_synonym'],
  [{ synonyms: [{ words: ['a => b', 'x'] }] }, 400, 'invalid_synonym'],
  [{ synonyms: [{ words: ['one\ntwo', 'x => y'] }] }, 400, 'invalid_synonym'],
  [{ synonyms: [{ word: 'x' }] }, 400, 'invalid_synonym'],
  [{}, 400, 'invalid_synonym'],
])('%j is refused', async (sent, status, code) => {
  const answer = await api.post('/api/synonyms', sent, KEY);
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});

test('a key of another scope changes nothing, and neither does nobody', async () => {
  const sent = { synonyms: [{ words: ['car', 'bus'] }] };
  const other = await api.post('/api/synonyms', sent, { authorization: 'Bearer search-0123456789abcdef' });
  expect([other.status, other.body.error.code]).toEqual([403, 'key_forbidden']);
  expect((await api.post('/api/synonyms', sent)).status).toBe(401);
});

test('without an admin key, nobody changes synonyms', async () => {
  const open = await running();
  try {
    const { status, body } = await open.post('/api/synonyms', { synonyms: [{ words: ['car', 'bus'] }] });
    expect([status, body.error.code]).toEqual([403, 'key_unset']);
    expect((await open.ask('/api/synonyms')).body).toEqual({ synonyms: [] });
  } finally {
    await open.end();
  }
});
