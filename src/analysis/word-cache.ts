/**
 * The words of a text as they are written, each with what has been found out about it. News repeats itself: nine words
 * in ten have been seen before and are found without cutting a string, for language, forms and names alike.
 *
 * A 4-way set-associative cache of 131,072 words, about 40 MB a thread. A hit gives a word four points, a new word in
 * its set takes one; the word with the fewest points is evicted. So words that are seen once, half of all different
 * ones, evict each other and not frequent words (after the ageing of W-TinyLFU, Einziger et al. 2017).
 */

import { scriptOfWord } from './folding/homoglyphs.ts';
import type { Forms } from './forms.ts';
import type { Language, Script } from './language.ts';
import { tokenize } from './tokenizer.ts';
import { hashOf, isAt } from './word-map.ts';

/** One written word. Shared between texts. */
export class Word {
  readonly text: string;
  readonly script: Script;
  /** Evidence for the language of its passage, see `language-evidence.ts`. */
  evidence: readonly number[] | undefined;
  #language: Language | undefined;
  #forms: Forms | undefined;
  /** Forms in the languages other than the first one; names are used in several. */
  #others: Map<Language, Forms> | undefined;

  constructor(text: string) {
    this.text = text;
    this.script = scriptOfWord(text);
  }

  /** Its forms in a language, made on first use. */
  formsIn(language: Language, make: (text: string) => Forms): Forms {
    if (this.#language === language) return this.#forms!;
    const known = this.#others?.get(language);
    if (known !== undefined) return known;
    const forms = make(this.text);
    if (this.#language === undefined) {
      this.#language = language;
      this.#forms = forms;
    } else {
      this.#others ??= new Map();
      this.#others.set(language, forms);
    }
    return forms;
  }
}

/** Words of a text in order: word n is at `[starts[n], ends[n])`, in UTF-16 code units. */
export interface Words {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: readonly Word[];
}

/** Cuts a text into words. */
export function wordsIn(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: Word[] = [];
  tokenize(text, (start, end) => {
    starts.push(start);
    ends.push(end);
    words.push(wordAt(text, start, end));
  });
  return { starts, ends, words };
}

const WAYS = 4;
const SETS = 2 ** 15;
const POINTS_OF_NEW = 2;
const POINTS_OF_MEETING = 4;
const MOST_POINTS = 16;

const hashes = new Int32Array(SETS * WAYS);
const points = new Uint8Array(SETS * WAYS);
const remembered: (Word | undefined)[] = new Array(SETS * WAYS).fill(undefined);

/**
 * The first code units of each remembered word once more, side by side: a look-up that compares them here does not
 * fetch the word and its string from wherever in the heap they are.
 */
const BESIDE = 16;
const beside = new Uint16Array(SETS * WAYS * BESIDE);

/**
 * Longest word that is analysed, in UTF-16 code units. A longer one, such as a picture in base64, is indexed, found and
 * marked by its beginning: no word of any language is as long.
 */
export const LONGEST_WORD_UNITS = 250;

/** The word at `text[start, wholeEnd)`; of a very long one its beginning. */
export function wordAt(text: string, start: number, wholeEnd: number): Word {
  const end = wholeEnd - start > LONGEST_WORD_UNITS ? beginningEnd(text, start) : wholeEnd;
  const hash = hashOf(text, start, end);
  const first = (hash & (SETS - 1)) * WAYS;
  for (let slot = first; slot < first + WAYS; slot++) {
    if (hashes[slot] !== hash || !isIn(slot, text, start, end)) continue;
    points[slot] = Math.min(MOST_POINTS, points[slot]! + POINTS_OF_MEETING);
    return remembered[slot]!;
  }
  const slot = makeRoom(first);
  const word = new Word(detached(text.slice(start, end)));
  hashes[slot] = hash;
  points[slot] = POINTS_OF_NEW;
  remembered[slot] = word;
  for (let at = 0; at < BESIDE; at++)
    beside[slot * BESIDE + at] = at < end - start ? text.charCodeAt(start + at) : NOTHING_THERE;
  return word;
}

/** Where the part of a long word ends that is analysed: not inside of a surrogate pair. */
function beginningEnd(text: string, start: number): number {
  const end = start + LONGEST_WORD_UNITS;
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}

/** Not a character: the word is shorter. */
const NOTHING_THERE = 0xffff;

function isIn(slot: number, text: string, start: number, end: number): boolean {
  const length = end - start;
  const from = slot * BESIDE;
  if (length >= BESIDE) {
    const word = remembered[slot];
    return word !== undefined && isAt(word.text, text, start, end);
  }
  for (let at = 0; at < length; at++) if (beside[from + at] !== text.charCodeAt(start + at)) return false;
  return beside[from + length] === NOTHING_THERE;
}

/** The slot of a set that a new word gets. */
function makeRoom(first: number): number {
  let fewest = first;
  for (let slot = first; slot < first + WAYS; slot++) {
    if (points[slot]! < points[fewest]!) fewest = slot;
  }
  for (let slot = first; slot < first + WAYS; slot++) if (points[slot]! > 0) points[slot]!--;
  return fewest;
}

/** Length from which V8 represents a substring as a pointer into the whole string. */
const SLICED_FROM = 13;

/** A copy of the word: a substring would keep the whole text in memory for as long as it is cached. */
export function detached(word: string): string {
  return word.length < SLICED_FROM ? word : Buffer.from(word, 'utf16le').toString('utf16le');
}
