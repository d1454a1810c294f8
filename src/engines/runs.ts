/**
 * A sorted map from numbers to bytes that is written in runs, the way of a log-structured merge tree (O'Neil et al.
 * 1996): every batch adds a run, eight runs of a level are merged into one of the next. So nothing is ever changed in
 * place, a batch costs one pass over what it brings, and a look-up asks few runs.
 *
 * A run is a row of `NAME_runs` and consecutive rows of `NAME_pages`. Layout of a page, little-endian:
 *   32-bit n, 32 bits unused, n keys as 64-bit floats in rising order, n ends of values as 32-bit integers, the values
 */
import type { Statements } from '../database.ts';

/** Runs of a level that are merged. */
const FAN_OUT = 8;
/** Bytes of values after which a page is ended; a longer value has a page of its own. */
const PAGE = 8192;
/** Pages kept in memory for look-ups. They never change. */
const KEPT = 4096;

export type Entry = readonly [key: number, value: Uint8Array];
/** One value out of those of a key, the oldest first; `undefined` where the key can be forgotten. */
export type Join = (values: readonly Uint8Array[]) => Uint8Array | undefined;

export const runsSchema = (name: string): string => `
  CREATE TABLE ${name}_runs (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    level INTEGER NOT NULL,
    first_page INTEGER NOT NULL,
    first_keys BLOB NOT NULL
  );
  CREATE TABLE ${name}_pages (page INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL);`;

interface Run {
  run: number;
  level: number;
  firstPage: number;
  /** First key of each page. */
  firstKeys: Float64Array;
}

export class Runs {
  readonly #statements: Statements;
  readonly #name: string;
  readonly #join: Join;
  /** The oldest first; `undefined` where they must be read. */
  #runs: readonly Run[] | undefined;
  /** Pages by number, the longest unused first. */
  readonly #kept = new Map<number, Page>();

  constructor(statements: Statements, name: string, join: Join) {
    this.#statements = statements;
    this.#name = name;
    this.#join = join;
  }

  /** To be called where another connection wrote. */
  reload(): void {
    this.#runs = undefined;
  }

  /** To be called where a transaction was undone: the numbers of its pages will be given again. */
  forget(): void {
    this.#runs = undefined;
    this.#kept.clear();
  }

  /** Adds a run. Keys rise and occur once. Inside a transaction. */
  add(entries: Iterable<Entry>): void {
    this.#write(entries, 0);
    for (let level = 0; ; level++) {
      const full = this.#all().filter((run) => run.level === level);
      if (full.length < FAN_OUT) return;
      this.#merge(full, level + 1);
    }
  }

  /** Merges everything into one run. Inside a transaction. */
  mergeAll(): void {
    const all = this.#all();
    if (all.length > 1) this.#merge(all, Math.max(...all.map(({ level }) => level)) + 1);
  }

  /** The values of a key, the oldest first. */
  values(key: number): Uint8Array[] {
    const found: Uint8Array[] = [];
    for (const run of this.#all()) {
      const page = lastNotAbove(run.firstKeys, key);
      if (page < 0) continue;
      const { keys, ends, values } = this.#look(run.firstPage + page);
      const at = lastNotAbove(keys, key);
      if (at < 0 || keys[at] !== key) continue;
      found.push(values.subarray(at === 0 ? 0 : ends[at - 1]!, ends[at]!));
    }
    return found;
  }

  #all(): readonly Run[] {
    this.#runs ??= this.#statements
      .prepare(`SELECT * FROM ${this.#name}_runs ORDER BY level DESC, run`)
      .all()
      .map((row) => ({
        run: Number(row.run),
        level: Number(row.level),
        firstPage: Number(row.first_page),
        firstKeys: new Float64Array(aligned(row.first_keys as Uint8Array)),
      }));
    return this.#runs;
  }

  #look(number: number): Page {
    const known = this.#kept.get(number);
    const page = known ?? this.#page(number);
    if (known !== undefined) this.#kept.delete(number);
    // A list that fills pages of its own would push hundreds of others out.
    if (page.values.length > PAGE) return page;
    this.#kept.set(number, page);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return page;
  }

  #page(number: number): Page {
    const row = this.#statements.prepare(`SELECT bytes FROM ${this.#name}_pages WHERE page = ?`).get(number);
    return readPage(row?.bytes as Uint8Array);
  }

  #merge(runs: readonly Run[], level: number): void {
    const cursors = runs.map((run) => new Cursor(run, (page) => this.#page(page)));
    this.#write(joined(cursors, this.#join), level);
    const drop = this.#statements.prepare(`DELETE FROM ${this.#name}_runs WHERE run = ?`);
    const dropPages = this.#statements.prepare(
      `DELETE FROM ${this.#name}_pages WHERE page >= ? AND page < ?`,
    );
    for (const { run, firstPage, firstKeys } of runs) {
      drop.run(run);
      dropPages.run(firstPage, firstPage + firstKeys.length);
    }
    this.#runs = undefined;
  }

  #write(entries: Iterable<Entry>, level: number): void {
    const insert = this.#statements.prepare(`INSERT INTO ${this.#name}_pages (bytes) VALUES (?)`);
    const firstKeys: number[] = [];
    let firstPage = 0;
    let keys: number[] = [];
    let values: Uint8Array[] = [];
    let size = 0;
    const flush = (): void => {
      if (keys.length === 0) return;
      const page = Number(insert.run(writePage(keys, values, size)).lastInsertRowid);
      if (firstKeys.length === 0) firstPage = page;
      firstKeys.push(keys[0]!);
      keys = [];
      values = [];
      size = 0;
    };
    for (const [key, value] of entries) {
      if (size > 0 && size + value.length > PAGE) flush();
      keys.push(key);
      values.push(value);
      size += value.length + 12;
    }
    flush();
    if (firstKeys.length === 0) return;
    this.#statements
      .prepare(`INSERT INTO ${this.#name}_runs (level, first_page, first_keys) VALUES (?, ?, ?)`)
      .run(level, firstPage, new Uint8Array(Float64Array.from(firstKeys).buffer));
    this.#runs = undefined;
  }
}

interface Page {
  keys: Float64Array;
  /** End of each value within `values`. */
  ends: Uint32Array;
  values: Uint8Array;
}

const HEAD = 8;

function writePage(keys: readonly number[], values: readonly Uint8Array[], size: number): Uint8Array {
  const count = keys.length;
  const bytes = new Uint8Array(HEAD + size);
  new Uint32Array(bytes.buffer, 0, 1)[0] = count;
  new Float64Array(bytes.buffer, HEAD, count).set(keys);
  const ends = new Uint32Array(bytes.buffer, HEAD + count * 8, count);
  const from = HEAD + count * 12;
  let end = 0;
  for (let i = 0; i < count; i++) {
    bytes.set(values[i]!, from + end);
    end += values[i]!.length;
    ends[i] = end;
  }
  return bytes;
}

function readPage(bytes: Uint8Array): Page {
  const buffer = aligned(bytes);
  const count = new Uint32Array(buffer, 0, 1)[0]!;
  return {
    keys: new Float64Array(buffer, HEAD, count),
    ends: new Uint32Array(buffer, HEAD + count * 8, count),
    values: new Uint8Array(buffer, HEAD + count * 12),
  };
}

/** A buffer that begins with the bytes: SQLite's own where it does. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  return (bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice())
    .buffer as ArrayBuffer;
}

/** Position of the last number that is not above `key`; -1 where there is none. */
function lastNotAbove(numbers: Float64Array, key: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Reads a run from its beginning. */
class Cursor {
  readonly #run: Run;
  readonly #read: (page: number) => Page;
  #page: Page | undefined;
  #next = 0;
  #at = 0;
  key = Number.POSITIVE_INFINITY;

  constructor(run: Run, read: (page: number) => Page) {
    this.#run = run;
    this.#read = read;
    this.#open();
  }

  get value(): Uint8Array {
    const { ends, values } = this.#page!;
    return values.subarray(this.#at === 0 ? 0 : ends[this.#at - 1]!, ends[this.#at]!);
  }

  advance(): void {
    if (++this.#at < this.#page!.keys.length) this.key = this.#page!.keys[this.#at]!;
    else this.#open();
  }

  #open(): void {
    if (this.#next === this.#run.firstKeys.length) {
      this.key = Number.POSITIVE_INFINITY;
      return;
    }
    this.#page = this.#read(this.#run.firstPage + this.#next++);
    this.#at = 0;
    this.key = this.#page.keys[0]!;
  }
}

/** The entries of all cursors in order of key; values of one key are joined. Cursors stand the oldest first. */
function* joined(cursors: readonly Cursor[], join: Join): Generator<Entry> {
  for (;;) {
    let key = Number.POSITIVE_INFINITY;
    for (const cursor of cursors) if (cursor.key < key) key = cursor.key;
    if (key === Number.POSITIVE_INFINITY) return;
    const values: Uint8Array[] = [];
    for (const cursor of cursors) {
      if (cursor.key !== key) continue;
      values.push(cursor.value);
      cursor.advance();
    }
    const value = join(values);
    if (value !== undefined) yield [key, value];
  }
}
