/** What those with the admin key see and do: state, report, takedowns, entities of the archive's own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QueryLog } from '../../../src/service/query-log.ts';
import { queryLogFile } from '../../../src/service/service.ts';
import { type Running, running } from '../../support/running-service.ts';
import { throwAwayFolder } from '../../support/service.ts';

const KEY = { authorization: 'Bearer admin-0123456789abcdef' };
const SEARCH = { authorization: 'Bearer search-0123456789abcdef' };
const TEXT =
  'The minister said on Monday that the bridge across the strait will be closed for repairs until the end of the month, and that ferries will run every hour.';

const folder = throwAwayFolder();
const own = join(folder.path, 'mine.jsonl');
let api: Running;
beforeAll(async () => {
  writeFileSync(own, '{"id":"person-jane-doe","type":"person","names":{"en":["Jane Q. Doe"]}}\n');
  api = await running({
    LISAN_API_KEYS: 'admin:admin-0123456789abcdef,search:search-0123456789abcdef',
    LISAN_ENTITIES: own,
  });
  await api.service.fill([
    { id: 'bridge', title: 'Bridge closed', body: TEXT, keywords: [] },
    { id: 'https://copy/1', title: 'Bridge closed', body: TEXT, keywords: [] },
    { id: 'other', title: 'Bridge opened', body: 'Another bridge was opened.', keywords: [] },
  ]);
});
afterAll(async () => {
  await api.end();
  folder.remove();
});

const ask = (path: string, init: RequestInit = {}) => api.ask(path, { headers: KEY, ...init });
const remove = (path: string) => ask(path, { method: 'DELETE' });

test.each(['/api/state', '/api/report', '/api/takedowns', '/api/own-entities', '/api/pins'])(
  '%s is told to the admin key alone, and nobody keeps it',
  async (path) => {
    const { status, headers } = await ask(path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await api.ask(path, { headers: SEARCH })).body.error.code).toBe('key_forbidden');
    expect((await api.ask(path)).status).toBe(401);
  },
);

test('without an admin key, nobody is told anything', async () => {
  const open = await running();
  try {
    for (const path of ['/api/state', '/api/report', '/api/takedowns'])
      expect((await open.ask(path)).body.error.code, path).toBe('key_unset');
  } finally {
    await open.end();
  }
});

test('the state has what status and doctor say', async () => {
  const { body } = await ask('/api/state');
  expect(body).toMatchObject({
    health: { documents: expect.any(Number), lag: 0, engine: 'sqlite' },
    verified: null,
    setAside: { count: 0, documents: [] },
    damaged: { count: 0, documents: [] },
    lostPins: 0,
    tasks: [],
  });
  expect(body.disk.freeBytes).toBeGreaterThan(0);
});

test('the report lists searches without an answer, as far as they are written', async () => {
  const log = new QueryLog(queryLogFile(api.service.config), 30);
  log.note('zzqxv', 0, 12);
  log.note('bridge', 2, 3);
  log.close();
  const { body } = await ask('/api/report?days=7&limit=5');
  expect(body).toMatchObject({ days: 7, kept: true, searches: 2, empty: 1 });
  expect(body.withoutHits).toEqual([{ query: 'zzqxv', times: 1, empty: 1, slowest: 12 }]);
  expect(body.frequent.map(({ query }: { query: string }) => query)).toEqual(['bridge', 'zzqxv']);
});

test('an article that is taken down is gone with its copies, is refused, and the reason is kept', async () => {
  const sent = { id: 'bridge', reason: 'a court order', copies: true };
  const { status, body } = await api.post('/api/takedowns?wait=true', sent, KEY);
  expect([status, body.indexed]).toEqual([200, true]);
  expect(body.takedowns).toEqual([
    { id: 'bridge', deleted: true },
    { id: 'https://copy/1', deleted: true },
  ]);
  const found = await ask('/api/search?q=bridge&collapse=false');
  expect(found.body.hits.map(({ id }: { id: string }) => id)).toEqual(['other']);
  expect((await ask('/api/search.atom?q=bridge')).text).not.toContain('Bridge closed');
  expect((await ask('/api/documents/bridge')).status).toBe(404);
  const listed = (await ask('/api/takedowns')).body.takedowns;
  expect(listed.map(({ id, reason }: Record<string, string>) => [id, reason])).toEqual([
    ['bridge', 'a court order'],
    ['https://copy/1', 'a court order'],
  ]);
  api.service.archive.put([{ id: 'bridge', title: 'Again', body: TEXT, keywords: [] }]);
  expect(api.service.archive.get('bridge')).toBeUndefined();
  const lifted = await remove(`/api/takedowns/${encodeURIComponent('https://copy/1')}`);
  expect(lifted.body).toEqual({ id: 'https://copy/1', lifted: true });
  expect((await remove('/api/takedowns/bridge')).status).toBe(200);
  expect((await remove('/api/takedowns/bridge')).body.error.code).toBe('takedown_unknown');
  expect((await ask('/api/takedowns')).body.takedowns).toEqual([]);
});

test.each([[{ id: 'x' }], [{ id: 'x', reason: ' ' }], [{ reason: 'r' }], [{ id: '', reason: 'r' }]])(
  'the takedown %j is refused',
  async (sent) => {
    const { status, body } = await api.post('/api/takedowns', sent, KEY);
    expect([status, body.error.code]).toEqual([400, 'invalid_takedown']);
  },
);

test('entities of the archive are added, changed, listed and removed in its file', async () => {
  const entity = { id: 'person-joe-bloggs', type: 'person', names: { en: ['Joe X. Bloggs'] } };
  const added = await api.post('/api/own-entities', { entities: [entity] }, KEY);
  expect(added.body).toEqual({ added: [entity.id], changed: [], warnings: [], restart: true });
  const more = { ...entity, names: { en: ['Joe X. Bloggs'], tr: ['Co Bloggs'] } };
  const changed = await api.post('/api/own-entities', { entities: [more] }, KEY);
  expect(changed.body.changed).toEqual([entity.id]);
  expect((await ask('/api/own-entities?q=co blog')).body).toEqual({ total: 1, entities: [more] });
  expect((await ask('/api/own-entities?limit=1')).body.total).toBe(2);
  expect(readFileSync(own, 'utf8').trim().split('\n')).toHaveLength(2);
  expect((await remove(`/api/own-entities/${entity.id}`)).body).toMatchObject({ deleted: true });
  expect((await remove(`/api/own-entities/${entity.id}`)).body.error.code).toBe('entity_unknown');
  expect(readFileSync(own, 'utf8')).toContain('person-jane-doe');
});

test.each([
  [{ id: 'person-x', type: 'place', names: { en: ['X Y'] } }],
  [{ id: 'person-x', type: 'person', names: {} }],
  [{ id: 'X', type: 'person', names: { en: ['X Y'] } }],
  [{ id: 'person-x', type: 'person', names: { en: ['X Y'] }, related: ['person-nobody-at-all'] }],
])('the entity %j is refused, and the file stays as it is', async (entity) => {
  const before = readFileSync(own, 'utf8');
  const { status, body } = await api.post('/api/own-entities', { entities: [entity] }, KEY);
  expect([status, body.error.code]).toEqual([400, 'invalid_entity']);
  expect(body.error.message).not.toContain(folder.path);
  expect(readFileSync(own, 'utf8')).toBe(before);
});

test('without a file for them, entities cannot be changed, and the answer says why', async () => {
  const other = await running({ LISAN_API_KEYS: 'admin:admin-0123456789abcdef' });
  try {
    const answer = await other.ask('/api/own-entities', { headers: KEY });
    expect([answer.status, answer.body.error.code]).toEqual([409, 'no_entities_file']);
  } finally {
    await other.end();
  }
});

test('a page of another site cannot use the key of a reader', async () => {
  const headers = { ...KEY, origin: 'https://elsewhere.example' };
  const sent = { id: 'other', reason: 'r' };
  expect((await api.post('/api/takedowns', sent, headers)).body.error.code).toBe('cross_site');
  expect((await ask('/api/documents/other')).status).toBe(200);
});
