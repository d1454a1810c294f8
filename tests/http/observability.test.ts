/** What the service tells of itself: metrics, the log of slow searches, names of requests. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { observeSearches } from '../../src/http/search-observer.ts';
import { reportOf } from '../../src/service/query-log.ts';
import { queryLogFile } from '../../src/service/service.ts';
import { type Running, running } from '../support/running-service.ts';

let api: Running;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-log-'));
  api = await running();
  await api.service.fill([{ id: 'a', title: 'Okapi', body: 'An okapi.', keywords: [] }]);
});
afterAll(async () => {
  await api.end();
  rmSync(folder, { recursive: true });
});

const search = (q: string) => api.service.ask(q, { limit: 5 });

/** The lines that a search writes to the log with some settings. */
async function logged(q: string, settings: object): Promise<Record<string, unknown>[]> {
  const file = join(folder, `${Math.random()}.log`);
  const log = pino({ level: 'debug' }, pino.destination({ dest: file, sync: true }));
  const unwatch = observeSearches({
    ...api.service,
    log,
    config: { ...api.service.config, data: folder, ...settings },
  });
  await search(q);
  unwatch();
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

test('metrics have the time of each stage by engine, and how many searches found nothing', async () => {
  await api.ask('/api/search?q=okapi');
  await api.ask('/api/search?q=qwxzv');
  const { text } = await api.ask('/metrics');
  for (const stage of ['plan', 'engine', 'rank', 'present', 'all'])
    expect(text).toMatch(
      new RegExp(`lisan_search_seconds_count\\{engine="sqlite",stage="${stage}"\\} [1-9]`),
    );
  expect(text).toMatch(/lisan_searches_total\{engine="sqlite",found="no"\} 1/);
  expect(text).toMatch(/lisan_searches_total\{engine="sqlite",found="yes"\} 1/);
  expect(text).toMatch(/lisan_index_lag 0/);
  expect(text).toMatch(/lisan_index_queue 0/);
  expect(text).toMatch(/route="\/api\/search",status="200"/);
});

test('a slow search is logged with its stages and its parsed query', async () => {
  const [line] = await logged('okapi', { slow: 0, queries: 'kept' });
  expect(line).toMatchObject({ msg: 'slow search', query: 'okapi', found: 1, engine: 'sqlite' });
  expect(line!.stages).toEqual({
    plan: expect.any(Number),
    engine: expect.any(Number),
    rank: expect.any(Number),
    present: expect.any(Number),
  });
  expect(line!.understood).toEqual([expect.objectContaining({ words: ['okapi'], entities: [] })]);
});

test('one that is not slow is not', async () => {
  expect(await logged('okapi', { slow: 600_000 })).toEqual([]);
});

test('redacted queries are not in the log', async () => {
  const lines = await logged('okapi', { slow: 0, queries: 'redacted' });
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain('okapi');
});

test('the report counts searches, and no feeds, exports, counts of facets, marks of an article or further pages', async () => {
  const own = await running({ LISAN_QUERIES: 'kept' });
  try {
    await own.service.fill([{ id: 'a', title: 'Okapi', body: 'An okapi.', keywords: [] }]);
    const answers = [
      await own.ask('/api/search?q=okapi'),
      await own.post('/indexes/articles/search', { q: 'okapi' }),
      await own.ask('/api/search?q=okapi&offset=20'),
      await own.ask('/api/search?q=okapi&limit=0&facets=source'),
      await own.ask('/api/documents/a/marks?q=okapi'),
      await own.ask('/api/search.csv?q=okapi'),
      await own.ask('/api/search.jsonl?q=okapi'),
      await own.ask('/api/search.atom?q=okapi'),
      await own.post('/indexes/articles/facet-search', { facetName: 'source', q: 'okapi' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  } finally {
    // The last counts are written when the service stops.
    await own.server.stop();
  }
  try {
    const { searches, frequent } = reportOf(queryLogFile(own.service.config), 90, 7, 10);
    expect(searches).toBe(2);
    expect(frequent).toMatchObject([{ query: 'okapi', times: 2 }]);
  } finally {
    await own.service.remove();
  }
});
