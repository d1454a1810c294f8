/** Numbers, dates, languages and names as each language writes them. */
import { expect, test } from 'vitest';
import { directionOf } from '../../../src/web/i18n/languages.ts';
import { loadTranslator } from '../../../src/web/i18n/translator.ts';

test.each([
  ['ru', 1, '1 статья'],
  ['ru', 3, '3 статьи'],
  ['ru', 5, '5 статей'],
  ['ru', 21, '21 статья'],
  ['ar', 0, 'لا مقالات'],
  ['ar', 1, 'مقال واحد'],
  ['ar', 2, 'مقالان'],
  ['fa', 12, '۱۲ مقاله'],
  ['tr', 7, '7 haber'],
  ['en', 1, '1 article'],
] as const)('%s, %i articles', async (language, n, text) => {
  const translator = await loadTranslator(language);
  expect(translator.count(translator.messages.articles, n)).toBe(text);
});

test.each([
  ['en', '2023-10-31T08:00:00Z', 'October 31, 2023'],
  ['tr', '2023-10', 'Ekim 2023'],
  ['ru', '2023', '2023'],
  ['fa', '2023-10-31', '۳۱ اکتبر ۲۰۲۳'],
  ['fa', '2023', '۲۰۲۳'],
  ['en', 'some day', 'some day'],
] as const)('%s writes %s as %s', async (language, iso, text) =>
  expect((await loadTranslator(language)).date(iso)).toBe(text),
);

test.each([
  ['2024-12-01', '2024-12-31', '\u2068December 1, 2024\u2069 to \u2068December 31, 2024\u2069'],
  ['2024-12-01', '', 'from \u2068December 1, 2024\u2069'],
  ['', '2024-12-01', 'until \u2068December 1, 2024\u2069'],
  ['2024-12-01', '2024-12-01', 'December 1, 2024'],
])('the period %s to %s', async (from, to, text) =>
  expect((await loadTranslator('en')).period(from, to)).toBe(text),
);

test.each([
  ['ar', 'الروسية والتركية'],
  ['ru', 'Русский, Турецкий'],
] as const)('%s joins names as the language does', async (language, text) => {
  const translator = await loadTranslator(language);
  expect(translator.list(['ru', 'tr'].map((code) => translator.languageName(code)))).toBe(text);
});

test('values inserted into a sentence keep their direction', async () => {
  const translator = await loadTranslator('ar');
  expect(translator.text('إزالة {name}', { name: 'Lavrov' })).toBe('إزالة \u2068Lavrov\u2069');
  expect(translator.parts('{a} ({b})', { a: 1 })).toEqual([{ value: 1 }, ' (', '{b}', ')']);
});

test.each([
  ['ar', 'rtl'],
  ['ckb', 'rtl'],
  ['ur', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['no language', 'ltr'],
])('names in %s run %s', (language, dir) => expect(directionOf(language)).toBe(dir));

test.each([
  ['UTC', 'December 9, 2024'],
  ['Europe/Istanbul', 'December 10, 2024'],
])('an instant is shown on the day that it has in %s, a plain date on its day', async (timezone, day) => {
  const translator = await loadTranslator('en', timezone);
  expect(translator.date('2024-12-10T00:30:00+03:00')).toBe(day);
  expect(translator.date('2024-12-10')).toBe('December 10, 2024');
});
