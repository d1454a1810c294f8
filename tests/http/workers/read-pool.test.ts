/** Reads on threads: the same answers, how many are taken, and what happens where a thread ends or too much is asked. */
import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Article } from '../../../src/common/types.ts';
import type { Read } from '../../../src/http/workers/read.ts';
import { ReadPool } from '../../../src/http/workers/read-pool.ts';
import { longReads } from '../../../src/service/long-reads.ts';
import { type Running, running } from '../../support/running-service.ts';
import { testService } from '../../support/service.ts';

const articles: Article[] = Array.from({ length: 30 }, (_, number) => ({
  id: `a${number}`,
  title: `Okapi ${number}`,
  body: `Lavrov met okapi number${number}.\nвстреча в Астане`,
  keywords: ['zoo'],
}));

describe('on threads', () => {
  let api: Running;
  let plain: Running;
  beforeAll(async () => {
    [api, plain] = await Promise.all([
      running({ LISAN_READERS: '2', LISAN_SLOW_MS: '0', LISAN_API_KEYS: 'ingest:0123456789abcdef' }),
      running(),
    ]);
    await Promise.all([api.service.fill(articles), plain.service.fill(articles)]);
    await vi.waitFor(() => expect(api.server.readers.threads).toBe(2), { timeout: 100_000, interval: 50 });
  });
  afterAll(() => Promise.all([api.end(), plain.end()]));

  /** Times are not compared. */
  const still = (text: string): string =>
    text.replace(/"(tookMs|processingTimeMs)":[\d.]+|T[\d:.]+Z|127\.0\.0\.1:\d+/g, '');

  test.each([
    '/api/search?q=okapi&facets=lang,entity,source,date&explain=true',
    '/api/search.atom?q=okapi',
    '/api/search.jsonl?q=lavrov',
    '/api/search.csv?q=lavrov',
    '/api/suggest?q=ok',
    '/api/similar/a1',
    '/api/documents/a1',
    '/api/documents/a1/marks?q=okapi',
    '/api/entities?q=lavrov',
    '/api/entities/person-sergey-lavrov',
    '/indexes/articles/search?q=okapi',
    '/indexes/articles/documents?limit=3',
    '/indexes/articles/documents/a1',
    // Errors keep their status, code and remedy.
    `/api/search?q=${'a+'.repeat(65)}`,
    '/api/documents/unknown',
    '/api/entities/unknown',
    '/indexes/articles/documents/unknown',
  ])('%s is answered as on one thread', async (path) => {
    const [threaded, own] = [await api.ask(path), await plain.ask(path)];
    expect(threaded.status).toBe(own.status);
    expect(threaded.headers.get('content-type')).toBe(own.headers.get('content-type'));
    expect(still(threaded.text)).toBe(still(own.text));
  });

  test.each<[string, object]>([
    ['/multi-search', { queries: [{ indexUid: 'articles', q: 'okapi', limit: 2 }] }],
    ['/indexes/articles/facet-search', { facetName: 'entity', facetQuery: 'lav' }],
    ['/indexes/articles/documents/fetch', { ids: ['a1', 'a2'] }],
  ])('%s too', async (path, body) => {
    const [threaded, own] = [await api.post(path, body), await plain.post(path, body)];
    expect(threaded.status).toBe(200);
    expect(still(threaded.text)).toBe(still(own.text));
  });

  /** Searches without hits that were counted so far. */
  const withoutHits = async (): Promise<number> => {
    const { text } = await api.ask('/metrics');
    return Number(/lisan_searches_total\{engine="sqlite",found="no"\} (\d+)/.exec(text)?.[1] ?? 0);
  };

  test('searches on worker threads are counted and logged with their parsed query', async () => {
    const seen: { query: string; clauses: readonly unknown[] }[] = [];
    const watch = (observed: (typeof seen)[number]) => void seen.push(observed);
    api.service.searcher.events.on('search', watch);
    const before = await withoutHits();
    await api.ask('/api/search?q=tapir');
    api.service.searcher.events.off('search', watch);
    expect(seen).toEqual([expect.objectContaining({ query: 'tapir', clauses: [expect.anything()] })]);
    expect(await withoutHits()).toBe(before + 1);
  });

  test('worker threads find new documents', async () => {
    const { body } = await api.post(
      '/api/documents?wait=true',
      { documents: [{ id: 'new', title: 'Quagga' }] },
      { authorization: 'Bearer 0123456789abcdef' },
    );
    expect(body).toMatchObject({ added: 1, indexed: true });
    const { hits } = (await api.ask('/api/search?q=quagga')).body;
    expect(hits).toMatchObject([{ id: 'new' }]);
  });

  test('worker threads switch to a new index and have a broken one rebuilt', async () => {
    await api.service.level(true);
    expect((await api.ask('/api/search?q=okapi')).body.total.value).toBe(articles.length);
    const { generation } = api.service.archive.liveIndex('sqlite')!;
    api.service.archive.setFailed('sqlite', generation, 'for the test');
    const refused = await api.ask('/api/search?q=okapi');
    expect([refused.status, refused.body.error.code]).toEqual([503, 'index_rebuilding']);
    // A thread found it; the thread that takes requests had it made again.
    await expect
      .poll(async () => (await api.ask('/api/search?q=okapi')).status, { timeout: 100_000, interval: 100 })
      .toBe(200);
    expect(api.service.archive.liveIndex('sqlite')!.generation).not.toBe(generation);
  });

  test('health tells of them', async () => {
    expect((await api.ask('/health')).body.reading).toEqual({ threads: 2, underWay: 0, waiting: 0 });
    expect((await plain.ask('/health')).body.reading).toEqual({ threads: 0, underWay: 0, waiting: 0 });
  });
});

describe('as much as there may be', () => {
  let api: Running | undefined;
  afterEach(async () => {
    await api?.end();
    api = undefined;
  });

  /** A service whose searches end when they are let, with room for two that wait. */
  async function held(): Promise<{ api: Running; let: () => void; begun: () => number }> {
    const started = await running({ LISAN_WAITING: '2' });
    api = started;
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = 0;
    const { search } = started.service.searcher;
    started.service.searcher.search = async (asked) => {
      begun++;
      await gate;
      return search.call(started.service.searcher, asked);
    };
    return { api: started, let: release, begun: () => begun };
  }

  test('further requests get 503 with Retry-After immediately; health and metrics still answer', async () => {
    const { api, let: release, begun } = await held();
    const taken = Array.from({ length: 6 }, () => api.ask('/api/search?q=okapi'));
    await expect.poll(() => api.server.readers.waiting).toBe(2);
    expect(begun()).toBe(4);
    for (const path of [
      '/api/search?q=okapi',
      '/api/suggest?q=o',
      '/api/documents/a1',
      '/api/search.csv?q=o',
    ]) {
      const refused = await api.ask(path);
      expect(refused.status, path).toBe(503);
      expect(Number(refused.headers.get('retry-after')), path).toBeGreaterThan(0);
      expect(refused.body.error, path).toEqual({
        code: 'overloaded',
        message: expect.stringContaining('4 requests are being answered and 2 wait'),
        remedy: expect.stringContaining('Retry-After'),
      });
    }
    const compat = await api.ask('/indexes/articles/search?q=o');
    expect(compat.status).toBe(503);
    expect(compat.body).toMatchObject({ code: 'overloaded' });
    expect(compat.headers.get('retry-after')).not.toBeNull();
    expect((await api.ask('/health')).status).toBe(200);
    const { text } = await api.ask('/metrics');
    expect(text).toMatch(/lisan_overloaded_total 5/);
    expect(text).toMatch(/lisan_reads\{state="waiting"\} 2/);
    release();
    for (const answer of await Promise.all(taken)) expect(answer.status).toBe(200);
    expect((await api.ask('/api/search?q=okapi')).status).toBe(200);
  });

  test('a client that goes away gives its place to the next one', async () => {
    const { api, let: release, begun } = await held();
    const taken = Array.from({ length: 4 }, () => api.ask('/api/search?q=okapi'));
    await expect.poll(begun).toBe(4);
    const { hostname, port } = new URL(api.server.url);
    const gone = connect(Number(port), hostname);
    gone.write('GET /api/search?q=okapi HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => api.server.readers.waiting).toBe(1);
    gone.destroy();
    await expect.poll(() => api.server.readers.waiting).toBe(0);
    release();
    await Promise.all(taken);
    expect(begun(), 'nothing was searched for who had left').toBe(4);
  });
});

test('a worker that ends unexpectedly is replaced, and requests wait for the new one', async () => {
  const api = await running({ LISAN_READERS: '1' });
  try {
    await api.service.fill(articles);
    await expect.poll(() => api.server.readers.threads, { timeout: 100_000 }).toBe(1);
    await api.server.readers.kill();
    expect(api.server.readers.threads).toBe(0);
    const search = vi.spyOn(api.service.searcher, 'search');
    // A thread that takes long to start is waited for 5 s, then the client is told when to try again.
    await expect
      .poll(
        async () => {
          const { status, headers } = await api.ask('/api/search?q=okapi');
          if (status === 503) expect(headers.get('retry-after')).not.toBeNull();
          return status;
        },
        { timeout: 60_000 },
      )
      .toBe(200);
    expect(search, 'nothing is read on the thread that takes requests').not.toHaveBeenCalled();
    await expect.poll(() => api.server.readers.threads, { timeout: 100_000 }).toBe(1);
    expect((await api.ask('/api/search?q=okapi')).status).toBe(200);
  } finally {
    await api.end();
  }
});

describe('a read that takes too long', () => {
  const echo: Read<string, string> = { name: 'echo', module: '', run: (_service, request) => request };
  const LIMITS = { waitMs: 60_000, readMs: 300, drainMs: 100 };

  test('is answered with 503 and its thread is stopped; reads behind it are answered by the next thread', async () => {
    const service = testService({ LISAN_READERS: '1' });
    const pool = new ReadPool(service, LIMITS, new URL('./scripted-worker.ts', import.meta.url));
    pool.start();
    try {
      expect(await pool.answer(echo, 'first')).toBe('first');
      const stuck = pool.answer(echo, 'stuck');
      const behind = [pool.answer(echo, 'a'), pool.answer(echo, 'b', { bulk: true })];
      await expect(stuck).rejects.toMatchObject({ code: 'read_too_long', status: 503, retryAfter: 1 });
      expect(await Promise.all(behind)).toEqual(['a', 'b']);
      // `lisan doctor` shows it, without what was searched for.
      expect(longReads(service.config.data)).toEqual([
        { at: expect.any(String), read: 'echo', limitMs: LIMITS.readMs },
      ]);
      expect([pool.underWay, pool.waiting]).toEqual([0, 0]);
    } finally {
      await pool.stop();
      await service.remove();
    }
  });

  test('does not keep the service from stopping', async () => {
    const service = testService({ LISAN_READERS: '1' });
    const limits = { ...LIMITS, readMs: 600_000 };
    const pool = new ReadPool(service, limits, new URL('./scripted-worker.ts', import.meta.url));
    pool.start();
    const stuck = pool.answer(echo, 'stuck');
    stuck.catch(() => {});
    await expect.poll(() => pool.underWay).toBe(1);
    await pool.stop();
    await expect(stuck).rejects.toMatchObject({ code: 'thread_lost' });
    await service.remove();
  });
});

describe('the first thread', () => {
  test.each([
    ['is ready', 'go'],
    ['has ended', 'end'],
  ])('is alone until it %s', async (_, file) => {
    const service = testService({ LISAN_READERS: '3' });
    const { data } = service.config;
    const began = (): number => readdirSync(data).filter((name) => name.startsWith('began-')).length;
    const pool = new ReadPool(service, undefined, new URL('./awaited-worker.ts', import.meta.url));
    let isFirst = false;
    const first = pool.start().then(() => {
      isFirst = true;
    });
    try {
      await expect.poll(began).toBe(1);
      await setTimeout(50);
      expect([began(), isFirst]).toEqual([1, false]);
      writeFileSync(join(data, file), '');
      await first;
      await expect.poll(began).toBe(3);
    } finally {
      await pool.stop();
      await service.remove();
    }
  });
});

test('searches come before bulk reads, which never take all threads', async () => {
  const service = testService();
  const pool = new ReadPool(service);
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const read: Read<string, void> = {
    name: 'noted',
    module: '',
    async run(_service, request) {
      order.push(request);
      await gate.promise;
    },
  };
  const reads = [
    ...Array.from({ length: 3 }, (_, number) => pool.answer(read, `bulk ${number}`, { bulk: true })),
    ...Array.from({ length: 5 }, (_, number) => pool.answer(read, `search ${number}`)),
  ];
  expect(order).toEqual(['bulk 0', 'search 0', 'search 1', 'search 2']);
  gate.resolve();
  await Promise.all(reads);
  expect(order.slice(4)).toEqual(['search 3', 'search 4', 'bulk 1', 'bulk 2']);
  await service.remove();
});
