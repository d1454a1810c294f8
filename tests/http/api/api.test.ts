/** Writing, feeds, exports, revalidation, and the description that all of it is held to. */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { errorAnswer } from '../../../src/answers/error.ts';
import { cell } from '../../../src/common/csv-cell.ts';
import { ROUTES } from '../../../src/http/routes/registry.ts';
import { startServer } from '../../../src/http/server.ts';
import { searchPath } from '../../../src/web/api/paths.ts';
import { NO_SEARCH } from '../../../src/web/app/address.ts';
import { type Running, runningOnSample } from '../../support/running-service.ts';

const INGEST = 'ingest-secret-0123';
const ADMIN = 'admin-secret-01234';
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

let api: Running;
beforeAll(async () => {
  api = await runningOnSample({ LISAN_API_KEYS: `ingest:${INGEST}, admin:${ADMIN}` });
});
afterAll(() => api.end());

/** The schema of a route's JSON answer. */
function answerOf(path: string, method = 'get'): z.ZodType {
  const route = ROUTES.find((entry) => entry.path === path && entry.method === method)!;
  return route.answer.content['application/json']!;
}

describe('the description', () => {
  test('names every address with its parameters, and is OpenAPI 3.1', async () => {
    const { body } = await api.ask('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const addresses = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
    const compat = readFileSync(new URL('../../../docs/compat.md', import.meta.url), 'utf8');
    for (const [path, methods] of Object.entries<Record<string, { tags: string[] }>>(body.paths)) {
      for (const { tags } of Object.values(methods)) {
        const described = tags.includes('Meilisearch') ? compat : addresses;
        expect(described, path).toContain(path.replace(/\{(\w+)\}/g, ':$1'));
      }
    }
    const search = body.paths['/api/search'].get;
    expect(search.parameters.find(({ name }: { name: string }) => name === 'limit').schema).toEqual({
      type: 'integer',
      minimum: 0,
      maximum: 100,
      default: 20,
    });
    const lang = search.parameters.find(({ name }: { name: string }) => name === 'lang');
    expect(lang).toMatchObject({ style: 'form', explode: false, schema: { type: 'array' } });
    expect(lang.schema.items.enum).toContain('ar');
  });

  test('refers to nothing that is not there', async () => {
    const { text, body } = await api.ask('/openapi.json');
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    expect(references.length).toBeGreaterThan(10);
    for (const name of references) expect(Object.keys(body.components.schemas)).toContain(name);
  });

  test('describes every part of every response', async () => {
    const { body } = await api.ask('/openapi.json');
    const untyped: string[] = [];
    const look = (schema: Record<string, unknown>, place: string): void => {
      const kinds = ['type', '$ref', 'anyOf', 'allOf', 'enum', 'const'];
      // A document that is sent is described in words: one that is invalid does not stop the others.
      if (place !== 'documents[]' && !kinds.some((kind) => kind in schema)) untyped.push(place);
      for (const [name, inner] of Object.entries((schema.properties as object | undefined) ?? {}))
        look(inner, `${place}.${name}`);
      for (const name of ['items', 'additionalProperties']) {
        if (typeof schema[name] === 'object') look(schema[name] as never, `${place}[]`);
      }
      for (const inner of (schema.anyOf as Record<string, unknown>[] | undefined) ?? []) look(inner, place);
    };
    for (const [name, schema] of Object.entries(body.components.schemas)) look(schema as never, name);
    expect(untyped).toEqual([]);
    expect(body.components.schemas.SearchAnswer.properties.suggestion).toMatchObject({
      type: ['string', 'null'],
    });
    expect(Object.keys(body.components.schemas.Entity.properties)).toEqual(
      expect.arrayContaining(['mentions', 'spellings', 'together', 'related']),
    );
  });

  test('says which endpoints need a key: /health never, searching if configured, writing always', async () => {
    const { paths } = (await api.ask('/openapi.json')).body;
    expect(paths['/health'].get.security).toEqual([]);
    expect(paths['/api/search'].get.security).toEqual([{}, { key: [] }]);
    expect(paths['/api/documents'].post.security).toEqual([{ key: [] }]);
    expect(paths['/indexes/{uid}/documents'].post.security).toEqual([{ key: [] }]);
  });

  test('is a page that needs no script and no other host', async () => {
    const { text, headers } = await api.ask('/docs');
    expect(text).not.toMatch(/<script|src=|href="(?:https?:)?\/\//);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; img-src 'self'; style-src 'sha256-/,
    );
    const { body } = await api.ask('/openapi.json');
    for (const path of Object.keys(body.paths)) expect(text).toContain(path);
  });

  test('is what the service answers', async () => {
    const { body: found } = await api.ask('/api/search?q=lavrov&facets=lang,entity,source,date&explain=true');
    const id = found.hits[0].id;
    const cases = [
      ['/api/search?q=lavrov&facets=lang,date&explain=true', answerOf('/api/search')],
      ['/api/search?q=lavrof', answerOf('/api/search')],
      ['/api/suggest?q=la', answerOf('/api/suggest')],
      [`/api/similar/${id}`, answerOf('/api/similar/:id')],
      [`/api/documents/${id}`, answerOf('/api/documents/:id')],
      [`/api/documents/${id}/marks?q=lavrov`, answerOf('/api/documents/:id/marks')],
      ['/api/entities?q=la', answerOf('/api/entities')],
      ['/api/entities/person-sergey-lavrov', answerOf('/api/entities/:id')],
      ['/health', answerOf('/health')],
      ['/api/documents/unknown', errorAnswer],
      ['/api/search?limit=x', errorAnswer],
    ] as const;
    for (const [path, schema] of cases) {
      const result = schema.safeParse((await api.ask(path)).body);
      expect(result.error?.issues, path).toBeUndefined();
    }
  });
});

test('a parameter that is given several times is a list', async () => {
  const once = await api.ask('/api/search?q=lavrov&facets=lang,source&lang=ar,tr');
  const repeated = await api.ask('/api/search?q=lavrov&facets=lang&facets=source&lang=ar&lang=tr');
  expect(repeated.status).toBe(200);
  expect(Object.keys(repeated.body.facets)).toEqual(['lang', 'source']);
  expect(repeated.body.total).toEqual(once.body.total);
  const twice = await api.ask('/api/search?limit=1&limit=2');
  expect([twice.status, twice.body.error.message]).toEqual([400, 'limit is given 2 times.']);
});

test.each([
  ['limit=1000', 'limit must be a whole number between 0 and 100.'],
  ['limit=x', 'limit must be a whole number between 0 and 100.'],
  ['match=some', 'match must be one of all, exact.'],
  ['explain=1', 'explain must be one of true, false.'],
  ['from=yesterday', 'from must be a date like 2023-10-31.'],
  ['colour=red', 'There is no parameter colour.'],
])('%s is answered with: %s', async (query, message) => {
  const { status, body } = await api.ask(`/api/search?${query}`);
  expect([status, body.error.message]).toEqual([400, message]);
});

test('a source with commas in its name is one source, in the API as on the page', async () => {
  const sources = ['Reuters, London, UK', 'Reuters', 'a\\,b', 'London'];
  const documents = sources.map((source, n) => ({ id: `comma-${n}`, title: 'Quokka', body: '', source }));
  await api.post('/api/documents?wait=true', { documents }, bearer(INGEST));
  for (const some of [[0], [0, 1], [2], [2, 3], [3, 0]]) {
    const chosen = { ...NO_SEARCH.chosen, source: some.map((n) => sources[n]!) };
    const search = { ...NO_SEARCH, q: 'quokka', chosen };
    const { body } = await api.ask(searchPath(search, []));
    const ids = body.hits.map(({ id }: { id: string }) => id).sort();
    expect(ids, String(some)).toEqual(some.map((n) => `comma-${n}`).sort());
  }
  for (const n of sources.keys())
    await api.ask(`/api/documents/comma-${n}?wait=true`, { method: 'DELETE', headers: bearer(INGEST) });
});

describe('writing', () => {
  const write = (
    documents: unknown[],
    headers: Record<string, string> = bearer(INGEST),
    more = '?wait=true',
  ) => api.post(`/api/documents${more}`, { documents }, headers);

  test('a document that is answered for is in the archive, and with wait=true in the index', async () => {
    const { status, body } = await write([{ id: 'w/1', title: 'Zyzzyva', body: 'A weevil.' }]);
    expect(status).toBe(200);
    expect(answerOf('/api/documents', 'post').parse(body)).toMatchObject({
      added: 1,
      ids: ['w/1'],
      indexed: true,
    });
    expect((await api.ask('/api/search?q=zyzzyva')).body.hits[0].id).toBe('w/1');
    const again = await write([{ id: 'w/1', title: 'Zyzzyva', body: 'A weevil.' }]);
    expect(again.body).toMatchObject({ added: 0, unchanged: 1 });
  });

  test('without wait, a document is stored immediately and found soon after', async () => {
    const { status, body } = await write([{ id: 'w/2', title: 'Quokka', body: 'x' }], bearer(ADMIN), '');
    expect([status, body.indexed]).toEqual([202, false]);
    expect((await api.ask('/api/documents/w%2F2')).status).toBe(200);
    await api.server.maintenance.update();
    expect((await api.ask('/api/search?q=quokka')).body.total.value).toBe(1);
  });

  test('what cannot be read is reported by its place, the rest is stored', async () => {
    const { body } = await write([{ title: 7 }, { title: 'Kept', publishedAt: '04/05/2023' }, {}]);
    expect(body.added).toBe(1);
    expect(body.skipped.map(({ position }: { position: number }) => position)).toEqual([1, 3]);
    expect(body.remarks).toEqual([{ position: 2, reason: expect.stringContaining('04/05/2023') }]);
  });

  test('a document is deleted, from the index too', async () => {
    await write([{ id: 'gone', title: 'Axolotl' }]);
    const { status, body } = await api.ask('/api/documents/gone?wait=true', {
      method: 'DELETE',
      headers: bearer(INGEST),
    });
    expect(status).toBe(200);
    expect(answerOf('/api/documents/:id', 'delete').parse(body)).toMatchObject({ indexed: true });
    expect((await api.ask('/api/documents/gone')).status).toBe(404);
    expect((await api.ask('/api/search?q=axolotl')).body.total.value).toBe(0);
    const again = await api.ask('/api/documents/gone', { method: 'DELETE', headers: bearer(INGEST) });
    expect(again.status).toBe(404);
  });

  test.each([
    ['{"documents": []}', 400, 'invalid_documents', 'nothing to store'],
    ['{"documents": [{}]}', 400, 'invalid_documents', 'nothing that can be read'],
    ['[]', 400, 'invalid_documents', 'another shape'],
    [
      '{"documents": [{"title": "x"}], "__proto__": {"a": 1}}',
      400,
      'invalid_documents',
      'a name that is not known',
    ],
    ['{"documents": [', 400, 'invalid_request', 'no JSON'],
    [`{"documents": [${'{"title":"x"},'.repeat(1000)}{"title":"x"}]}`, 400, 'invalid_documents', 'too many'],
    [`{"documents": ["${'x'.repeat(17 * 1024 * 1024)}"]}`, 413, 'invalid_request', 'too large'],
  ])('%.40s is answered with %i', async (body, status, code, why) => {
    const answer = await api.post('/api/documents', body, bearer(INGEST));
    expect([answer.status, answer.body.error.code], why).toEqual([status, code]);
  });

  test('a record cannot reach the prototype of anything', async () => {
    const raw =
      '{"documents":[{"title":"p","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]}';
    expect((await api.post('/api/documents', raw, bearer(INGEST))).status).toBe(202);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a feed', () => {
  test('is Atom, the newest first, each entry with what Atom asks for', async () => {
    const { text, headers } = await api.ask('/api/search.atom?q=lavrov&limit=3');
    expect(headers.get('content-type')).toMatch('application/atom+xml');
    const document = new DOMParser().parseFromString(text, 'text/xml');
    const entries = [...document.querySelectorAll('entry')];
    expect(entries).toHaveLength(3);
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated', 'author name', 'link', 'summary'])
        expect(entry.querySelector(name), name).not.toBeNull();
      expect(entry.querySelector('updated')?.textContent).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    }
    const published = entries.flatMap((entry) => entry.querySelector('published')?.textContent ?? []);
    expect(published).toEqual([...published].sort().reverse());
    expect(text).toContain('/api/search.atom?q=lavrov&amp;limit=3"/>');
  });

  test('holds any text as text', async () => {
    const title = '<script>alert(1)</script> ]]> & \u0007 \uD800 \u202E';
    const body = JSON.stringify({
      documents: [{ id: 'x<>&"', title, body: 'numbat <img src=x onerror=1>', url: 'javascript:alert(1)' }],
    });
    await api.post('/api/documents?wait=true', body, bearer(INGEST));
    const { text } = await api.ask('/api/search.atom?q=numbat');
    expect(text).not.toMatch(/<script|<img|javascript:/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
    expect(text).not.toMatch(/[\u0000-\u0008]/);
    expect(text.isWellFormed()).toBe(true);
    const entry = new DOMParser().parseFromString(text, 'text/xml').querySelector('entry');
    expect(entry?.querySelector('title')?.textContent).toContain('<script>alert(1)</script>');
  });
});

describe('an export', () => {
  test('as JSON Lines is read back to the same documents', async () => {
    const { text, headers } = await api.ask('/api/search.jsonl?q=&limit=10000&collapse=false');
    expect(headers.get('content-disposition')).toContain('search.jsonl');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(api.service.archive.count());
    for (const { id, title, body } of lines)
      expect(api.service.archive.get(id)).toMatchObject({ title, body });
  });

  test('is bounded', async () => {
    expect((await api.ask('/api/search.jsonl?limit=2')).text.trimEnd().split('\n')).toHaveLength(2);
    expect((await api.ask('/api/search.jsonl?limit=10001')).status).toBe(400);
    expect((await api.ask('/api/search.csv?offset=1')).body.error.code).toBe('invalid_parameter');
  });

  test.each([
    ['/api/search.ris?q=lavrov', 'application/x-research-info-systems', 'ER  - ', 'search.ris'],
    ['/api/search.bib?q=lavrov', 'application/x-bibtex', '@misc{', 'search.bib'],
    ['/api/search.html?q=lavrov', 'text/html', '<li>', null],
  ])('%s has each document that matches', async (path, type, once, file) => {
    const { total } = (await api.ask('/api/search?q=lavrov&strict=true&collapse=true')).body;
    const { text, headers } = await api.ask(path);
    expect(headers.get('content-type')).toContain(type);
    expect(text.split(once)).toHaveLength(total.value + 1);
    expect(headers.get('content-disposition')).toBe(file && `attachment; filename="${file}"`);
    // An article of the archive alone is linked to its page here.
    expect(text).toContain(`${api.server.url}/articles/`);
  });

  test('as a list to print is in the language that the reader chose, and runs nothing', async () => {
    const cookie = { headers: { cookie: 'lisan-language=tr', 'accept-language': 'en' } };
    const { text, headers } = await api.ask('/api/search.html', cookie);
    expect(text).toContain('<html lang="tr"');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text.endsWith('</html>\n')).toBe(true);
  });

  test('of one article is a reference', async () => {
    const { hits } = (await api.ask('/api/search?q=lavrov&limit=1')).body;
    const address = `/api/documents/${hits[0].id}/citation`;
    expect((await api.ask(address)).text).toContain(`TI  - ${hits[0].title}`);
    expect((await api.ask(`${address}?format=bibtex`)).text).toContain(`title = {{${hits[0].title}}}`);
    expect((await api.ask(`${address}?format=mla`)).body.error.code).toBe('invalid_parameter');
    expect((await api.ask('/api/documents/none/citation')).body.error.code).toBe('document_unknown');
  });

  test('as CSV has no cell that a spreadsheet calculates', async () => {
    await api.post(
      '/api/documents?wait=true',
      { documents: [{ id: 'f', title: '=HYPERLINK("http://x")', body: '@SUM(1) pangolin' }] },
      bearer(INGEST),
    );
    const { text } = await api.ask('/api/search.csv?q=pangolin');
    const bytes = new Uint8Array(
      await (await fetch(`${api.server.url}/api/search.csv?q=pangolin`)).arrayBuffer(),
    );
    expect([...bytes.subarray(0, 3)], 'the byte order mark that spreadsheets want').toEqual([
      0xef, 0xbb, 0xbf,
    ]);
    expect(text).toBe(
      'lisan,id,title,source,publishedAt,publishedText,url,keywords,authors,section,image,language,fields,page,body\r\n' +
        '1,"f","\'=HYPERLINK(""http://x"")","","","","","","","","","","","","\'@SUM(1) pangolin"\r\n',
    );
  });

  test.each(['=1', '+1', '-1', '@a', '\t=1', ' =1', '\u200B=1', '＝1', '\r=1'])(
    '%j is no formula',
    (text) => {
      expect(cell(text)).toBe(`"'${text}"`);
    },
  );
  test.each(['a=1', '1-2', '', 'لافروف'])('%j stays as it is', (text) =>
    expect(cell(text)).toBe(`"${text}"`),
  );
});

describe('cursor', () => {
  test('pages through all hits of one moment, and is never cached', async () => {
    const first = await api.ask('/api/search?limit=2&sort=newest&cursor=*');
    expect([first.headers.get('etag'), first.headers.get('cache-control')]).toEqual([
      null,
      'private, no-store',
    ]);
    const ids: string[] = first.body.hits.map(({ id }: { id: string }) => id);
    await api.post(
      '/api/documents?wait=true',
      { documents: [{ id: 'later', title: 'Later' }] },
      bearer(INGEST),
    );
    for (let { cursor } = first.body; cursor !== null; ) {
      const { status, body } = await api.ask(`/api/search?limit=2&sort=newest&cursor=${cursor}`);
      expect(status).toBe(200);
      ids.push(...body.hits.map(({ id }: { id: string }) => id));
      cursor = body.cursor;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(first.body.total.value - first.body.collapsed);
    expect(ids).not.toContain('later');
  });

  test.each([
    ['AAAAAAAAAAAAAAAA.20', 410, 'cursor_expired'],
    ['20', 400, 'invalid_cursor'],
    ['x'.repeat(33), 400, 'invalid_parameter'],
  ])('%s is refused', async (cursor, status, code) => {
    const answer = await api.ask(`/api/search?q=lavrov&cursor=${cursor}`);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });
});

describe('revalidation', () => {
  test('an unchanged response is not sent again; a changed one is', async () => {
    const path = '/api/search?q=lavrov';
    const first = await api.ask(path);
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^W\/"/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('vary')).toContain('Accept-Language');
    expect(await statusOf(path, tag)).toBe(304);
    await api.post(
      '/api/documents?wait=true',
      { documents: [{ id: 'fresh', title: 'Lavrov again' }] },
      bearer(INGEST),
    );
    expect(await statusOf(path, tag)).toBe(200);
  });

  test('another run of the service has other ETags: it may have another version, other settings and files', async () => {
    const tag = (await api.ask('/api/search?q=lavrov')).headers.get('etag');
    const again = await startServer(api.service);
    try {
      const { headers } = await fetch(`${again.url}/api/search?q=lavrov`);
      expect(headers.get('etag')).toMatch(/^W\/"/);
      expect(headers.get('etag')).not.toBe(tag);
    } finally {
      await again.stop();
    }
  });

  test('each language has its own ETag; errors have none', async () => {
    const tagIn = async (language: string) =>
      (await api.ask('/api/suggest?q=la', { headers: { 'accept-language': language } })).headers.get('etag');
    expect(await tagIn('ar')).not.toBe(await tagIn('tr'));
    const { headers } = await api.ask('/api/search?limit=x');
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  test('is not offered while the index is changed for another gazetteer: answers may change without a write', async () => {
    const { archive, analysis } = api.service;
    const { generation } = archive.liveIndex('sqlite')!;
    const headersOf = async () => (await api.ask('/api/search?q=lavrov')).headers;
    const tag = (await headersOf()).get('etag');
    archive.setAnalysis('sqlite', generation, 'another');
    try {
      const headers = await headersOf();
      expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'private, no-store']);
    } finally {
      archive.setAnalysis('sqlite', generation, analysis);
    }
    expect((await headersOf()).get('etag')).toBe(tag);
  });
});

/** The status of a conditional request, without the directives that `fetch` adds to one. */
function statusOf(path: string, tag: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(api.server.url + path, { headers: { 'if-none-match': tag } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
