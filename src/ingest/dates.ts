/**
 * Dates as news pages write them, read without guessing: what is not certain is not read.
 *
 * Read: ISO 8601; RFC 822; English, Turkish, Russian and Arabic month names (Arabic in the eastern, the western and
 * the Maghrebi naming, also two of them side by side when they agree), which the languages bring; day.month.year with dots; any decimal digits.
 * Not read: day/month/year where both could be the month, Hijri dates, dates without a year.
 */
import { foldArabic } from '../analysis/folding/arabic.ts';
import { foldLatin } from '../analysis/folding/latin.ts';
import { LANGUAGES } from '../analysis/languages/list.ts';

/** Folded month name -> 1 to 12. */
const MONTH_NUMBERS = new Map<string, number>(
  LANGUAGES.flatMap(({ dates }) => dates?.months ?? []).flatMap((names) =>
    names.flatMap((spellings, index) =>
      spellings.split('|').map((name): [string, number] => [fold(name), index + 1]),
    ),
  ),
);

const MONTH_NAME = new RegExp(
  `(?<!\\p{L})(?:${[...MONTH_NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`,
  'gu',
);

/** Longest text that can be one date. */
const LONGEST = 120;

/**
 * An ISO date (`2023-10-31`), or an instant in UTC (`2023-10-31T08:05:00Z`) where time and zone are given; of a time
 * without a zone only the day is kept. `undefined` for everything that is not certainly one date.
 */
export function readDate(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  return isoDate(folded) ?? numericDate(folded) ?? namedDate(folded);
}

/** Lower case, plain letters, 0-9. */
function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u0640]/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  return foldArabic(
    foldLatin(plain.replaceAll('İ', 'i').toLowerCase().replaceAll('й', '\uE000')).replaceAll('\uE000', 'й'),
  );
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?)?$/;

function isoDate(text: string): string | undefined {
  const parts = ISO.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second = '00', zone] = parts;
  return instant(Number(year), Number(month), Number(day), hour && `${hour}:${minute}:${second}`, zone);
}

/** 31.10.2023, 31-10-2023, 2023/10/31, and 31/10/2023 where 31 can be no month. */
const NUMERIC =
  /^(?:(\d{4})([/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([/.-])(\d{1,2})\6(\d{4}))\s*г?\.?(?:[ ,-]+(\d{1,2}:\d{2}(?::\d{2})?))?$/;

function numericDate(text: string): string | undefined {
  const parts = NUMERIC.exec(text);
  if (parts === null) return undefined;
  if (parts[1] !== undefined) return instant(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  const [first, second] = [Number(parts[5]), Number(parts[7])];
  const dayFirst = parts[6] === '.' || first > 12 || first === second;
  return dayFirst ? instant(Number(parts[8]), second, first) : undefined;
}

const TIME = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d)\s*([ap]m)?/;
const ZONE = /(?<![\p{L}\d])(z|utc|gmt)(?!\p{L})|(?<=\s|\d)([+-]\d{2}:?\d{2})$/u;
/** Words that may stand beside a date without changing it: weekdays, "of", "year", the name of the era, clock and zone. */
const FILLERS = new RegExp(
  `(?<!\\p{L})(?:${[...LANGUAGES.flatMap(({ dates }) => dates?.beside.split('|') ?? []), 'gmt', 'utc', 'z', 'am', 'pm'].map(fold).join('|')})(?!\\p{L})\\.?`,
  'gu',
);
/** Endings of ordinals after a day: 31st. */
const ORDINALS = new RegExp(
  `(?<=\\d)(?:${LANGUAGES.flatMap(({ dates }) => dates?.ordinals ?? []).join('|')})(?!\\p{L})`,
  'gu',
);

function namedDate(text: string): string | undefined {
  const time = TIME.exec(text);
  const zone = ZONE.exec(text);
  const months = new Set([...text.matchAll(MONTH_NAME)].map(([name]) => MONTH_NUMBERS.get(name)!));
  if (months.size !== 1) return undefined;
  const rest = text
    .replace(TIME, ' ')
    .replace(zone?.[2] ?? '\uFFFF', ' ')
    .replace(MONTH_NAME, ' ')
    .replace(ORDINALS, ' ')
    .replace(FILLERS, ' ');
  const numbers = rest.match(/\d+/g) ?? [];
  if (/\p{L}/u.test(rest) || numbers.length !== 2) return undefined;
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length <= 2);
  if (year === undefined || day === undefined) return undefined;
  const clock = time && clockOf(time);
  return instant(Number(year), [...months][0]!, Number(day), clock ?? undefined, zone?.[1] ?? zone?.[2]);
}

function clockOf([, hour, minute, second = '00', half]: RegExpExecArray): string {
  const shift = half === 'pm' && hour !== '12' ? 12 : half === 'am' && hour === '12' ? -12 : 0;
  return `${String(Number(hour) + shift).padStart(2, '0')}:${minute}:${second}`;
}

/** The ISO text of a real day, and of the instant where time and zone are known. */
function instant(year: number, month: number, day: number, time?: string, zone?: string): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const iso = date.toISOString().slice(0, 10);
  if (!time || zone === undefined) return iso;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2') : 'Z';
  const moment = new Date(`${iso}T${time}${offset}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().replace('.000Z', 'Z');
}
