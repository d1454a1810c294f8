/**
 * Doc values of the embedded engine: for each document number whether the document exists, its date and the ordinals of
 * its facet values, in memory: 13 bytes a document and 4 for each value. They are read once; later only what was added is.
 */
import { withRoom } from '../../common/room.ts';
import type { Statements } from '../../common/sqlite.ts';
import type { Batch } from '../batch/batch.ts';
import { byFacet, FACETS, type Facet } from '../facets.ts';
import { requireIntact } from '../index-broken.ts';

export const DOC_VALUES_SCHEMA = `
  CREATE TABLE facet_values (ordinal INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, checksum INTEGER NOT NULL, UNIQUE (facet, value));
  CREATE TABLE doc_values (first_number INTEGER PRIMARY KEY, dates BLOB NOT NULL, ordinals BLOB NOT NULL, ends BLOB NOT NULL, checksum INTEGER NOT NULL);
  CREATE TABLE deletions (entry INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL, checksum INTEGER NOT NULL);`;

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
  /** Ordinals of document n: from `offsets[n - 1]` to `offsets[n]`. */
  ordinals = new Uint32Array(4096);
  offsets = new Uint32Array(1024);
  count = 0;
  /** Facet and value of each ordinal. */
  readonly values: { facet: Facet; value: string }[] = [];
  /** The ordinals of each facet. */
  readonly ordinalsOfFacet: Record<Facet, number[]> = byFacet(() => []);
  readonly #ordinalOf = new Map<string, number>();
  /** See `alphabeticalRanks`; of as many ordinals as there were. */
  #alphabet = new Uint32Array(0);

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
      const dates = new Float64Array(copied(row.dates));
      const ordinals = new Uint32Array(copied(row.ordinals));
      const ends = new Uint32Array(copied(row.ends));
      const first = Number(row.first_number);
      const from = this.offsets[this.#size - 1]!;
      const size = first + dates.length;
      this.#grow(size, from + ordinals.length);
      this.offsets.fill(from, this.#size, first);
      this.ordinals.set(ordinals, from);
      for (let i = 0; i < dates.length; i++) this.offsets[first + i] = from + ends[i]!;
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
    this.values.length = 0;
    this.#alphabet = new Uint32Array(0);
    for (const facet of FACETS) this.ordinalsOfFacet[facet].length = 0;
    this.#ordinalOf.clear();
  }

  /** Writes the doc values of a batch whose first document has the number `first`. Inside a transaction. */
  append(first: number, { dates, facetValues, ordinals, ordinalEnds }: Batch): void {
    if (dates.length === 0) return;
    const numbers = facetValues.map(
      ({ facet, value }) => this.#ordinalOf.get(nameOf(facet, value)) ?? this.#add(facet, value),
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

  /** The ordinal of a value; `undefined` if no document ever had it. */
  ordinalOf(facet: Facet, value: string): number | undefined {
    return this.#ordinalOf.get(nameOf(facet, value));
  }

  /** Place of each ordinal in the alphabetical order of all values. */
  get alphabeticalRanks(): Uint32Array {
    if (this.#alphabet.length !== this.values.length) {
      const ordinals = Object.values(this.ordinalsOfFacet).flat();
      const textOf = (ordinal: number): string => this.values[ordinal]!.value;
      ordinals.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
      this.#alphabet = new Uint32Array(this.values.length);
      ordinals.forEach((ordinal, place) => {
        this.#alphabet[ordinal] = place;
      });
    }
    return this.#alphabet;
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
    this.#lastOrdinal = ordinal;
    if (this.values[ordinal] === undefined) this.ordinalsOfFacet[facet].push(ordinal);
    this.values[ordinal] = { facet, value };
    this.#ordinalOf.set(nameOf(facet, value), ordinal);
  }

  #since(table: string, key: string, after: number) {
    return this.#statements.prepare(`SELECT * FROM ${table} WHERE ${key} > ? ORDER BY ${key}`).all(after);
  }

  #grow(size: number, ordinals: number): void {
    if (size > this.live.length) {
      this.live = withRoom(this.live, size);
      this.dates = withRoom(this.dates, size);
      this.offsets = withRoom(this.offsets, size);
    }
    this.ordinals = withRoom(this.ordinals, ordinals);
  }
}

const nameOf = (facet: Facet, value: string): string => `${facet} ${value}`;

type Numbers<B extends ArrayBufferLike = ArrayBuffer> = Uint8Array<B> | Uint32Array<B> | Float64Array<B>;

function bytesOf(numbers: Numbers<ArrayBufferLike>): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The bytes of a blob in a buffer of their own, as views of wider numbers need it. */
function copied(blob: unknown): ArrayBuffer {
  return (blob as Uint8Array).slice().buffer as ArrayBuffer;
}
