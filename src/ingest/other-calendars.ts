/** Days of the Hijri (Umm al-Qura) and the Persian calendar as Gregorian days, by the tables of ICU. */

export type OtherCalendar = 'islamic-umalqura' | 'persian';

const MS_PER_DAY = 86_400_000;

/** Gregorian day on which the calendar begins, and mean lengths of its years and months in days. */
const CALENDARS: Readonly<Record<OtherCalendar, { start: number; year: number; month: number }>> = {
  'islamic-umalqura': { start: Date.UTC(622, 6, 19), year: 354.367, month: 29.53 },
  persian: { start: Date.UTC(622, 2, 22), year: 365.2422, month: 30.44 },
};

const formats = new Map<OtherCalendar, Intl.DateTimeFormat>();

function formatOf(calendar: OtherCalendar): Intl.DateTimeFormat {
  let format = formats.get(calendar);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(calendar, format);
  }
  return format;
}

/** The Gregorian day `2024-03-12` of a day in another calendar; `undefined` if that calendar has no such day. */
export function gregorianDay(
  calendar: OtherCalendar,
  year: number,
  month: number,
  day: number,
): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1200 || year > 1500) return undefined;
  const { start, year: yearDays, month: monthDays } = CALENDARS[calendar];
  const about = start + Math.round((year - 1) * yearDays + (month - 1) * monthDays + day - 1) * MS_PER_DAY;
  for (let shift = -4; shift <= 4; shift++) {
    const date = new Date(about + shift * MS_PER_DAY);
    const parts = Object.fromEntries(
      formatOf(calendar)
        .formatToParts(date)
        .map(({ type, value }) => [type, Number.parseInt(value, 10)]),
    );
    if ((parts.year ?? parts.relatedYear) === year && parts.month === month && parts.day === day) {
      return date.toISOString().slice(0, 10);
    }
  }
  return undefined;
}
