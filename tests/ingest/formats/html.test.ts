/** Pages of every sort: where the article is, and what the page says about it. */
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/common/types.ts';
import { readHtml } from '../../../src/ingest/formats/html.ts';

const SENTENCE =
  'The harbour of the town will be closed for two weeks while the old quay is repaired, the council said.';
const BODY = Array.from({ length: 5 }, (_, number) => `<p>${number + 1}. ${SENTENCE}</p>`).join('');
const page = (head: string, body = BODY): string =>
  `<!doctype html><html lang="en"><head><title>Harbour closed</title>${head}</head><body><article><h1>Harbour closed</h1>${body}</article></body></html>`;
const ld = (json: string): string => page(`<script type="application/ld+json">${json}</script>`);

function read(html: string, address?: string): { article: Article | undefined; reasons: string[] } {
  const results = [...readHtml(html, 'page.html', address)];
  return {
    article: results.flatMap((result) => ('article' in result ? [result.article] : []))[0],
    reasons: results.flatMap((result) => ('problem' in result ? [result.problem.reason] : [])),
  };
}

describe('the date of publication', () => {
  test.each<[string, string, string | undefined]>([
    [
      'meta of Open Graph',
      page('<meta property="article:published_time" content="2024-05-09T10:00:00+03:00">'),
      '2024-05-09T10:00:00+03:00',
    ],
    ['the shorter one', page('<meta property="og:published_time" content="2024-05-09">'), '2024-05-09'],
    ['Dublin Core in any case', page('<meta name="DC.Date.Issued" content="2024-05-09">'), '2024-05-09'],
    ['dc.date', page('<meta name="dc.date" content="9 May 2024">'), '2024-05-09'],
    ['pubdate', page('<meta name="pubdate" content="20240509T100000+0300">'), '2024-05-09T10:00:00+03:00'],
    ['publishdate', page('<meta name="publishdate" content="2024/05/09">'), '2024-05-09'],
    [
      'parsely',
      page('<meta name="parsely-pub-date" content="2024-05-09T07:00:00Z">'),
      '2024-05-09T07:00:00Z',
    ],
    [
      'RDFa on a span',
      page('', `<span property="dc:date" content="2024-05-09">9 May</span>${BODY}`),
      '2024-05-09',
    ],
    [
      'microdata on a span',
      page('', `<span itemprop="datePublished">9 May 2024</span>${BODY}`),
      '2024-05-09',
    ],
    [
      'microdata with a value',
      page('', `<i itemprop="name datePublished" content="2024-05-09"></i>${BODY}`),
      '2024-05-09',
    ],
    [
      'time with pubdate',
      page('', `<time datetime="2024-05-10">x</time><time pubdate datetime="2024-05-09">y</time>${BODY}`),
      '2024-05-09',
    ],
    ['a time', page('', `<time datetime="2024-05-09T10:00">10:00</time>${BODY}`), '2024-05-09'],
    ['a visible date beside its label', page('', `<div>Published: 9 May 2024</div>${BODY}`), '2024-05-09'],
    [
      'the same in Turkish',
      page('', `<p>Giriş: 09.05.2024 10:00 Güncelleme: 10.05.2024</p>${BODY}`),
      '2024-05-09',
    ],
    [
      'the same in Arabic',
      page('', `<p><b>تاريخ النشر:</b> <span>9 مايو 2024</span></p>${BODY}`),
      '2024-05-09',
    ],
    [
      'the same in Russian',
      page('', `<div><span>Опубликовано</span> <span>9 мая 2024</span></div>${BODY}`),
      '2024-05-09',
    ],
    ['an element named for it', page('', `<div class="entry-date">9 May 2024</div>${BODY}`), '2024-05-09'],
    [
      'not that of a teaser',
      page('', `${BODY}<aside><time datetime="2024-05-10"></time></aside>`),
      undefined,
    ],
    [
      'published before modified',
      page(
        '<meta property="article:modified_time" content="2024-05-10">',
        `<p>Published: 9 May 2024</p>${BODY}`,
      ),
      '2024-05-09',
    ],
    [
      'modified where there is nothing else',
      page('<meta property="article:modified_time" content="2024-05-10">'),
      '2024-05-10',
    ],
    [
      'midnight somewhere is a day',
      page('<meta name="date" content="2024-05-09T00:00:00+03:00">'),
      '2024-05-09',
    ],
    [
      'the first that can be read',
      page('<meta name="date" content="yesterday"><meta name="dc.date" content="2024-05-09">'),
      '2024-05-09',
    ],
    ['JSON-LD', ld('{"@type":"NewsArticle","datePublished":"2024-05-09"}'), '2024-05-09'],
    [
      'JSON-LD in a graph',
      ld('{"@graph":[{"@type":"Organization"},{"@type":"NewsArticle","datePublished":"2024-05-09"}]}'),
      '2024-05-09',
    ],
    [
      'JSON-LD in lists of lists',
      ld('[[{"@type":["Thing","ReportageNewsArticle"],"datePublished":"2024-05-09"}]]'),
      '2024-05-09',
    ],
    ['JSON-LD of a page', ld('{"@type":"WebPage","datePublished":"2024-05-09"}'), '2024-05-09'],
    [
      'JSON-LD within a page',
      ld('{"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2024-05-09"}}'),
      '2024-05-09',
    ],
    [
      'JSON-LD with a raw line break',
      ld('{"@type":"NewsArticle","headline":"a\nb","datePublished":"2024-05-09"}'),
      '2024-05-09',
    ],
    [
      'JSON-LD with commas too many',
      ld('{"@type":"NewsArticle","datePublished":"2024-05-09",}'),
      '2024-05-09',
    ],
    [
      'JSON-LD in a comment',
      ld('<!--\n{"@type":"NewsArticle","datePublished":"2024-05-09"}\n//-->'),
      '2024-05-09',
    ],
    [
      'JSON-LD in CDATA',
      ld('//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2024-05-09"}\n//]]>'),
      '2024-05-09',
    ],
    ['JSON-LD that is broken', ld('{"@type":"NewsArticle","datePublished"'), undefined],
    [
      'created, where it was not published',
      ld('{"@type":"NewsArticle","dateCreated":"2024-05-09"}'),
      '2024-05-09',
    ],
    [
      'the address, last',
      page('<link rel="canonical" href="https://a.example/2024/05/09/harbour">'),
      '2024-05-09',
    ],
  ])('%s', (_, html, expected) => {
    expect(read(html).article?.publishedAt).toBe(expected);
  });
});

describe('the address', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    ['canonical', '<link rel="canonical" href="https://a.example/1">', undefined, 'https://a.example/1'],
    [
      'canonical, relative',
      '<link rel="canonical" href="/1">',
      'https://a.example/x/2',
      'https://a.example/1',
    ],
    [
      'not the front page',
      '<link rel="canonical" href="https://a.example/">',
      'https://a.example/1',
      'https://a.example/1',
    ],
    [
      'not the front page, nothing else known',
      '<link rel="canonical" href="https://a.example/">',
      undefined,
      undefined,
    ],
    [
      'the next one that is an address',
      '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/1">',
      undefined,
      'https://a.example/1',
    ],
    ['no script', '<link rel="canonical" href="javascript:alert(1)">', undefined, undefined],
  ])('%s', (_, head, address, expected) => {
    expect(read(page(head), address).article?.url).toBe(expected);
  });

  test('as a browser saved it', () => {
    const html = `<!-- saved from url=(0021)https://a.example/1 -->\n${page('')}`;
    expect(read(html).article).toMatchObject({ url: 'https://a.example/1', source: 'a.example' });
  });
});

describe('what else is known', () => {
  test('authors, section, image, language, keywords, source', () => {
    const { article } = read(
      ld(
        '{"@type":"NewsArticle","author":[{"name":"A. Writer"},{"name":"B. Writer"}],"articleSection":"Local","image":[{"url":"https://a.example/i.jpg"}],"inLanguage":"en-GB","keywords":"quay, harbour","publisher":{"name":"Example Daily"}}',
      ),
    );
    expect(article).toMatchObject({
      authors: ['A. Writer', 'B. Writer'],
      section: 'Local',
      image: 'https://a.example/i.jpg',
      language: 'en-GB',
      keywords: ['quay', 'harbour'],
      source: 'Example Daily',
    });
  });

  test('the name of the site is not part of the title', () => {
    const head =
      '<meta property="og:title" content="Harbour closed | Example Daily"><meta property="og:site_name" content="Example Daily">';
    expect(read(page(head)).article).toMatchObject({ title: 'Harbour closed', source: 'Example Daily' });
  });

  test('doubly escaped text is decoded again', () => {
    expect(
      read(page('<meta property="og:title" content="&amp;quot;Quay&amp;quot; &amp;amp; harbour">')).article
        ?.title,
    ).toBe('"Quay" & harbour');
  });
});

describe('the text', () => {
  const [first] = [`1. ${SENTENCE}`];
  test.each<[string, string]>([
    ['without html, head and body', `<title>Harbour closed</title><h1>Harbour closed</h1>${BODY}`],
    [
      'with elements and attributes in capitals',
      page('').replace(/<(\/?)(\w+)/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`),
    ],
    [
      'with a title that closes itself',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${BODY}</body></html>`,
    ],
    ['with a script that closes itself', page('<script src="a.js"/>')],
    ['behind a comment that is never closed', page('', `<!-- advertisement ${BODY}`)],
    [
      'for browsers without scripts',
      `<title>T</title><div id="root"></div><noscript><h1>T</h1>${BODY}</noscript>`,
    ],
    ['with two byte order marks', `\uFEFF\uFEFF${page('')}`],
  ])('%s', (_, html) => {
    expect(read(html).article?.body).toContain(first);
  });

  test('of breaking news is not the legal notice', () => {
    const legal = `<footer><p>${'All rights reserved; nothing may be copied without permission of the publisher. '.repeat(8)}</p></footer>`;
    const html = `<title>Quay closed</title><body><nav><a href="/1">Home</a></nav><main><article><h1>Quay closed</h1><p>The quay was closed.</p></article></main>${legal}`;
    expect(read(html).article).toMatchObject({ title: 'Quay closed', body: 'The quay was closed.' });
  });

  test('of a page that scripts make is in its data', () => {
    const linked = `<title>T</title><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${SENTENCE}"}</script><div id="root"></div>`;
    expect(read(linked).article?.body).toBe(SENTENCE);
    const data = `<title>T</title><script id="__NEXT_DATA__" type="application/json">{"a":{"title":"T","body":"<p>One.</p><p>Two.</p>"}}</script>`;
    expect(read(data).article?.body).toBe('One.\nTwo.');
  });

  test('in pre keeps its lines', () => {
    const lines = [first, SENTENCE, SENTENCE];
    expect(read(page('', `<pre>${lines.join('\n\n')}</pre>`)).article?.body).toBe(lines.join('\n'));
  });

  test('of tags that overlap is as a browser shows it', () => {
    const html =
      '<title>T</title><b><p>One <i>two</b> three</i>.</p><table><tr><p>Out</p><td>In</td></tr></table>';
    expect(read(html).article?.body).toBe('One two three.\nOut\nIn');
  });

  test.each([
    ['nothing but a title', '<title>T</title>', 'the page has no text'],
    ['frames', '<title>T</title><frameset><frame src="a"></frameset>', 'the page has no text'],
    ['too many elements', '<p>'.repeat(20_001), 'more than 20000'],
    ['too deep', '<div>'.repeat(1000), 'deeper than 500'],
  ])('%s: the page is reported', (_, html, reason) => {
    expect(read(html)).toMatchObject({ article: undefined, reasons: [expect.stringContaining(reason)] });
  });
});

test.each([
  ['no title', `<html><head></head><body><h1>Harbour closed</h1>${BODY}</body></html>`],
  ['an empty title', `<html><head><title> </title></head><body><h2>Harbour closed</h2>${BODY}</body></html>`],
  [
    'a headline of the site before it',
    `<html><body><header><h1></h1></header><main><h1>Harbour closed</h1>${BODY}</main></body></html>`,
  ],
])('%s: the headline is the title', (_, html) => {
  expect(read(html).article?.title).toBe('Harbour closed');
});

test('meta elements with their text in "value"', () => {
  expect(read(page('<meta property="article:published_time" value="2024-05-09">')).article?.publishedAt).toBe(
    '2024-05-09',
  );
});
