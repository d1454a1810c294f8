/** Reading as Meilisearch does it, in the cases that clients of it met. Figures were taken from a Meilisearch 1.50. */
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, running } from '../../support/running-service.ts';

let api: Running;
let articles: ReturnType<Meilisearch['index']>;
beforeAll(async () => {
  api = await running();
  await api.service.fill([
    ...['a b c d e f g match h i j k l m n o', 'match first b c d e f g', 'a b c d e f match'].map(
      (body, n) => ({ id: String(n + 1), title: 'Crop', body, keywords: [] }),
    ),
    { id: 'words', title: 'alpha beta gamma', body: 'omega', keywords: [] },
  ]);
  articles = new Meilisearch({ host: api.server.url }).index('articles');
});
afterAll(() => api.end());

describe('bodies', () => {
  const post = (path: string, body: string, type?: string) =>
    api.ask(path, {
      method: 'POST',
      body: type === undefined ? new Blob([body]) : body,
      ...(type !== undefined && { headers: { 'content-type': type } }),
    });

  test.each<[string, string, string | undefined, number, string]>([
    ['/indexes/articles/search', '{"q":"omega"}', 'text/plain', 415, 'invalid_content_type'],
    ['/indexes/articles/search', 'q=omega', 'application/x-www-form-urlencoded', 415, 'invalid_content_type'],
    ['/indexes/articles/search', '{"q":"omega"}', undefined, 415, 'missing_content_type'],
    ['/indexes/articles/search', '', 'application/json', 400, 'missing_payload'],
    ['/indexes/articles/search', '{"q":', 'application/json', 400, 'malformed_payload'],
    ['/multi-search', '{"queries":[]}', 'text/plain', 415, 'invalid_content_type'],
    ['/indexes/articles/facet-search', '{"facetName":"lang"}', 'text/plain', 415, 'invalid_content_type'],
    ['/indexes/articles/documents/fetch', '{}', 'text/plain', 415, 'invalid_content_type'],
  ])('%s with %j as %s is refused', async (path, body, type, status, code) => {
    const answer = await post(path, body, type);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('are read with parameters of the type', async () => {
    const { status, body } = await post(
      '/indexes/articles/search',
      '{"q":"omega"}',
      'application/json; charset=utf-8',
    );
    expect([status, body.hits.length]).toEqual([200, 1]);
  });
});

describe('crops', () => {
  const crop = async (length: number, q = 'match') =>
    Object.fromEntries(
      (await articles.search(q, { attributesToCrop: [`body:${length}`], filter: 'lang != xx' })).hits.map(
        ({ id, _formatted }) => [id, _formatted!.body],
      ),
    );

  test.each([
    [1, '…match…', 'match…', '…match'],
    [2, '…g match…', 'match first…', '…f match'],
    [3, '…g match h…', 'match first b…', '…e f match'],
    [4, '…f g match h…', 'match first b c…', '…d e f match'],
    [5, '…f g match h i…', 'match first b c d…', '…c d e f match'],
    [6, '…e f g match h i…', 'match first b c d e…', '…b c d e f match'],
    [7, '…e f g match h i j…', 'match first b c d e f…', 'a b c d e f match'],
    [0, 'a b c d e f g match h i j k l m n o', 'match first b c d e f g', 'a b c d e f match'],
  ])('of %i words have the match in the middle', async (length, first, second, third) => {
    expect(await crop(length)).toEqual({ 1: first, 2: second, 3: third });
  });

  test('contain both matches if they fit', async () => {
    expect((await crop(7, 'd match'))[1]).toBe('…c d e f g match h…');
  });
});

describe('pages', () => {
  test('page 0 has no hits and all figures', async () => {
    expect(await articles.search('match', { page: 0, hitsPerPage: 2 })).toMatchObject({
      hits: [],
      page: 0,
      hitsPerPage: 2,
      totalPages: 2,
      totalHits: 3,
    });
  });

  test.each([
    [
      { page: 9, hitsPerPage: 2 },
      { page: 9, hitsPerPage: 2, totalPages: 2, totalHits: 3 },
    ],
    [
      { page: 90_000, hitsPerPage: 2 },
      { page: 90_000, hitsPerPage: 2, totalPages: 2, totalHits: 3 },
    ],
    [{ offset: 99_999 }, { offset: 99_999, limit: 20, estimatedTotalHits: 3 }],
  ])('%j is beyond the last and empty', async (options, figures) => {
    expect(await articles.search('match', options)).toMatchObject({ hits: [], ...figures });
  });

  test('the first words of a long query are searched for', async () => {
    const many = ['alpha', 'beta', ...Array.from({ length: 80 }, () => 'gamma')].join(' ');
    const long = `alpha beta ${'gamma'.repeat(200)}`;
    for (const q of [many, long]) expect((await articles.search(q)).hits[0]!.id, q).toBe('words');
  });

  test('small answers are compressed if the client asks', async () => {
    const { headers } = await api.ask('/indexes/articles/search?q=nothing', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(headers.get('content-encoding')).toBe('gzip');
  });
});

describe('documents', () => {
  test('by ids, with GET and POST, in the requested order', async () => {
    expect((await api.ask('/indexes/articles/documents?ids=2')).body).toMatchObject({
      results: [{ id: '2' }],
      total: 1,
    });
    const { results } = await articles.getDocuments({ ids: ['3', '1', 'none', '3'] });
    expect(results.map(({ id }) => id)).toEqual(['3', '1']);
    const posted = await api.post('/indexes/articles/documents/fetch', { ids: [1, '2'], fields: null });
    expect(posted.body.results.map(({ id }: { id: string }) => id)).toEqual(['1', '2']);
  });

  test.each([
    '?retrieveVectors=false',
    '?limit=5000',
    `?filter=${encodeURIComponent('["lang != xx",["source IS NULL"]]')}`,
    `?filter=${encodeURIComponent('lang != xx')}`,
    '?fields=*',
  ])('%s is understood', async (query) => {
    const { status, body } = await api.ask(`/indexes/articles/documents${query}`);
    expect([status, body.results?.length]).toEqual([200, 4]);
  });

  test.each([
    ['?limit=abc', 'invalid_document_limit'],
    ['?offset=-1', 'invalid_document_offset'],
    ['?filter=colour%20=%20red', 'invalid_document_filter'],
    ['?colour=red', 'bad_request'],
    ['?sort=title:asc', 'invalid_document_sort'],
  ])('%s is refused by its name', async (query, code) => {
    const { status, body } = await api.ask(`/indexes/articles/documents${query}`);
    expect([status, body.code]).toEqual([400, code]);
  });

  test.each<[object, string]>([
    [{}, 'missing_facet_search_facet_name'],
    [{ facetName: 'title' }, 'invalid_facet_search_facet_name'],
    [{ facetName: 'publishedAt' }, 'invalid_facet_search_facet_name'],
    [{ facetName: 5 }, 'invalid_facet_search_facet_name'],
    [{ facetName: 'source', facetQuery: 5 }, 'invalid_facet_search_query'],
  ])('a facet search with %j is refused by its name', async (body, code) => {
    const answer = await api.post('/indexes/articles/facet-search', body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });
});

test('all documents are read page by page, each once, beyond the deepest hit of a search', async () => {
  const many = await running();
  try {
    many.service.archive.put(
      Array.from({ length: 10_500 }, (_, n) => ({
        id: `n${n}`,
        title: `Number ${n}`,
        body: '',
        keywords: [],
      })),
    );
    await many.service.level();
    const index = new Meilisearch({ host: many.server.url }).index('articles');
    const seen = new Set<unknown>();
    let read = 0;
    for (let offset = 0; ; offset += 1500) {
      const { results, total } = await index.getDocuments({ offset, limit: 1500, fields: ['id'] });
      expect(total).toBe(10_500);
      if (results.length === 0) break;
      read += results.length;
      for (const { id } of results) seen.add(id);
    }
    expect([read, seen.size]).toEqual([10_500, 10_500]);
  } finally {
    await many.end();
  }
}, 120_000);

test('figures have all the fields that typed clients need', async () => {
  const { body } = await api.ask('/indexes/articles/stats');
  expect(body).toEqual({
    numberOfDocuments: 4,
    rawDocumentDbSize: expect.any(Number),
    avgDocumentSize: expect.any(Number),
    isIndexing: false,
    numberOfEmbeddings: 0,
    numberOfEmbeddedDocuments: 0,
    fieldDistribution: {},
  });
  expect(body.rawDocumentDbSize).toBeGreaterThan(0);
});

test('a page of a listed origin may send the headers of the clients', async () => {
  const listed = await running({ LISAN_ORIGINS: 'https://news.example' });
  const { status, headers } = await listed.ask('/indexes/articles/search', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://news.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type, meili-include-metadata',
    },
  });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-headers')?.toLowerCase()).toContain('meili-include-metadata');
  expect(headers.get('access-control-allow-methods')).toContain('PUT');
  await listed.end();
});
