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

  test('every line without a label is in a title or body, unchanged', () => {
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

test.each<[string, string, Partial<Article>[], string]>([
  [
    'labels in Turkish',
    'Başlık: Köprü açıldı\nTarih: 9 Mayıs 2024\nURL: https://a.example/1\nYazar: A. Yazar\nMetin: İlk satır\nİkinci',
    [
      {
        title: 'Köprü açıldı',
        publishedAt: '2024-05-09',
        url: 'https://a.example/1',
        authors: ['A. Yazar'],
        body: 'İlk satır\nİkinci',
      },
    ],
    'every part has a label',
  ],
  [
    'labels in Arabic',
    'العنوان: افتتاح الجسر\nالتاريخ: 9 مايو 2024\nالمصدر: وكالة\n\nنص',
    [{ title: 'افتتاح الجسر', publishedAt: '2024-05-09', source: 'وكالة', body: 'نص' }],
    'the same',
  ],
  [
    'labels in Russian',
    'Дата: 9 мая 2024\nЗаголовок: Мост открыт\nТекст',
    [{ title: 'Мост открыт', publishedAt: '2024-05-09', body: 'Текст' }],
    'the title need not be first',
  ],
  [
    'a sentence that begins like a label',
    'Bridge closed\nDate: 2024-05-09\nThe bridge was closed.\nSource: the ministry said on Thursday that the work would last for a month.',
    [
      {
        body: 'The bridge was closed.\nSource: the ministry said on Thursday that the work would last for a month.',
      },
    ],
    'it stays in the body',
  ],
  [
    'two dates',
    'Köprü\nSon Güncelleme: 10 Mayıs 2024\nYayınlanma: 9 Mayıs 2024\nMetin',
    [{ publishedAt: '2024-05-09', publishedText: '9 Mayıs 2024', fields: { updated: '10 Mayıs 2024' } }],
    'that of publication counts, the other is kept',
  ],
])('%s', (_, text, expected, why) => {
  expect(articles(text), why).toMatchObject(expected);
});
