/**
 * In how many documents of a batch each 32-bit key occurs. Keys are numbered by a hash table probed in line; what is
 * counted is in an array by number, so that a document's keys, which mostly were numbered together, lie together.
 */
import { roomFor, withRoom } from '../../common/room.ts';
import { countsImage } from './key-frequencies.ts';
import { orderOfIntegers } from './radix-order.ts';
import type { SegmentImage } from './segments.ts';

/** Share of the places that are taken at most. */
const FULL = 0.6;
const FEWEST = 1 << 13;

export class KeyCounter {
  #size = 0;
  /** Of each place: a key and its number plus one; number 0 = the place is free. */
  #places: Int32Array;
  /** By number. */
  #keys: Int32Array<ArrayBuffer>;
  /** By number in pairs: documents that have the key, and the last one that does, counted from 1. */
  #counts: Int32Array<ArrayBuffer>;
  #document = 0;

  /** `expected`: keys for which there is room at once; there may be more. */
  constructor(expected = 0) {
    this.#keys = new Int32Array(roomFor(expected, FEWEST));
    this.#counts = new Int32Array(this.#keys.length * 2);
    this.#places = new Int32Array(roomFor((expected + 1) * (2 / FULL), FEWEST * 4));
  }

  get size(): number {
    return this.#size;
  }

  /** The number of a key. */
  number(key: number): number {
    const at = this.#find(key);
    const known = this.#places[at + 1]!;
    if (known !== 0) return known - 1;
    const number = this.#size++;
    this.#places[at] = key;
    this.#places[at + 1] = number + 1;
    if (number === this.#keys.length) {
      this.#keys = withRoom(this.#keys, this.#keys.length + 1);
      this.#counts = withRoom(this.#counts, this.#counts.length + 1);
    }
    this.#keys[number] = key;
    if (this.#size * 2 > this.#places.length * FULL) this.#grow();
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

  image(): SegmentImage {
    const order = orderOfIntegers(this.#keys.subarray(0, this.#size));
    const keys = new Int32Array(order.length);
    const counts = new Int32Array(order.length);
    for (let at = 0; at < order.length; at++) {
      keys[at] = this.#keys[order[at]!]!;
      counts[at] = this.#counts[order[at]! * 2]!;
    }
    return countsImage(keys, counts);
  }

  /** Place of a key, or the free one where it belongs. Keys are hashes, so their low bits will do. */
  #find(key: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    let at = (key << 1) & mask;
    while (places[at + 1] !== 0 && places[at] !== key) at = (at + 2) & mask;
    return at;
  }

  #grow(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    for (let number = 0; number < this.#size; number++) {
      const at = this.#find(this.#keys[number]!);
      this.#places[at] = this.#keys[number]!;
      this.#places[at + 1] = number + 1;
    }
  }
}
