/** Meilisearch's own clients against this service, unchanged. */
import { instantMeiliSearch } from '@meilisearch/instant-meilisearch';
import { Meilisearch, MeilisearchApiError } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UTC } from '../../../src/common/time-zone.ts';
import { conditionOf } from '../../../src/http/meilisearch/filter.ts';
import { type Running, running, runningOnSample } from '../../support/running-service.ts';

const ASTANA = 'place-astana';
let api: Running;
let client: Meilisearch;
let articles: ReturnType<Meilisearch['index']>;

beforeAll(async () => {
  api = await runningOnSample();
  await api.service.fill([
    {
      id: 'keyed',
      title: 'Nothing here',
      body: 'Nothing.',
      keywords: ['one', 'ünlü okapi'],
      source: 'Tag "x"',
    },
  ]);
  client = new Meilisearch({ host: api.server.url });
  articles = client.index('articles');
});
afterAll(() => api.end());

/** The error that the official client throws, with what the service said in it. */
async function refusal(
  promise: Promise<unknown>,
): Promise<{ code?: string; message: string; status: number }> {
  const thrown = await promise.then(
    () => expect.unreachable('it was answered'),
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(MeilisearchApiError);
  const { cause, response, message } = thrown as MeilisearchApiError;
  expect(cause).toMatchObject({
    message: expect.any(String),
    code: expect.any(String),
    type: expect.any(String),
    link: expect.any(String),
  });
  return { code: cause!.code, message, status: response.status };
}

test('the service is there', async () => {
  expect(await client.isHealthy()).toBe(true);
  expect(await client.getVersion()).toMatchObject({ pkgVersion: expect.stringMatching(/^1\.\d+\.\d+$/) });
});

describe('search', () => {
  test.each(['لافروف', 'Lavrov', 'Лавров', "lavrov'dan"])('%s has the powers of lisan', async (q) => {
    const { hits, estimatedTotalHits, query, limit, offset } = await articles.search(q);
    expect(hits.length).toBeGreaterThan(3);
    expect({ estimatedTotalHits, query, limit, offset }).toEqual({
      estimatedTotalHits: hits.length,
      query: q,
      limit: 20,
      offset: 0,
    });
    expect(new Set(hits.flatMap(({ lang }) => lang)).size).toBeGreaterThan(2);
  });

  test('stripping the requested tags from marks gives the stored text', async () => {
    const { hits } = await articles.search('لافروف', {
      attributesToHighlight: ['*'],
      highlightPreTag: '«',
      highlightPostTag: '»',
      attributesToRetrieve: ['id', 'title', 'body'],
    });
    for (const { _formatted, title, body, source } of hits) {
      expect(source).toBeUndefined();
      expect(`${_formatted!.title}${_formatted!.body}`).toContain('«');
      expect(_formatted!.body.replace(/[«»]/g, '')).toBe(body.replace(/[«»]/g, ''));
      expect(_formatted!.title.replace(/[«»]/g, '')).toBe(title.replace(/[«»]/g, ''));
    }
  });

  test('positions are bytes of UTF-8', async () => {
    const { hits } = await articles.search('لافروف', { showMatchesPosition: true });
    let seen = 0;
    for (const { _matchesPosition, title, body } of hits) {
      for (const [attribute, positions] of Object.entries(_matchesPosition ?? {})) {
        if (attribute === 'keywords') continue;
        const bytes = Buffer.from({ title, body }[attribute] ?? '');
        for (const { start, length } of positions ?? []) {
          const text = bytes.subarray(start, start + length).toString();
          expect(text).toMatch(/لافروف|Lavrov|Лавров/i);
          seen++;
        }
      }
    }
    expect(seen).toBeGreaterThan(5);
  });

  test('positions in a list say in which of its texts', async () => {
    const { hits } = await articles.search('okapi', {
      showMatchesPosition: true,
      attributesToHighlight: ['keywords'],
    });
    expect(hits[0]).toMatchObject({
      _matchesPosition: { keywords: [{ start: 7, length: 5, indices: [1] }] },
      _formatted: { keywords: ['one', 'ünlü <em>okapi</em>'] },
    });
  });

  test('crops contain the requested number of words, around the marks', async () => {
    const { hits } = await articles.search('Lavrov', {
      attributesToCrop: ['body:6'],
      cropMarker: '[…]',
      attributesToHighlight: ['body'],
      attributesToRetrieve: ['id'],
      filter: 'lang = en',
    });
    const { body, id } = hits[0]!._formatted!;
    expect(hits[0]!.id).toBe(id);
    expect(body).toContain('<em>Lavrov</em>');
    const words = body.replace(/<\/?em>|\[…\]/g, '').match(/[\p{L}\p{N}]+(?:'s)?/gu)!;
    expect(words.length).toBeLessThanOrEqual(7);
    expect(body).toMatch(/\[…\]$/);
  });

  test('pages are numbered on request', async () => {
    const first = await articles.search('', { page: 1, hitsPerPage: 5 });
    const second = await articles.search('', { page: 2, hitsPerPage: 5 });
    expect(first).toMatchObject({ page: 1, hitsPerPage: 5, totalHits: 25, totalPages: 5 });
    const ids = [...first.hits, ...second.hits].map(({ id }) => id);
    expect(new Set(ids).size).toBe(10);
  });

  test('sorted by date', async () => {
    const dates = async (direction: string) =>
      (
        await articles.search('', {
          limit: 100,
          sort: [`publishedAt:${direction}`],
          filter: 'publishedAt IS NOT NULL',
        })
      ).hits.map(({ publishedAt }) => publishedAt);
    expect(await dates('asc')).toEqual((await dates('desc')).toReversed());
  });

  test('facets are counted, all of them or some', async () => {
    const { facetDistribution, facetStats } = await articles.search('lavrov', { facets: ['*'] });
    expect(Object.keys(facetDistribution!)).toEqual([
      ...['lang', 'entity', 'source', 'author', 'section', 'keywords', 'date', 'publishedAt'],
    ]);
    expect(facetDistribution!.entity!['person-sergey-lavrov']).toBeGreaterThan(3);
    expect(facetStats).toEqual({ publishedAt: { min: expect.any(Number), max: expect.any(Number) } });
  });

  test('facetStats of publishedAt cover the documents found', async () => {
    const { facetStats, facetDistribution } = await articles.search('', {
      facets: ['publishedAt'],
      filter: 'publishedAt >= 2024-01-01 AND publishedAt < 2025-01-01',
    });
    const { hits } = await articles.search<{ publishedAt: string }>('', {
      filter: 'publishedAt >= 2024-01-01 AND publishedAt < 2025-01-01',
      limit: 100,
    });
    const times = hits.map(({ publishedAt }) => Math.floor(Date.parse(publishedAt) / 1000));
    expect(facetStats).toEqual({ publishedAt: { min: Math.min(...times), max: Math.max(...times) } });
    expect(facetDistribution).toEqual({ publishedAt: {} });
  });

  test('values of a facet are searched, entities by any of their names', async () => {
    const { facetHits } = await articles.searchForFacetValues({ facetName: 'entity', facetQuery: 'аста' });
    expect(facetHits.map(({ value }) => value)).toContain(ASTANA);
  });

  test('ranking scores are from 0 to 1 and fall', async () => {
    const { hits } = await articles.search('lavrov', { showRankingScore: true });
    const scores = hits.map(({ _rankingScore }) => _rankingScore!);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  test('with GET as with POST', async () => {
    const options = {
      limit: 3,
      attributesToHighlight: ['title'],
      filter: 'lang = ar',
      facets: ['lang'],
      showMatchesPosition: true,
    };
    const [got, posted] = [
      await articles.searchGet('لافروف', options),
      await articles.search('لافروف', options),
    ];
    expect({ ...got, processingTimeMs: 0 }).toEqual({ ...posted, processingTimeMs: 0 });
  });

  test('strict: every word must be there', async () => {
    const strict = await articles.search('lavrov galatasaray', { matchingStrategy: 'all' });
    expect(strict.estimatedTotalHits).toBe(0);
    expect((await articles.search('lavrov galatasaray')).estimatedTotalHits).toBeGreaterThan(0);
  });

  test('with the header Meili-Include-Metadata, answers say which search they are of', async () => {
    const headers = { 'meili-include-metadata': 'true', 'content-type': 'application/json' };
    // biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field
    const ask = async (path: string, body: unknown): Promise<any> => {
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(`${api.server.url}${path}`, init)).json();
    };
    const uid = expect.stringMatching(/^[0-9a-f-]{36}$/);
    const metadata = { query: 'lavrov', queryUid: uid, indexUid: 'articles', primaryKey: 'id' };
    const one = await ask('/indexes/articles/search', { q: 'lavrov' });
    expect(one).toMatchObject({ requestUid: uid, metadata });
    const queries = ['lavrov', 'syria'].map((q) => ({ indexUid: 'articles', q }));
    const { results } = await ask('/multi-search', { queries });
    expect(results[0]).toMatchObject({ requestUid: uid, metadata });
    expect(results[1].requestUid).toBe(results[0].requestUid);
    expect(results[1].metadata.queryUid).not.toBe(results[0].metadata.queryUid);
  });

  test('several searches in one request', async () => {
    const { results } = await client.multiSearch({
      queries: [
        { indexUid: 'articles', q: 'lavrov', limit: 1 },
        { indexUid: 'articles', q: 'غزة', facets: ['lang'] },
      ],
    });
    expect(results.map(({ indexUid, query }) => [indexUid, query])).toEqual([
      ['articles', 'lavrov'],
      ['articles', 'غزة'],
    ]);
  });
});

describe('filters', () => {
  type Has = {
    id: string;
    lang: string[];
    entity: string[];
    source: string | null;
    publishedAt: string | null;
  };
  const year2024 = ({ publishedAt }: Has) => publishedAt?.startsWith('2024') === true;
  test.each<[unknown, (hit: Has) => boolean]>([
    ['lang = ar', ({ lang }) => lang.includes('ar')],
    ['lang != ar', ({ lang }) => !lang.includes('ar')],
    ['lang IN [ar, "tr"]', ({ lang }) => lang.includes('ar') || lang.includes('tr')],
    ['lang NOT IN [ar, tr]', ({ lang }) => !lang.includes('ar') && !lang.includes('tr')],
    ['NOT lang = ar AND lang = tr', ({ lang }) => !lang.includes('ar') && lang.includes('tr')],
    [
      'lang = ru OR lang = en AND entity = place-astana',
      ({ lang, entity }) => lang.includes('ru') || (lang.includes('en') && entity.includes(ASTANA)),
    ],
    [
      '(lang = ru OR lang = en) AND entity = place-astana',
      ({ lang, entity }) => (lang.includes('ru') || lang.includes('en')) && entity.includes(ASTANA),
    ],
    [['lang = ar', 'lang = tr'], ({ lang }) => lang.includes('ar') && lang.includes('tr')],
    [
      [['lang = ar', 'lang = tr'], `entity = ${ASTANA}`],
      ({ lang, entity }) => (lang.includes('ar') || lang.includes('tr')) && entity.includes(ASTANA),
    ],
    // As in Meilisearch: an attribute that is null exists and is not empty; an empty list is empty and not null.
    ['source EXISTS', () => true],
    ['source NOT EXISTS', () => false],
    ['source IS NULL', ({ source }) => source === null],
    ['source IS NOT NULL', ({ source }) => source !== null],
    ['source IS EMPTY', () => false],
    ['source IS NOT EMPTY', () => true],
    ['entity IS EMPTY', ({ entity }) => entity.length === 0],
    ['entity IS NOT EMPTY', ({ entity }) => entity.length > 0],
    ['entity IS NULL', () => false],
    ['publishedAt IS NULL', ({ publishedAt }) => publishedAt === null],
    ['publishedAt >= "2024-01-01" AND publishedAt < 2025-01-01', year2024],
    ['publishedAt 1704067200 TO 1735689599', year2024],
    ['NOT (publishedAt >= 2024-01-01 AND publishedAt < 2025-01-01)', (hit) => !year2024(hit)],
    ['date = 2023-10', ({ publishedAt }) => publishedAt?.startsWith('2023-10') === true],
    [`source = 'Tag "x"'`, ({ source }) => source === 'Tag "x"'],
    ['source = "Tag \\"x\\""', ({ source }) => source === 'Tag "x"'],
    ['lang IN []', () => false],
    ['', () => true],
    ['   ', () => true],
    [[], () => true],
    [['', ' '], () => true],
    [[['']], () => true],
  ])('%j', async (filter, holds) => {
    const all = (await articles.search<Has>('', { limit: 100 })).hits;
    const found = (await articles.search('', { limit: 100, filter: filter as string })).hits;
    expect(found.map(({ id }) => id).sort()).toEqual(
      all
        .filter(holds)
        .map(({ id }) => id as string)
        .sort(),
    );
  });

  test.each([
    'colour = red',
    'lang',
    'lang =',
    'lang = ar AND',
    'lang = ar lang = tr',
    '(lang = ar',
    'lang = ar)',
    'lang > ar',
    'lang IN ar',
    'lang IN [ar tr]',
    'publishedAt > yesterday',
    '_geoRadius(1, 2, 3)',
    '"lang = ar',
    '\\',
    `${'('.repeat(50)}lang = ar${')'.repeat(50)}`,
    `lang IN [${'ar,'.repeat(600)}]`,
    'x'.repeat(20_000),
    `${'NOT '.repeat(2000)}lang = ar`,
  ])('%.40s is refused', async (filter) => {
    expect(await refusal(articles.search('', { filter }))).toMatchObject({
      code: 'invalid_search_filter',
      status: 400,
    });
  });

  test('hostile ones take no time', () => {
    for (const text of ['"'.repeat(9999), '\\'.repeat(9999), '('.repeat(9999), "'\\".repeat(4999)])
      expect(() => conditionOf(text, UTC)).toThrow();
  });
});

describe('read endpoints', () => {
  test('documents, a page of them or one', async () => {
    const { results, total, limit } = await articles.getDocuments({ limit: 3, fields: ['id', 'title'] });
    expect([results.length, total, limit]).toEqual([3, 25, 3]);
    expect(Object.keys(results[0]!)).toEqual(['id', 'title']);
    expect(await articles.getDocument(results[0]!.id as string, { fields: ['title'] })).toEqual({
      title: results[0]!.title,
    });
    const filtered = await articles.getDocuments({ filter: 'lang = ru' });
    expect(filtered.results.every(({ lang }) => (lang as string[]).includes('ru'))).toBe(true);
    expect(await refusal(articles.getDocument('nothing'))).toMatchObject({
      code: 'document_not_found',
      status: 404,
    });
  });

  test('settings, whole and one by one', async () => {
    const settings = await articles.getSettings();
    expect(settings.filterableAttributes).toEqual(await articles.getFilterableAttributes());
    expect(settings.sortableAttributes).toEqual(await articles.getSortableAttributes());
    expect(await articles.getStopWords()).toEqual([]);
    expect(await articles.getTypoTolerance()).toMatchObject({ enabled: true });
  });

  test('indexes and their figures', async () => {
    expect((await client.getIndexes()).results.map(({ uid }) => uid)).toEqual(['articles']);
    expect(await client.getRawIndex('articles')).toMatchObject({ uid: 'articles', primaryKey: 'id' });
    expect(await articles.getStats()).toMatchObject({ numberOfDocuments: 25 });
    expect((await client.getStats()).indexes.articles).toMatchObject({ numberOfDocuments: 25 });
  });

  test('sizes are bytes, or texts on request', async () => {
    const { body } = await api.ask('/indexes/articles/stats?sizeFormat=human&showInternalDatabaseSizes=true');
    expect(body.rawDocumentDbSize).toMatch(/^[\d.]+ [KM]iB$/);
    expect(body.internalDatabaseSizes).toEqual({ archive: body.rawDocumentDbSize });
    expect(typeof (await api.ask('/stats')).body.databaseSize).toBe('number');
    expect((await api.ask('/stats?sizeFormat=big')).body.code).toBe('invalid_stats_size_format');
    expect((await api.ask('/stats?unit=x')).body.code).toBe('bad_request');
  });
});

describe('unsupported requests are refused in the error format of Meilisearch', () => {
  test.each<[string, string, number, () => Promise<unknown>]>([
    ['another index', 'index_not_found', 404, () => client.index('movies').search('x')],
    ['writing without a key', 'key_unset', 403, () => articles.addDocuments([{ id: 1 }])],
    ['deleting the index', 'not_supported', 405, () => articles.delete()],
    ['keys', 'not_supported', 405, () => client.getKeys()],
    ['vectors', 'not_supported', 400, () => articles.search('x', { vector: [1] })],
    ['embedders', 'invalid_search_embedder', 400, () => articles.search('x', { hybrid: { embedder: 'e' } })],
    [
      'federation',
      'not_supported',
      400,
      () => client.multiSearch({ federation: {}, queries: [{ indexUid: 'articles', q: 'x' }] }),
    ],
    ['a distinct attribute', 'not_supported', 400, () => articles.search('x', { distinct: 'source' })],
    [
      'searching in some attributes',
      'not_supported',
      400,
      () => articles.search('x', { attributesToSearchOn: ['title'] }),
    ],
    ['an unknown parameter', 'bad_request', 400, () => articles.search('x', { colour: 1 } as never)],
    ['a wrong type', 'invalid_search_limit', 400, () => articles.search('x', { limit: 'many' } as never)],
    ['an unknown facet', 'invalid_search_facets', 400, () => articles.search('x', { facets: ['colour'] })],
    ['an unknown order', 'invalid_search_sort', 400, () => articles.search('x', { sort: ['title:asc'] })],
  ])('%s', async (_, code, status, ask) => {
    expect(await refusal(ask())).toMatchObject({ code, status });
  });
});

test('near-duplicates are collapsed with distinct', async () => {
  const text = Array.from({ length: 40 }, (_, n) => `folded${n}`).join(' ');
  await api.service.fill([
    { id: 'd1', title: 'First', body: text, keywords: [] },
    { id: 'd2', title: 'Second', body: text, keywords: [] },
  ]);
  expect((await articles.search('folded7')).estimatedTotalHits).toBe(2);
  expect((await articles.search('folded7', { distinct: 'cluster' })).estimatedTotalHits).toBe(1);
  for (const id of ['d1', 'd2']) api.service.archive.delete(id);
  await api.service.level();
});

describe('InstantSearch', () => {
  // biome-ignore lint/suspicious/noExplicitAny: InstantSearch's own types are not among the dependencies
  const ask = async (params: Record<string, unknown>): Promise<any> => {
    const { searchClient } = instantMeiliSearch(api.server.url, 'key', {
      finitePagination: true,
      primaryKey: 'id',
    });
    const { results } = await searchClient.search([{ indexName: 'articles', params }] as never);
    return results[0];
  };

  test('gets hits with highlights and snippets, pages and facets', async () => {
    const result = await ask({
      query: 'لافروف',
      hitsPerPage: 2,
      page: 0,
      facets: ['lang', 'entity'],
      attributesToSnippet: ['body:8'],
      highlightPreTag: '__ais-highlight__',
      highlightPostTag: '__/ais-highlight__',
    });
    expect(result.hits).toHaveLength(2);
    expect(result.nbHits).toBeGreaterThan(3);
    expect(result.nbPages).toBe(Math.ceil(result.nbHits / 2));
    expect(result.facets.lang.ar).toBeGreaterThan(0);
    expect(result.hits[0].objectID).toBe(result.hits[0].id);
    expect(JSON.stringify(result.hits[0]._highlightResult)).toContain('__ais-highlight__');
    expect(result.hits[0]._snippetResult.body.value.length).toBeLessThan(result.hits[0].body.length);
  });

  test('refines by facets, any and all of their values, and by numbers', async () => {
    const any = await ask({ query: '', facets: ['lang'], facetFilters: [['lang:ar', 'lang:tr']] });
    expect(any.hits.every(({ lang }: { lang: string[] }) => lang.includes('ar') || lang.includes('tr'))).toBe(
      true,
    );
    const all = await ask({ query: '', facetFilters: ['lang:ar', 'lang:tr'] });
    expect(all.nbHits).toBeGreaterThan(0);
    expect(all.nbHits).toBeLessThan(any.nbHits);
    const later = await ask({ query: '', numericFilters: ['publishedAt>=1704067200'] });
    expect(later.hits.every(({ publishedAt }: { publishedAt: string }) => publishedAt >= '2024')).toBe(true);
  });

  test('sorts by the name of the index', async () => {
    const { searchClient } = instantMeiliSearch(api.server.url, 'key');
    const { results } = await searchClient.search([
      { indexName: 'articles:publishedAt:desc', params: { query: 'lavrov', hitsPerPage: 3 } },
    ] as never);
    const dates = (results[0] as unknown as { hits: { publishedAt: string }[] }).hits.map(
      ({ publishedAt }) => publishedAt,
    );
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test('searches values of a facet', async () => {
    const { searchClient } = instantMeiliSearch(api.server.url, 'key');
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const [{ facetHits }] = (await (searchClient as any).searchForFacetValues([
      { indexName: 'articles', params: { facetName: 'source', facetQuery: 'steppe' } },
    ])) as [{ facetHits: { value: string }[] }];
    expect(facetHits.map(({ value }) => value)).toContain('Steppe Wire');
  });
});

test('clients can send a key for searching', async () => {
  const keyed = await running({ LISAN_API_KEYS: 'search:search-secret-0123' });
  await keyed.service.fill([{ id: 'a', title: 'Okapi', body: '', keywords: [] }]);
  const index = (apiKey?: string) =>
    new Meilisearch({ host: keyed.server.url, ...(apiKey !== undefined && { apiKey }) }).index('articles');
  expect((await index('search-secret-0123').search('okapi')).hits).toHaveLength(1);
  expect(await refusal(index().search('okapi'))).toMatchObject({
    code: 'missing_authorization_header',
    status: 401,
  });
  expect(await refusal(index('wrong').search('okapi'))).toMatchObject({
    code: 'invalid_api_key',
    status: 403,
  });
  await keyed.end();
});

test('a rare value of a facet is found by its name among very many', async () => {
  const other = await running();
  try {
    await other.service.fill(
      Array.from({ length: 150 }, (_, n) => [
        { id: `a${n}`, title: '', body: 'Rain again.', keywords: [], source: `Daily ${n}` },
        { id: `b${n}`, title: '', body: 'More rain.', keywords: [], source: `Daily ${n}` },
      ])
        .flat()
        .concat({ id: 'rare', title: '', body: 'Rain.', keywords: [], source: 'Okapi Wire' }),
    );
    const { facetHits } = await new Meilisearch({ host: other.server.url })
      .index('articles')
      .searchForFacetValues({ facetName: 'source', facetQuery: 'okapi' });
    expect(facetHits).toEqual([{ value: 'Okapi Wire', count: 1 }]);
  } finally {
    await other.end();
  }
});
