/** Articles as references: what they say can be read back, whatever is in it. */
import { describe, expect, test } from 'vitest';
import type { StoredArticle } from '../../../src/common/types.ts';
import { bibtexEntry } from '../../../src/http/references/bibtex.ts';
import { printableHead, printableItem } from '../../../src/http/references/printable.ts';
import type { Edition } from '../../../src/http/references/reference.ts';
import { risRecord } from '../../../src/http/references/ris.ts';

const ARTICLE: StoredArticle = {
  id: 'a/1',
  title: 'لافروف في أستانا\n& 100% "x"',
  body: 'نص',
  keywords: ['Suriye', 'ABD'],
  authors: ['Ayşe Kaya', 'AA'],
  source: 'Daily_News {x}',
  section: 'World',
  language: 'ar',
  publishedAt: '2024-12-10T00:30:00+03:00',
  revision: 1,
  sequence: 1,
  deleted: false,
};
const EDITION: Edition = {
  language: 'tr',
  today: '2025-02-03',
  referenceOf: (article) => ({ article, link: 'https://example.org/a?b=1&c=2', day: '2024-12-10' }),
};
const REFERENCE = EDITION.referenceOf(ARTICLE);
const BARE = EDITION.referenceOf({ ...ARTICLE, title: '', authors: [], keywords: [] });

test('RIS has a tag a line, and nothing of a value begins a line', () => {
  expect(risRecord(REFERENCE, EDITION).split('\r\n')).toEqual([
    'TY  - NEWS',
    'ID  - a/1',
    'TI  - لافروف في أستانا & 100% "x"',
    'AU  - Ayşe Kaya',
    'AU  - AA',
    'T2  - Daily_News {x}',
    'SE  - World',
    'PY  - 2024',
    'DA  - 2024/12/10',
    'LA  - ar',
    'KW  - Suriye',
    'KW  - ABD',
    'UR  - https://example.org/a?b=1&c=2',
    'Y2  - 2025/02/03',
    'ER  - ',
    '',
    '',
  ]);
  expect(risRecord(BARE, EDITION)).toContain('TI  - a/1\r\n');
});

describe('BibTeX', () => {
  test('has fields whose braces are balanced and whose text TeX does not execute', () => {
    const entry = bibtexEntry(REFERENCE, EDITION);
    expect(entry.split('\n')).toEqual([
      '@misc{lisan-a_2f1,',
      '  title = {{لافروف في أستانا \\& 100\\% "x"}},',
      '  author = {Ayşe Kaya and {AA}},',
      '  howpublished = {Daily\\_News \\{x\\}},',
      '  year = {2024},',
      '  date = {2024-12-10},',
      '  language = {ar},',
      '  keywords = {Suriye, ABD},',
      '  url = {https://example.org/a?b=1&c=2},',
      '  urldate = {2025-02-03},',
      '}',
      '',
      '',
    ]);
  });

  test.each([
    ['a\\b', 'a\\textbackslash{}b'],
    ['~^', '\\textasciitilde{}\\textasciicircum{}'],
    ['$5 #1', '\\$5 \\#1'],
  ])('the title %j is %j', (title, written) => {
    const entry = bibtexEntry(EDITION.referenceOf({ ...ARTICLE, title }), EDITION);
    expect(entry).toContain(`title = {{${written}}},`);
  });

  test('ids that differ have keys that differ', () => {
    const keyOf = (id: string) =>
      /^@misc\{([^,]*),/.exec(bibtexEntry(EDITION.referenceOf({ ...ARTICLE, id }), EDITION))?.[1];
    expect(keyOf('a_b')).not.toBe(keyOf('a/b'));
    expect(keyOf('haber ığ')).toMatch(/^[A-Za-z0-9_-]+$/);
  });
});

test('the list to print is in the language of the reader, and each text in its own direction', () => {
  const html = printableHead('<b> "x"', EDITION) + printableItem(REFERENCE, EDITION);
  expect(html).toContain('<html lang="tr" dir="ltr">');
  expect(html).toContain('&lt;b&gt; &quot;x&quot;');
  expect(html).toContain('erişim: 3 Şubat 2025');
  expect(html).toContain('<bdi>10 Aralık 2024</bdi>');
  expect(html).toMatch(/<h2 dir="rtl">لافروف في أستانا\s&amp; 100% &quot;x&quot;<\/h2>/);
  expect(printableHead(' ', { ...EDITION, language: 'fa' })).toContain('dir="rtl"');
});
