/**
 * In how many documents of a batch each 32-bit key occurs. Keys are numbered by a hash table probed in line; what is
 * counted is in an array by number, so that a document's keys, which mostly were numbered together, lie together.
 */
import { countsImage } from './counters.ts';
import type { RunImage } from './runs.ts';

/** Share of the places that are taken at most. */
const FULL = 0.6;

export class Tallies {
  #size = 0;
  /** Of each place: the key's number plus one; 0 = the place is free. */
  #numbers = new Int32Array(1 << 14);
  /** By number. */
  #keys = new Int32Array(1 << 13);
  /** By number in pairs: documents that have the key, and the last one that does, counted from 1. */
  #counts = new Int32Array(1 << 14);
  #document = 0;

  /** The number of a key. */
  number(key: number): number {
    const at = this.#find(key);
    const known = this.#numbers[at]!;
    if (known !== 0) return known - 1;
    const number = this.#size++;
    this.#numbers[at] = number + 1;
    if (number === this.#keys.length) {
      this.#keys = doubled(this.#keys);
      this.#counts = doubled(this.#counts);
    }
    this.#keys[number] = key;
    if (this.#size > this.#numbers.length * FULL) this.#grow();
    return number;
  }

  /** Begins the next document. */
  begin(): void {
    this.#document++;
  }

  /** Notes that the document has a key, by its number; again is the same as once. */
  note(number: number): void {
    const counts = this.#counts;
    const at = number * 2;
    if (counts[at + 1] === this.#document) return;
    counts[at + 1] = this.#document;
    counts[at]!++;
  }

  image(): RunImage {
    const keys = this.#keys.slice(0, this.#size).sort();
    return countsImage(keys, (key) => this.#counts[(this.#numbers[this.#find(key)]! - 1) * 2]!);
  }

  /** Place of a key, or the free one where it belongs. Keys are hashes, so their low bits will do. */
  #find(key: number): number {
    const mask = this.#numbers.length - 1;
    let at = key & mask;
    for (let number = this.#numbers[at]!; number !== 0; number = this.#numbers[at]!) {
      if (this.#keys[number - 1] === key) break;
      at = (at + 1) & mask;
    }
    return at;
  }

  #grow(): void {
    this.#numbers = new Int32Array(this.#numbers.length * 2);
    for (let number = 0; number < this.#size; number++)
      this.#numbers[this.#find(this.#keys[number]!)] = number + 1;
  }
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
