/**
 * Dates as news pages write them, read without guessing: what is not certain is not read.
 *
 * Read: ISO 8601, also without separators; RFC 822, `Date` of JavaScript and C; names of months in all languages
 * (Arabic in the eastern, the western and the Maghrebi naming); day.month.year with dots; seconds and milliseconds since
 * 1970; Hijri and Persian dates; any decimal digits; labels before the date, and two dates in one line, of which the one
 * of publication counts.
 * Not read: day/month/year where both could be the month, dates without a year or day, relative dates.
 */
import {
  AM,
  anyOf,
  BESIDE,
  ERAS,
  foldDate,
  MONTHS,
  ORDINALS,
  PM,
  PUBLISHED_LABELS,
  UPDATED_LABELS,
  ZONES,
} from './date-words.ts';
import { gregorianDay, type OtherCalendar } from './other-calendars.ts';

/** Longest text that is read as a date, in UTF-16 code units. */
const MAX_LENGTH = 200;
/** Years of two digits from which on they are of the 20th century. */
const FIRST_YEAR_OF_1900S = 70;
/** Numbers in this range are read as seconds since 1970: 1990 to 2100. */
const EPOCH_FROM_S = 631_152_000;
const EPOCH_TO_S = 4_102_444_800;

/** Digits that Arabic and Persian texts write: there the day is first, and years may be of their calendars. */
const ARABIC_DIGITS = /[٠-٩]/;
const PERSIAN_DIGITS = /[۰-۹]/;
/** Letters of languages that write the day first in any digits. */
const DAY_FIRST_LETTERS = /[\p{Script=Arabic}\p{Script=Cyrillic}]/u;

/** How the numbers of a date are to be understood. */
interface Digits {
  arabic: boolean;
  persian: boolean;
  dayFirst: boolean;
}

function digitsOf(text: string): Digits {
  const [arabic, persian] = [ARABIC_DIGITS.test(text), PERSIAN_DIGITS.test(text)];
  return { arabic, persian, dayFirst: arabic || persian || DAY_FIRST_LETTERS.test(text) };
}

/**
 * An ISO date (`2023-10-31`), or an instant with its offset (`2023-10-31T08:05:00+03:00`) if time and zone are given; of a
 * time without a zone only the day is kept. `undefined` for everything that is not certainly a date.
 */
export function readDate(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const digits = digitsOf(text);
  const folded = foldDate(text);
  return oneDate(folded, digits) ?? labelledDate(folded, digits) ?? agreeingDates(folded, digits);
}

const NUMBERS_WITHIN =
  /(?<![\d.,:/-])(?:\d{4}([/.-])\d{1,2}\1\d{1,2}|\d{1,2}([/.-]) ?\d{1,2}\2 ?(?:\d{4}|\d{2}(?=$|[\s,;|)])))(?![\d/-])/gu;

/**
 * The first date in a short text that has other words too: "By A. Writer | 27.06.2018 09:54". Only the day is read.
 * `undefined` as for `readDate`.
 */
export function dateWithin(text: string): string | undefined {
  if (text.length > MAX_LENGTH || !/\p{Nd}/u.test(text)) return undefined;
  const digits = digitsOf(text);
  const folded = foldDate(text);
  const found = [
    ...[...folded.matchAll(NUMBERS_WITHIN)].map((match) => [match.index, match[0]] as const),
    ...[...folded.matchAll(NAMED_WITHIN)].map((match) => [match.index, match[0]] as const),
  ].sort(([one], [other]) => one - other);
  for (const [, part] of found) {
    const date = oneDate(part.replace(/ (?:de|del|of)(?= )/g, ''), digits)?.slice(0, 10);
    if (date !== undefined) return date;
  }
  return undefined;
}

function oneDate(folded: string, digits: Digits): string | undefined {
  // What JavaScript and Java write behind the offset: the zone's name.
  const text = folded.replace(/\s*(?:\([^()]*\)|\[[\w/]+\]|(?:europe|asia|africa|america|etc)\/\w+)$/, '');
  return epoch(text) ?? isoDate(text, digits) ?? numericDate(text, digits) ?? namedDate(text, digits);
}

function epoch(given: string): string | undefined {
  // What .NET writes in JSON.
  const text = /^\/date\((\d+)(?:[+-]\d{4})?\)\/$/.exec(given)?.[1] ?? given;
  if (!/^(?:\d{10}(?:\.\d+)?|\d{13})$/.test(text)) return undefined;
  const seconds = Math.floor(Number(text) / (/^\d{13}$/.test(text) ? 1000 : 1));
  if (seconds < EPOCH_FROM_S || seconds > EPOCH_TO_S) return undefined;
  return isoInstant(new Date(seconds * 1000));
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?: ?[t,] ?| )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:]\d+)?)?\s*([+-]\d{2}(?::?\d{2})?|[a-z]{1,5})?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(z|[+-]\d{2}(?::?\d{2})?)?)?$/;

function isoDate(text: string, digits: Digits): string | undefined {
  const parts = ISO.exec(text) ?? COMPACT.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second = '00', written] = parts;
  // A name of which the offset is not known leaves the day certain.
  const zone = written === undefined || /^[+-]/.test(written) ? written : ZONES.get(written);
  const clock = hour && `${hour.padStart(2, '0')}:${minute}:${second}`;
  return dayOf(Number(year), Number(month), Number(day), { clock, zone }, digits);
}

/** 31.10.2023, 31-10-2023, 2023/10/31, 2023.10.31., 2023年10月31日, and 31/10/2023 where 31 can be no month. */
const NUMERIC =
  /^(?:(?<year>\d{4})([/.-]) ?(?<month>\d{1,2})\2 ?(?<day>\d{1,2})\.?|(?<first>\d{1,2})(?<sign>[/.-]) ?(?<second>\d{1,2})\k<sign> ?(?<last>\d{4}|\d{2})|(?<year2>\d{4}) ?年 ?(?<month2>\d{1,2}) ?月 ?(?<day2>\d{1,2}) ?日)(?<rest>.*)$/u;

function numericDate(text: string, digits: Digits): string | undefined {
  const weekday = new RegExp(`^(?:${anyOf(BESIDE)}[.,]? ?)+(?=\\d)`, 'u');
  // Some write the time first: 10:00 31.10.2023.
  const early = /^(\d{1,2}:\d{2}(?::\d{2})?)[ ,|-]+(?=\d)/.exec(text);
  const ordered = early === null ? text : `${text.slice(early[0].length)} ${early[1]}`;
  const parts = NUMERIC.exec(ordered.replace(weekday, ''))?.groups;
  if (parts === undefined) return undefined;
  const rest = restOf(parts.rest ?? '');
  if (rest === undefined) return undefined;
  const year = parts.year ?? parts.year2;
  if (year !== undefined) {
    return dayOf(
      Number(year),
      Number(parts.month ?? parts.month2),
      Number(parts.day ?? parts.day2),
      rest,
      digits,
    );
  }
  const [first, second] = [Number(parts.first), Number(parts.second)];
  const { last = '' } = parts;
  if (last.length === 2 && parts.sign !== '.') return undefined;
  const dayFirst = parts.sign === '.' || first > 12 || first === second || digits.dayFirst;
  return dayFirst ? dayOf(fullYear(last), second, first, rest, digits) : undefined;
}

/** A day of whichever calendar its year belongs to. */
function dayOf(
  year: number,
  month: number,
  day: number,
  { clock, zone }: Rest,
  { arabic, persian }: Digits,
): string | undefined {
  if (year >= 1500) return instant(year, month, day, clock, zone);
  if (persian) return gregorianDay('persian', year, month, day);
  // Years of both calendars that are within our time do not overlap: 1410 is 1989, and 2031 in the Persian one.
  if (arabic || year >= 1410) return gregorianDay('islamic-umalqura', year, month, day);
  return undefined;
}

interface Rest {
  clock?: string | undefined;
  zone?: string | undefined;
}

const HALF = `(?:\\s*(?<am>${anyOf(AM)})|\\s*(?<pm>${anyOf(PM)}))`;
const TIME = new RegExp(
  `(?<![\\d.])(?<hour>\\d{1,2})(?:[:٫](?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?|[.](?<dotted>\\d{2})(?![.\\d]))(?!\\d)${HALF}?\\.?`,
  'u',
);
/** A time with a dot is a time only behind a word that says so, or behind a year. */
const DOTTED = /(?:(?:saat|в|ساعه|at|à|um)[: ]*|(?<!\d)\d{4}\D*)$/u;
const OFFSET = /(?:(?:gmt|utc) ?)?([+-]\d{2}(?::?\d{2})?)(?![\d:-])/;
const ZONE = new RegExp(anyOf(ZONES.keys()), 'u');
/** Zones of several places: the day is certain, the instant is not. */
const AMBIGUOUS_ZONES = ['ist', 'ast', 'ct', 'mt', 'pt', 'local'];
const FILLERS = new RegExp(`${anyOf([...BESIDE, ...AM, ...PM, ...AMBIGUOUS_ZONES])}\\.?`, 'gu');
const ERA = new RegExp(anyOf(ERAS), 'u');
const ORDINAL = new RegExp(`(?<=\\d)(?:${ORDINALS.join('|')})(?!\\p{L})`, 'gu');

/** Takes time and zone out of a text. */
function timeIn(text: string): { rest: string } & Rest {
  const time = TIME.exec(text);
  if (time?.groups === undefined) return { rest: text };
  const { hour, minute, second = '00', dotted, am, pm } = time.groups;
  if (Number(hour) > 24) return { rest: text };
  if (dotted !== undefined && !DOTTED.test(text.slice(0, time.index))) return { rest: text };
  const shift = pm !== undefined && Number(hour) < 12 ? 12 : am !== undefined && hour === '12' ? -12 : 0;
  const clock = `${String(Number(hour) + shift).padStart(2, '0')}:${minute ?? dotted}:${second}`;
  const before = text.slice(0, time.index);
  let after = text.slice(time.index + time[0].length);
  const offset = OFFSET.exec(after);
  if (offset !== null) {
    after = after.replace(offset[0], ' ');
    return { rest: `${before} ${after}`, clock, zone: offset[1] };
  }
  const named = ZONE.exec(after);
  if (named === null) return { rest: `${before} ${after}`, clock };
  return { rest: `${before} ${after.replace(named[0], ' ')}`, clock, zone: ZONES.get(named[0]) };
}

/** What may follow a date of numbers: time and zone, and words that change nothing. */
function restOf(text: string): Rest | undefined {
  // What stands before it is a year.
  const { rest, clock, zone } = timeIn(text.replace(/^ (\d{1,2})\.(\d{2})(?![.\d])/, ' $1:$2'));
  const words = rest.replace(FILLERS, ' ').replace(ZONE, ' ').replace(ERA, ' ');
  return /[\p{L}\d]/u.test(words) ? undefined : { clock, zone };
}

const MONTH_NAME = new RegExp(anyOf(MONTHS.keys()), 'gu');

/** 31 October 2023, October 31, 2023, 2023 October 31; not "31 October 2" of "31 October 20:15". */
const NAMED_WITHIN = new RegExp(
  `(?<!\\d)(?:\\d{1,2}(?:${ORDINALS.join('|')})?\\.?(?: de| of)?[ /-]?${anyOf(MONTHS.keys())}\\.?(?: de| del)?[ ,/-]{1,2}(?:\\d{4}|\\d{2}(?![\\d:.]))|${anyOf(MONTHS.keys())}\\.? \\d{1,2}(?:${ORDINALS.join('|')})?,? \\d{4})(?![\\d:])`,
  'gu',
);

function namedDate(text: string, digits: Digits): string | undefined {
  const { rest: dateText, clock, zone } = timeIn(text);
  const names = [...dateText.matchAll(MONTH_NAME)].map(([name]) => MONTHS.get(name)!);
  const months = new Set(names.map(({ month, calendar }) => `${calendar} ${month}`));
  if (months.size !== 1) return undefined;
  const { month, calendar } = names[0]!;
  const rest = dateText
    .replace(MONTH_NAME, ' ')
    .replace(ORDINAL, ' ')
    .replace(FILLERS, ' ')
    .replace(ERA, ' ')
    .replace(ZONE, ' ');
  const numbers = rest.match(/\d+/g) ?? [];
  if (/\p{L}/u.test(rest) || numbers.length !== 2) return undefined;
  const [one, other] = numbers as [string, string];
  const year = one.length === 4 ? one : other;
  const day = one.length === 4 ? other : one;
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return undefined;
  // Two short numbers are read in one order only: the day, the month, the year.
  if (year.length === 2 && !/\d\D*\p{L}.*\d/u.test(dateText)) return undefined;
  if (calendar !== 'gregorian')
    return gregorianDay(calendar as OtherCalendar, Number(year), month, Number(day));
  const full = fullYear(year);
  return full < 1500 ? undefined : dayOf(full, month, Number(day), { clock, zone }, digits);
}

function fullYear(year: string): number {
  if (year.length !== 2) return Number(year);
  return Number(year) + (Number(year) >= FIRST_YEAR_OF_1900S ? 1900 : 2000);
}

const LABEL = new RegExp(
  `(?:(?<published>${anyOf(PUBLISHED_LABELS)})|(?<updated>${anyOf(UPDATED_LABELS)}))\\s*[:：-]?\\s*`,
  'gu',
);

/** The date after a label; that of publication if there are several. */
function labelledDate(folded: string, digits: Digits): string | undefined {
  const labels = [...folded.matchAll(LABEL)];
  let updated: string | undefined;
  for (const [index, label] of labels.entries()) {
    const start = label.index + label[0].length;
    const text = folded.slice(start, labels[index + 1]?.index ?? folded.length);
    const date = oneDate(text.replace(/[\s|/,;·•-]+$/u, ''), digits);
    if (date === undefined) continue;
    if (label.groups?.published !== undefined) return date;
    updated ??= date;
  }
  if (labels.length === 0) return undefined;
  // A date without a label before one with: the date of publication.
  return oneDate(folded.slice(0, labels[0]!.index).replace(/[\s|/,;·•(-]+$/u, ''), digits) ?? updated;
}

/** Several dates in one line, in two calendars, that are the same day. */
function agreeingDates(folded: string, digits: Digits): string | undefined {
  const parts = folded.split(/ [-–—|/=] ?|الموافق|\(|\)|،|\s\/\s/u).filter((part) => /\d/.test(part));
  if (parts.length < 2 || parts.length > 3) return undefined;
  const dates = parts.map((part) => oneDate(part.trim(), digits));
  if (dates.some((date) => date === undefined)) return undefined;
  // Hijri dates of one place and another may be a day apart; the Gregorian one counts.
  const gregorian = dates.filter((_, index) => !isOtherCalendar(parts[index]!));
  const days = new Set(gregorian.map((date) => date!.slice(0, 10)));
  if (days.size !== 1) return undefined;
  const apart = Math.max(...dates.map((date) => Math.abs(Date.parse(date!) - Date.parse(gregorian[0]!))));
  return apart <= 3 * 86_400_000 ? gregorian[0] : undefined;
}

function isOtherCalendar(text: string): boolean {
  if (ERA.test(text)) return true;
  return [...text.matchAll(MONTH_NAME)].some(([name]) => MONTHS.get(name)!.calendar !== 'gregorian');
}

/** The ISO text of a real day, and of the instant where time and zone are known. */
function instant(year: number, month: number, day: number, time?: string, zone?: string): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const iso = date.toISOString().slice(0, 10);
  if (!time) return iso;
  const offset =
    zone === undefined || !/^[+-]/.test(zone)
      ? 'Z'
      : zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
  const moment = new Date(`${iso}T${time}${offset}`);
  if (Number.isNaN(moment.getTime())) return undefined;
  // Midnight of a place is how programs write a day without a time.
  const isDay = zone === undefined || (/^0?0:00:00$/.test(time) && !/^(?:Z|[+-]00)/.test(offset));
  if (isDay) return iso;
  // An hour of 24 is the next day's.
  return /^[+-]00:00$|^Z$/.test(offset) || time.startsWith('24')
    ? isoInstant(moment)
    : `${iso}T${time}${offset}`;
}

const isoInstant = (date: Date): string => date.toISOString().replace('.000Z', 'Z');
