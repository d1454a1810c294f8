/** On which day an instant is, and when a day begins, whatever clocks do at midnight. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimeZone, UTC } from '../../src/common/time-zone.ts';

const seconds = (instant: string): number => Date.parse(instant) / 1000;

test.each([
  ['Europe/Istanbul', '2024-12-09T21:30:00Z', '2024-12-10', 'half past midnight in Istanbul'],
  ['UTC', '2024-12-09T21:30:00Z', '2024-12-09', 'and the evening before in Greenwich'],
  ['America/New_York', '2024-12-10T04:59:59Z', '2024-12-09', 'the last second of the day in New York'],
  ['America/New_York', '2024-12-10T05:00:00Z', '2024-12-10', 'and the first of the next'],
  ['Asia/Kathmandu', '2024-12-09T18:15:00Z', '2024-12-10', 'an offset of five hours and three quarters'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', 'Samoa had no 30 December 2011'],
])('%s: %s is on %s (%s)', (zone, instant, day) => {
  expect(new TimeZone(zone).dayOf(seconds(instant))).toBe(day);
});

test.each<[string, [number, number, number], string, string]>([
  ['Europe/Istanbul', [2024, 12, 10], '2024-12-09T21:00:00Z', 'three hours ahead, all year'],
  ['Europe/Istanbul', [2016, 3, 28], '2016-03-27T21:00:00Z', 'the day after summer time began'],
  ['Europe/Berlin', [2024, 3, 31], '2024-03-30T23:00:00Z', 'summer time begins at two on this day'],
  ['Europe/Berlin', [2024, 10, 27], '2024-10-26T22:00:00Z', 'and ends on this one'],
  ['Africa/Cairo', [2024, 4, 26], '2024-04-25T22:00:00Z', 'clocks jump from midnight to one'],
  [
    'Africa/Cairo',
    [2024, 11, 1],
    '2024-10-31T22:00:00Z',
    'clocks go back at midnight: the hour before comes twice',
  ],
  [
    'America/Sao_Paulo',
    [2018, 11, 4],
    '2018-11-04T03:00:00Z',
    'from midnight to one, in the southern spring',
  ],
  ['Europe/Istanbul', [2024, 2, 30], '2024-02-29T21:00:00Z', 'a day beyond the month is in the next one'],
])('%s: %j begins at %s (%s)', (zone, [year, month, day], instant) => {
  expect(new Date(new TimeZone(zone).startOfDay(year, month, day) * 1000).toISOString()).toBe(
    instant.replace('Z', '.000Z'),
  );
});

test('a day begins with its first second, in every zone', () => {
  const zones = Intl.supportedValuesOf('timeZone').map((name) => new TimeZone(name));
  const day = fc.record({
    year: fc.integer({ min: 1990, max: 2037 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, (zone, { year, month, date }) => {
      const wanted = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
      const start = zone.startOfDay(year, month, date);
      // Not "is the day before", since clocks may go back across midnight: then the day begins when it begins last.
      expect(zone.dayOf(start) >= wanted, `${zone.name} ${wanted}`).toBe(true);
      expect(zone.dayOf(start - 1) < wanted, `${zone.name} ${wanted}`).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a plain date begins with its day, an instant is itself', () => {
  const istanbul = new TimeZone('Europe/Istanbul');
  expect(istanbul.secondsOf('2024-12-10')).toBe(seconds('2024-12-09T21:00:00Z'));
  expect(istanbul.secondsOf('2024-12-10T00:30:00+03:00')).toBe(seconds('2024-12-09T21:30:00Z'));
  expect(UTC.secondsOf('1969-12-31')).toBe(-86_400);
  expect(istanbul.secondsOf('some day')).toBeNaN();
});
