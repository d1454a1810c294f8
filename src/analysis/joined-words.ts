/**
 * Which of the words that a text was cut into are one word:
 *
 *   abbreviations with full stops   U.N. F.B.I. A.B.D. С.Ш.А. Ph.D.
 *   letters and a number            S-400 F-16 COVID-19, and S 400 after a single capital
 *   one letter and a word           e-mail, TF-X
 *   decimals, times, groups         3,5 3.5 ٣٫٥ 12:30; 10 000 10'000
 *   compounds                       listed by the languages: hava limanı, cease-fire, عبد الله, co-operation
 *   letters that only look right    Мoсква with a Latin o
 *   words cut at the end of a line  govern- / ment
 *
 * The separators are part of the word; folding removes them, so that U.N. is UN and cease-fire is ceasefire.
 */
import { isMixedScript } from './folding/homoglyphs.ts';
import { foldWord, hashOfFolded } from './folding/letter-by-letter.ts';
import type { Compounds } from './language.ts';
import { LANGUAGES } from './languages/list.ts';
import { isInsideWord } from './line-end-hyphen.ts';
import { hashOf, WordMap } from './word-map.ts';

/** Hyphen-minus, hyphen, non-breaking hyphen, en dash. */
const HYPHENS = '-\u2010\u2011\u2013';
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const SPACES = ' \u00A0\u2009\u202F';
const DECIMAL_SIGNS = '.,٫،';
const NUMBER = /^\p{Nd}+$/u;
const NUMBER_WITH_GROUPS = /^\p{Nd}{1,3}(?:[ \u00A0\u2009\u202F'’]\p{Nd}{3})*$/u;
const GROUP = /^\p{Nd}{3}$/u;
/** The number of a model, in the plural too: F-35s. */
const MODEL_NUMBER = /^\p{Nd}+s?$/u;
const CASED_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;
const CASED_LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}]$/u;
const ABBREVIATION = /^(?:\p{Lu}\p{Ll}|\p{L}(?:\.\p{L})*)$/u;
/** Before a number with a space between: a capital that is no word of one letter, and С as in С 400. */
const SPACED_CAPITAL = /^[BCDFGHJKLMNPQRSTVWXYZ]$/;
const SPACED_NUMBER = /^\d{1,3}$/;
const RUSSIAN_S = 'С';
const ROUND_HUNDRED = /^\d00$/;
/** Letters before a hyphen and a number at most, and digits of the number. */
const LETTERS_BEFORE_NUMBER = 5;
const DIGITS_AFTER_LETTERS = 4;
/** Digits of a fraction, of an hour and of minutes at most. */
const FRACTION_DIGITS = 2;
const CAPITALS = /^\p{Lu}{1,3}$/u;
/** Letters of a word after a hyphen at least. */
const AFTER_HYPHEN = 2;
const AFTER_PREFIX = 4;
/** Code units between the two parts of a compound, and of a first part, at most. */
const LONGEST_FIRST = 14;
/** What was joined up to here is not joined further: `a.a.a.` without end is no abbreviation. */
const LONGEST_JOINED_UNITS = 100;

/**
 * Whether `areOneWord` surely says no: a space stands between, as nearly always, and the first word begins no compound, or
 * more than a space does. `units`: the code units of the text. The second word begins at `nextStart`.
 */
export function areApart(units: Uint16Array, start: number, end: number, nextStart: number): boolean {
  const gap = nextStart - end;
  if (gap > 1) return units[nextStart - 1] !== LINE_FEED;
  if (gap === 0 || units[end] !== SPACE) return false;
  if (isDigit(units[nextStart]!)) return false;
  if (isDigit(units[start]!) || !mayBeFirst(units[start]!, units[end - 1]!, end - start)) return true;
  const hash = hashOfFolded(units, start, end);
  return hash !== undefined && firstHashes[hash & (HASHES - 1)] === 0;
}

/** Whether what stands in `[start, end)`, which was cut or joined before, and the next word are one word. */
export function areOneWord(
  text: string,
  start: number,
  end: number,
  nextStart: number,
  nextEnd: number,
): boolean {
  if (end - start > LONGEST_JOINED_UNITS) return false;
  const gap = nextStart - end;
  if (gap === 0) return isMixedScript(text.slice(start, nextEnd));
  if (text[nextStart - 1] === '\n') return isInsideWord(text, nextStart - 1);
  if (gap !== 1) return false;
  const separator = text[end]!;
  if (separator === ' ' || SPACES.includes(separator)) {
    const first = text.charCodeAt(start);
    if (isDigit(first))
      return isDigit(text.charCodeAt(nextStart)) && isGroup(text, start, end, nextStart, nextEnd);
    if (end - start === 1 && isDigit(text.charCodeAt(nextStart)))
      return isSpacedModel(text.slice(start, end), text.slice(nextStart, nextEnd));
    return isCompound(text, start, end, nextStart, nextEnd, false);
  }
  if (HYPHENS.includes(separator)) return isHyphened(text, start, end, nextStart, nextEnd);
  if (separator === '.' && isAbbreviation(text, start, end, nextStart, nextEnd)) return true;
  if ("'’".includes(separator)) return isGroup(text, start, end, nextStart, nextEnd);
  return (
    (DECIMAL_SIGNS.includes(separator) || separator === ':') &&
    isDecimal(text, start, end, nextStart, nextEnd)
  );
}

const isDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x660 && unit <= 0x669) || (unit >= 0x6f0 && unit <= 0x6f9);

function isGroup(text: string, start: number, end: number, nextStart: number, nextEnd: number): boolean {
  return GROUP.test(text.slice(nextStart, nextEnd)) && NUMBER_WITH_GROUPS.test(text.slice(start, end));
}

/** A fraction, or the minutes of a time; a date or a list of numbers has further separators. */
function isDecimal(text: string, start: number, end: number, nextStart: number, nextEnd: number): boolean {
  const digits = nextEnd - nextStart;
  if (digits > FRACTION_DIGITS || !isDigit(text.charCodeAt(start)) || !isDigit(text.charCodeAt(nextStart)))
    return false;
  if (text[end] === ':' && (digits !== FRACTION_DIGITS || end - start > FRACTION_DIGITS)) return false;
  const continues = (at: number, digit: number): boolean =>
    (DECIMAL_SIGNS.includes(text[at] ?? '?') || text[at] === ':') && isDigit(text.charCodeAt(digit));
  if (continues(nextEnd, nextEnd + 1) || (start > 0 && continues(start - 1, start - 2))) return false;
  return /^[\p{Nd}.,٫٬ ]+$/u.test(text.slice(start, end)) && NUMBER.test(text.slice(nextStart, nextEnd));
}

function isAbbreviation(
  text: string,
  start: number,
  end: number,
  nextStart: number,
  nextEnd: number,
): boolean {
  if (nextEnd - nextStart !== 1 || !CASED_LETTER.test(text.slice(nextStart, nextEnd))) return false;
  const before = text.slice(start, end);
  return (
    ABBREVIATION.test(before) &&
    CASED_LETTER.test(before[0]!) &&
    isUpper(before[0]!) === isUpper(text[nextStart]!)
  );
}

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();

const isSpacedModel = (letter: string, number: string): boolean =>
  (SPACED_CAPITAL.test(letter) && SPACED_NUMBER.test(number)) ||
  (letter === RUSSIAN_S && ROUND_HUNDRED.test(number));

function isHyphened(text: string, start: number, end: number, nextStart: number, nextEnd: number): boolean {
  const length = end - start;
  if (HYPHENS.includes(text[start - 1] ?? ' ') || HYPHENS.includes(text[nextEnd] ?? ' ')) return false;
  const next = text.slice(nextStart, nextEnd);
  if (length <= LETTERS_BEFORE_NUMBER && CASED_WORD.test(text.slice(start, end))) {
    if (MODEL_NUMBER.test(next)) return next.length <= DIGITS_AFTER_LETTERS;
    if (length === 1 && CASED_WORD.test(next) && next.length >= AFTER_HYPHEN) return true;
    if (next.length === 1 && CAPITALS.test(text.slice(start, end)) && CAPITALS.test(next)) return true;
  }
  return isCompound(text, start, end, nextStart, nextEnd, true);
}

interface FirstPart {
  /** Beginnings of second words. */
  readonly seconds: string[];
  readonly takes: ((second: string) => boolean)[];
  /** Any word may follow a hyphen. */
  prefix: boolean;
}

/** Folded first words of compounds, with the letters that may be in front of them. */
const FIRST_PARTS = new WordMap<FirstPart>();
/**
 * Marks for a first word by its first and last code unit and its length: a quick no. They are coarse, so that spellings with
 * vowel signs, which are not entered, pass by the marks of others.
 */
const maybeFirst = new Uint8Array(0x10000);
const markOf = (first: number, last: number, length: number): number =>
  (first * 31 + last * 7 + length) & 0xffff;

/** The low bits of the hashes of folded first words: another quick no, to words that pass the marks. */
const HASHES = 1 << 14;
const firstHashes = new Uint8Array(HASHES);

/** Whether there may be a first word of so many code units that begins and ends with these. */
const mayBeFirst = (first: number, last: number, length: number): boolean =>
  length <= LONGEST_FIRST && maybeFirst[markOf(first, last, length)] === 1;

function addFirst(word: string, proclitics: readonly string[], add: (part: FirstPart) => void): void {
  for (const proclitic of ['', ...proclitics]) {
    const written = proclitic + word;
    const folded = foldWord(written);
    let part = FIRST_PARTS.get(folded);
    if (part === undefined) {
      part = { seconds: [], takes: [], prefix: false };
      FIRST_PARTS.set(folded, part);
      firstHashes[hashOf(folded, 0, folded.length) & (HASHES - 1)] = 1;
    }
    add(part);
    const spellings = new Set([written, folded, written.toLocaleUpperCase('tr'), folded.toUpperCase()]);
    for (const one of [...spellings]) spellings.add(one[0] + one.slice(1).toLowerCase());
    for (const spelling of spellings) {
      const first = spelling[0]!;
      const last = spelling.charCodeAt(spelling.length - 1);
      for (const letter of [first, first.toLocaleUpperCase('tr'), first.toUpperCase()])
        maybeFirst[markOf(letter.charCodeAt(0), last, spelling.length)] = 1;
    }
  }
}

function addCompounds({ pairs = '', first = [], prefixes = '', proclitics = '' }: Compounds): void {
  const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);
  const before = words(proclitics);
  for (const pair of pairs.split('|')) {
    const parts = words(pair);
    const last = parts.pop();
    if (last !== undefined && parts.length > 0)
      addFirst(parts.join(' '), before, (part) => part.seconds.push(foldWord(last)));
  }
  for (const { words: list, takes } of first)
    for (const word of typeof list === 'string' ? words(list) : list)
      addFirst(word, before, (part) => part.takes.push(takes));
  for (const prefix of words(prefixes))
    addFirst(prefix, [], (part) => {
      part.prefix = true;
    });
}
for (const { compounds } of LANGUAGES) if (compounds !== undefined) addCompounds(compounds);

function isCompound(
  text: string,
  start: number,
  end: number,
  nextStart: number,
  nextEnd: number,
  hyphen: boolean,
): boolean {
  if (!mayBeFirst(text.charCodeAt(start), text.charCodeAt(end - 1), end - start)) return false;
  const part = FIRST_PARTS.get(foldWord(text.slice(start, end)));
  if (part === undefined) return false;
  const second = foldWord(text.slice(nextStart, nextEnd));
  if (
    part.seconds.some((beginning) => second.startsWith(beginning)) ||
    part.takes.some((takes) => takes(second))
  )
    return true;
  return hyphen && part.prefix && second.length >= AFTER_PREFIX;
}
