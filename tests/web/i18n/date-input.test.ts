/** Dates as people type them in each language. */
import { expect, test } from 'vitest';
import { parseTypedDate } from '../../../src/web/i18n/date-input.ts';
import { INTERFACE_LANGUAGES } from '../../../src/web/i18n/languages.ts';
import { loadTranslator } from '../../../src/web/i18n/translator.ts';

const day = (date: string) => ({ from: date, to: date });

test.each([
  ['tr', '31.10.2023', day('2023-10-31'), 'day first'],
  ['tr', '31 Ekim 2023', day('2023-10-31'), 'as the page writes it'],
  ['tr', '1 EKİM 2023', day('2023-10-01'), 'Turkish capitals'],
  ['tr', 'Şub 2024', { from: '2024-02-01', to: '2024-02-29' }, 'a short month'],
  ['en', 'October 31, 2023', day('2023-10-31'), 'as the page writes it'],
  ['en', '31 oct 2023', day('2023-10-31'), 'the other order, short'],
  ['en', '10/31/2023', day('2023-10-31'), 'month first, as this language has it'],
  ['en', '2023-10-31', day('2023-10-31'), 'ISO'],
  ['ru', '2023-1-5', day('2023-01-05'), 'ISO with short numbers'],
  ['ru', '31 октября 2023 г.', day('2023-10-31'), 'the genitive and the abbreviation for year'],
  ['ru', 'октябрь 2023', { from: '2023-10-01', to: '2023-10-31' }, 'the nominative'],
  ['ru', '2/2024', { from: '2024-02-01', to: '2024-02-29' }, 'a month by its number'],
  ['ar', '٣١ أكتوبر ٢٠٢٣', day('2023-10-31'), 'Arabic digits'],
  ['ar', '31/10/2023', day('2023-10-31'), 'Latin digits'],
  ['fa', '۳۱ اکتبر ۲۰۲۳', day('2023-10-31'), 'Persian digits'],
  ['fa', '۲۰۲۳', { from: '2023-01-01', to: '2023-12-31' }, 'a year'],
] as const)('%s: %s', (language, typed, span, why) =>
  expect(parseTypedDate(typed, language), why).toEqual(span),
);

test.each([
  ['en', ''],
  ['en', 'yesterday'],
  ['en', '31 February 2023'],
  ['en', '13/13/2023'],
  ['en', '31.10.23'],
  ['tr', '31 Octember 2023'],
  ['en', 'ma 2023'],
  ['ru', '1 2 3 2023'],
  ['en', '2023-00-10'],
] as const)('%s: %s is no date', (language, typed) =>
  expect(parseTypedDate(typed, language)).toBeUndefined(),
);

test.each(INTERFACE_LANGUAGES)('$code reads every day that it writes', async ({ code }) => {
  const translator = await loadTranslator(code);
  for (let month = 1; month <= 12; month++) {
    const date = `2024-${String(month).padStart(2, '0')}-09`;
    expect(parseTypedDate(translator.date(date), code), translator.date(date)).toEqual(day(date));
  }
});
