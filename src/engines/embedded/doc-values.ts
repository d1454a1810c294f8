/**
 * Doc values of the embedded engine: for each document number whether the document exists, its date and its facet values,
 * in memory: 9 bytes a document, and a column for each facet. They are read once; later only what was added is.
 */
import { withRoom } from '../../common/room.ts';
import { rowsInTurn, type Statements } from '../../common/sqlite.ts';
import type { Batch } from '../batch/batch.ts';
import { byFacet, FACETS, type Facet } from '../facets.ts';
import { requireIntact } from '../index-broken.ts';
import { ownBuffer } from '../storage/own-buffer.ts';
import { FacetColumn } from './facet-column.ts';

export const DOC_VALUES_SCHEMA = `
  CREATE TABLE facet_values (ordinal INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, checksum INTEGER NOT NULL, UNIQUE (facet, value));
  CREATE TABLE doc_values (first_number INTEGER PRIMARY KEY, dates BLOB NOT NULL, ordinals BLOB NOT NULL, ends BLOB NOT NULL, checksum INTEGER NOT NULL);
  CREATE TABLE deletions (entry INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL, checksum INTEGER NOT NULL);`;

/** Rows read at a time. */
const ROWS_PER_READ = 200;

export class DocValues {
  readonly #statements: Statements;
  /** Numbers begin at 1. */
  #size = 1;
  #lastDeletion = 0;
  #lastOrdinal = 0;
  /** 1 for a document that exists. */
  live = new Uint8Array(1024);
  /** Seconds since 1970, or `UNDATED`. */
  dates = new Float64Array(1024);
  count = 0;
  columns: Readonly<Record<Facet, FacetColumn>> = byFacet(() => new FacetColumn());
  // Of each ordinal, the number by which the file names a value of a facet: its facet, by place in `FACETS`, and its
  // number there.
  #facetOf = new Uint8Array(64);
  #numberOf = new Uint32Array(64);
  /** By facet, the ordinal of each number. */
  #ordinals: Readonly<Record<Facet, number[]>> = byFacet(() => []);

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** One more than the highest number. */
  get size(): number {
    return this.#size;
  }

  /** Whether a document was deleted. Those of the current batch are not known yet, and not deleted. */
  isDeleted(number: number): boolean {
    return number < this.#size && this.live[number] === 0;
  }

  /** Reads what any connection wrote since the last call. */
  refresh(): void {
    for (const row of this.#since('facet_values', 'ordinal', this.#lastOrdinal)) {
      requireIntact('facet_values', row.checksum, row.ordinal, row.facet, row.value);
      this.#name(Number(row.ordinal), row.facet as Facet, String(row.value));
    }
    for (const row of this.#since('doc_values', 'first_number', this.#size - 1)) {
      requireIntact('doc_values', row.checksum, row.first_number, row.dates, row.ordinals, row.ends);
      const dates = new Float64Array(ownBuffer(row.dates as Uint8Array));
      const ordinals = new Uint32Array(ownBuffer(row.ordinals as Uint8Array));
      const ends = new Uint32Array(ownBuffer(row.ends as Uint8Array));
      const first = Number(row.first_number);
      const size = first + dates.length;
      this.#grow(size);
      this.#addValues(first, ordinals, ends);
      this.dates.set(dates, first);
      this.live.fill(1, first, size);
      this.count += dates.length;
      this.#size = size;
    }
    for (const { entry, number, checksum } of this.#since('deletions', 'entry', this.#lastDeletion)) {
      requireIntact('deletions', checksum, number);
      this.#lastDeletion = Number(entry);
      this.count -= this.live[Number(number)]!;
      this.live[Number(number)] = 0;
    }
  }

  /** Discards everything; call `refresh` next. */
  reset(): void {
    this.live.fill(0);
    this.#size = 1;
    this.#lastDeletion = 0;
    this.#lastOrdinal = 0;
    this.count = 0;
    this.columns = byFacet(() => new FacetColumn());
    this.#ordinals = byFacet(() => []);
  }

  /** Writes the doc values of a batch whose first document has the number `first`. Inside a transaction. */
  append(first: number, { dates, facetValues, ordinals, ordinalEnds }: Batch): void {
    if (dates.length === 0) return;
    const numbers = facetValues.map(
      ({ facet, value }) => this.#ordinalOf(facet, value) ?? this.#add(facet, value),
    );
    this.#statements
      .prepare('INSERT INTO doc_values VALUES (?1, ?2, ?3, ?4, row_checksum(?1, ?2, ?3, ?4))')
      .run(first, bytesOf(dates), bytesOf(ordinals.map((local) => numbers[local]!)), bytesOf(ordinalEnds));
  }

  /** Marks a document as deleted. Inside a transaction. */
  delete(number: number): void {
    this.#statements
      .prepare('INSERT INTO deletions (number, checksum) VALUES (?1, row_checksum(?1))')
      .run(number);
  }

  #ordinalOf(facet: Facet, value: string): number | undefined {
    const number = this.columns[facet].numberOf(value);
    return number === undefined ? undefined : this.#ordinals[facet][number];
  }

  #add(facet: Facet, value: string): number {
    const ordinal = this.#lastOrdinal + 1;
    this.#statements
      .prepare('INSERT INTO facet_values VALUES (?1, ?2, ?3, row_checksum(?1, ?2, ?3))')
      .run(ordinal, facet, value);
    this.#name(ordinal, facet, value);
    return ordinal;
  }

  #name(ordinal: number, facet: Facet, value: string): void {
    const number = this.columns[facet].name(value);
    this.#lastOrdinal = ordinal;
    this.#facetOf = withRoom(this.#facetOf, ordinal + 1);
    this.#numberOf = withRoom(this.#numberOf, ordinal + 1);
    this.#facetOf[ordinal] = FACETS.indexOf(facet);
    this.#numberOf[ordinal] = number;
    this.#ordinals[facet][number] = ordinal;
  }

  /** Adds values to the documents from `first` on, by ordinals; those of each end at `ends`. */
  #addValues(first: number, ordinals: Uint32Array, ends: Uint32Array): void {
    const columns = FACETS.map((facet) => this.columns[facet]);
    const facetOf = this.#facetOf;
    const numberOf = this.#numberOf;
    const size = first + ends.length;
    for (const column of columns) column.makeRoom(size);
    let at = 0;
    for (let place = 0; place < ends.length; place++) {
      for (const end = ends[place]!; at < end; at++) {
        const ordinal = ordinals[at]!;
        columns[facetOf[ordinal]!]!.add(first + place, numberOf[ordinal]!);
      }
    }
    for (const column of columns) column.end();
  }

  /** Rows after a key, in order: few at a time, as a large index has 100 MB of them. */
  #since(table: string, key: string, after: number) {
    const next = this.#statements.prepare(
      `SELECT * FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${ROWS_PER_READ}`,
    );
    return rowsInTurn(next, key, after);
  }

  #grow(size: number): void {
    this.live = withRoom(this.live, size);
    this.dates = withRoom(this.dates, size);
  }
}

type Numbers<B extends ArrayBufferLike = ArrayBuffer> = Uint8Array<B> | Uint32Array<B> | Float64Array<B>;

function bytesOf(numbers: Numbers<ArrayBufferLike>): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
