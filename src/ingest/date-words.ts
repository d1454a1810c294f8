/** Words of dates in all languages: months, weekdays, halves of the day, time zones, labels before a date. */
import { foldArabic } from '../analysis/folding/arabic.ts';
import { foldLatin } from '../analysis/folding/latin.ts';
import type { DateWords } from '../analysis/language.ts';
import { LANGUAGES } from '../analysis/languages/list.ts';
import type { OtherCalendar } from './other-calendars.ts';

const WORDS: readonly DateWords[] = LANGUAGES.flatMap(({ dates }) => dates ?? []);

/** Languages without a file, whose months come from ICU. */
const OTHER_LANGUAGES = [
  'it',
  'es',
  'pt',
  'nl',
  'az',
  'uk',
  'pl',
  'el',
  'sv',
  'da',
  'nb',
  'ro',
  'cs',
  'hu',
  'id',
];

/** Lower case, plain letters, digits from 0 to 9, one space between words. */
export function foldDate(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u0640]/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  const lower = plain.replaceAll('İ', 'i').toLowerCase().replaceAll('й', '\uE000');
  return foldArabic(foldLatin(lower).replaceAll('\uE000', 'й')).replace(/\s+/g, ' ').trim();
}

/** Splits at bars and folds. */
const spellings = (words: string): string[] => words.split('|').map(foldDate);

export interface MonthName {
  month: number;
  calendar: 'gregorian' | OtherCalendar;
}

/** Folded name -> its month. */
export const MONTHS: ReadonlyMap<string, MonthName> = monthNames();

function monthNames(): Map<string, MonthName> {
  const months = new Map<string, MonthName>();
  const add = (names: readonly string[], calendar: MonthName['calendar']): void => {
    names.forEach((name, index) => {
      for (const spelling of spellings(name)) {
        if (!months.has(spelling)) months.set(spelling, { month: index + 1, calendar });
      }
    });
  };
  for (const { months: lists } of WORDS) for (const list of lists) add(list, 'gregorian');
  for (const { otherCalendars = [] } of WORDS) {
    for (const { calendar, months: list } of otherCalendars) add(list, calendar);
  }
  for (const language of OTHER_LANGUAGES) add(icuMonths(language), 'gregorian');
  return months;
}

/** Months as written within a date, and alone. */
function icuMonths(language: string): string[] {
  const inDate = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'long' });
  const alone = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long' });
  return Array.from({ length: 12 }, (_, index) => {
    const date = new Date(Date.UTC(2024, index, 15));
    const month = inDate.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
    return `${month}|${alone.format(date)}`;
  });
}

/** An expression for any of the words, not next to other letters; the longest first. */
export function anyOf(words: Iterable<string>): string {
  const escaped = [...new Set(words)]
    .filter((word) => word !== '')
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`;
}

/** Words next to a date that do not change it. */
export const BESIDE = WORDS.flatMap(({ beside }) => spellings(beside));
/** What follows a year of another calendar. */
export const ERAS = WORDS.flatMap(({ otherCalendars = [] }) =>
  otherCalendars.flatMap(({ era = '' }) => spellings(era)),
);
export const ORDINALS = WORDS.flatMap(({ ordinals = '' }) => spellings(ordinals)).filter(
  (word) => word !== '',
);
export const AM = WORDS.flatMap(({ halves }) => spellings(halves?.am ?? '')).filter((word) => word !== '');
export const PM = WORDS.flatMap(({ halves }) => spellings(halves?.pm ?? '')).filter((word) => word !== '');

/** Folded name of a time zone -> its offset. Abbreviations that mean several zones (IST, AST) are left out. */
export const ZONES: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    z: '+00:00',
    utc: '+00:00',
    gmt: '+00:00',
    ut: '+00:00',
    wet: '+00:00',
    cet: '+01:00',
    bst: '+01:00',
    west: '+01:00',
    cest: '+02:00',
    eet: '+02:00',
    eest: '+03:00',
    msk: '+03:00',
    trt: '+03:00',
    est: '-05:00',
    edt: '-04:00',
    cst: '-06:00',
    cdt: '-05:00',
    mst: '-07:00',
    mdt: '-06:00',
    pst: '-08:00',
    pdt: '-07:00',
  }),
  ...WORDS.flatMap(({ zones = {} }) =>
    Object.entries(zones).map(([name, offset]): [string, string] => [foldDate(name), offset]),
  ),
]);

/** Labels before the date of publication, and before that of a later change. */
export const PUBLISHED_LABELS = LANGUAGES.flatMap(({ pageLabels }) => pageLabels?.date ?? []).map(foldDate);
export const UPDATED_LABELS = LANGUAGES.flatMap(({ pageLabels }) => pageLabels?.updated ?? []).map(foldDate);
