/** Numbers for 53-bit keys, in the order in which they are first met: a hash table probed in line. */
import { roomFor } from '../../common/room.ts';

/** Share of the places that are taken at most, as places for each key. */
const ROOM = 2;
const FEWEST = 1 << 11;

export class KeyIds {
  /** Of each place: a key and its number plus one; number 0 = the place is free. */
  #places: Float64Array;
  #keys: Float64Array<ArrayBuffer>;
  #size = 0;

  /** `expected`: keys for which there is room at once; there may be more. */
  constructor(expected = 0) {
    this.#keys = new Float64Array(roomFor(expected + 1, FEWEST));
    this.#places = new Float64Array(this.#keys.length * 2 * ROOM);
  }

  get size(): number {
    return this.#size;
  }

  /** The keys in the order of their numbers. */
  get keys(): Float64Array<ArrayBuffer> {
    return this.#keys.slice(0, this.#size);
  }

  /** The number of a key; that of a new one is the size before. */
  of(key: number): number {
    const at = this.#find(key);
    const known = this.#places[at + 1]!;
    if (known !== 0) return known - 1;
    const number = this.#size++;
    this.#keys[number] = key;
    this.#enter(at, number);
    if (this.#size === this.#keys.length) this.#grow();
    return number;
  }

  #enter(at: number, number: number): void {
    this.#places[at] = this.#keys[number]!;
    this.#places[at + 1] = number + 1;
  }

  #find(key: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    let at = ((key >>> 0) << 1) & mask;
    while (places[at + 1] !== 0 && places[at] !== key) at = (at + 2) & mask;
    return at;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#places = new Float64Array(keys.length * 2 * ROOM);
    for (let number = 0; number < this.#size; number++) this.#enter(this.#find(keys[number]!), number);
  }
}
