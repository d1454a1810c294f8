/** Fetching from a small site: what is stored, what is asked for, and what is said where something goes wrong. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import type { ReadProblem } from '../../../src/common/types.ts';
import { FetchState } from '../../../src/ingest/fetch/fetch-state.ts';
import type { Clock } from '../../../src/ingest/fetch/host-turns.ts';
import type { RequestOptions } from '../../../src/ingest/fetch/request.ts';
import { SourceFetcher } from '../../../src/ingest/fetch/source-fetcher.ts';
import { Visitor } from '../../../src/ingest/fetch/visitor.ts';
import { HTML, type NewsSite, newsSite, page, rss, XML } from '../../support/news-site.ts';
import { throwAwayFolder } from '../../support/service.ts';

let site: NewsSite;
let folder: ReturnType<typeof throwAwayFolder>;
let archive: Archive;
let state: FetchState;
let problems: ReadProblem[];
/** Time passes only while something sleeps. */
let now: number;
let slept: number[];
let clock: Clock;

beforeEach(async () => {
  site = await newsSite();
  folder = throwAwayFolder();
  archive = new Archive(join(folder.path, 'archive.db'));
  state = new FetchState(join(folder.path, 'sources.db'));
  problems = [];
  now = Date.parse('2024-03-12T10:00:00Z');
  slept = [];
  clock = {
    now: () => now,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
});
afterEach(async () => {
  state.close();
  archive.close();
  folder.remove();
  await site.close();
});

const fetcherWith = (options: Partial<RequestOptions> = {}): SourceFetcher =>
  new SourceFetcher({
    ...{ archive, state, clock },
    visitor: new Visitor({ agent: 'lisan/1 (test)', allowPrivate: true, ...options }, clock),
    onProblem: (problem) => problems.push(problem),
  });
const visit = (path: string, full = false, options: Partial<RequestOptions> = {}) =>
  fetcherWith(options).fetch({ url: `${site.url}${path}`, full });
const stored = () => archive.changesAfter(0, 1000);

describe('feeds', () => {
  test('items are stored; what has not changed is not sent again', async () => {
    site.pages['/rss'] = ({ 'if-none-match': match, 'if-modified-since': since }) =>
      match === '"v1"' && since === 'Tue, 12 Mar 2024 07:00:00 GMT'
        ? { status: 304 }
        : {
            headers: { ...XML, ETag: '"v1"', 'Last-Modified': 'Tue, 12 Mar 2024 07:00:00 GMT' },
            body: rss(site.url, [['Köprü kapandı', '/a']]),
          };
    const first = await visit('/rss');
    expect(first).toMatchObject({ outcome: 'fetched', stored: { added: 1 } });
    expect(site.headers['/rss']!['user-agent']).toBe('lisan/1 (test)');
    expect(await visit('/rss')).toMatchObject({ outcome: 'unchanged' });
    expect(await visit('/rss')).toMatchObject({ outcome: 'unchanged' });
    expect(state.source(`${site.url}/rss`)).toMatchObject({
      failures: 0,
      articles: 1,
      status: 304,
      kind: 'list',
    });
  });

  test('a feed that changes adds what is new', async () => {
    site.pages['/rss'] = { headers: XML, body: rss(site.url, [['One', '/1']]) };
    await visit('/rss');
    site.pages['/rss'] = {
      headers: XML,
      body: rss(site.url, [
        ['Two', '/2'],
        ['One', '/1', 'Longer text now.'],
      ]),
    };
    expect((await visit('/rss')).stored).toMatchObject({ added: 1, changed: 1 });
  });

  test('with full, the page behind each item; each page once', async () => {
    site.pages['/rss'] = { headers: XML, body: rss(site.url, [['Köprü kapandı', '/a?utm_source=rss']]) };
    site.pages['/a?utm_source=rss'] = {
      headers: HTML,
      body: page(
        'Köprü kapandı',
        `<link rel="canonical" href="${site.url}/a"><meta name="author" content="Ayşe Işık">`,
      ),
    };
    expect(await visit('/rss', true)).toMatchObject({ pages: 1, missingPages: 0, stored: { added: 1 } });
    const [article] = stored();
    expect(article).toMatchObject({
      title: 'Köprü kapandı',
      url: `${site.url}/a`,
      source: 'Haber Ajansı',
      publishedAt: '2024-03-12T10:00:00+03:00',
      authors: ['Ayşe Işık'],
    });
    expect(article!.body).toContain('Belediye meclisi');
    await visit('/rss', true);
    expect(site.requests.filter((path) => path.startsWith('/a'))).toHaveLength(1);
    // An item that says something else is looked up again.
    site.pages['/rss'] = { headers: XML, body: rss(site.url, [['Köprü açıldı', '/a?utm_source=rss']]) };
    expect((await visit('/rss', true)).stored).toMatchObject({ changed: 1 });
  });

  test('a page that cannot be fetched leaves the item, and is tried again although the feed has not changed', async () => {
    site.pages['/rss'] = () => ({ headers: { ...XML, ETag: '"1"' }, body: rss(site.url, [['One', '/1']]) });
    site.pages['/1'] = { status: 500 };
    expect(await visit('/rss', true)).toMatchObject({ missingPages: 1, stored: { added: 1 } });
    expect(problems.map(({ reason }) => reason)).toEqual([
      'the page behind the item was not fetched: it is answered with 500',
    ]);
    site.pages['/1'] = { headers: HTML, body: page('One') };
    expect(await visit('/rss', true)).toMatchObject({ missingPages: 0, stored: { changed: 1 } });
    expect(site.headers['/rss']!['if-none-match']).toBeUndefined();
    // A page that fails later does not take the text away.
    site.pages['/rss'] = { headers: XML, body: rss(site.url, [['One', '/1', 'Other summary.']]) };
    site.pages['/1'] = { status: 503 };
    await visit('/rss', true);
    expect(stored()[0]!.body).toContain('Belediye meclisi');
  });

  test.each<[string, Buffer, string]>([
    ['windows-1254 by the header', Buffer.from('Þoför', 'latin1'), 'text/xml; charset=windows-1254'],
  ])('%s', async (_, bytes, type) => {
    const [before, after] = rss(site.url, [['TITLE', '/1']])
      .replace(' encoding="UTF-8"', '')
      .split('TITLE');
    const body = Buffer.concat([Buffer.from(before!, 'latin1'), bytes, Buffer.from(after!, 'latin1')]);
    site.pages['/rss'] = { headers: { 'Content-Type': type }, body };
    await visit('/rss');
    expect(stored()[0]!.title).toBe('Şoför');
  });

  test('packed answers, JSON Feed, Atom', async () => {
    site.pages['/rss'] = {
      headers: { ...XML, 'Content-Encoding': 'gzip' },
      body: gzipSync(rss(site.url, [['Packed', '/p']])),
    };
    site.pages['/feed.json'] = {
      headers: { 'Content-Type': 'application/feed+json' },
      body: JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Лента',
        items: [
          {
            id: '1',
            url: `${site.url}/j`,
            title: 'Из JSON',
            content_html: '<p>Текст</p>',
            date_published: '2024-03-12T10:00:00Z',
          },
        ],
      }),
    };
    await visit('/rss');
    await visit('/feed.json');
    expect(
      stored()
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Packed', 'Из JSON']);
    expect(stored().map(({ source }) => source)).toEqual(['Haber Ajansı', 'Лента']);
  });
});

describe('sitemaps and pages', () => {
  test('a news sitemap as metadata, or with its pages', async () => {
    const sitemap = `<urlset xmlns:news="n"><url><loc>${site.url}/a</loc><news:news><news:publication><news:name>Gazete</news:name><news:language>tr</news:language></news:publication><news:publication_date>2024-03-12</news:publication_date><news:title>Köprü</news:title></news:news></url></urlset>`;
    site.pages['/news.xml'] = { headers: { 'Content-Type': 'text/xml' }, body: sitemap };
    site.pages['/a'] = { headers: HTML, body: page('Köprü') };
    await visit('/news.xml');
    expect(stored()).toMatchObject([
      { title: 'Köprü', body: '', source: 'Gazete', publishedAt: '2024-03-12' },
    ]);
    await visit('/news.xml', true);
    expect(stored()[0]!.body).toContain('Belediye meclisi');
  });

  test('a list of sitemaps, whose pages are fetched with full only', async () => {
    site.pages['/sitemap.xml'] = {
      headers: { 'Content-Type': 'application/xml' },
      body: `<sitemapindex><sitemap><loc>${site.url}/s1.xml</loc><lastmod>2024-03-01</lastmod></sitemap></sitemapindex>`,
    };
    site.pages['/s1.xml'] = {
      headers: { 'Content-Type': 'application/xml' },
      body: `<urlset><url><loc>${site.url}/a</loc><lastmod>2024-03-01</lastmod></url></urlset>`,
    };
    site.pages['/a'] = { headers: HTML, body: page('Köprü') };
    await visit('/sitemap.xml');
    expect(problems[0]?.reason).toContain('the option `full`');
    await visit('/sitemap.xml', true);
    await visit('/sitemap.xml', true);
    expect(stored().map(({ title }) => title)).toEqual(['Köprü']);
    expect(site.requests.filter((path) => path === '/a')).toHaveLength(1);
  });

  test('a sitemap that is a packed file', async () => {
    site.pages['/news.xml.gz'] = {
      headers: { 'Content-Type': 'application/gzip' },
      body: gzipSync(
        `<urlset xmlns:news="n"><url><loc>${site.url}/a</loc><news:news><news:title>Köprü</news:title></news:news></url></urlset>`,
      ),
    };
    await visit('/news.xml.gz');
    expect(stored().map(({ title }) => title)).toEqual(['Köprü']);
  });

  test('a single page, under the address that it moved to for good', async () => {
    site.pages['/old'] = { status: 301, headers: { Location: '/new' } };
    site.pages['/new'] = { headers: HTML, body: page('Moved') };
    await visit('/old');
    expect(stored()).toMatchObject([{ title: 'Moved', url: `${site.url}/new` }]);
    expect(state.source(`${site.url}/old`).movedTo).toBe(`${site.url}/new`);
    await visit('/old');
    expect(site.requests.filter((path) => path === '/old')).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  test.each<[string, NewsSite['pages'], RegExp]>([
    ['an error of the server', { '/x': { status: 500 } }, /answered with 500/],
    ['nothing there', {}, /answered with 404/],
    [
      'a redirect in a circle',
      { '/x': { status: 302, headers: { Location: '/x' } } },
      /more than 5 redirects/,
    ],
    [
      'a redirect to a file',
      { '/x': { status: 302, headers: { Location: 'file:///etc/passwd' } } },
      /a redirect to "file/,
    ],
    ['no answer', { '/x': () => undefined }, /no whole answer within 0.3 s/],
    ['an answer that is too large', { '/x': { headers: HTML, body: 'x'.repeat(5000) } }, /larger than/],
    [
      'an answer that grows without end when it is unpacked',
      { '/x': { headers: { ...HTML, 'Content-Encoding': 'gzip' }, body: gzipSync(Buffer.alloc(100_000)) } },
      /larger than/,
    ],
    [
      'broken packing',
      { '/x': { headers: { ...XML, 'Content-Encoding': 'gzip' }, body: 'no gzip' } },
      /incorrect header check/,
    ],
    [
      'unknown packing',
      { '/x': { headers: { ...XML, 'Content-Encoding': 'lzma' }, body: 'x' } },
      /"lzma" is not known/,
    ],
    ['an empty answer', { '/x': { headers: XML } }, /the answer is empty/],
    [
      'a picture',
      {
        '/x': {
          headers: { 'Content-Type': 'image/png' },
          body: Buffer.from([137, 80, 78, 71, 0, 0, 0, 13, 1, 2, 3]),
        },
      },
      /neither a page nor a feed but image\/png/,
    ],
    [
      'rules that forbid it',
      { '/robots.txt': { body: 'User-agent: *\nDisallow: /x' }, '/x': { headers: HTML, body: page('x') } },
      /robots.txt of .* forbids it/,
    ],
    [
      'rules that cannot be read',
      { '/robots.txt': { status: 503 }, '/x': { headers: HTML, body: page('x') } },
      /robots.txt is answered with 503/,
    ],
    [
      'rules that ask for an hour',
      { '/robots.txt': { body: 'User-agent: *\nCrawl-delay: 3600' } },
      /asks for a pause of 3600 s/,
    ],
  ])('%s', async (_, pages, reason) => {
    Object.assign(site.pages, pages);
    const report = await visit('/x', false, { timeoutMs: 300, maxBytes: 4000 });
    expect(report).toMatchObject({ outcome: 'failed', reason: expect.stringMatching(reason) });
    expect(stored()).toEqual([]);
    expect(state.source(`${site.url}/x`)).toMatchObject({
      failures: 1,
      reason: expect.stringMatching(reason),
    });
  });

  test('a feed that lies and sends a page is no article', async () => {
    site.pages['/rss'] = { headers: XML, body: rss(site.url, [['One', '/1']]) };
    await visit('/rss');
    site.pages['/rss'] = { headers: XML, body: page('Sorry, we are being maintained') };
    expect(await visit('/rss')).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/was a feed/),
    });
    expect(stored()).toHaveLength(1);
  });

  test('a source that fails is left alone for longer and longer, and recovers', async () => {
    site.pages['/rss'] = { status: 500 };
    const waits: number[] = [];
    for (let failure = 1; failure <= 10; failure++) {
      expect(await visit('/rss')).toMatchObject({ outcome: 'failed' });
      waits.push((state.source(`${site.url}/rss`).notBefore! - now) / 60_000);
      expect(await visit('/rss')).toMatchObject({ outcome: 'waiting' });
      now = state.source(`${site.url}/rss`).notBefore!;
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440]);
    expect(site.requests.filter((path) => path === '/rss')).toHaveLength(10);
    site.pages['/rss'] = { headers: XML, body: rss(site.url, [['One', '/1']]) };
    expect(await visit('/rss')).toMatchObject({ outcome: 'fetched' });
    expect(state.source(`${site.url}/rss`)).toMatchObject({ failures: 0 });
  });

  test.each([
    ['120', 120],
    // The rules of the host were asked for a second before.
    ['Tue, 12 Mar 2024 11:00:00 GMT', 3599],
    ['0', 60],
    ['99999999', 86_400],
  ])('429 with Retry-After %s waits %i seconds', async (header, seconds) => {
    site.pages['/rss'] = { status: 429, headers: { 'Retry-After': header } };
    await visit('/rss');
    const { notBefore, visitedAt } = state.source(`${site.url}/rss`);
    expect((notBefore! - visitedAt) / 1000).toBe(seconds);
  });

  test('addresses that are not public are refused, also by a redirect', async () => {
    for (const url of [
      `${site.url}/x`,
      'http://localhost/x',
      'http://[::1]/x',
      'http://169.254.169.254/latest',
    ]) {
      const report = await fetcherWith({ allowPrivate: false }).fetch({ url, full: false });
      expect(report.reason, url).toMatch(/not on the public internet/);
    }
    expect(site.requests).toEqual([]);
  });
});

describe('politeness', () => {
  test('one request at a time, a second apart, or as the rules ask', async () => {
    const items = ['/1', '/2', '/3'].map((path) => [path, path] as const);
    site.pages['/rss'] = { headers: XML, body: rss(site.url, items) };
    for (const [path] of items) site.pages[path] = { headers: HTML, body: page(path) };
    site.pages['/robots.txt'] = { body: 'User-agent: lisan\nCrawl-delay: 7\nDisallow: /3' };
    const fetcher = fetcherWith();
    await Promise.all([
      fetcher.fetch({ url: `${site.url}/rss`, full: true }),
      fetcher.fetch({ url: `${site.url}/1`, full: false }),
    ]);
    expect(site.most).toBe(1);
    expect(site.requests[0]).toBe('/robots.txt');
    expect(site.requests.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(site.requests).not.toContain('/3');
    expect(new Set(slept)).toEqual(new Set([7000]));
    expect(problems.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/robots.txt of .* forbids it/),
    );
  });
});
