/**
 * Skips words that cannot belong to a name (nearly all of them): one pass over a word, no string
 * cut from it. A Bloom filter with one hash function (Bloom 1970) over words; the hash is a polynomial, so that those
 * of a word without its first or last letters come from the same pass (Karp & Rabin 1987).
 */

import type { NamePrefixes } from '../../analysis/name-rules.ts';

/** Readings of a word: as written, without prefixes. The higher bits are lengths of endings. */
export const WHOLE = 1;
export const BARE = 2;
const ENDING = 2;

/** Slots are bits: 128 KiB for each of the two kinds, which at 20,000 names pass about three words in a hundred. */
const BITS = 20;
const BASE = 0x01000193;
/** Powers of the base for the lengths of words; longer words are always passed. */
const LONGEST = 64;
const POWERS = new Int32Array(LONGEST + 1);
POWERS[0] = 1;
for (let at = 1; at <= LONGEST; at++) POWERS[at] = Math.imul(POWERS[at - 1]!, BASE);

/** Hashes of the prefixes of the current word; shared by all filters, which do not nest. */
const beginnings = new Int32Array(LONGEST + 1);

export class NameBloomFilter {
  readonly #words = new Int32Array(1 << (BITS - 5));
  readonly #ended = new Int32Array(1 << (BITS - 5));
  readonly #endingFrom: number;
  readonly #endingTo: number;
  readonly #prefixes: readonly NamePrefixes[];
  /** By code unit: 0 if no prefix has it, else 1 + the index of its rules in `#prefixes`. */
  readonly #prefixOf = new Uint8Array(0x10000);

  /**
   * Endings are cut from words so that `endingFrom` letters are left at least, and `endingTo` letters at most.
   * Languages with prefixes must not share letters.
   */
  constructor(endingFrom: number, endingTo: number, prefixes: readonly NamePrefixes[]) {
    this.#endingFrom = endingFrom;
    this.#endingTo = endingTo;
    this.#prefixes = prefixes;
    for (const [index, { letters }] of prefixes.entries())
      for (const letter of letters) this.#prefixOf[letter.charCodeAt(0)] = index + 1;
  }

  /** Adds a word that may occur as it is or with prefixes. */
  add(word: string): void {
    mark(this.#words, hashOf(word));
  }

  /** Adds a word that may have an ending in small Latin letters after it. */
  addEnded(word: string): void {
    mark(this.#ended, hashOf(word));
  }

  /**
   * Which readings of a word may be words that were added: bits of `WHOLE` and `BARE`, and what `endingsIn` reads. A
   * reading that is missing is certainly not one.
   */
  lets(word: string): number {
    const { length } = word;
    if (length > LONGEST) return -1;
    let hash = 0;
    for (let at = 0; at < length; at++) {
      hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
      beginnings[at + 1] = hash;
    }
    const whole = has(this.#words, hash) ? WHOLE : 0;
    const first = word.charCodeAt(0);
    if (first < 0x80) return whole | this.#letsEnded(length);
    const prefix = this.#prefixOf[first]!;
    return prefix === 0 ? whole : whole | this.#letsBare(word, hash, this.#prefixes[prefix - 1]!);
  }

  #letsEnded(length: number): number {
    const from = Math.max(this.#endingFrom, length - this.#endingTo);
    let endings = 0;
    for (let end = from; end < length; end++)
      if (has(this.#ended, beginnings[end]!)) endings |= 1 << (length - end + ENDING);
    return endings;
  }

  #letsBare(word: string, whole: number, { longest, merged }: NamePrefixes): number {
    const { length } = word;
    const [letter, hidden] = [merged.letter.charCodeAt(0), merged.hidden.charCodeAt(0)];
    for (let at = 1; at <= longest && at < length && this.#prefixOf[word.charCodeAt(at - 1)] !== 0; at++) {
      const power = POWERS[length - at]!;
      const bare = (whole - Math.imul(beginnings[at]!, power)) | 0;
      if (has(this.#words, bare)) return BARE;
      // للناتو is ل and الناتو.
      const twice = word.charCodeAt(at - 1) === letter && word.charCodeAt(at) === letter;
      if (twice && has(this.#words, (bare + Math.imul(hidden, power)) | 0)) return BARE;
    }
    return 0;
  }
}

/** The lengths of the endings that a word may have, as bits. */
export const endingsIn = (lets: number): number => lets >> ENDING;

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
  return hash;
}

const slotOf = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - BITS);

function mark(slots: Int32Array, hash: number): void {
  const slot = slotOf(hash);
  slots[slot >>> 5]! |= 1 << (slot & 31);
}

function has(slots: Int32Array, hash: number): boolean {
  const slot = slotOf(hash);
  return (slots[slot >>> 5]! & (1 << (slot & 31))) !== 0;
}
