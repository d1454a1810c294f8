/**
 * Cuts text into words, whatever its language. One pass over UTF-16 code units, no regular expression on the way.
 *
 * A word is a run of letters of one script with their marks and invisible joiners; digits belong to Latin and
 * Cyrillic words (mp3, 4K) but not to Arabic ones (الـ25 is ال and 25). Digit groups of three stay one number
 * (10.000). Han and kana have no spaces: each character is a word. An apostrophe inside a Latin word is part of it if
 * letters follow, except before a suffix (Lavrov'dan) and after an elided article (l'Iran).
 * Reference: UAX #29, with these departures.
 */
import { TATWEEL } from './folding/arabic-letters.ts';
import { scriptOf } from './folding/unicode.ts';
import { decodeReferences } from './html-references.ts';
import { areOneWord } from './joined-words.ts';
import { LANGUAGES } from './languages/list.ts';
import { undetermined } from './languages/undetermined.ts';

/** Character classes. Values are stored per code unit of the BMP. */
const OTHER = 0;
const DIGIT = 1;
const LATIN = 2;
const CYRILLIC = 3;
const ARABIC = 4;
const LETTER = 5;
const IDEOGRAPH = 6;
/** Belongs to the word before it, and begins none: marks, joiners, tatweel, soft hyphen. */
const EXTEND = 7;
const APOSTROPHE = 8;
const GROUP = 9;
const UNKNOWN = 255;

const APOSTROPHES = "'’ʼ‘`´′＇";
const GROUP_SEPARATORS = '.,٫٬';

const classes = new Uint8Array(0x10000).fill(UNKNOWN);
for (const character of APOSTROPHES) classes[character.charCodeAt(0)] = APOSTROPHE;
for (const character of GROUP_SEPARATORS) classes[character.charCodeAt(0)] = GROUP;

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{L}\p{Nl}\p{No}]/u.test(character) && character !== TATWEEL) {
    if (
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
        character,
      )
    )
      return IDEOGRAPH;
    const script = scriptOf(codePoint);
    return script === 'Latn' ? LATIN : script === 'Cyrl' ? CYRILLIC : script === 'Arab' ? ARABIC : LETTER;
  }
  if (
    character === TATWEEL ||
    /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Emoji_Modifier}]/u.test(character)
  )
    return EXTEND;
  return OTHER;
}

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit <= 0xdfff) return classify(text.codePointAt(index)!);
  let known = classes[unit]!;
  if (known === UNKNOWN) {
    known = classify(unit);
    classes[unit] = known;
  }
  return known;
}

/** Length in code units of the character at index. */
function width(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

const APOSTROPHE_RULES = [...LANGUAGES, undetermined].flatMap(({ apostrophes = [] }) => apostrophes);
const SUFFIX_RULES = APOSTROPHE_RULES.flatMap(({ isSuffix = [] }) => isSuffix);
const ELISION_RULES = APOSTROPHE_RULES.flatMap(({ isElided = [] }) => isElided);

/** Whether what follows an apostrophe is an ending in some language. */
const isSuffix = (tail: string, head: string): boolean => SUFFIX_RULES.some((rule) => rule(tail, head));
/** Whether what precedes an apostrophe is an elided word of some language. */
const isElided = (head: string): boolean => ELISION_RULES.some((rule) => rule(head));

/**
 * Calls `emit(start, end)` for every word, in order. `start` and `end` are UTF-16 offsets; the words do not overlap.
 * What was cut but is one word is emitted as one, see `joined-words.ts`; references of HTML are read as their characters.
 */
export function tokenize(text: string, emit: (start: number, end: number) => void): void {
  const decoded = text.includes('&') ? decodeReferences(text) : undefined;
  if (decoded !== undefined) {
    const { offsets } = decoded;
    tokenize(decoded.text, (start, end) => emit(offsets[start]!, offsets[end]!));
    return;
  }
  let start = -1;
  let end = 0;
  cutWords(text, (nextStart, nextEnd) => {
    if (start !== -1 && areOneWord(text, start, end, nextStart, nextEnd)) {
      end = nextEnd;
      return;
    }
    if (start !== -1) emit(start, end);
    start = nextStart;
    end = nextEnd;
  });
  if (start !== -1) emit(start, end);
}

/** Cuts a text where letters of one kind end. */
function cutWords(text: string, emit: (start: number, end: number) => void): void {
  const length = text.length;
  let index = 0;
  while (index < length) {
    const first = classAt(text, index);
    if (first === OTHER || first >= EXTEND) {
      index++;
      continue;
    }
    const start = index;
    index += width(text, index);
    if (first === DIGIT) {
      index = endOfNumber(text, index, start);
    } else if (first === IDEOGRAPH) {
      while (index < length && classAt(text, index) === EXTEND) index += width(text, index);
      emit(start, index);
      continue;
    }
    index = endOfLetters(text, index, first);
    if (index < length && classAt(text, index) === APOSTROPHE && isCased(first)) {
      const stop = endOfApostrophes(text, start, index, emit);
      index = stop;
      continue;
    }
    emit(start, index);
  }
}

const isCased = (kind: number): boolean => kind === LATIN || kind === CYRILLIC || kind === DIGIT;

/** End of a run of one kind of letter; digits join Latin and Cyrillic letters on either side. */
function endOfLetters(text: string, from: number, kind: number): number {
  let index = from;
  let current = kind;
  while (index < text.length) {
    const next = classAt(text, index);
    if (next === EXTEND || next === current) {
      index += width(text, index);
    } else if (current === DIGIT && (next === LATIN || next === CYRILLIC)) {
      current = next;
      index += width(text, index);
    } else if (next === DIGIT && (current === LATIN || current === CYRILLIC)) {
      index += width(text, index);
    } else {
      break;
    }
  }
  return index;
}

/** End of a number: further digits, and separators when every group after them has three digits. */
function endOfNumber(text: string, from: number, start: number): number {
  let index = from;
  while (index < text.length && classAt(text, index) === DIGIT) index++;
  if (index - start > 3) return index;
  let end = index;
  while (end < text.length && classAt(text, end) === GROUP) {
    let group = end + 1;
    while (group < text.length && classAt(text, group) === DIGIT) group++;
    if (group - end !== 4) return index;
    end = group;
  }
  return end;
}

/** Handles a word that has an apostrophe at `index`; emits it and returns the index from which to continue. */
function endOfApostrophes(
  text: string,
  start: number,
  index: number,
  emit: (start: number, end: number) => void,
): number {
  let wordStart = start;
  let end = index;
  while (end < text.length && classAt(text, end) === APOSTROPHE) {
    const next = end + 1 < text.length ? classAt(text, end + 1) : OTHER;
    if (next !== LATIN && next !== CYRILLIC) break;
    const tail = endOfLetters(text, end + 1, next);
    const more = tail < text.length && classAt(text, tail) === APOSTROPHE && isLetterAt(text, tail + 1);
    if (!more && isSuffix(text.slice(end + 1, tail), text.slice(wordStart, end))) {
      emit(wordStart, end);
      return tail;
    }
    if (wordStart === start && isElided(text.slice(start, end)) && tail - end > 2) wordStart = end + 1;
    end = tail;
  }
  emit(wordStart, end);
  return end;
}

function isLetterAt(text: string, index: number): boolean {
  const kind = index < text.length ? classAt(text, index) : OTHER;
  return kind === LATIN || kind === CYRILLIC;
}
