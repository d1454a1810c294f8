/** Writes forward indexes, see `forward-index.ts`. */
import type { AnnotatedPassage } from './annotate.ts';
import { DocumentWords } from './document-words.ts';
import { FIRST_WIDE, HEADER_INTEGERS, MENTION_SIZE, VERSION } from './forward-index.ts';
import { WORD_SIZE } from './word-table.ts';

/** Bytes for the passages of one article, given in the order of `FIELDS`. */
export function encodeForwardIndex(passages: readonly AnnotatedPassage[]): Uint8Array {
  const document = new DocumentWords();
  const { lengths, words, mentions, languages } = document.add(passages);
  const { hashes, size } = document.table;
  const fixed = (HEADER_INTEGERS + size * WORD_SIZE + mentions.length) * 4;
  const isWide = size >= FIRST_WIDE;
  const width = isWide ? 4 : 2;
  const bytes = new Uint8Array(fixed + words.length * width + languages.length);
  const integers = new Int32Array(bytes.buffer, 0, fixed / 4);
  integers.set([VERSION, size, ...lengths, mentions.length / MENTION_SIZE, languages.length]);
  integers.set(hashes.subarray(0, size * WORD_SIZE), HEADER_INTEGERS);
  integers.set(mentions, HEADER_INTEGERS + size * WORD_SIZE);
  const tail = new (isWide ? Uint32Array : Uint16Array)(bytes.buffer, fixed, words.length);
  for (let at = 0; at < words.length; at++) tail[at] = words[at] === 0 ? size : words[at]! - 1;
  bytes.set(languages, fixed + words.length * width);
  return bytes;
}
