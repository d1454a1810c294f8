/** A typed array that grows. */
import { withRoom } from '../../common/room.ts';

/** No more kinds than these: code that meets many is slow. */
type Numbers = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

export class GrowingArray<A extends Numbers> {
  #values: A;
  length = 0;

  constructor(make: new (length: number) => A) {
    this.#values = new make(1024);
  }

  push(value: number): number {
    if (this.length === this.#values.length) this.#values = withRoom(this.#values, this.length + 1);
    this.#values[this.length] = value;
    return this.length++;
  }

  get(index: number): number {
    return this.#values[index]!;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** The values so far; valid until the next `push`. */
  get values(): A {
    return this.#values.subarray(0, this.length) as A;
  }
}
