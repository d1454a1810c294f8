/** Dates as people type them in the language of the page: `31.10.2023`, `31 Ekim 2023`, `October 2023`, `٢٠٢٣`. Pure. */
import type { InterfaceLanguage } from './languages.ts';

/** First and last day of what was typed, `2023-10-31`: the same for a day, all of a month or year. */
export interface DaySpan {
  from: string;
  to: string;
}

/** A day whose parts no language writes alike, to find the order of day, month and year: 2003-11-22. */
const SAMPLE = Date.UTC(2003, 10, 22);

/**
 * Reads a day, month or year. Digits may be those of any script; names of months those of the language, whole or at
 * least three letters of them. Undefined for anything else and for days that do not exist.
 */
export function parseTypedDate(typed: string, language: InterfaceLanguage): DaySpan | undefined {
  const text = plain(latinDigits(typed).trim(), language);
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
  const month = monthNamed(text, language);
  if (month === null) return undefined;
  if (month !== undefined) {
    const year = numbers.find((digits) => digits.length === 4);
    const [day, ...more] = numbers.filter((digits) => digits !== year);
    if (year === undefined || more.length > 0) return undefined;
    return spanOf(year, String(month), day);
  }
  // ISO order in every language: the year is unmistakable in front.
  if (numbers[0]?.length === 4) return numbers.length > 3 ? undefined : spanOf(...(numbers as [string]));
  if (numbers.at(-1)?.length !== 4) return undefined;
  const year = numbers.at(-1)!;
  if (numbers.length === 2) return spanOf(year, numbers[0]!);
  if (numbers.length !== 3) return undefined;
  const [first, second] = numbers as [string, string];
  return monthComesFirst(language) ? spanOf(year, first, second) : spanOf(year, second, first);
}

function spanOf(year: string, month?: string, day?: string): DaySpan | undefined {
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  const last = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const start = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return { from: `${start}-01`, to: `${start}-${last}` };
  if (Number(day) < 1 || Number(day) > last) return undefined;
  const date = `${start}-${day.padStart(2, '0').slice(-2)}`;
  return { from: date, to: date };
}

/** The month that a text names, from 1; undefined if it has no letters, null if they name none. */
function monthNamed(text: string, language: InterfaceLanguage): number | undefined | null {
  const words = text.match(/\p{L}[\p{L}\p{M}\u200c]*/gu)?.filter((word) => !FILLERS.has(word)) ?? [];
  if (words.length === 0) return undefined;
  if (words.length > 1) return null;
  const names = monthNames(language);
  const found = names.flatMap((forms, index) =>
    forms.some((form) => form === words[0] || (words[0]!.length >= 3 && form.startsWith(words[0]!)))
      ? [index + 1]
      : [],
  );
  return found.length === 1 ? found[0] : null;
}

/** What may follow a year: Russian `г.`, Arabic `م` and Persian `م.` for the Christian era. */
const FILLERS: ReadonlySet<string> = new Set(['г', 'года', 'م', 'میلادی']);

const monthNamesOf = new Map<InterfaceLanguage, string[][]>();

/** The lower-case names of each month: alone, next to a day, short. */
function monthNames(language: InterfaceLanguage): string[][] {
  let names = monthNamesOf.get(language);
  if (names === undefined) {
    const styles: Intl.DateTimeFormatOptions[] = [
      { month: 'long' },
      { month: 'long', day: 'numeric' },
      { month: 'short' },
    ];
    const formats = styles.map(
      (style) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...style }),
    );
    names = Array.from({ length: 12 }, (_, month) =>
      formats.map((format) => plain(partOf(format, Date.UTC(2003, month, 22), 'month'), language)),
    );
    monthNamesOf.set(language, names);
  }
  return names;
}

/** In lower case, without the Persian ezafe that a month has before a year. */
function plain(text: string, language: InterfaceLanguage): string {
  return text.toLocaleLowerCase(language).replaceAll('\u0654', '');
}

/** Whether the language writes 11/22/2003 and not 22/11/2003. */
function monthComesFirst(language: InterfaceLanguage): boolean {
  const parts = new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory' }).formatToParts(
    SAMPLE,
  );
  const order = parts.map(({ type }) => type);
  return order.indexOf('month') < order.indexOf('day') && order.indexOf('year') > order.indexOf('month');
}

function partOf(format: Intl.DateTimeFormat, time: number, type: Intl.DateTimeFormatPartTypes): string {
  return format.formatToParts(time).find((part) => part.type === type)?.value ?? '';
}

/** Any decimal digits of Unicode as 0 to 9. */
function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    // Decimal digits come in runs of ten; a run begins after a character that is not a digit.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}
