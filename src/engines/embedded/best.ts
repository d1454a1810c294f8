/** The best of many by a number: a heap of those kept, the worst of them at its root. */
import { withRoom } from '../../common/room.ts';

export class Best {
  readonly #capacity: number;
  #keys = new Float64Array(64);
  #numbers = new Uint32Array(64);
  #size = 0;

  /** `capacity`: how many are kept at most. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The key that another one must exceed to be kept, if its number is above all before it. */
  get least(): number {
    if (this.#size < this.#capacity) return Number.NEGATIVE_INFINITY;
    return this.#capacity === 0 ? Number.POSITIVE_INFINITY : this.#keys[0]!;
  }

  /** Keeps it if it is among the best: those of larger keys, of equal keys those of smaller numbers. */
  offer(key: number, number: number): void {
    if (this.#size < this.#capacity) {
      this.#makeRoom();
      this.#rise(this.#size++, key, number);
    } else if (this.#size > 0 && this.#isWorse(0, key, number)) this.#sink(key, number);
  }

  /** Takes out the numbers that were kept, the best first. */
  take(): number[] {
    const numbers = new Array<number>(this.#size);
    while (this.#size > 0) {
      const last = --this.#size;
      numbers[last] = this.#numbers[0]!;
      this.#sink(this.#keys[last]!, this.#numbers[last]!);
    }
    return numbers;
  }

  #makeRoom(): void {
    if (this.#size < this.#keys.length) return;
    this.#keys = withRoom(this.#keys, this.#size + 1);
    this.#numbers = withRoom(this.#numbers, this.#size + 1);
  }

  /** Whether what is at a place of the heap comes after another one. */
  #isWorse(place: number, key: number, number: number): boolean {
    const own = this.#keys[place]!;
    return own < key || (own === key && this.#numbers[place]! > number);
  }

  /** Puts one in a free place and lifts it up to where it belongs. */
  #rise(from: number, key: number, number: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#isWorse(parent, key, number)) break;
      this.#keys[place] = this.#keys[parent]!;
      this.#numbers[place] = this.#numbers[parent]!;
      place = parent;
    }
    this.#keys[place] = key;
    this.#numbers[place] = number;
  }

  /** Puts one in the place of the worst. */
  #sink(key: number, number: number): void {
    const keys = this.#keys;
    const numbers = this.#numbers;
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#isWorse(child + 1, keys[child]!, numbers[child]!)) child++;
      if (!this.#isWorse(child, key, number)) break;
      keys[place] = keys[child]!;
      numbers[place] = numbers[child]!;
      place = child;
    }
    keys[place] = key;
    numbers[place] = number;
  }
}
