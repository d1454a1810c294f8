/**
 * 32-bit keys for words, so that ranking compares numbers. FNV-1a over UTF-16 code units with the finaliser of
 * MurmurHash3 (both public domain). The form salts the key: the stem `kitap` and the word `kitap` differ.
 * Two of a query's ~40 keys and a document's ~600 meet by chance about once in 200,000 documents; a meeting
 * costs a wrong rank, never a wrong mark (marks compare words).
 */
import { FORMS, type Form } from './language.ts';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** What is counted besides forms: ids of entities, and words that stand as names. */
const OTHERS = ['entity', 'name'];

/** Signed 32-bit key of a word in one form. */
export function keyOf(word: string, form: Form | 'entity' | 'name'): number {
  const place = FORMS.indexOf(form as Form);
  let hash = OFFSET ^ (place === -1 ? FORMS.length + OTHERS.indexOf(form) : place);
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
