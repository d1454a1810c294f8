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
import { areApart, areOneWord } from './joined-words.ts';
import { LANGUAGES } from './languages/list.ts';
import { undetermined } from './languages/undetermined.ts';

/** Character kinds. Values are stored per code unit of the BMP. */
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
/** Half of a character beyond the Basic Multilingual Plane: the kind is that of the character. */
const SURROGATE = 10;
const UNKNOWN = 255;

const APOSTROPHES = "'’ʼ‘`´′＇";
const GROUP_SEPARATORS = '.,٫٬';

const kinds = new Uint8Array(0x10000).fill(UNKNOWN).fill(SURROGATE, 0xd800, 0xe000);
for (const character of APOSTROPHES) kinds[character.charCodeAt(0)] = APOSTROPHE;
for (const character of GROUP_SEPARATORS) kinds[character.charCodeAt(0)] = GROUP;

function kindOf(codePoint: number): number {
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
  const room = borrowRoom(text);
  const { units } = room;
  const cutter = new WordCutter(text, units);
  if (cutter.next()) {
    let { start, end } = cutter;
    while (cutter.next()) {
      const isApart = areApart(units, start, end, cutter.start);
      if (isApart || !areOneWord(text, start, end, cutter.start, cutter.end)) {
        emit(start, end);
        start = cutter.start;
      }
      end = cutter.end;
    }
    emit(start, end);
  }
  if (units.length === KEPT_UNITS) spare = room;
}

/** Longest text for whose code units room is kept. */
const KEPT_UNITS = 1 << 14;

/** Room for code units, and the same memory as bytes. */
interface Room {
  units: Uint16Array;
  bytes: Buffer;
}

const roomFor = (units: number): Room => {
  const room = new Uint16Array(units);
  return { units: room, bytes: Buffer.from(room.buffer) };
};

/** None while a text is cut, whose words may have others cut. */
let spare: Room | undefined;

/** Holds the code units of a text, and whatever follows them: they are read much faster than those of a part of a string. */
function borrowRoom(text: string): Room {
  const room =
    spare !== undefined && text.length <= KEPT_UNITS ? spare : roomFor(Math.max(text.length, KEPT_UNITS));
  spare = undefined;
  room.bytes.write(text, 'utf16le');
  return room;
}

/** Cuts a text where letters of one kind end. */
class WordCutter {
  readonly #text: string;
  readonly #units: Uint16Array;
  readonly #length: number;
  #index = 0;
  /** The word that `next` found: UTF-16 offsets. */
  start = 0;
  end = 0;

  constructor(text: string, units: Uint16Array) {
    this.#text = text;
    this.#units = units;
    this.#length = text.length;
  }

  /** Finds the next word; false if there is none. */
  next(): boolean {
    const length = this.#length;
    let at = this.#index;
    let kind = OTHER;
    while (at < length) {
      kind = this.#kindAt(at);
      if (kind !== OTHER && kind < EXTEND) break;
      at++;
    }
    this.start = at;
    if (at >= length) {
      this.#index = at;
      return false;
    }
    at += this.#widthAt(at);
    if (kind === DIGIT) at = this.#endOfNumber(at);
    at = this.#endOfLetters(at, kind);
    this.end = at;
    if (isCased(kind) && this.#kindAt(at) === APOSTROPHE) at = this.#endOfApostrophes(at);
    this.#index = at;
    return true;
  }

  /** The kind of the character at an offset; `OTHER` at the end. */
  #kindAt(at: number): number {
    if (at >= this.#length) return OTHER;
    const unit = this.#units[at]!;
    const known = kinds[unit]!;
    return known < SURROGATE ? known : this.#unknownKindAt(at);
  }

  #unknownKindAt(at: number): number {
    const unit = this.#units[at]!;
    if (kinds[unit] === SURROGATE) return kindOf(this.#text.codePointAt(at)!);
    const kind = kindOf(unit);
    kinds[unit] = kind;
    return kind;
  }

  /** Length in code units of the character at an offset. */
  #widthAt(at: number): number {
    return kinds[this.#units[at]!] === SURROGATE && this.#text.codePointAt(at)! > 0xffff ? 2 : 1;
  }

  /** End of a run of one kind of letter; digits join Latin and Cyrillic letters on either side. An ideograph is alone. */
  #endOfLetters(from: number, kind: number): number {
    const units = this.#units;
    const length = this.#length;
    let same = kind === IDEOGRAPH ? EXTEND : kind;
    let at = from;
    for (;;) {
      while (at < length) {
        const known = kinds[units[at]!]!;
        if (known !== same && known !== EXTEND) break;
        at++;
      }
      if (at === length) return at;
      const next = this.#kindAt(at);
      if (next === same || next === EXTEND) {
        at += this.#widthAt(at);
      } else if (same === DIGIT && (next === LATIN || next === CYRILLIC)) {
        same = next;
      } else if (next === DIGIT && (same === LATIN || same === CYRILLIC)) {
        at += this.#widthAt(at);
      } else {
        return at;
      }
    }
  }

  /** End of a number: further digits, and separators when every group after them has three digits. */
  #endOfNumber(from: number): number {
    let at = this.#endOfDigits(from);
    if (at - this.start > 3) return at;
    const first = at;
    while (this.#kindAt(at) === GROUP) {
      const group = this.#endOfDigits(at + 1);
      if (group - at !== 4) return first;
      at = group;
    }
    return at;
  }

  #endOfDigits(from: number): number {
    let at = from;
    while (this.#kindAt(at) === DIGIT) at++;
    return at;
  }

  /** Cuts a word that has an apostrophe at an offset; gives the offset from which to continue. */
  #endOfApostrophes(apostrophe: number): number {
    const text = this.#text;
    const { start } = this;
    let end = apostrophe;
    while (this.#kindAt(end) === APOSTROPHE) {
      const next = this.#kindAt(end + 1);
      if (next !== LATIN && next !== CYRILLIC) break;
      const tail = this.#endOfLetters(end + 1, next);
      const more = this.#kindAt(tail) === APOSTROPHE && isCasedLetter(this.#kindAt(tail + 1));
      if (!more && isSuffix(text.slice(end + 1, tail), text.slice(this.start, end))) {
        this.end = end;
        return tail;
      }
      if (this.start === start && isElided(text.slice(start, end)) && tail - end > 2) this.start = end + 1;
      end = tail;
    }
    this.end = end;
    return end;
  }
}

const isCasedLetter = (kind: number): boolean => kind === LATIN || kind === CYRILLIC;
const isCased = (kind: number): boolean => isCasedLetter(kind) || kind === DIGIT;
