/** Dates that pages show and do not say: where they stand, and which of several counts. */
import { expect, test } from 'vitest';
import { dateWithin } from '../../../src/ingest/dates.ts';
import { readHtml } from '../../../src/ingest/formats/html.ts';

const TEXT = `<p>${'The council met on the quay and spoke about the harbour for two hours. '.repeat(5)}</p>`;
const page = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Harbour</title>${head}</head><body>${body}</body></html>`;
function dateOf(html: string): string | undefined {
  for (const result of readHtml(html, 'page.html'))
    if ('article' in result) return result.article.publishedAt;
  return undefined;
}

test.each<[why: string, html: string, date: string | undefined]>([
  [
    'a class in camel case',
    page(`<h1>Harbour</h1><span class="articleDate">12 Mart 2024</span>${TEXT}`),
    '2024-03-12',
  ],
  [
    'with other words',
    page(`<h1>Harbour</h1><p class="byline">By A. Writer | 27.06.2018 09:54</p>${TEXT}`),
    '2018-06-27',
  ],
  [
    'in an attribute',
    page(`<h1>Harbour</h1><abbr class="published" title="2016-12-23T05:11:00-05:00">5:11 AM</abbr>${TEXT}`),
    '2016-12-23T05:11:00-05:00',
  ],
  ['below the headline, without a name', page(`<h1>Harbour</h1><h5>23.01.2019</h5>${TEXT}`), '2019-01-23'],
  ['above the headline', page(`<div>Вторник, 12 марта 2024</div><h1>Harbour</h1>${TEXT}`), '2024-03-12'],
  [
    'below rather than above',
    page(`<div>1 Ocak 2020</div><h1>Harbour</h1><div>12 Mart 2024</div>${TEXT}`),
    '2024-03-12',
  ],
  [
    'the only day of a page',
    page(`<h1>Harbour</h1>${TEXT.repeat(4)}<p>Benni, 10. September 2017</p>`),
    '2017-09-10',
  ],
  [
    'two days far from the headline',
    page(`<h1>Harbour</h1>${TEXT.repeat(4)}<p>10. September 2017</p><p>11. Mai 2018</p>`),
    undefined,
  ],
  [
    'of another article',
    page(`<h1>Harbour</h1>${TEXT}<aside><span class="date">12 Mart 2024</span></aside>`),
    undefined,
  ],
  [
    'in a footer of the page',
    page(`<h1>Harbour</h1>${TEXT}<footer><span class="date">12 Mart 2024</span></footer>`),
    undefined,
  ],
  [
    'in the footer of the article',
    page(`<article><h1>Harbour</h1>${TEXT}<footer><span class="date">12 Mart 2024</span></footer></article>`),
    '2024-03-12',
  ],
  [
    'on a body whose class names a sidebar',
    page(
      `<div class="layout has-sidebar"><h1>Harbour</h1><span class="date">12 Mart 2024</span>${TEXT}</div>`,
    ),
    '2024-03-12',
  ],
  [
    'within a form around the page',
    page(`<form><h1>Harbour</h1><p class="date">15 августа 2016, 13:43</p>${TEXT}</form>`),
    '2016-08-15',
  ],
  [
    'of a change only',
    page(`<h1>Harbour</h1><span class="last-updated-date">12 Mart 2024</span>${TEXT}`),
    undefined,
  ],
  [
    'the path of the address before a name',
    page(
      `<h1>Harbour</h1><span class="date">13 Mart 2024</span>${TEXT}`,
      '<link rel="canonical" href="https://n.example/2024/03/12/harbour">',
    ),
    '2024-03-12',
  ],
  [
    'a path without signs between',
    page(`<h1>Harbour</h1>${TEXT}`, '<link rel="canonical" href="https://n.example/20240312/harbour">'),
    '2024-03-12',
  ],
  [
    'data for scripts',
    page(`<h1>Harbour</h1>${TEXT}<script>window.data={"publishedAt":"2024-03-12T10:00:00Z"}</script>`),
    '2024-03-12T10:00:00Z',
  ],
  [
    'JSON-LD that is no JSON',
    page(
      `<h1>Harbour</h1>${TEXT}`,
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a "b"","datePublished":"2024-03-12T10:00:00+03:00"}</script>',
    ),
    '2024-03-12T10:00:00+03:00',
  ],
  [
    'a zone that is only a name',
    page(`<h1>Harbour</h1>${TEXT}`, '<meta name="date" content="2020-09-25T16:02:50CDT">'),
    '2020-09-25T16:02:50-05:00',
  ],
  [
    'a time that cannot be read beside one that can',
    page(`<h1>Harbour</h1><time datetime="01-11-2023 10:29">1. November 2023 10:29</time>${TEXT}`),
    '2023-11-01',
  ],
])('%s', (_, html, date) => {
  expect(dateOf(html)).toBe(date);
});

test.each<[text: string, date: string | undefined]>([
  ['Blog entry by Annisa | 28 April, 2017', '2017-04-28'],
  ['/ jueves 2 de abril de 2020', '2020-04-02'],
  ['Von Deutscher Tennis Bund 4. 2. 2022.', '2022-02-04'],
  ['Unica.md, 20 septembrie 2020 16:20', '2020-09-20'],
  ['Schengen, 3. Juli 2018', '2018-07-03'],
  ['（2020-02-14）', '2020-02-14'],
  ['كتب أحمد علي - ١٢ مارس ٢٠٢٤', '2024-03-12'],
  ['İstanbul - 12 Mart 2024 Salı 10:00 | Güncelleme: 1 Mayıs 2024', '2024-03-12'],
  ['version 1.2.3 of 4', undefined],
  ['call 0532-12-12 now', undefined],
  ['192.168.10.12', undefined],
  ['12 Mart 10:00', undefined],
  ['page 3 of 12', undefined],
  ['04/05/2024', undefined],
])('%j has the day %s', (text, date) => {
  expect(dateWithin(text)).toBe(date);
});
