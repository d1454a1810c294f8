/**
 * Things that were used of late, by a key, up to a size. In two generations, which costs less than an order of use:
 * when the young one has half the room it becomes the old one, and what is used of the old one is young again.
 */
export class LruCache<K, T> {
  readonly #half: number;
  readonly #sizeOf: (thing: T) => number;
  #young = new Map<K, T>();
  #old = new Map<K, T>();
  #size = 0;

  /** The sizes of what is kept never sum up to more than `room`, but where one thing alone has more than half of it. */
  constructor(room: number, sizeOf: (thing: T) => number) {
    this.#half = room / 2;
    this.#sizeOf = sizeOf;
  }

  get(key: K): T | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.keep(key, old);
    return old;
  }

  keep(key: K, thing: T): void {
    const size = this.#sizeOf(thing);
    if (this.#size + size > this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    this.#young.set(key, thing);
    this.#size += size;
  }
}
