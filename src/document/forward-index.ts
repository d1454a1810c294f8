/**
 * Compact index of one document for ranking: which words occur where, in all their forms, and which entities are
 * mentioned. One ranker serves every engine with it, and the text is not read again. It is written in two ways: with its
 * own table of words (this file), as a record has it, and with the numbers of a document store's words
 * (`stored-forward-index.ts`).
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
import { WORD_SIZE, WordTable } from './word-table.ts';

export const VERSION = 2;
export const HEADER_INTEGERS = 7;
/** Number of words from which word numbers take 32 bits. */
export const FIRST_WIDE = 0xffff;
/** Integers of a mention. */
export const MENTION_SIZE = 3;

/** The number of a form for `ForwardIndex.hash`. */
export const formNumber = (form: Form): number => FORMS.indexOf(form);

/** The word at each position, in order of title, keywords and body. */
export type WordSequence = Uint16Array | Uint32Array;

export interface ForwardIndexParts {
  table: WordTable;
  /** What ends a passage among the words. */
  passageBreak: number;
  /** Positions of each field, in the order of `FIELDS`. */
  lengths: readonly [title: number, keywords: number, body: number];
  /** Hash of the entity, position of its first word and length in words of each mention, in order of position. */
  mentions: ArrayLike<number>;
  /** `Language.number` of each passage. */
  languages: Uint8Array;
  words: WordSequence;
  /** Numbers in the table of the words from `firstRare` on: the first of them is `rare[0]`. */
  rare: readonly number[];
  firstRare: number;
  /** Bytes of memory, about. */
  byteLength: number;
}

export class ForwardIndex {
  readonly table: WordTable;
  /** See `ForwardIndexParts`. */
  readonly passageBreak: number;
  readonly lengths: ForwardIndexParts['lengths'];
  readonly mentionCount: number;
  readonly byteLength: number;
  readonly languages: Uint8Array;
  readonly mentions: ArrayLike<number>;
  /** The word at each position, in order of title, keywords and body; `passageBreak` ends a passage. See `numberOf`. */
  readonly words: WordSequence;
  readonly rare: readonly number[];
  readonly firstRare: number;
  /** Whether the words take 32 bits. */
  readonly isWide: boolean;

  /**
   * Reads bytes of `encodeForwardIndex`: views of them, not copies, if they are aligned.
   * @throws RangeError if they are of another version or incomplete.
   */
  constructor(given: Uint8Array | ForwardIndexParts) {
    const parts = given instanceof Uint8Array ? partsOf(given) : given;
    this.table = parts.table;
    this.passageBreak = parts.passageBreak;
    this.lengths = parts.lengths;
    this.mentions = parts.mentions;
    this.mentionCount = parts.mentions.length / MENTION_SIZE;
    this.languages = parts.languages;
    this.words = parts.words;
    this.isWide = parts.words instanceof Uint32Array;
    this.rare = parts.rare;
    this.firstRare = parts.firstRare;
    this.byteLength = parts.byteLength;
  }

  /** The number of a word in the table. */
  numberOf(word: number): number {
    return word < this.firstRare ? word : this.rare[word - this.firstRare]!;
  }

  /** Hash of a word in a form. */
  hash(word: number, form: number): number {
    return this.table.hashes[this.numberOf(word) * WORD_SIZE + form]!;
  }

  /** Hash of the entity of a mention. Mentions are numbered in order of position, from 0. */
  mentionedEntity(mention: number): number {
    return this.mentions[mention * MENTION_SIZE]!;
  }

  /** Position of the first word of a mention. */
  mentionStart(mention: number): number {
    return this.mentions[mention * MENTION_SIZE + 1]!;
  }

  /** Words of a mention. */
  mentionLength(mention: number): number {
    return this.mentions[mention * MENTION_SIZE + 2]!;
  }

  /** BCP 47 code of a passage, by its number. */
  languageOf(passage: number): string {
    return languageOfNumber(this.languages[passage]!);
  }

  /** Every word of the document once; see `hash`. */
  distinctWords(): Set<number> {
    const words = new Set<number>(this.words);
    words.delete(this.passageBreak);
    return words;
  }

  /** Every hash once: what the document adds to document frequencies. */
  distinctHashes(): Set<number> {
    const hashes = new Set<number>();
    for (const word of this.distinctWords())
      for (let form = 0; form < WORD_SIZE; form++) hashes.add(this.hash(word, form));
    for (let mention = 0; mention < this.mentionCount; mention++) hashes.add(this.mentionedEntity(mention));
    return hashes;
  }

  /** Whether another one says the same, however its words are numbered. */
  equals(other: ForwardIndex): boolean {
    const [words, others] = [this.words, other.words];
    return (
      sameNumbers(this.lengths, other.lengths) &&
      sameNumbers(this.mentions, other.mentions) &&
      sameNumbers(this.languages, other.languages) &&
      words.every((word, position) => {
        const theirs = others[position]!;
        if (word === this.passageBreak) return theirs === other.passageBreak;
        return FORMS.every((_, form) => this.hash(word, form) === other.hash(theirs, form));
      })
    );
  }
}

const sameNumbers = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.prototype.every.call(a, (value, at) => value === b[at]);

function partsOf(bytes: Uint8Array): ForwardIndexParts {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new Int32Array(buffer, byteOffset, HEADER_INTEGERS);
  const [version, wordCount, title, keywords, body, mentionCount, passages] = head as unknown as number[] & {
    length: 7;
  };
  if (version !== VERSION) throw new RangeError(`forward index of version ${version}, expected ${VERSION}`);
  let at = byteOffset + HEADER_INTEGERS * 4;
  const hashes = new Int32Array(buffer, at, wordCount! * WORD_SIZE);
  at += hashes.byteLength;
  const mentions = new Int32Array(buffer, at, mentionCount! * MENTION_SIZE);
  at += mentions.byteLength;
  const positions = title! + keywords! + body!;
  const words =
    wordCount! >= FIRST_WIDE
      ? new Uint32Array(buffer, at, positions)
      : new Uint16Array(buffer, at, positions);
  at += words.byteLength;
  if (at + passages! !== byteOffset + byteLength) throw new RangeError('forward index is incomplete');
  return {
    table: new WordTable(hashes),
    passageBreak: wordCount!,
    lengths: [title!, keywords!, body!],
    mentions,
    languages: new Uint8Array(buffer, at, passages!),
    words,
    rare: [],
    firstRare: Number.POSITIVE_INFINITY,
    byteLength,
  };
}
