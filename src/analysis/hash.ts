/**
 * 32-bit hashes of words, so that ranking compares numbers. FNV-1a over UTF-16 code units with the finaliser of
 * MurmurHash3 (both public domain). The form salts the hash: the stem `kitap` and the word `kitap` differ.
 * One of a query's ~40 hashes equals one of a document's ~600 by chance about once in 200,000 documents; a collision
 * costs a wrong rank, never a wrong mark (marks compare words).
 */
import { FORMS, type Form } from './language.ts';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const SALT = 0x9e3779b1;

/** Hashed besides forms: ids of entities, and words used as names. */
const OTHERS = ['entity', 'name'];

/** Signed 32-bit hash of a word in one form. */
export function termHash(word: string, form: Form | 'entity' | 'name'): number {
  let hash = hashBegin(form);
  for (let i = 0; i < word.length; i++) hash = hashWith(hash, word.charCodeAt(i));
  return hashEnd(hash);
}

/** `termHash` in three steps, for callers that have code units and no string: begin, add each unit, end. */
export function hashBegin(form: Form | 'entity' | 'name'): number {
  const place = FORMS.indexOf(form as Form);
  const salt = place === -1 ? FORMS.length + OTHERS.indexOf(form) : place;
  // Spread over all bits: a small number would be taken back by the first letter (the form 1 of b is the form 0 of c).
  return OFFSET ^ Math.imul(salt, SALT);
}

export function hashWith(begun: number, unit: number): number {
  return Math.imul(begun ^ unit, PRIME);
}

export function hashEnd(begun: number): number {
  let hash = begun;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * 53-bit hash of a word, or of a word with another one before it: cyrb53 (bryc, public domain). Among ten million words
 * two have the same hash in one of 180 archives.
 */
export function wideTermHash(word: string, before = ''): number {
  hashHalves(word, before);
  return 4294967296 * (2097151 & halves.low) + (halves.high >>> 0);
}

/** The halves of the last hash, as signed 32-bit numbers; read them before the next call. */
export const halves = { low: 0, high: 0 };

/** The same hash with all 64 bits, in `halves`. */
export function hashHalves(word: string, before = ''): void {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < before.length; i++) {
    const unit = before.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  halves.high = high;
  halves.low = low;
}
