/** The golden corpus: articles that are each there for a reason, and queries that every engine must answer alike. */

import type { Article } from '../../../src/common/types.ts';
import { hasValues } from '../../../src/engines/conditions.ts';
import type { SearchRequest } from '../../../src/search/searcher.ts';

export const article = (id: string, title: string, body: string, more: Partial<Article> = {}): Article => ({
  id,
  title,
  body,
  keywords: [],
  ...more,
});

/** Small, and every document is there for a reason that a test names. */
export const CORPUS: readonly Article[] = [
  article('ar-1', 'لافروف في دمشق', 'بحث وزير الخارجية الروسي سيرغي لافروف الأوضاع في سوريا.', {
    source: 'وكالة',
    publishedAt: '2024-01-10',
  }),
  article('tr-1', 'Dışişleri açıkladı', 'Rusya Dışişleri Bakanı Lavrov’dan Suriye mesajı geldi.', {
    source: 'Ajans',
    publishedAt: '2024-02-10',
  }),
  article('ru-1', 'Лавров в Астане', 'Министр Лавров прибыл в Астану на переговоры.', {
    source: 'Вестник',
    publishedAt: '2024-03-10',
  }),
  article('en-1', 'Energy talks', 'Ministers discussed the gas pipeline and the oil price in Ankara.', {
    source: 'Wire "A"',
    publishedAt: '2024-04-10',
  }),
  article('en-2', 'Oil price', 'The price of oil rose. A pipeline for gas is planned.', {
    source: "O'Neill",
    publishedAt: '2024-05-10',
  }),
  article('none', 'Undated note', 'A note about oil without a date or a source.'),
  article('weird/id 1 " \\', 'Odd identity', 'zyzzyva'),
  // What Meilisearch's tokeniser would change: words that begin with ال without having the article, Persian letters,
  // digits of three systems.
  article('ar-2', 'ألمانيا والمانيا', 'التقى الوفد في ألمانيا ممثلي شركة المان. الو، قال الموظف.', {
    source: 'وكالة',
    publishedAt: '2024-01-10',
  }),
  article('fa-1', 'کتاب فارسی', 'گزارش دربارهٔ کتاب و زندگی در ایران منتشر شد.', { source: 'وكالة' }),
  article('digits', 'Rakamlar ٢٥ ۲۵ 25', 'في 2024 ارتفع السعر إلى ٣٫٥ دولار و 1.250 ليرة.', {
    publishedAt: '2024-01-10',
    keywords: ['سعر', 'fiyat'],
  }),
];

/** Sources that a careless engine takes for one another, or for syntax. Each has an article with the word `sourced`. */
export const SOURCES: readonly string[] = [
  'Wire',
  'wire',
  'Wire ',
  'Wíre',
  'Wi\u0301re',
  'ﬁre',
  'fire',
  'IŞIK',
  'ışık',
  '"',
  '\\',
  '\\"',
  "'",
  '[a, b]',
  'a OR b',
  'a" OR source EXISTS',
  '*',
  '🙂',
  'وكالة',
  'وکالة',
  `long ${'x'.repeat(300)}1`,
  `long ${'x'.repeat(300)}2`,
  `اطول ${'ط'.repeat(300)}1`,
];

export const SOURCED: readonly Article[] = SOURCES.map((source, number) =>
  article(`source-${number}`, `Sourced ${number}`, 'sourced', { source }),
);

/** Answered alike by every engine: ids in order, marks, total and facets. Anything may be left out of a request. */
export const QUERIES: readonly (Partial<SearchRequest> & { q: string })[] = [
  { q: '' },
  { q: '', sort: 'newest' },
  { q: '', sort: 'oldest', filter: hasValues('lang', ['tr', 'ru']) },
  { q: '', filter: hasValues('entity', ['person-sergey-lavrov']) },
  { q: 'لافروف' },
  { q: 'Lavrov' },
  { q: "lavrov'dan" },
  { q: 'Лавров', filter: hasValues('lang', ['ar']) },
  { q: 'ولافروف', sort: 'oldest' },
  { q: 'disisleri' },
  { q: 'Dışişleri Bakanı Fidan' },
  { q: 'استانا' },
  { q: 'Astana görüşmeleri' },
  { q: 'переговоры в Астане' },
  { q: '"oil price"' },
  { q: '"price oil" -pipeline' },
  { q: 'oil price -gas' },
  { q: 'oil -"gas pipeline"' },
  { q: 'title:oil' },
  { q: 'oil OR zyzzyva' },
  { q: 'ألمانيا' },
  { q: 'المان' },
  { q: 'کتاب' },
  { q: 'كتاب' },
  { q: '25' },
  { q: '٢٥' },
  { q: '1.250' },
  { q: 'the' },
  { q: 'ما هي أسباب ارتفاع سعر النفط والغاز في سوريا' },
  { q: 'Rusya Dışişleri Bakanı Suriye için ne dedi' },
  { q: 'what did ministers say about the gas pipeline price' },
  { q: 'Что сказал министр на переговорах' },
  { q: 'lavrof' },
  { q: 'pipeine' },
  { q: 'Astnaa' },
  { q: 'pipel' },
  { q: 'لافر' },
  { q: 'lavrov', match: 'exact' },
  { q: 'disisleri', match: 'exact' },
  { q: 'sourced', filter: hasValues('source', ['Wire', '🙂', '\\"']) },
  { q: 'oil date:2024-04..2024-05' },
  { q: 'oil source:"Wire \\"A\\""' },
  { q: 'lang:ru entity:place-astana' },
  { q: 'nothingofthiskind' },
];
