/**
 * Marks of the few words that a query asks for, to be looked up at each position of many forward indexes. The words are found
 * in the table of a store once; then a document costs one look at a small array for each of its positions.
 */
import type { ForwardIndex } from './forward-index.ts';
import { KeyFilter } from './key-filter.ts';
import type { WordTable } from './word-table.ts';

const NO_KEYS = new KeyFilter();
/** Codes of 16 bits. */
const CODES = 0x10000;

export class WordMarks {
  readonly #hashes: readonly number[];
  readonly #markOf: (table: WordTable, word: number) => number;
  #table: WordTable | undefined;
  /** Number of words of the table when they were looked up. */
  #size = 0;
  /** Marks other than 0, by the number of the word. */
  #marks = new Map<number, number>();
  /** Of the numbers of the marked words: most rare words of a document have none. */
  #filter = NO_KEYS;
  readonly #byCode: Uint16Array;
  /** Whether there is nothing in it yet. */
  #isEmpty: boolean;
  #isWide = false;

  /**
   * `hashes`: of the words, in any form. `markOf`: the mark of a word that has one of them, 0 to 65,535; 0 is none. `room`: of
   * marks that are no longer used (`WordMarks.room`); by default its own.
   */
  constructor(
    hashes: Iterable<number>,
    markOf: (table: WordTable, word: number) => number,
    room?: Uint16Array,
  ) {
    this.#byCode = room ?? WordMarks.room();
    this.#isEmpty = room === undefined;
    this.#hashes = [...hashes];
    this.#markOf = markOf;
  }

  /** The memory of marks: 128 KB, which need not be made for each query. */
  static room(): Uint16Array {
    return new Uint16Array(CODES);
  }

  /** Must be called before the words of a document are asked for. */
  use({ table, rare, firstRare, isWide }: ForwardIndex): void {
    if (table !== this.#table || table.size !== this.#size) this.#find(table, firstRare);
    this.#isWide = isWide;
    const byCode = this.#byCode;
    for (let at = 0; at < rare.length; at++) {
      const number = rare[at]!;
      byCode[firstRare + at] = this.#filter.mayHave(number) ? (this.#marks.get(number) ?? 0) : 0;
    }
  }

  /** The mark of a word of the document in use. */
  of(word: number): number {
    return this.#isWide ? (this.#marks.get(word) ?? 0) : this.#byCode[word]!;
  }

  /** Position of the next word with a mark, or of the next end of a passage, from one on; the number of words if there is none. */
  next({ words, passageBreak }: ForwardIndex, from: number): number {
    const end = words.length;
    let position = from;
    if (this.#isWide) {
      for (; position < end; position++) {
        const word = words[position]!;
        if (word === passageBreak || this.#marks.has(word)) break;
      }
      return position;
    }
    const byCode = this.#byCode;
    for (; position < end; position++) {
      const word = words[position]!;
      if (word === passageBreak || byCode[word] !== 0) break;
    }
    return position;
  }

  #find(table: WordTable, firstRare: number): void {
    if (!this.#isEmpty) this.#byCode.fill(0);
    this.#isEmpty = false;
    this.#marks = new Map();
    this.#filter = new KeyFilter();
    for (const hash of this.#hashes) {
      for (const word of table.wordsWith(hash)) {
        if (this.#marks.has(word)) continue;
        const mark = this.#markOf(table, word);
        if (mark === 0) continue;
        if (mark >= CODES) throw new RangeError(`a mark of ${mark}`);
        this.#marks.set(word, mark);
        this.#filter.add(word);
        if (word < firstRare) this.#byCode[word] = mark;
      }
    }
    this.#table = table;
    this.#size = table.size;
  }
}
