/**
 * A Bloom filter with one hash (Bloom 1970) for keys that are hashes themselves: their low bits are the hash. It says of
 * most keys at once that they were not added. 8 KiB, which stay in the nearest cache of a processor; a query has some
 * tens of keys, so about one foreign key in a hundred passes.
 */
const BYTES = 1 << 13;
export const LOW_BITS = BYTES - 1;

export class KeyFilter {
  /** One byte for each value of the low bits: 0 if no key has them. For loops that cannot afford a call for each key. */
  readonly bytes = new Uint8Array(BYTES);

  constructor(keys: Iterable<number> = []) {
    for (const key of keys) this.add(key);
  }

  add(key: number): void {
    this.bytes[key & LOW_BITS] = 1;
  }

  /** False if the key was surely not added. */
  mayHave(key: number): boolean {
    return this.bytes[key & LOW_BITS] === 1;
  }
}
