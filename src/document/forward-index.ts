/**
 * Compact index of one document for ranking: which words occur where, in all their forms, and which entities are
 * mentioned. Engines store it as bytes and return it with each candidate, so one ranker serves every engine and the
 * text is not read again.
 *
 * Layout, little-endian 32-bit integers, then words by position:
 *   version, words, positions of title, of keywords, of body (passage ends included), mentions, passages
 *   words    x 4: hash of exact, folded, stem, root
 *   mentions x 3: hash of the entity, position, length in tokens
 *   positions   : 16-bit word numbers (32-bit from 65,535 words on); the number after the last word ends a passage
 *   languages   : a byte for each passage, `Language.number`; 255 for `und`
 */
import { FORMS, type Form } from '../analysis/language.ts';
import { languageOfNumber } from '../analysis/languages/registry.ts';
import { type KeyFilter, LOW_BITS } from './key-filter.ts';

export const VERSION = 2;
export const HEADER_INTEGERS = 7;
/** Number of words from which word numbers take 32 bits. */
export const FIRST_WIDE = 0xffff;
/** Integers of a word and of a mention. */
const WORD_SIZE = FORMS.length;
const MENTION_SIZE = 3;

/** The number of a form for `ForwardIndex.hash`. */
export const formNumber = (form: Form): number => FORMS.indexOf(form);

export class ForwardIndex {
  /** Different words; they are numbered from 0. */
  readonly wordCount: number;
  readonly mentionCount: number;
  /** The word at each position, in order of title, keywords and body; `wordCount` ends a passage. */
  readonly words: Uint16Array | Uint32Array;
  /** Positions of each field, in the order of `FIELDS`. */
  readonly lengths: readonly [title: number, keywords: number, body: number];
  readonly #hashes: Int32Array;
  readonly #mentions: Int32Array;
  readonly #languages: Uint8Array;

  /**
   * Reads bytes of `ForwardIndexWriter`: views of them, not copies, if they are aligned.
   * @throws RangeError if they are of another version or incomplete.
   */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const head = new Int32Array(buffer, byteOffset, HEADER_INTEGERS);
    if (head[0] !== VERSION) throw new RangeError(`forward index of version ${head[0]}, expected ${VERSION}`);
    this.wordCount = head[1]!;
    this.lengths = [head[2]!, head[3]!, head[4]!];
    this.mentionCount = head[5]!;
    const passages = head[6]!;
    let at = byteOffset + HEADER_INTEGERS * 4;
    this.#hashes = new Int32Array(buffer, at, this.wordCount * WORD_SIZE);
    at += this.#hashes.byteLength;
    this.#mentions = new Int32Array(buffer, at, this.mentionCount * MENTION_SIZE);
    at += this.#mentions.byteLength;
    const positions = this.lengths[0] + this.lengths[1] + this.lengths[2];
    this.words =
      this.wordCount >= FIRST_WIDE
        ? new Uint32Array(buffer, at, positions)
        : new Uint16Array(buffer, at, positions);
    at += this.words.byteLength;
    if (at + passages !== byteOffset + byteLength) throw new RangeError('forward index is incomplete');
    this.#languages = new Uint8Array(buffer, at, passages);
  }

  /** Hash of a word in a form, by their numbers. */
  hash(word: number, form: number): number {
    return this.#hashes[word * WORD_SIZE + form]!;
  }

  /** Calls `visit` for each hash that passes the filter and the word that has it, word by word in order of forms. */
  forEachPassing(filter: KeyFilter, visit: (hash: number, word: number) => void): void {
    // Half the time of a ranking is spent here: locals, no calls, and one branch for the four forms of a word.
    const hashes = this.#hashes;
    const { bytes } = filter;
    const { wordCount } = this;
    for (let word = 0; word < wordCount; word++) {
      const at = word * WORD_SIZE;
      const passing =
        bytes[hashes[at]! & LOW_BITS]! |
        bytes[hashes[at + 1]! & LOW_BITS]! |
        bytes[hashes[at + 2]! & LOW_BITS]! |
        bytes[hashes[at + 3]! & LOW_BITS]!;
      if (passing === 0) continue;
      for (let form = 0; form < WORD_SIZE; form++) {
        const hash = hashes[at + form]!;
        if (bytes[hash & LOW_BITS] === 1) visit(hash, word);
      }
    }
  }

  /** Hash of the entity of a mention. Mentions are numbered in order of position, from 0. */
  mentionedEntity(mention: number): number {
    return this.#mentions[mention * MENTION_SIZE]!;
  }

  /** Position of the first word of a mention. */
  mentionStart(mention: number): number {
    return this.#mentions[mention * MENTION_SIZE + 1]!;
  }

  /** Words of a mention. */
  mentionLength(mention: number): number {
    return this.#mentions[mention * MENTION_SIZE + 2]!;
  }

  /** Position of the end of the passage that a position is in; -1 if there is none. */
  passageEnd(position: number): number {
    return this.words.indexOf(this.wordCount, position);
  }

  /** BCP 47 code of a passage, by its number. */
  languageOf(passage: number): string {
    return languageOfNumber(this.#languages[passage]!);
  }

  /** Every hash once: what the document adds to document frequencies. */
  distinctHashes(): Set<number> {
    const hashes = new Set<number>(this.#hashes);
    for (let mention = 0; mention < this.mentionCount; mention++) hashes.add(this.mentionedEntity(mention));
    return hashes;
  }
}
