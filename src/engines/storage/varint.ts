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
