/** A set of 53-bit keys in one array, probed in line. It may forget: what it does not know is looked for elsewhere. */

/** Keys that are kept at most, 16 bytes each with the room between them. */
const MOST_KEYS = 1 << 20;
const FULL = 0.5;
/** Stands for a free place. */
const FREE = -1;

export class KeySet {
  #keys = new Float64Array(1 << 12).fill(FREE);
  #size = 0;

  /** Adds a key; true where it was not known. */
  add(key: number): boolean {
    const mask = this.#keys.length - 1;
    let at = (key >>> 0) & mask;
    for (let known = this.#keys[at]!; known !== FREE; known = this.#keys[at]!) {
      if (known === key) return false;
      at = (at + 1) & mask;
    }
    this.#keys[at] = key;
    if (++this.#size > this.#keys.length * FULL) this.#grow();
    return true;
  }

  clear(): void {
    this.#keys = new Float64Array(1 << 12).fill(FREE);
    this.#size = 0;
  }

  #grow(): void {
    if (this.#size > MOST_KEYS) {
      this.clear();
      return;
    }
    const before = this.#keys;
    this.#keys = new Float64Array(before.length * 2).fill(FREE);
    this.#size = 0;
    for (const key of before) if (key !== FREE) this.add(key);
  }
}
