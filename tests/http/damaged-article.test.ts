/** An article that is damaged on disk is served as that: the others, and what lists it, are as they were. */
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, running } from '../support/running-service.ts';

let api: Running;
beforeAll(async () => {
  api = await running();
  await api.service.fill(
    ['a', 'b'].map((id) => ({
      id,
      title: `grain ${id}`,
      body: 'wheat',
      keywords: [],
      publishedAt: '2024-01-01',
    })),
  );
  const database = new DatabaseSync(api.service.archive.file);
  database.exec(`UPDATE documents SET content = replace(content, 'wheat', 'whale') WHERE id = 'a'`);
  database.close();
});
afterAll(() => api.end());

test('a search of Meilisearch with the figures of dates is answered without it', async () => {
  const { status, body } = await api.post('/indexes/articles/search', {
    q: 'grain',
    facets: ['publishedAt'],
  });
  expect(status).toBe(200);
  expect(body.hits.map(({ id }: { id: string }) => id)).toEqual(['b']);
});

test.each(['/api/documents/a', '/api/documents/a/marks?q=grain', '/api/similar/a'])(
  '%s says that it is damaged, and what can be done',
  async (path) => {
    const { status, body } = await api.ask(path);
    expect({ status, code: body.error.code }).toEqual({ status: 410, code: 'document_damaged' });
    expect(body.error.remedy).toContain('lisan repair');
  },
);

test('its page is the page of the service with the same status', async () => {
  const { status, text } = await api.ask('/articles/a', { headers: { accept: 'text/html' } });
  expect(status).toBe(410);
  expect(text).toContain('<title>lisan</title>');
});

test('the others are as they were', async () => {
  expect((await api.ask('/api/documents/b')).body.body).toBe('wheat');
});
