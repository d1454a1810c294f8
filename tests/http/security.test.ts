/** Keys, limits and hostile requests. docs/security.md lists what is held to here. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/analysis/language-detection.ts';
import { onTerminal } from '../../src/common/bidi.ts';
import { cell } from '../../src/common/csv-cell.ts';
import { xmlText } from '../../src/common/xml.ts';
import { ANALYSIS_LIMITS } from '../../src/config/analysis-limits.ts';
import { allows, keyOfSecret, parseKeys } from '../../src/config/api-keys.ts';
import { readConfig } from '../../src/config/settings.ts';
import { annotate } from '../../src/document/annotate.ts';
import { checkBinding, isLoopback } from '../../src/http/middleware/auth.ts';
import { readDate } from '../../src/ingest/dates.ts';
import { readHtml } from '../../src/ingest/formats/html.ts';
import { isPage, readPage } from '../../src/ingest/formats/scraped-page.ts';
import { parseQuery } from '../../src/search/query/parser.ts';
import { formsOf } from '../../src/search/query/query-words.ts';
import { type Running, running } from '../support/running-service.ts';

const KEYS = { search: 'search-secret-0123', ingest: 'ingest-secret-0123', admin: 'admin-secret-01234' };
const LISTED = Object.entries(KEYS)
  .map(([scope, secret]) => `${scope}:${secret}`)
  .join(',');
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

describe('keys', () => {
  let open: Running;
  let keyed: Running;
  beforeAll(async () => {
    [open, keyed] = await Promise.all([running(), running({ LISAN_API_KEYS: LISTED })]);
    for (const api of [open, keyed])
      await api.service.fill([{ id: 'a', title: 'Okapi', body: '', keywords: [] }]);
  });
  afterAll(async () => {
    await open.end();
    await keyed.end();
  });

  const DOCUMENT = { documents: [{ title: 'x' }] };
  test.each<[string, string, string | undefined, number]>([
    ['GET', '/api/search?q=okapi', undefined, 401],
    ['GET', '/api/search?q=okapi', 'wrong-secret-01234', 401],
    ['GET', '/api/search?q=okapi', KEYS.ingest, 403],
    ['GET', '/api/search?q=okapi', KEYS.search, 200],
    ['GET', '/api/search?q=okapi', KEYS.admin, 200],
    ['GET', '/api/search.jsonl', undefined, 401],
    ['GET', '/metrics', KEYS.search, 403],
    ['GET', '/metrics', KEYS.admin, 200],
    ['POST', '/api/documents', KEYS.search, 403],
    ['POST', '/api/documents', KEYS.ingest, 202],
    ['DELETE', '/api/documents/none', undefined, 401],
    ['GET', '/health', undefined, 200],
    ['GET', '/openapi.json', undefined, 200],
  ])('%s %s with %s is answered with %i', async (method, path, secret, status) => {
    const headers = { ...(secret !== undefined && bearer(secret)), 'content-type': 'application/json' };
    const body = method === 'POST' ? { body: JSON.stringify(DOCUMENT) } : {};
    expect((await keyed.ask(path, { method, headers, ...body })).status).toBe(status);
  });

  test('without keys, everybody may search and nobody may write', async () => {
    expect((await open.ask('/api/search?q=okapi')).status).toBe(200);
    expect((await open.ask('/metrics')).status).toBe(200);
    const { status, body } = await open.post('/api/documents', DOCUMENT);
    expect([status, body.error.code]).toEqual([403, 'key_unset']);
    expect(body.error.remedy).toContain('LISAN_API_KEYS');
  });

  test('X-API-Key is accepted too', async () => {
    expect((await keyed.ask('/api/search', { headers: { 'x-api-key': KEYS.search } })).status).toBe(200);
  });

  test('a key is looked for before a body is read', async () => {
    const { status } = await keyed.post('/api/documents', '{ no json');
    expect(status).toBe(401);
  });
});

describe('LISAN_API_KEYS', () => {
  test('is parsed, and secrets are not held', () => {
    const keys = parseKeys(' search:0123456789abcdef , ingest+admin:fedcba9876543210 ')!;
    expect(keys.map(({ scopes }) => scopes)).toEqual([['search'], ['ingest', 'admin']]);
    expect(JSON.stringify(keys)).not.toContain('0123456789abcdef');
    expect(allows(keyOfSecret(keys, 'fedcba9876543210')!, 'search')).toBe(true);
    expect(keyOfSecret(keys, '0123456789abcde')).toBeUndefined();
  });
  test.each([
    'search',
    'search:short',
    'write:0123456789abcdef',
    ':0123456789abcdef',
    'search:0123456789abc def',
  ])('%j is refused, and not repeated in the message', (value) => {
    expect(() => readConfig({ LISAN_API_KEYS: value })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(value) }),
    );
  });
});

describe('addresses', () => {
  test.each([
    ['127.0.0.1', true],
    ['127.8.0.1', true],
    ['::1', true],
    ['localhost', true],
    ['::ffff:127.0.0.1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.1', false],
    ['news.example', false],
    ['127.0.0.1.example', false],
  ])('%s is this machine only: %s', (host, expected) => expect(isLoopback(host)).toBe(expected));

  test('that others can reach want keys for writing and for metrics', () => {
    expect(() => checkBinding('0.0.0.0', [])).toThrow(
      expect.objectContaining({ code: 'public_without_keys' }),
    );
    expect(() => checkBinding('0.0.0.0', parseKeys(`ingest:${KEYS.ingest}`)!)).toThrow(/admin/);
    expect(() => checkBinding('0.0.0.0', parseKeys(`ingest+admin:${KEYS.admin}`)!)).not.toThrow();
    expect(() => checkBinding('127.0.0.1', [])).not.toThrow();
  });
});

describe('limits', () => {
  let api: Running;
  beforeAll(async () => {
    api = await running({
      LISAN_API_KEYS: `ingest:${KEYS.ingest}`,
      LISAN_PROXIES: '1',
      LISAN_RATE_LIMIT: '5',
    });
    await api.service.fill([{ id: 'a', title: 'Okapi', body: '', keywords: [] }]);
  });
  afterAll(() => api.end());

  const from = (address: string, headers: Record<string, string> = {}) =>
    api.ask('/api/suggest?q=x', { headers: { 'x-forwarded-for': address, ...headers } });

  test('of requests a minute are by address, and by key', async () => {
    for (let n = 0; n < 5; n++) expect((await from('203.0.113.1')).status).not.toBe(429);
    const { status, body, headers } = await from('203.0.113.1');
    expect([status, body.error.code]).toEqual([429, 'too_many_requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(headers.get('ratelimit-policy')).not.toBeNull();
    expect((await from('203.0.113.2')).status, 'another address').not.toBe(429);
    expect((await from('203.0.113.1', bearer(KEYS.ingest))).status, 'a key has a count of its own').not.toBe(
      429,
    );
    expect((await from('203.0.113.1', bearer('guess-1-of-a-secret'))).status, 'a guess has none').toBe(429);
    const statuses = [];
    for (let n = 0; n < 6; n++)
      statuses.push((await from('2001:db8:1:2::')).status, (await from(`2001:db8:1:2::${n + 1}`)).status);
    expect(statuses, 'addresses of one IPv6 network are one').toContain(429);
  });

  test('do not count what comes from this machine', async () => {
    for (let n = 0; n < 12; n++) expect((await api.ask('/openapi.json')).status).toBe(200);
  });

  const list = (count: number) => Array.from({ length: count }, (_, n) => `e${n}`).join(',');
  test.each([
    [`/api/search?q=${'a'.repeat(513)}`, 'invalid_parameter', 'a long query'],
    [`/api/search?q=${'a%20b%20c%20'.repeat(30)}`, 'invalid_query', 'many words'],
    [`/api/search?q=%22${'a%20b%20c%20'.repeat(30)}%22`, 'invalid_query', 'a long phrase'],
    ['/api/search?offset=10001', 'invalid_parameter', 'a deep page'],
    [`/api/search?entity=${list(51)}`, 'invalid_parameter', 'many values'],
    [`/api/search?facets=${'lang,'.repeat(60)}lang`, 'invalid_parameter', 'many facets'],
    ['/api/search?__proto__=1', 'invalid_parameter', 'a name of the language'],
    ['/api/search?q[a]=1', 'invalid_parameter', 'a nested parameter'],
    ['/api/search?constructor=1', 'invalid_parameter', 'another one'],
  ])('%.60s', async (path, code, why) => {
    const { status, body } = await api.ask(path);
    expect([status, body.error.code], why).toEqual([400, code]);
    expect(body.error.remedy.length).toBeGreaterThan(5);
  });

  test('a long address is refused by Node', async () => {
    expect((await api.ask(`/api/search?q=${'a'.repeat(20_000)}`)).status).toBe(431);
  });

  test('a compressed body must not exceed the limit when unpacked', async () => {
    const { gzipSync } = await import('node:zlib');
    const { status } = await fetch(`${api.server.url}/api/documents`, {
      method: 'POST',
      body: gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)),
      headers: { ...bearer(KEYS.ingest), 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(status).toBe(413);
  });
});

describe('errors that clients see', () => {
  let api: Running;
  beforeAll(async () => {
    api = await running();
    await api.service.fill([
      {
        id: 'x',
        title: '<script>alert(1)</script>',
        body: '"><img src=x onerror=alert(1)> wombat',
        keywords: [],
      },
    ]);
  });
  afterAll(() => api.end());

  test('of a fault inside is nothing but that there was one, with a name to look for', async () => {
    api.service.searcher.search = async () => {
      throw new Error('secret: /home/someone/archive.db');
    };
    const { status, text, headers } = await api.ask('/api/search?q=x', {
      headers: { 'x-request-id': 'mine-1' },
    });
    Reflect.deleteProperty(api.service.searcher, 'search');
    expect(status).toBe(500);
    expect(text).not.toMatch(/secret|home|\bat /);
    expect(headers.get('x-request-id')).toBe('mine-1');
    const named = await api.ask('/health', { headers: { 'x-request-id': 'bad name\t' } });
    expect(named.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('marks are in text that is escaped', async () => {
    const { body } = await api.ask('/api/search?q=wombat');
    const shown = JSON.stringify([body.hits[0].highlights.title.html, body.hits[0].highlights.body[0].html]);
    expect(shown).not.toMatch(/<(?!\/?mark)/);
  });

  test('pages may load nothing but our own files', async () => {
    const policy = (await api.ask('/')).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('other origins get no CORS headers unless they are listed', async () => {
    const ask = async (api: Running, method: string) =>
      (
        await api.ask('/api/search', {
          method,
          headers: { origin: 'https://other.example', 'access-control-request-method': 'GET' },
        })
      ).headers.get('access-control-allow-origin');
    expect([await ask(api, 'GET'), await ask(api, 'OPTIONS')]).toEqual([null, null]);
    const listed = await running({ LISAN_ORIGINS: 'https://other.example' });
    expect([await ask(listed, 'GET'), await ask(listed, 'OPTIONS')]).toEqual([
      'https://other.example',
      'https://other.example',
    ]);
    await listed.end();
  });

  test('static files are those of the page and no others', async () => {
    const raw = await new Promise<string>((resolve) => {
      const { hostname, port } = new URL(api.server.url);
      const socket = connect(Number(port), hostname, () =>
        socket.write('GET /../../package.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => (text += chunk));
      socket.on('close', () => resolve(text));
    });
    expect(raw).toMatch(/^HTTP\/1\.1 (?:4\d\d)/);
    for (const path of ['/..%2f..%2fpackage.json', '/.git/config', '/%2e%2e/config.ts'])
      expect((await api.ask(path)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('slow clients', () => {
  const LIMITS = { headersMs: 500, requestMs: 1000, idleMs: 500, checkMs: 50 };
  let api: Running;
  beforeAll(async () => {
    api = await running({ LISAN_API_KEYS: LISTED.replace(/^[^,]+,/, '') }, LIMITS);
    // More than the buffers between two sockets hold.
    await api.service.fill(
      Array.from({ length: 30 }, (_, id) => ({
        id: `${id}`,
        title: 'Sloth',
        body: 'a'.repeat(1_000_000),
        keywords: [],
      })),
    );
  });
  afterAll(() => api.end());

  /** What the service answers to a client that sends some bytes, then so many more one by one, until it is cut off. */
  function told(first: string, drip: string): Promise<{ answer: string; sent: number }> {
    const { hostname, port } = new URL(api.server.url);
    return new Promise((resolve) => {
      let answer = '';
      let sent = 0;
      const socket = connect(Number(port), hostname, () => socket.write(first));
      const timer = setInterval(() => {
        socket.write(drip[sent % drip.length]!);
        sent++;
      }, 20);
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(timer);
        resolve({ answer, sent });
      });
    });
  }

  test('one that sends its headers byte by byte is cut off (slowloris)', async () => {
    const { answer, sent } = await told('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 'aaaa');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(sent, 'it was sending until then').toBeGreaterThan(1);
  });

  test('one that sends its body byte by byte is cut off', async () => {
    const { answer, sent } = await told(
      `POST /api/documents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEYS.ingest}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`,
      '{ "a": 1, ',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(sent).toBeGreaterThan(1);
  });

  test('one that does not read its answer is cut off', async () => {
    const { hostname, port } = new URL(api.server.url);
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write('GET /api/search.jsonl?q=sloth&collapse=false HTTP/1.1\r\nHost: localhost\r\n\r\n');
      socket.pause();
    });
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    const closed = once(socket, 'close');
    await once(socket, 'connect');
    await expect.poll(() => api.server.connections(), { timeout: 30_000 }).toBeGreaterThan(0);
    await expect.poll(() => api.server.connections(), { timeout: 30_000 }).toBe(0);
    socket.resume();
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.endsWith('0\r\n\r\n'), 'the answer was not ended').toBe(false);
  });

  test('the others are answered meanwhile', async () => {
    expect((await api.ask('/health')).status).toBe(200);
  });
});

describe('hostile text takes linear time: 100,000 of one character', () => {
  const LENGTH = 100_000;
  test.each([
    ['a', 'one letter'],
    ['\u0301', 'combining marks'],
    ['\u064B', 'Arabic marks'],
    ['ال', 'the article'],
    ['و', 'a clitic'],
    ['lar', 'a Turkish ending'],
    ['ов', 'a Russian ending'],
    ["'", 'apostrophes'],
    ["a'", 'apostrophes in a word'],
    ['1,', 'digit groups'],
    ['"', 'quotation marks'],
    ['- ', 'minus signs'],
    ['ـ', 'tatweel'],
    ['\u200D', 'joiners'],
    ['<', 'tags that are none'],
    ['&', 'entities that are none'],
    [':', 'colons'],
    ['\uD800', 'halves of characters'],
    ['=', 'formulas'],
    [' ', 'white space'],
    ['\n', 'empty lines'],
  ])('%j', (unit) => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length));
    const article = { title: text, body: text, keywords: [text] };
    const tagArticle = (passages: readonly unknown[]) => passages.map(() => []);
    annotate(article, { tagArticle, limits: ANALYSIS_LIMITS } as never);
    formsOf(text);
    parseQuery(text);
    detectLanguage(text);
    readDate(text);
    isPage(text);
    for (const reader of [readPage, readHtml]) [...reader(text, 'x')];
    for (const writer of [cell, xmlText, onTerminal]) expect(writer(text).length).toBeGreaterThan(0);
  });
});
