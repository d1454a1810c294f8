/**
 * Forward indexes as a document store holds them: words by their numbers in the store's table, two bytes for each position
 * instead of 16 for each distinct word, in a form that is searched as it is.
 *
 * Layout, varints unless another size is given:
 *   version (a byte), positions of title, of keywords, of body (passage ends included), mentions, passages, rare words
 *   mentions : step from the position before, length in tokens, hash of the entity (4 bytes, little-endian)
 *   languages: a byte for each passage, `Language.number`; 255 for `und`
 *   a byte, if needed, so that what follows begins at an even place
 *   rare     : numbers in the table of the document's rare words, 32 bits each, little-endian
 *   positions: 16 bits each, little-endian: the number of the word, or `FIRST_RARE` and its place among the rare ones;
 *              0xffff ends a passage
 * Numbers are given in the order in which words come, so that nearly all words of a text have small ones. A document with
 * more than `MAX_RARE` rare words has none of them; its positions have 32 bits.
 */
import { ForwardIndex, MENTION_SIZE } from './forward-index.ts';
import type { WordTable } from './word-table.ts';

const VERSION = 3;
/** Of a document whose positions have 32 bits. */
const WIDE_VERSION = 4;
const MAX_RARE = 1024;
/** Number from which words are rare. */
const FIRST_RARE = 0xffff - MAX_RARE;
const PASSAGE_BREAK = 0xffff;
const WIDE_PASSAGE_BREAK = 0xffffffff;
/** Most bytes of a varint. */
const VARINT_BYTES = 5;
const MENTION_BYTES = 2 * VARINT_BYTES + 4;
const HEADER_BYTES = 2 + 6 * VARINT_BYTES;

/** A forward index whose words are numbered in a batch. */
export interface NumberedForwardIndex extends Pick<ForwardIndex, 'lengths' | 'mentions' | 'languages'> {
  /** One more than the number of the word at each position; 0 ends a passage. */
  words: Uint32Array;
}

/** Writes one forward index after the other. */
export class StoredForwardIndexWriter {
  #bytes = new Uint8Array(1 << 12);
  #at = 0;
  readonly #rare = new Map<number, number>();

  /** The bytes, valid until the next call. `numbers`: in the store, of the words of the batch. */
  write({ lengths, mentions, languages, words }: NumberedForwardIndex, numbers: Uint32Array): Uint8Array {
    const rare = this.#rare;
    rare.clear();
    for (const word of words) {
      const number = word === 0 ? 0 : numbers[word - 1]!;
      if (number >= FIRST_RARE && !rare.has(number)) rare.set(number, FIRST_RARE + rare.size);
    }
    const isWide = rare.size > MAX_RARE;
    if (isWide) rare.clear();
    this.#begin(
      HEADER_BYTES +
        mentions.length * MENTION_BYTES +
        languages.length +
        rare.size * 4 +
        words.length * (isWide ? 4 : 2),
    );
    this.#bytes[this.#at++] = isWide ? WIDE_VERSION : VERSION;
    for (const length of lengths) this.#varint(length);
    this.#varint(mentions.length / MENTION_SIZE);
    this.#varint(languages.length);
    this.#varint(rare.size);
    let before = 0;
    for (let at = 0; at < mentions.length; at += MENTION_SIZE) {
      const position = mentions[at + 1]!;
      this.#varint(position - before);
      before = position;
      this.#varint(mentions[at + 2]!);
      this.#fixed(mentions[at]!, 4);
    }
    this.#bytes.set(languages, this.#at);
    this.#at += languages.length;
    if (this.#at % 2 === 1) this.#bytes[this.#at++] = 0;
    for (const number of rare.keys()) this.#fixed(number, 4);
    for (const word of words) {
      const number = word === 0 ? WIDE_PASSAGE_BREAK : numbers[word - 1]!;
      if (isWide) this.#fixed(number, 4);
      else this.#fixed(number < FIRST_RARE ? number : (rare.get(number) ?? PASSAGE_BREAK), 2);
    }
    return this.#bytes.subarray(0, this.#at);
  }

  #begin(room: number): void {
    if (room > this.#bytes.length) this.#bytes = new Uint8Array(room);
    this.#at = 0;
  }

  #varint(value: number): void {
    let left = value >>> 0;
    while (left > 127) {
      this.#bytes[this.#at++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.#bytes[this.#at++] = left;
  }

  #fixed(value: number, bytes: number): void {
    for (let shift = 0; shift < bytes * 8; shift += 8) this.#bytes[this.#at++] = value >>> shift;
  }
}

/**
 * The forward index in `[start, end)` of some bytes, of which it keeps views if it begins at an even place.
 * @throws RangeError if it is of another version or incomplete, or has a word that the table lacks.
 */
export function readStoredForwardIndex(
  given: Uint8Array,
  table: WordTable,
  start = 0,
  end = given.length,
): ForwardIndex {
  if ((given.byteOffset + start) % 2 === 1) return readStoredForwardIndex(given.slice(start, end), table);
  const bytes = given;
  const version = start < end ? bytes[start] : undefined;
  if (version !== VERSION && version !== WIDE_VERSION)
    throw new RangeError(`forward index of version ${version}, expected ${VERSION} or ${WIDE_VERSION}`);
  let at = start + 1;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      if (at > end) throw new RangeError('forward index is incomplete');
    }
  };
  const lengths = [next(), next(), next()] as const;
  const mentionCount = next();
  const passages = next();
  const rareCount = next();
  const mentions: number[] = [];
  let position = 0;
  for (let mention = 0; mention < mentionCount; mention++) {
    position += next();
    const length = next();
    mentions.push(int32At(bytes, at), position, length);
    at += 4;
    if (at > end) throw new RangeError('forward index is incomplete');
  }
  const languagesAt = at;
  at += passages;
  at += (at - start) % 2;
  const positions = lengths[0] + lengths[1] + lengths[2];
  const isWide = version === WIDE_VERSION;
  if (at + rareCount * 4 + positions * (isWide ? 4 : 2) !== end)
    throw new RangeError('forward index is incomplete');
  const rare: number[] = [];
  for (; rare.length < rareCount; at += 4) rare.push(knownIn(table, int32At(bytes, at) >>> 0));
  const { buffer, byteOffset } = bytes;
  return new ForwardIndex({
    table,
    passageBreak: isWide ? WIDE_PASSAGE_BREAK : PASSAGE_BREAK,
    lengths,
    mentions,
    languages: new Uint8Array(buffer, byteOffset + languagesAt, passages),
    words: isWide ? wideWords(bytes, at, end, table) : new Uint16Array(buffer, byteOffset + at, positions),
    rare,
    firstRare: isWide ? WIDE_PASSAGE_BREAK : FIRST_RARE,
    byteLength: end - start + (rare.length + mentions.length) * 8,
  });
}

/** Little-endian; it need not begin where such numbers may. */
const int32At = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);

/** The words of a document whose positions have 32 bits. */
function wideWords(bytes: Uint8Array, start: number, end: number, table: WordTable): Uint32Array {
  const words = new Uint32Array((end - start) / 4);
  for (let place = 0; place < words.length; place++) {
    const word = int32At(bytes, start + place * 4) >>> 0;
    words[place] = word === WIDE_PASSAGE_BREAK ? word : knownIn(table, word);
  }
  return words;
}

function knownIn(table: WordTable, word: number): number {
  if (word >= table.size) throw new RangeError(`word ${word} of a table of ${table.size} words`);
  return word;
}
