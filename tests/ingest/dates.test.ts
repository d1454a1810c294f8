import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from '../../src/ingest/dates.ts';

test.each([
  ['31st, October 2023 GMT', '2023-10-31', 'ordinal, zone without a time'],
  ['October 31, 2023', '2023-10-31', 'American order'],
  ['Oct 31, 2023', '2023-10-31', 'short month'],
  ['2nd of April, 2024', '2024-04-02', 'ordinal with of'],
  ['18 December 2024 14:00 GMT', '2024-12-18T14:00:00Z', 'time and zone make an instant'],
  ['18 December 2024 2:05 pm GMT', '2024-12-18T14:05:00Z', 'twelve-hour clock'],
  ['2023-10-31', '2023-10-31', 'ISO day'],
  ['2023-10-31T11:05:00+03:00', '2023-10-31T08:05:00Z', 'ISO instant'],
  ['2023-10-31T11:05:00', '2023-10-31', 'a time without a zone is no instant'],
  ['Tue, 31 Oct 2023 08:05:00 +0300', '2023-10-31T05:05:00Z', 'RFC 822'],
  ['Tue, 31 Oct 2023 08:05:00 GMT', '2023-10-31T08:05:00Z', 'RFC 822 in GMT'],
  ['31 Ekim 2023', '2023-10-31', 'Turkish'],
  ['31 EKİM 2023 14:05', '2023-10-31', 'Turkish capitals'],
  ['2 Aralık 2024 Pazartesi', '2024-12-02', 'Turkish weekday'],
  ['2 Aralik 2024', '2024-12-02', 'Turkish on an ASCII keyboard'],
  ['15 Şubat 2024', '2024-02-15', 'Turkish with ş'],
  ['7 كانون الأول/ ديسمبر 2024', '2024-12-07', 'both Arabic namings, agreeing'],
  ['7 كانون الثاني / ديسمبر 2024', undefined, 'both namings, contradicting'],
  ['٣١ أكتوبر ٢٠٢٣', '2023-10-31', 'Arabic-Indic digits'],
  ['۳۱ اكتوبر ۲۰۲۳', '2023-10-31', 'Persian digits, no hamza'],
  ['الخميس 26 كانون الأول 2024', '2024-12-26', 'Arabic weekday'],
  ['15 جويلية 2022', '2022-07-15', 'Maghrebi month'],
  ['31 октября 2023 г.', '2023-10-31', 'Russian'],
  ['9 мая 2024', '2024-05-09', 'Russian May, declined'],
  ['31.10.2023', '2023-10-31', 'dots: the day is first'],
  ['31/10/2023', '2023-10-31', '31 can be no month'],
  ['2023/10/31', '2023-10-31', 'year first'],
  ['04/05/2023', undefined, 'both could be the month'],
  ['05/05/2023', '2023-05-05', 'both are the month'],
  ['31 February 2023', undefined, 'no such day'],
  ['29.02.2024', '2024-02-29', 'a leap day'],
  ['29.02.2023', undefined, 'none that year'],
  ['Ekim 2023', undefined, 'no day'],
  ['31 October', undefined, 'no year'],
  ['14 رجب 1445', undefined, 'a Hijri date'],
  ['2 days ago', undefined, 'relative to nobody knows when'],
  ['10 May or 11 May 2024', undefined, 'two dates'],
  ['', undefined, 'nothing'],
])('%s -> %s', (text, expected, why) => {
  expect(readDate(text), why).toBe(expected);
});

test('whatever the text, the answer is a real day or nothing', () => {
  const parts = fc.constantFrom(
    '31',
    '2023',
    'Ekim',
    'mayo',
    'آذار',
    'may',
    '/',
    '.',
    ' ',
    ':',
    '12:30',
    'GMT',
    '99',
    '٢',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(parts).map((list) => list.join(' ')),
      ),
      (text) => {
        const date = readDate(text);
        if (date !== undefined) expect(new Date(date).toISOString()).toContain(date.slice(0, 10));
      },
    ),
  );
});
