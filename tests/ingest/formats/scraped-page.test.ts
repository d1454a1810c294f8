import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/common/types.ts';
import { readPage } from '../../../src/ingest/formats/scraped-page.ts';

const sample = readFileSync(new URL('../../../data/sample/lavrov-page.txt', import.meta.url), 'utf8');

function articles(text: string): Article[] {
  return [...readPage(text, 'page.txt')].flatMap((result) => ('article' in result ? [result.article] : []));
}

describe('the scraped page', () => {
  const [first, second, ...more] = articles(sample);

  test('is two linked articles', () => {
    expect(more).toEqual([]);
    expect(first!.page).toBe(second!.page);
    expect(first!.title).toBe(
      'لافروف والمقداد يبحثان هاتفيا التصعيد في الأراضي السورية على خلفية الأحداث في قطاع غزة',
    );
    expect(second!.title).toBe('لافروف: ضغوطات غربية على الإدارة السورية الجديدة لقطع العلاقات معنا (شاهد)');
  });

  test('the first has the labelled date, source and keywords', () => {
    expect(first).toMatchObject({
      publishedAt: '2023-10-31',
      publishedText: '31st, October 2023 GMT',
      source: 'بوابة الفجر',
    });
    expect(first!.keywords).toHaveLength(1);
    expect(first!.body.startsWith('بحث وزير الخارجية')).toBe(true);
    expect(first!.body.endsWith('الشرق الأوسط.')).toBe(true);
  });

  test("the second quotes a tweet whose date is not the article's", () => {
    expect(second!.body).toContain('Sergey Lavrov’dan Suriye’deki');
    expect(second!.body).toContain('December 26, 2024');
    expect(second!.publishedAt).toBeUndefined();
    expect(second!.source).toBeUndefined();
  });

  test('every line that is no label is in a title or a body, as it stands', () => {
    const held = [first!, second!].flatMap(({ title, body }) => [title, ...body.split('\n')]);
    const labels = /^(تاريخ النشر|المصدر|كلمات دلالية|إقرأ أيضاً)/;
    expect(held).toEqual(
      sample
        .trimEnd()
        .split('\n')
        .filter((line) => !labels.test(line)),
    );
  });
});

test('a date that cannot be read is kept as text and reported', () => {
  const results = [...readPage('Title\nPublished: some day\nText', 'p.txt')];
  expect(results).toContainEqual({
    problem: { file: 'p.txt', line: 2, effect: 'kept', reason: 'the date "some day" was not understood' },
  });
  expect(articles('Title\nPublished: some day\nText')).toMatchObject([
    { publishedText: 'some day', body: 'Text' },
  ]);
});

test.each([
  [
    'Başlık\r\nKaynak: Ajans\r\nMetin\r\n',
    { title: 'Başlık', source: 'Ajans', body: 'Metin' },
    'line ends of Windows',
  ],
  [
    '\uFEFFTitle\nKEYWORDS: a, b; c\nText',
    { title: 'Title', keywords: ['a', 'b', 'c'] },
    'byte order mark, capitals',
  ],
  ['عنوان\nاقرأ ايضا:\n', { title: 'عنوان', body: '' }, 'nothing after the label of another article'],
])('%j', (text, expected, why) => {
  expect(articles(text), why).toMatchObject([expected]);
});

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void articles(text)));
});
