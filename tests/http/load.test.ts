/** Clients that ask for much: rate limits behind a proxy, searches within one request, exports that nobody reads. */
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, running } from '../support/running-service.ts';

const SEARCH = 'search-secret-0123';
const bearer = { authorization: `Bearer ${SEARCH}` };

describe('the rate limit', () => {
  let api: Running;
  beforeAll(async () => {
    api = await running({ LISAN_API_KEYS: `search:${SEARCH}`, LISAN_PROXIES: '1', LISAN_RATE_LIMIT: '5' });
    await api.service.fill([{ id: 'a', title: 'Okapi', body: '', keywords: [] }]);
  });
  afterAll(() => api.end());

  const from = async (address: string, path = '/api/suggest?q=x', headers: Record<string, string> = bearer) =>
    (await api.ask(path, { headers: { 'x-forwarded-for': address, ...headers } })).status;
  const statuses = async (count: number, one: () => Promise<number>): Promise<number[]> => {
    const found = [];
    for (let n = 0; n < count; n++) found.push(await one());
    return found;
  };

  test('counts clients behind a proxy apart, also with the same key', async () => {
    expect(await statuses(6, () => from('203.0.113.1'))).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await from('203.0.113.2')).toBe(200);
  });

  test('never counts /health', async () => {
    expect(new Set(await statuses(20, () => from('203.0.113.3', '/health')))).toEqual(new Set([200]));
    expect(await from('203.0.113.1', '/health')).toBe(200);
  });

  test.each(['127.0.0.1', '::1', 'garbage'])(
    'a proxy that forwards %j does not make a request one of this machine',
    async (address) => {
      const found = await statuses(12, () => from(address, '/api/suggest?q=x', bearer));
      expect(found.at(-1)).toBe(429);
    },
  );

  test.each([
    ['/api/compare?q=okapi&q=zebra', 3],
    ['/api/compare.csv?q=okapi', 2],
    ['/api/together?q=okapi&nodes=2', 4],
    ['/api/together.csv?q=okapi&nodes=0', 2],
  ])('counts every search of %s', async (path, searches) => {
    const address = `198.51.100.${path.length}`;
    expect(await from(address, path)).toBe(200);
    const left = await statuses(6 - searches, () => from(address));
    expect(left).toEqual([...new Array(5 - searches).fill(200), 429]);
    // More than is left.
    expect(await from(`203.0.113.${path.length}`, '/api/together?nodes=30')).toBe(429);
  });

  test('counts every search of a multi-search', async () => {
    const queries = Array.from({ length: 6 }, () => ({ indexUid: 'articles', q: 'okapi' }));
    const headers = { ...bearer, 'x-forwarded-for': '203.0.113.9' };
    const { status, body } = await api.post('/multi-search', { queries }, headers);
    expect([status, body.code]).toEqual([429, 'too_many_requests']);
    const few = { ...bearer, 'x-forwarded-for': '203.0.113.10' };
    expect((await api.post('/multi-search', { queries: queries.slice(0, 4) }, few)).status).toBe(200);
    expect(await from('203.0.113.10')).toBe(200);
    expect(await from('203.0.113.10')).toBe(429);
  });
});

describe('large answers', () => {
  let api: Running;
  beforeAll(async () => {
    api = await running();
    const body = 'okapi zebra quagga '.repeat(2000);
    await api.service.fill(
      Array.from({ length: 200 }, (_, n) => ({ id: `a${n}`, title: `Okapi ${n}`, body, keywords: [] })),
    );
  });
  afterAll(() => api.end());

  test('of a multi-search are bounded', async () => {
    const query = { indexUid: 'articles', q: 'title:okapi', limit: 200, attributesToRetrieve: ['body'] };
    const { status, body } = await api.post('/multi-search', { queries: [query, query, query] });
    expect([status, body.code]).toEqual([400, 'answer_too_large']);
    expect((await api.post('/multi-search', { queries: [query] })).status).toBe(200);
  });

  test('unread exports are bounded and end when the client disconnects', async () => {
    const { hostname, port } = new URL(api.server.url);
    const sockets: Socket[] = [];
    try {
      for (let n = 0; n < 16; n++) {
        const socket = connect(Number(port), hostname);
        sockets.push(socket);
        socket.on('error', () => {});
        await new Promise<void>((resolve) => {
          // The first bytes show that the export has begun; no others are read.
          socket.once('readable', resolve);
          socket.write(
            'GET /api/search.jsonl?q=title:okapi&collapse=false&limit=200 HTTP/1.1\r\nHost: localhost\r\n\r\n',
          );
        });
      }
      const refused = await api.ask('/api/search.csv?q=okapi');
      expect([refused.status, refused.body.error.code]).toEqual([503, 'too_many_exports']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await api.ask('/api/search?q=okapi')).status, 'searches go on').toBe(200);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
    await expect.poll(async () => (await api.ask('/api/search.csv?q=okapi&limit=1')).status).toBe(200);
  });
});

test('an export has what was there when it began, each document once, whatever is written meanwhile', async () => {
  const api = await running();
  try {
    const body = 'okapi zebra '.repeat(3000);
    const articles = (from: number, to: number, publishedAt: string) =>
      Array.from({ length: to - from }, (_, n) => ({
        id: `e${from + n}`,
        title: `Okapi ${from + n}`,
        body,
        publishedAt,
        keywords: [],
      }));
    await api.service.fill(articles(0, 400, '2023-01-01'));
    const response = await fetch(
      `${api.server.url}/api/search.jsonl?q=title:okapi&collapse=false&sort=newest&limit=10000`,
    );
    const reader = response.body!.getReader();
    const parts = [(await reader.read()).value!];
    // Newer ones would move all others to later pages.
    await api.service.fill(articles(400, 600, '2024-01-01'));
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
    }
    const ids = Buffer.concat(parts)
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect([ids.length, new Set(ids).size]).toEqual([400, 400]);
  } finally {
    await api.end();
  }
});

test('the searches of a client that has left are not begun', async () => {
  const api = await running();
  const gate = Promise.withResolvers<void>();
  let begun = 0;
  const { find } = api.service.searcher;
  api.service.searcher.find = async (request) => {
    begun++;
    await gate.promise;
    return find.call(api.service.searcher, request);
  };
  try {
    const { hostname, port } = new URL(api.server.url);
    const queries = Array.from({ length: 50 }, () => ({ indexUid: 'articles', q: 'okapi', limit: 1 }));
    const body = JSON.stringify({ queries });
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /multi-search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await expect.poll(() => begun).toBe(1);
    socket.destroy();
    await expect.poll(() => api.server.connections()).toBe(0);
    gate.resolve();
    await expect.poll(() => api.server.readers.underWay).toBe(0);
    expect(begun).toBe(1);
  } finally {
    await api.end();
  }
});
