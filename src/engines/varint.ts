/** Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, the high bit on all but the last. */

/** Writes a number from 0 to 2^32 - 1 and returns where the next one goes. The bytes must have room for five more. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let left = value >>> 0;
  let next = at;
  while (left > 127) {
    bytes[next++] = (left & 127) | 128;
    left >>>= 7;
  }
  bytes[next++] = left;
  return next;
}

/** A number that may be negative as one that is not: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
export const zigzag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;
export const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1);

export function readVarint(bytes: Uint8Array): number {
  let value = 0;
  let shift = 0;
  for (let at = 0; ; at++) {
    const byte = bytes[at]!;
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
    shift += 7;
  }
}
