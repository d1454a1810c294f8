/** Dates as they are typed: years, months, days and ranges of them. */
import type { TimeZone } from '../../common/time-zone.ts';
import type { Period } from '../../engines/conditions.ts';

/**
 * The time that a date covers in a zone, in seconds since 1970, the end excluded: `2023`, `2023-10`, `2023-10-31`, or a
 * range of two of them with `..` between, open if one is missing. `undefined` for anything else.
 */
export function dateRange(value: string, zone: TimeZone): Period | undefined {
  const [first = '', last, more] = value.split('..');
  if (more !== undefined || (first === '' && !last)) return undefined;
  const [from, to] = [dayRange(first, zone), dayRange(last ?? first, zone)];
  if ((first !== '' && from === undefined) || (last && to === undefined)) return undefined;
  return { ...(from && { from: from.from }), ...(to && { before: to.before }) };
}

function dayRange(date: string, zone: TimeZone): { from: number; before: number } | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), parts[2] && Number(parts[2]), parts[3] && Number(parts[3])];
  const real = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  if ((month && real.getUTCMonth() !== month - 1) || (day && real.getUTCDate() !== day)) return undefined;
  const from = zone.startOfDay(year, month || 1, day || 1);
  const before = day
    ? zone.startOfDay(year, Number(month), day + 1)
    : month
      ? zone.startOfDay(year, month + 1, 1)
      : zone.startOfDay(year + 1, 1, 1);
  return { from, before };
}
