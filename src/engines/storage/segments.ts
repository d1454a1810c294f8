/**
 * A sorted map from numbers to values, written in segments like a log-structured merge tree (O'Neil et al. 1996): every
 * batch adds a segment, and eight segments of a level are merged into one of the next. Nothing is changed in place, a
 * batch costs one pass over its own data, and a look-up reads few segments.
 *
 * A segment is a row of `NAME_segments` and consecutive rows of `NAME_pages`. A `Format` defines what a page holds
 * besides its keys.
 */
import { LRUCache } from 'lru-cache';
import { withRoom } from '../../common/room.ts';
import { rowChecksum } from '../../common/row-checksum.ts';
import type { Statements } from '../../common/sqlite.ts';
import { damagedRow, requireIntact } from '../index-broken.ts';
import { ownBuffer } from './own-buffer.ts';

/** Segments of a level that are merged. */
const FAN_OUT = 8;
/** Bytes of the pages that are kept in memory for look-ups, and of the largest page that is. Pages never change. */
const KEPT_BYTES = 32 * 2 ** 20;
const LARGEST_KEPT_BYTES = 2 ** 20;

/** A page as it is read: rising keys, and their values in some form. */
export interface Page {
  keys: Float64Array | Int32Array;
}

/** A segment as bytes, built on any thread without the index. */
export interface SegmentImage {
  /** First key of each page. */
  firstKeys: Float64Array;
  /** The pages one after the other, and where each ends. */
  bytes: Uint8Array;
  ends: Uint32Array;
}

/** Reads the pages of one segment in order; `undefined` after the last. `base`: see `Segments.add`. */
export interface SegmentReader<P extends Page> {
  base: number;
  next(): P | undefined;
}

export interface Format<P extends Page> {
  /** Reads a page from a buffer that begins with it. */
  read(buffer: ArrayBuffer): P;
  /** Merges segments, the oldest first, into pages that are written in order of keys. */
  merge(segments: readonly SegmentReader<P>[], write: PageSink): void;
}

export type PageSink = (firstKey: number, bytes: Uint8Array) => void;

export const segmentsSchema = (name: string): string => `
  CREATE TABLE ${name}_segments (
    segment INTEGER PRIMARY KEY AUTOINCREMENT,
    level INTEGER NOT NULL,
    base INTEGER NOT NULL,
    first_page INTEGER NOT NULL,
    first_keys BLOB NOT NULL,
    checksum INTEGER NOT NULL
  );
  CREATE TABLE ${name}_pages (page INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);`;

interface Segment {
  segment: number;
  level: number;
  base: number;
  firstPage: number;
  /** First key of each page. */
  firstKeys: Float64Array;
}

/** Where a key is: its place in a page of a segment. */
export interface Place<P extends Page> {
  page: P;
  at: number;
  base: number;
}

export class Segments<P extends Page> {
  readonly #statements: Statements;
  readonly #name: string;
  readonly #format: Format<P>;
  /** The oldest first; `undefined` if they must be read. */
  #segments: readonly Segment[] | undefined;
  /** Pages by number. */
  readonly #kept = new LRUCache<number, P>({
    maxSize: KEPT_BYTES,
    maxEntrySize: LARGEST_KEPT_BYTES,
    sizeCalculation: ({ keys }) => keys.buffer.byteLength,
  });

  constructor(statements: Statements, name: string, format: Format<P>) {
    this.#statements = statements;
    this.#name = name;
    this.#format = format;
  }

  /** Call it after another connection wrote. */
  reload(): void {
    this.#segments = undefined;
  }

  /** Call it after a rollback: the page numbers of the transaction will be reused. */
  reset(): void {
    this.#segments = undefined;
    this.#kept.clear();
  }

  /** Adds a segment. `base` is stored with it, for values that count from there. Inside a transaction. */
  add({ firstKeys, bytes, ends }: SegmentImage, base = 0): void {
    if (firstKeys.length === 0) return;
    this.#write(0, base, (write) => {
      firstKeys.forEach((key, page) => {
        write(key, bytes.subarray(page === 0 ? 0 : ends[page - 1]!, ends[page]!));
      });
    });
    for (let level = 0; ; level++) {
      const full = this.#all().filter((segment) => segment.level === level);
      if (full.length < FAN_OUT) return;
      this.#merge(full, level + 1);
    }
  }

  /** Merges everything into one segment. Inside a transaction. */
  forceMerge(): void {
    const all = this.#all();
    if (all.length > 1) this.#merge(all, Math.max(...all.map(({ level }) => level)) + 1);
  }

  /** Where a key is in each segment that has it, the oldest first. */
  places(key: number): Place<P>[] {
    const found: Place<P>[] = [];
    for (const segment of this.#all()) {
      const number = lastNotAbove(segment.firstKeys, key);
      if (number < 0) continue;
      const page = this.#look(segment.firstPage + number);
      const at = lastNotAbove(page.keys, key);
      if (at >= 0 && page.keys[at] === key) found.push({ page, at, base: segment.base });
    }
    return found;
  }

  #all(): readonly Segment[] {
    this.#segments ??= this.#statements
      .prepare(`SELECT * FROM ${this.#name}_segments ORDER BY level DESC, segment`)
      .all()
      .map((row) => this.#intact(row))
      .map((row) => ({
        segment: Number(row.segment),
        level: Number(row.level),
        base: Number(row.base),
        firstPage: Number(row.first_page),
        firstKeys: new Float64Array(ownBuffer(row.first_keys as Uint8Array)),
      }));
    return this.#segments;
  }

  #look(number: number): P {
    const known = this.#kept.get(number);
    if (known !== undefined) return known;
    const page = this.#format.read(this.#bytes(number));
    this.#kept.set(number, page);
    return page;
  }

  #bytes(number: number): ArrayBuffer {
    const row = this.#statements.prepare(`SELECT * FROM ${this.#name}_pages WHERE page = ?`).get(number);
    if (row === undefined) throw damagedRow(`${this.#name}_pages`);
    return ownBuffer(this.#intact(row).bytes as Uint8Array);
  }

  /** The row itself, whose last column is the checksum of the others. @throws LisanError `index_broken`. */
  #intact<T extends Record<string, unknown>>(row: T): T {
    const values = Object.values(row);
    requireIntact(this.#name, values.pop(), ...values);
    return row;
  }

  /** One more than the highest number that a row of a table ever had. */
  #nextNumber(table: string): number {
    const row = this.#statements.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').get(table);
    return Number(row?.seq ?? 0) + 1;
  }

  #merge(segments: readonly Segment[], level: number): void {
    const readers = segments.map(({ base, firstPage, firstKeys }): SegmentReader<P> => {
      let page = firstPage;
      const next = () =>
        page < firstPage + firstKeys.length ? this.#format.read(this.#bytes(page++)) : undefined;
      return { base, next };
    });
    this.#write(level, 0, (write) => this.#format.merge(readers, write));
    const drop = this.#statements.prepare(`DELETE FROM ${this.#name}_segments WHERE segment = ?`);
    const dropPages = this.#statements.prepare(
      `DELETE FROM ${this.#name}_pages WHERE page >= ? AND page < ?`,
    );
    for (const { segment, firstPage, firstKeys } of segments) {
      drop.run(segment);
      dropPages.run(firstPage, firstPage + firstKeys.length);
    }
    this.#segments = undefined;
  }

  #write(level: number, base: number, work: (write: PageSink) => void): void {
    const insert = this.#statements.prepare(`INSERT INTO ${this.#name}_pages VALUES (?, ?, ?)`);
    const firstKeys: number[] = [];
    const firstPage = this.#nextNumber(`${this.#name}_pages`);
    let page = firstPage;
    work((firstKey, bytes) => {
      insert.run(page, bytes, rowChecksum(page, bytes));
      page++;
      firstKeys.push(firstKey);
    });
    if (firstKeys.length === 0) return;
    const table = `${this.#name}_segments`;
    const bytes = new Uint8Array(Float64Array.from(firstKeys).buffer);
    const row = [this.#nextNumber(table), level, base, firstPage, bytes] as const;
    this.#statements
      .prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, ?)`)
      .run(...row, rowChecksum(...row));
    this.#segments = undefined;
  }
}

/** Collects pages into a segment that is not in an index yet. */
export class SegmentImages {
  #bytes = new Uint8Array(1 << 16);
  #end = 0;
  readonly #firstKeys: number[] = [];
  readonly #ends: number[] = [];

  readonly write: PageSink = (firstKey, bytes) => {
    this.#bytes = withRoom(this.#bytes, this.#end + bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
    this.#firstKeys.push(firstKey);
    this.#ends.push(this.#end);
  };

  image(): SegmentImage {
    return {
      firstKeys: Float64Array.from(this.#firstKeys),
      bytes: this.#bytes.slice(0, this.#end),
      ends: Uint32Array.from(this.#ends),
    };
  }
}

/** Position of the last number that is not above `key`; -1 if there is none. */
function lastNotAbove(numbers: Float64Array | Int32Array, key: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
