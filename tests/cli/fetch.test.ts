/** `lisan fetch`: the list of sources, the schedule, the health of sources. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchSources, sourceLine } from '../../src/cli/commands/fetch.ts';
import { sourceHealth } from '../../src/ingest/fetch/fetch-state.ts';
import { fetchStateFile } from '../../src/service/service.ts';
import { HTML, type NewsSite, newsSite, page, rss, XML } from '../support/news-site.ts';
import { type TestService, testService, throwAwayFolder } from '../support/service.ts';

let site: NewsSite;
let service: TestService;
let folder: ReturnType<typeof throwAwayFolder>;
let list: string;
let out: string[];
let errors: string[];

beforeEach(async () => {
  site = await newsSite();
  folder = throwAwayFolder();
  list = join(folder.path, 'sources.txt');
  writeFileSync(list, '');
  service = testService({
    LISAN_SOURCES: list,
    LISAN_FETCH_PRIVATE: 'allowed',
    LISAN_FETCH_CONTACT: 'a@b.example',
  });
  out = [];
  errors = [];
  vi.spyOn(console, 'log').mockImplementation((line) => out.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation((line) => errors.push(String(line)));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await service.remove();
  await site.close();
  folder.remove();
});

const START = Date.parse('2024-03-12T10:00:00Z');

/** Runs the command; time passes only while it sleeps, and it is ended after so many minutes. */
function run(
  more: {
    addresses?: string[];
    full?: boolean;
    watch?: boolean;
    index?: boolean;
    json?: boolean;
    minutes?: number;
  } = {},
) {
  const { minutes = 0, ...rest } = more;
  const controller = new AbortController();
  let now = START;
  const clock = {
    now: () => now,
    async sleep(milliseconds: number) {
      now += milliseconds;
      // Without a schedule the pauses between requests end nothing.
      if (more.watch && now >= START + minutes * 60_000) controller.abort();
    },
  };
  const command = { addresses: [], full: false, watch: false, index: false, json: false, ...rest };
  return fetchSources(service, {
    ...command,
    signal: controller.signal,
    clock,
  });
}
const visits = (path: string): number => site.requests.filter((each) => each === path).length;

test('the sources of the list, with a line for each, and the index afterwards', async () => {
  writeFileSync(list, `# sources\n${site.url}/rss full\n${site.url}/gone\n`);
  site.pages['/rss'] = { headers: XML, body: rss(site.url, [['Köprü kapandı', '/a']]) };
  site.pages['/a'] = { headers: HTML, body: page('Köprü kapandı') };
  expect(await run({ index: true })).toBe(true);
  expect(out.sort()).toEqual([
    `${site.url}/gone: failed: it is answered with 404`,
    `${site.url}/rss: 1 added, 0 changed, 0 unchanged, 0 skipped; 1 pages fetched, 0 missing`,
  ]);
  expect(site.headers['/rss']!['user-agent']).toMatch(/^lisan\/\S+ \(\+a@b\.example; /);
  expect((await service.ask('belediye')).total.value).toBe(1);
});

test('the health of each source', async () => {
  writeFileSync(list, `${site.url}/rss\n${site.url}/gone\n`);
  site.pages['/rss'] = { headers: XML, body: rss(site.url, [['One', '/a']]) };
  await run();
  const health = sourceHealth(fetchStateFile(service.config));
  expect(health).toMatchObject([
    { url: `${site.url}/gone`, state: { failures: 1, status: 404, articles: 0 } },
    { url: `${site.url}/rss`, state: { failures: 0, status: 200, articles: 1 } },
  ]);
  expect(health.map(({ url, state }) => sourceLine({ url, ...state }).slice(site.url.length))).toEqual([
    expect.stringMatching(
      /^\/gone: 0 articles; never read; failed 1 times: it is answered with 404; next try after 2024-03-12 10:05 UTC$/,
    ),
    expect.stringMatching(/^\/rss: 1 articles; read 2024-03-12 10:00 UTC$/),
  ]);
});

test('addresses of the command line, as JSON', async () => {
  site.pages['/a'] = { headers: HTML, body: page('One') };
  expect(await run({ addresses: [`${site.url}/a`], json: true })).toBe(false);
  expect(JSON.parse(out[0]!)).toMatchObject({ url: `${site.url}/a`, outcome: 'fetched', added: 1 });
});

test('with --watch each source by its own schedule, from a list that changes', async () => {
  site.pages['/often'] = { headers: XML, body: rss(site.url, [['One', '/1']]) };
  site.pages['/seldom'] = { headers: XML, body: rss(site.url, [['Two', '/2']]) };
  site.pages['/later'] = () => {
    writeFileSync(list, 'no address\n');
    return { headers: XML, body: rss(site.url, [['Three', '/3']]) };
  };
  writeFileSync(list, `${site.url}/often every=10\n${site.url}/seldom every=60\n${site.url}/broken\n`);
  site.pages['/broken'] = () => {
    writeFileSync(list, `${site.url}/often every=10\n${site.url}/seldom every=60\n${site.url}/later\n`);
    return { status: 500 };
  };
  expect(await run({ watch: true, minutes: 65 })).toBe(true);
  expect([visits('/often'), visits('/seldom'), visits('/broken')]).toEqual([7, 2, 1]);
  // A list that is wrong is said, and the last one goes on.
  expect(visits('/later')).toBe(3);
  expect(errors).toContainEqual(expect.stringContaining('"no" is no http'));
});

test.each([
  [{}, 'no_sources'],
  [{ addresses: ['file:///etc/passwd'] }, 'invalid_source'],
])('%j: %s', async (more, code) => {
  await expect(run(more)).rejects.toMatchObject({ code });
  rmSync(list);
});
