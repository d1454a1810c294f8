/**
 * The words of the archive in order. Looking for similar words jumps through all words with a letter, some hundred times:
 * letters that are looked in often are kept in memory, until the words change.
 */
import { LRUCache } from 'lru-cache';
import { letterAfter } from '../../analysis/fuzzy.ts';
import { checksumWithText } from '../../common/row-checksum.ts';
import type { Statements } from '../../common/sqlite.ts';
import { damagedRow, requireIntact } from '../index-broken.ts';
import { WordRange } from './word-range.ts';

/** Words with one letter that are read one by one until all of them are read at once, which takes about as long. */
const SINGLE_READS = 500;
/** Bytes of words in memory. */
const KEPT_BYTES = 8 * 2 ** 20;

/** A row of the table `words`. */
export interface Word {
  word: string;
  /** One way in which it is written, in lower case. */
  written: string;
}

export class Vocabulary {
  readonly #statements: Statements;
  /** By first letter. */
  readonly #ranges = new LRUCache<string, WordRange>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ bytes }) => bytes + 1,
  });
  /** Single reads by first letter since the words changed. */
  readonly #reads = new Map<string, number>();

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** Call it when words may have been added, also by another connection. */
  reload(): void {
    this.#ranges.clear();
    this.#reads.clear();
  }

  /** The first word that is not before `from`, which is not empty; it may be left out if it begins with another letter. */
  seek(from: string): string | undefined {
    const letter = String.fromCodePoint(from.codePointAt(0)!);
    const range = this.#ranges.get(letter);
    if (range !== undefined) return range.seek(from);
    const reads = (this.#reads.get(letter) ?? 0) + 1;
    this.#reads.set(letter, reads);
    if (reads > SINGLE_READS) return this.#read(letter).seek(from);
    const row = this.#statements
      .prepare('SELECT * FROM words WHERE word >= ? ORDER BY word LIMIT 1')
      .get(from);
    return row === undefined ? undefined : toWord(row).word;
  }

  /** A word as it is stored, if it is there. @throws LisanError `index_broken` */
  get(word: string): Word | undefined {
    const row = this.#statements.prepare('SELECT * FROM words WHERE word = ?').get(word);
    return row === undefined ? undefined : toWord(row);
  }

  /** Reads all words with a letter, and keeps them if they fit into memory. */
  #read(letter: string): WordRange {
    const row = this.#statements
      .prepare(
        `SELECT group_concat(word, char(10)) AS words, group_concat(written, char(10)) AS written,
           group_concat(checksum, char(10)) AS checksums
         FROM (SELECT * FROM words WHERE word >= ? AND word < ? ORDER BY word)`,
      )
      .get(letter, letterAfter(letter));
    const [words, written, checksums] = [row?.words, row?.written, row?.checksums].map((text) =>
      String(text ?? ''),
    ) as [string, string, string];
    requireIntactWords(words, written, checksums);
    const range = new WordRange(words);
    this.#ranges.set(letter, range);
    this.#reads.set(letter, range.bytes > KEPT_BYTES ? Number.NEGATIVE_INFINITY : 0);
    return range;
  }
}

/** @throws LisanError `index_broken` */
export function toWord({ word, written, checksum }: Record<string, unknown>): Word {
  requireIntact('words', checksum, word, written);
  return { word: String(word), written: String(written) };
}

/** The same as `toWord` of many rows, each column with line feeds between them. */
function requireIntactWords(words: string, written: string, checksums: string): void {
  const expected = checksums === '' ? [] : checksums.split('\n');
  let word = 0;
  let spelling = 0;
  for (const checksum of expected) {
    const wordEnd = endOf(words, word);
    const spellingEnd = endOf(written, spelling);
    const own = checksumWithText(0, words, word, wordEnd);
    if (checksumWithText(own, written, spelling, spellingEnd) !== Number(checksum)) throw damagedRow('words');
    word = wordEnd + 1;
    spelling = spellingEnd + 1;
  }
  if (expected.length > 0 && word <= words.length) throw damagedRow('words');
}

const endOf = (text: string, start: number): number => {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
};
