/** `lisan/client` against a running service; its types are those of the present API. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headOfTypes } from '../../scripts/client-types.ts';
import { LisanApiError, LisanClient } from '../../src/client/index.ts';
import { type Running, running } from '../support/running-service.ts';

const KEY = 'a-key-with-scope-ingest';
let api: Running;
let client: LisanClient;

beforeAll(async () => {
  api = await running({ LISAN_API_KEYS: `ingest:${KEY}` });
  client = new LisanClient({ url: `${api.server.url}/`, key: KEY, language: 'tr' });
  const documents = [
    { id: '.', title: 'Lavrov Astana’da', body: 'Bakan dün geldi.', source: 'A, B' },
    { id: 'b/c?', title: 'Deprem', body: 'Ankara’da deprem oldu.', source: 'C' },
  ];
  expect(await client.store({ documents }, { wait: true })).toMatchObject({ added: 2 });
});
afterAll(() => api.end());

test('types are made of the present description: otherwise run `node scripts/client-types.ts`', () => {
  const types = readFileSync(new URL('../../src/client/schema.ts', import.meta.url), 'utf8');
  expect(types.slice(0, types.indexOf('\n'))).toBe(headOfTypes());
});

describe('a client', () => {
  test('searches with lists, numbers and words in any script', async () => {
    const { hits, total, facets } = await client.search({
      q: 'Лавров',
      facets: ['source', 'lang'],
      limit: 5,
    });
    expect(hits.map(({ id }) => id)).toEqual(['.']);
    expect(total.value).toBe(1);
    expect(facets.source).toEqual([{ value: 'A, B', count: 1 }]);
  });

  test('names a value with a comma', async () => {
    const { hits } = await client.search({ q: '', source: ['A, B'] });
    expect(hits.map(({ id }) => id)).toEqual(['.']);
  });

  test('reads articles of any id, their marks and those like them', async () => {
    expect(await client.article('b/c?')).toMatchObject({ title: 'Deprem' });
    expect(await client.article('.')).toMatchObject({ source: 'A, B' });
    const { marks } = await client.marks('b/c?', { q: 'depremler' });
    expect(marks.length).toBe(2);
    expect(await client.similar('.', { limit: 1 })).toHaveProperty('hits');
  });

  test('reads entities and completes queries', async () => {
    const { entities } = await client.entities({ q: 'Lavrov' });
    const found = await client.entity(entities[0]!.id);
    expect(found.id).toBe('person-sergey-lavrov');
    expect(await client.suggest({ q: 'Lav' })).toHaveProperty('suggestions');
  });

  test('deletes an article', async () => {
    await client.store({ documents: [{ id: 'short-lived', body: 'Yok olacak.' }] }, { wait: true });
    await client.remove('short-lived', { wait: true });
    await expect(client.article('short-lived')).rejects.toMatchObject({ status: 404 });
  });

  test('throws the error of the service, in the language of the client', async () => {
    const error: LisanApiError = await client.article('nothing').catch((thrown) => thrown);
    expect(error).toBeInstanceOf(LisanApiError);
    expect([error.code, error.status]).toEqual(['document_unknown', 404]);
    const english = await new LisanClient({ url: api.server.url, language: 'en' })
      .article('nothing')
      .catch((thrown) => thrown);
    expect(error.message).not.toBe(english.message);
  });

  test('says that there is no service', async () => {
    const nowhere = new LisanClient({ url: 'http://127.0.0.1:9' });
    await expect(nowhere.search({ q: 'x' })).rejects.toMatchObject({ code: 'unreachable', status: 0 });
  });

  test('throws the reason of a signal', async () => {
    const reason = new Error('typed on');
    await expect(client.search({ q: 'x' }, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test('says that a proxy answered', async () => {
    const html = async () => new Response('<h1>Bad gateway</h1>', { status: 502 });
    const behind = new LisanClient({ url: 'http://proxy.example', fetch: html });
    await expect(behind.search({ q: 'x' })).rejects.toMatchObject({ code: 'unknown', status: 502 });
  });
});
