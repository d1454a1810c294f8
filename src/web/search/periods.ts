/** Periods that end with the present: today, the last days, this month and year. Pure. */

export const PERIODS = ['today', 'week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** First and last day of a period, `2023-10-31`. `today`: the day it is in the time zone of the service. */
export function periodOf(period: Period, today: string): { from: string; to: string } {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: isoDay(year, month, day - 6), to: today };
    case 'month':
      return { from: isoDay(year, month, 1), to: isoDay(year, month + 1, 0) };
    case 'year':
      return { from: isoDay(year, 1, 1), to: isoDay(year, 12, 31) };
  }
}

/** `month` counts from 1; a day or month that is too large or small runs over into the next or previous. */
const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
