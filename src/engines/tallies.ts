/** In how many documents of a batch each 32-bit key occurs: a hash table in three arrays, probed in line. */
import { countsImage } from './counters.ts';
import type { RunImage } from './runs.ts';

/** Share of the places that are taken at most. */
const FULL = 0.6;

export class Tallies {
  #size = 0;
  #keys = new Int32Array(1 << 14);
  /** 0 = the place is free. */
  #counts = new Int32Array(1 << 14);
  /** The last document, counted from 1, that had the key. */
  #last = new Int32Array(1 << 14);
  #document = 0;

  /** Begins the next document. */
  begin(): void {
    this.#document++;
  }

  /** Notes that the document has the key; again is the same as once. */
  note(key: number): void {
    const at = this.#find(key);
    if (this.#last[at] === this.#document) return;
    this.#last[at] = this.#document;
    if (this.#counts[at]!++ > 0) return;
    this.#keys[at] = key;
    if (++this.#size > this.#keys.length * FULL) this.#grow();
  }

  image(): RunImage {
    const keys = new Int32Array(this.#size);
    let size = 0;
    this.#counts.forEach((count, at) => {
      if (count > 0) keys[size++] = this.#keys[at]!;
    });
    return countsImage(keys.sort(), (key) => this.#counts[this.#find(key)]!);
  }

  /** Place of a key, or the free one where it belongs. Keys are hashes, so their low bits will do. */
  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let at = key & mask;
    while (this.#counts[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const { 0: keys, 1: counts, 2: last } = [this.#keys, this.#counts, this.#last];
    const room = keys.length * 2;
    this.#keys = new Int32Array(room);
    this.#counts = new Int32Array(room);
    this.#last = new Int32Array(room);
    for (let at = 0; at < keys.length; at++) {
      if (counts[at] === 0) continue;
      const to = this.#find(keys[at]!);
      this.#keys[to] = keys[at]!;
      this.#counts[to] = counts[at]!;
      this.#last[to] = last[at]!;
    }
  }
}
