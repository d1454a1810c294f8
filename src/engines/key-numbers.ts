/** Numbers for 53-bit keys, in the order in which they are first met: a hash table probed in line. */

const FULL = 0.5;

export class KeyNumbers {
  /** Of each place: the key's number plus one; 0 = the place is free. */
  #numbers = new Int32Array(1 << 12);
  #keys = new Float64Array(1 << 11);
  #size = 0;

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
    const known = this.#numbers[at]!;
    if (known !== 0) return known - 1;
    const number = this.#size++;
    this.#keys[number] = key;
    this.#numbers[at] = number + 1;
    if (this.#size === this.#keys.length) this.#grow();
    return number;
  }

  #find(key: number): number {
    const mask = this.#numbers.length - 1;
    let at = (key >>> 0) & mask;
    for (let number = this.#numbers[at]!; number !== 0; number = this.#numbers[at]!) {
      if (this.#keys[number - 1] === key) break;
      at = (at + 1) & mask;
    }
    return at;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#numbers = new Int32Array(keys.length / FULL);
    for (let number = 0; number < this.#size; number++) this.#numbers[this.#find(keys[number]!)] = number + 1;
  }
}
