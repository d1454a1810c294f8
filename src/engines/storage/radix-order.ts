/** The order of many numbers by radix sort: digit by digit, the lowest first. Faster than comparing, and it gives positions. */

/** Bits of a digit. */
const DIGIT_BITS = 11;
const DIGIT = (1 << DIGIT_BITS) - 1;
/** Digits of integers below 2^53, and of 32-bit integers. */
const WIDE_DIGITS = 5;
const DIGITS = 3;

/** Positions of integers from 0 to 2^53 in ascending order. */
export function orderOf(keys: Float64Array): Uint32Array {
  const sort = new RadixSort(keys.length);
  for (let digit = 0, unit = 1; digit < WIDE_DIGITS; digit++, unit *= 1 << DIGIT_BITS) {
    const { digits } = sort;
    for (let place = 0; place < digits.length; place++)
      digits[place] = Math.floor(keys[place]! / unit) % (1 << DIGIT_BITS);
    sort.byDigit();
  }
  return sort.order;
}

/** Positions of signed 32-bit integers in ascending order. */
export function orderOfIntegers(keys: Int32Array): Uint32Array {
  const sort = new RadixSort(keys.length);
  for (let digit = 0; digit < DIGITS; digit++) {
    const { digits } = sort;
    // With the sign turned, negative numbers come first.
    for (let place = 0; place < digits.length; place++)
      digits[place] = ((keys[place]! ^ 0x80000000) >>> (digit * DIGIT_BITS)) & DIGIT;
    sort.byDigit();
  }
  return sort.order;
}

class RadixSort {
  /** Positions, sorted by the digits so far. */
  order: Uint32Array;
  /** The digit of each position, for `byDigit`. */
  readonly digits: Uint16Array;
  #other: Uint32Array;
  readonly #ends = new Uint32Array(1 << DIGIT_BITS);

  constructor(size: number) {
    this.order = new Uint32Array(size);
    for (let place = 0; place < size; place++) this.order[place] = place;
    this.#other = new Uint32Array(size);
    this.digits = new Uint16Array(size);
  }

  /** Sorts by a digit; of equal ones the order stays. */
  byDigit(): void {
    const { order, digits } = this;
    const other = this.#other;
    const ends = this.#ends.fill(0);
    for (let place = 0; place < digits.length; place++) ends[digits[place]!]!++;
    for (let value = 1; value < ends.length; value++) ends[value]! += ends[value - 1]!;
    for (let i = order.length - 1; i >= 0; i--) {
      const place = order[i]!;
      other[--ends[digits[place]!]!] = place;
    }
    this.order = other;
    this.#other = order;
  }
}
