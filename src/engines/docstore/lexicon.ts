/**
 * The distinct words of all documents of a document store, in all their forms, by number: forward indexes name words by it.
 * A word keeps its number while the index exists, also after the last document that has it is gone.
 */
import type { Statements } from '../../common/sqlite.ts';
import { WordIds } from '../../document/word-ids.ts';
import { WORD_SIZE, WordTable } from '../../document/word-table.ts';
import { damagedRow, requireIntact } from '../index-broken.ts';
import { ownBuffer } from '../storage/own-buffer.ts';

export const LEXICON_SCHEMA = `
  -- The words of a batch that were new: the hashes of their forms, four 32-bit integers a word.
  CREATE TABLE lexicon (first_number INTEGER PRIMARY KEY, hashes BLOB NOT NULL, checksum INTEGER NOT NULL);`;

/** Bytes of a word. */
const WORD_BYTES = WORD_SIZE * 4;
/** Words of a row at most. */
const ROW_WORDS = 1 << 16;

export class Lexicon {
  readonly #statements: Statements;
  /** All words that are known; `refresh` adds to them. */
  readonly table = new WordTable();
  readonly #ids = new WordIds(this.table);

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** Reads what any connection wrote since the last call. @throws LisanError `index_broken`. */
  refresh(): void {
    const { bytes } = this.#statements
      .prepare('SELECT total(length(hashes)) AS bytes FROM lexicon WHERE first_number >= ?')
      .get(this.table.size)!;
    if (bytes === 0) return;
    this.table.makeRoom(this.table.size + Number(bytes) / WORD_BYTES);
    // Row by row: a large index has some 100 MB of them.
    const next = this.#statements.prepare(
      'SELECT * FROM lexicon WHERE first_number >= ? ORDER BY first_number LIMIT 1',
    );
    for (let row = next.get(this.table.size); row !== undefined; row = next.get(this.table.size)) {
      requireIntact('lexicon', row.checksum, row.first_number, row.hashes);
      if (row.first_number !== this.table.size) throw damagedRow('lexicon');
      this.table.append(new Int32Array(ownBuffer(row.hashes as Uint8Array)));
    }
  }

  /** Discards what was read, after a transaction that was rolled back; call `refresh` next. */
  reset(): void {
    this.table.clear();
    this.#ids.reset();
  }

  /** The numbers of words; new ones are added. Inside a transaction. */
  numbersOf(hashes: Int32Array): Uint32Array {
    this.refresh();
    const first = this.table.size;
    const numbers = new Uint32Array(hashes.length / WORD_SIZE);
    for (let word = 0; word < numbers.length; word++) numbers[word] = this.#ids.of(hashes, word);
    this.#write(first);
    return numbers;
  }

  /** Puts the words of many batches together. Inside a transaction. */
  compact(): void {
    this.refresh();
    this.#statements.prepare('DELETE FROM lexicon').run();
    this.#write(0);
  }

  /** Writes the words from a number on. */
  #write(first: number): void {
    const { hashes, size } = this.table;
    const insert = this.#statements.prepare('INSERT INTO lexicon VALUES (?1, ?2, row_checksum(?1, ?2))');
    for (let word = first; word < size; word += ROW_WORDS) {
      const end = Math.min(size, word + ROW_WORDS);
      const own = hashes.subarray(word * WORD_SIZE, end * WORD_SIZE);
      insert.run(word, new Uint8Array(own.buffer, own.byteOffset, own.byteLength));
    }
  }
}
