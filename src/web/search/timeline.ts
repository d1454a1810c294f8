/** Counts by month as the bars of a histogram. Pure. */
import type { FacetCount } from '../../engines/facets.ts';

export interface Bar {
  /** `2023-10`, or `2023` where bars are years. */
  key: string;
  /** First and last day, `2023-10-01`. */
  from: string;
  to: string;
  count: number;
}

/** Up to this many months, each has a bar; beyond, bars are years. */
const MOST_MONTHS = 72;
/** Fewer months would be bars as wide as boards: earlier ones without an article fill the width. */
const FEWEST_MONTHS = 12;

/** A bar for every month, or year, from the first to the last that has a count and for at least a year. */
export function barsOf(counted: readonly FacetCount[]): Bar[] {
  const counts = new Map(counted.map(({ value, count }) => [value, count]));
  const months = [...counts.keys()].filter((key) => /^\d{4}-\d{2}$/.test(key)).sort();
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const length = monthNumber(last) - monthNumber(first) + 1;
  if (length <= MOST_MONTHS) {
    const shown = Math.max(length, FEWEST_MONTHS);
    const all = Array.from({ length: shown }, (_, i) => monthKey(monthNumber(last) - shown + 1 + i));
    return all.map((key) => ({ key, ...daysOf(key), count: counts.get(key) ?? 0 }));
  }
  const years = new Map<string, number>();
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    years.set(yearKey(year), 0);
  for (const month of months) {
    const year = month.slice(0, 4);
    years.set(year, years.get(year)! + counts.get(month)!);
  }
  return [...years].map(([key, count]) => ({ key, from: `${key}-01-01`, to: `${key}-12-31`, count }));
}

/** The bars that a range of days touches, as the first and last index; undefined if it touches none. */
export function selected(bars: readonly Bar[], from: string, to: string): [number, number] | undefined {
  if (from === '' && to === '') return undefined;
  const inside = (bar: Bar): boolean => (from === '' || bar.to >= from) && (to === '' || bar.from <= to);
  const first = bars.findIndex(inside);
  return first === -1 ? undefined : [first, bars.findLastIndex(inside)];
}

/** First and last day of a month. */
function daysOf(key: string): { from: string; to: string } {
  const days = new Date(Date.UTC(Number(key.slice(0, 4)), Number(key.slice(5)), 0)).getUTCDate();
  return { from: `${key}-01`, to: `${key}-${days}` };
}

const monthNumber = (key: string): number => Number(key.slice(0, 4)) * 12 + Number(key.slice(5)) - 1;
const yearKey = (year: number): string => String(year).padStart(4, '0');
const monthKey = (number: number): string =>
  `${yearKey(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`;
