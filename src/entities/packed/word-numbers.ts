/** Words numbered in the order in which they come, by their 64-bit hashes, with bits for each: used while packing. */
import { GrowingArray } from './growing-array.ts';
import { hashed, hashWord, slotFor } from './word-hash.ts';

export class WordNumbers {
  readonly low = new GrowingArray(Int32Array);
  readonly high = new GrowingArray(Int32Array);
  readonly bits = new GrowingArray(Uint32Array);
  /** The words, for the dictionary. */
  readonly words: string[] = [];
  #table = new Uint32Array(1 << 16);

  /** Number of a word, from 0; new words are numbered. */
  of(word: string): number {
    hashWord(word);
    const { low, high } = hashed;
    let slot = slotFor(low, this.#table.length);
    for (let found = this.#table[slot]!; found !== 0; found = this.#table[slot]!) {
      if (this.low.get(found - 1) === low && this.high.get(found - 1) === high) return found - 1;
      slot = slot + 1 === this.#table.length ? 0 : slot + 1;
    }
    const number = this.low.push(low);
    this.high.push(high);
    this.bits.push(0);
    this.words.push(word);
    this.#table[slot] = number + 1;
    if (this.low.length * 2 > this.#table.length) this.#grow();
    return number;
  }

  mark(number: number, bits: number): void {
    this.bits.set(number, this.bits.get(number) | bits);
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let number = 0; number < this.low.length; number++) {
      let slot = slotFor(this.low.get(number), this.#table.length);
      while (this.#table[slot] !== 0) slot = slot + 1 === this.#table.length ? 0 : slot + 1;
      this.#table[slot] = number + 1;
    }
  }
}
