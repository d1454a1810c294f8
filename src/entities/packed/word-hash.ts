/** Hashes in packed lists: 64 bits of a word as two numbers, and places in tables. */
import { halves, hashHalves } from '../../analysis/hash.ts';

/** The halves of the last hash, as signed 32-bit numbers; read them before the next call. */
export const hashed = { low: 0, high: 0 };

export function hashWord(word: string): void {
  hashHalves(word);
  const { low, high } = halves;
  // No word has the hash 0 0, which means an empty slot.
  hashed.high = high;
  hashed.low = low === 0 && high === 0 ? 1 : low;
}

/** The slot at which a search for a 32-bit hash begins in a table of any size. */
export function slotFor(hash: number, slots: number): number {
  return Math.floor(((hash >>> 0) * slots) / 0x100000000);
}

/** A 32-bit hash of a place in the trie and a word. */
export function edgeHash(parent: number, word: number): number {
  let hash = Math.imul(parent, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}
