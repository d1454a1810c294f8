/**
 * What the embedded engine keeps in memory of every document, by its number: whether it is there, its date and its
 * labels (values of facets). About 25 bytes a document. Read once, and afterwards only what was added.
 */
import type { Statements } from '../../common/sqlite.ts';
import type { Batch } from '../batch/batch.ts';
import { byFacet, FACETS, type Facet } from '../facets.ts';

export const DOC_VALUES_SCHEMA = `
  CREATE TABLE labels (label INTEGER PRIMARY KEY, facet INTEGER NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value));
  CREATE TABLE columns (first_number INTEGER PRIMARY KEY, dates BLOB NOT NULL, labels BLOB NOT NULL, ends BLOB NOT NULL);
  CREATE TABLE gone (entry INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL);`;

export class DocValues {
  readonly #statements: Statements;
  /** Numbers begin at 1. */
  #size = 1;
  #lastGone = 0;
  #lastLabel = 0;
  /** 1 for a document that is there. */
  live = new Uint8Array(1024);
  /** Seconds since 1970, or `UNDATED`. */
  dates = new Float64Array(1024);
  /** Labels of document n: `labels` from `ends[n - 1]` to `ends[n]`. */
  ordinals = new Uint32Array(4096);
  offsets = new Uint32Array(1024);
  count = 0;
  /** Facet and value of each label. */
  readonly values: { facet: Facet; value: string }[] = [];
  /** The labels of each facet. */
  readonly ordinalsOfFacet: Record<Facet, number[]> = byFacet(() => []);
  readonly #labelOf = new Map<string, number>();
  /** See `alphabet`; of as many labels as there were. */
  #alphabet = new Uint32Array(0);

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** One more than the highest number. */
  get size(): number {
    return this.#size;
  }

  /** Whether a document was struck out. Those of the batch under way are not known yet, and not gone. */
  isDeleted(number: number): boolean {
    return number < this.#size && this.live[number] === 0;
  }

  /** Takes in what was written since the last time, by whatever connection. */
  refresh(): void {
    for (const { label, facet, value } of this.#since('labels', 'label', this.#lastLabel))
      this.#name(Number(label), Number(facet), String(value));
    for (const row of this.#since('columns', 'first_number', this.#size - 1)) {
      const dates = new Float64Array(copied(row.dates));
      const labels = new Uint32Array(copied(row.labels));
      const ends = new Uint32Array(copied(row.ends));
      const first = Number(row.first_number);
      const from = this.offsets[this.#size - 1]!;
      const size = first + dates.length;
      this.#grow(size, from + labels.length);
      this.offsets.fill(from, this.#size, first);
      this.ordinals.set(labels, from);
      for (let i = 0; i < dates.length; i++) this.offsets[first + i] = from + ends[i]!;
      this.dates.set(dates, first);
      this.live.fill(1, first, size);
      this.count += dates.length;
      this.#size = size;
    }
    for (const { entry, number } of this.#since('gone', 'entry', this.#lastGone)) {
      this.#lastGone = Number(entry);
      this.count -= this.live[Number(number)]!;
      this.live[Number(number)] = 0;
    }
  }

  /** Forgets everything; to be followed by `refresh`. */
  reset(): void {
    this.live.fill(0);
    this.#size = 1;
    this.#lastGone = 0;
    this.#lastLabel = 0;
    this.count = 0;
    this.values.length = 0;
    this.#alphabet = new Uint32Array(0);
    for (const facet of FACETS) this.ordinalsOfFacet[facet].length = 0;
    this.#labelOf.clear();
  }

  /** Writes the columns of a batch, whose documents are numbered from `first` on. Inside a transaction. */
  append(first: number, { dates, facetValues, ordinals, ordinalEnds }: Batch): void {
    if (dates.length === 0) return;
    const numbers = facetValues.map(
      ({ facet, value }) => this.#labelOf.get(nameOf(facet, value)) ?? this.#add(facet, value),
    );
    this.#statements
      .prepare('INSERT INTO columns VALUES (?, ?, ?, ?)')
      .run(first, bytesOf(dates), bytesOf(ordinals.map((label) => numbers[label]!)), bytesOf(ordinalEnds));
  }

  /** Notes that a document is no longer there. Inside a transaction. */
  delete(number: number): void {
    this.#statements.prepare('INSERT INTO gone (number) VALUES (?)').run(number);
  }

  /** The label of a value; `undefined` where no document ever had it. */
  ordinalOf(facet: Facet, value: string): number | undefined {
    return this.#labelOf.get(nameOf(facet, value));
  }

  /** Place of each label in the alphabetical order of all values. */
  get alphabeticalRanks(): Uint32Array {
    if (this.#alphabet.length !== this.values.length) {
      const labels = Object.values(this.ordinalsOfFacet).flat();
      const textOf = (label: number): string => this.values[label]!.value;
      labels.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
      this.#alphabet = new Uint32Array(this.values.length);
      labels.forEach((label, place) => {
        this.#alphabet[label] = place;
      });
    }
    return this.#alphabet;
  }

  #add(facet: Facet, value: string): number {
    const { lastInsertRowid } = this.#statements
      .prepare('INSERT INTO labels (facet, value) VALUES (?, ?)')
      .run(FACETS.indexOf(facet), value);
    this.#name(Number(lastInsertRowid), FACETS.indexOf(facet), value);
    return Number(lastInsertRowid);
  }

  #name(label: number, facet: number, value: string): void {
    this.#lastLabel = label;
    if (this.values[label] === undefined) this.ordinalsOfFacet[FACETS[facet]!].push(label);
    this.values[label] = { facet: FACETS[facet]!, value };
    this.#labelOf.set(nameOf(FACETS[facet]!, value), label);
  }

  #since(table: string, key: string, after: number) {
    return this.#statements.prepare(`SELECT * FROM ${table} WHERE ${key} > ? ORDER BY ${key}`).all(after);
  }

  #grow(size: number, labels: number): void {
    if (size > this.live.length) {
      const capacity = Math.max(size, this.live.length * 2);
      this.live = larger(this.live, new Uint8Array(capacity));
      this.dates = larger(this.dates, new Float64Array(capacity));
      this.offsets = larger(this.offsets, new Uint32Array(capacity));
    }
    if (labels > this.ordinals.length)
      this.ordinals = larger(this.ordinals, new Uint32Array(Math.max(labels, this.ordinals.length * 2)));
  }
}

const nameOf = (facet: Facet, value: string): string => `${facet} ${value}`;

type Numbers<B extends ArrayBufferLike = ArrayBuffer> = Uint8Array<B> | Uint32Array<B> | Float64Array<B>;

function larger<T extends Numbers>(numbers: T, room: T): T {
  room.set(numbers);
  return room;
}

function bytesOf(numbers: Numbers<ArrayBufferLike>): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The bytes of a blob in a buffer of their own, as views of wider numbers need it. */
function copied(blob: unknown): ArrayBuffer {
  return (blob as Uint8Array).slice().buffer as ArrayBuffer;
}
