/**
 * Distinct words by number, each as the hashes of its four forms. A forward index on its own has a table of its words; the
 * forward indexes of a document store share one.
 */
import { FORMS } from '../analysis/language.ts';

/** Integers of a word. */
export const WORD_SIZE = FORMS.length;
/** Hashes whose words are remembered at most: those of a few searches. */
const REMEMBERED = 256;
/** Integers that a table has room for at first, and how it grows. */
const FIRST_ROOM = 1 << 8;
const GROWTH = 1.25;
/** At least half as many hashes are in a chain: few are asked for. */
const HASHES_PER_CHAIN = 8;

export class WordTable {
  #hashes: Int32Array;
  #size: number;
  /**
   * For `wordsWith`, made when it is called first: the hashes in chains by their low bits. A hash is known by its place in
   * `#hashes` plus one; of the chain the first, and of each the next one.
   */
  #first = new Uint32Array(0);
  #next = new Uint32Array(0);
  /** Hashes that are in chains. */
  #chained = 0;
  /** Answers of `wordsWith`: a search asks for the same hashes when it ranks and when it marks. */
  readonly #found = new Map<number, readonly number[]>();

  /** `hashes`: of the words one after the other, exact, folded, stem, root. Not copied. */
  constructor(hashes: Int32Array = new Int32Array(0)) {
    this.#hashes = hashes;
    this.#size = hashes.length / WORD_SIZE;
  }

  /** Number of words; they are numbered from 0. */
  get size(): number {
    return this.#size;
  }

  /** The hashes of word n begin at n * WORD_SIZE. Valid until words are added. */
  get hashes(): Int32Array {
    return this.#hashes;
  }

  /** Makes room at once for so many words in all. */
  makeRoom(words: number): void {
    this.#makeRoom(words * WORD_SIZE);
  }

  /** Adds words, whose numbers follow. */
  append(hashes: Int32Array): void {
    const begin = this.#size * WORD_SIZE;
    this.#makeRoom(begin + hashes.length);
    this.#hashes.set(hashes, begin);
    this.#size += hashes.length / WORD_SIZE;
  }

  /** Adds one of the words with these hashes and returns its number. */
  add(hashes: Int32Array, word: number): number {
    const begin = this.#size * WORD_SIZE;
    this.#makeRoom(begin + WORD_SIZE);
    for (let form = 0; form < WORD_SIZE; form++)
      this.#hashes[begin + form] = hashes[word * WORD_SIZE + form]!;
    return this.#size++;
  }

  clear(): void {
    this.#size = 0;
    this.#chained = 0;
    this.#first.fill(0);
    this.#found.clear();
  }

  /** The words that have a hash as one of their forms; one that has it twice may be there twice. */
  wordsWith(hash: number): readonly number[] {
    if (this.#chained < this.#size * WORD_SIZE) this.#chain();
    const known = this.#found.get(hash);
    if (known !== undefined) return known;
    const words: number[] = [];
    const hashes = this.#hashes;
    for (let at = this.#first[hash & (this.#first.length - 1)]!; at > 0; at = this.#next[at - 1]!)
      if (hashes[at - 1] === hash) words.push(Math.floor((at - 1) / WORD_SIZE));
    if (this.#found.size === REMEMBERED) this.#found.clear();
    this.#found.set(hash, words);
    return words;
  }

  #chain(): void {
    this.#found.clear();
    const count = this.#size * WORD_SIZE;
    if (count > this.#next.length) {
      let chains = FIRST_ROOM;
      while (chains < count / HASHES_PER_CHAIN) chains *= 2;
      this.#first = new Uint32Array(chains);
      this.#next = new Uint32Array(this.#hashes.length);
      this.#chained = 0;
    }
    const [first, next, hashes, mask] = [this.#first, this.#next, this.#hashes, this.#first.length - 1];
    for (let at = this.#chained; at < count; at++) {
      const chain = hashes[at]! & mask;
      next[at] = first[chain]!;
      first[chain] = at + 1;
    }
    this.#chained = count;
  }

  #makeRoom(integers: number): void {
    if (integers <= this.#hashes.length) return;
    const larger = new Int32Array(Math.max(integers, FIRST_ROOM, Math.ceil(this.#size * GROWTH) * WORD_SIZE));
    larger.set(this.#hashes.subarray(0, this.#size * WORD_SIZE));
    this.#hashes = larger;
  }
}
