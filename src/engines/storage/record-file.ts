/**
 * Records of bytes by number, in a file beside an SQLite file. Searches read some hundred records at places all over it: a
 * read of the file costs a quarter of what SQLite takes to find a row and hand it over, and every thread shares the
 * system's cache of the file. SQLite says which records there are: a record is written, and on the disk, before the
 * transaction that adds it commits; what a transaction that failed has left behind the last record is written over.
 *
 * Numbers begin at 1 and follow each other; `record-batch.ts` has the layout of a record. Places are kept in memory, 4
 * bytes a record.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { LisanError } from '../../common/errors.ts';
import { withRoom } from '../../common/room.ts';
import type { Statements } from '../../common/sqlite.ts';
import type { VerifyPoint, VerifyStep } from '../../common/verify-database.ts';
import { damagedRow, FileMissing, indexBroken, requireIntact } from '../index-broken.ts';
import { HEAD_BYTES, type RecordBatch, UNIT } from './record-batch.ts';
import { recordFileOf, syncFolder } from './record-paths.ts';

/** Places have 32 bits, which is enough for 32 GiB. */
const MAX_PLACE = 2 ** 32 - 1;
/** Records that are copied or verified at a time. */
const RECORDS_AT_ONCE = 500;
/** Places of a row. */
const ROW_PLACES = 1 << 16;
/** Unused bytes from which a file is written anew, if they are more than those in use. */
const WASTE_BYTES = 2 ** 24;
/** Where a verification is that has reached the records: behind the tables, whose names begin with letters. */
const VERIFY_TABLE = '~records';

export const RECORDS_SCHEMA = `
  -- End of each record of a batch in the file, in units of 8 bytes; the next record begins there.
  CREATE TABLE record_places (first_number INTEGER PRIMARY KEY, ends BLOB NOT NULL, checksum INTEGER NOT NULL);
  -- Which file has the records, and how many of its bytes are those of deleted records.
  CREATE TABLE record_file (file INTEGER NOT NULL, waste INTEGER NOT NULL, checksum INTEGER NOT NULL);
  INSERT INTO record_file VALUES (1, 0, row_checksum(1, 0));`;

export class RecordFile {
  readonly #statements: Statements;
  readonly #database: string;
  #file = 1;
  /** End of record n in units, at n. */
  #ends = new Uint32Array(1024);
  #size = 1;
  #reading: number | undefined;
  /** Files that no transaction after the one under way needs. */
  #outdated: string[] = [];

  /** `database`: path of the SQLite file. */
  constructor(statements: Statements, database: string) {
    this.#statements = statements;
    this.#database = database;
  }

  get #path(): string {
    return recordFileOf(this.#database, this.#file);
  }

  /** Reads what any connection wrote since the last call. @throws LisanError `index_broken`. */
  refresh(): void {
    const { file } = this.#state();
    if (file !== this.#file) {
      this.reset();
      this.#file = file;
    }
    const rows = this.#statements
      .prepare('SELECT * FROM record_places WHERE first_number >= ? ORDER BY first_number')
      .all(this.#size);
    for (const { first_number, ends, checksum } of rows) {
      requireIntact('record_places', checksum, first_number, ends);
      if (first_number !== this.#size) throw damagedRow('record_places');
      const own = new Uint32Array((ends as Uint8Array).slice().buffer);
      this.#ends = withRoom(this.#ends, this.#size + own.length);
      this.#ends.set(own, this.#size);
      this.#size += own.length;
    }
    if (rows.length > 0) this.#requireWhole();
  }

  /** Discards what was read, after a transaction that was rolled back; call `refresh` next. */
  reset(): void {
    this.close();
    this.#size = 1;
    this.#outdated = [];
  }

  close(): void {
    if (this.#reading !== undefined) closeSync(this.#reading);
    this.#reading = undefined;
  }

  /**
   * What `take` makes of records, in the given order. The content of each is `[start, end)` of one buffer, and begins at a
   * multiple of 8 bytes. @throws LisanError `index_broken`.
   */
  read<T>(numbers: readonly number[], take: (bytes: Buffer, start: number, end: number) => T): T[] {
    const bytes = this.#bytesOf(numbers);
    let at = 0;
    return numbers.map((number) => {
      const begin = at;
      at += this.#lengthOf(number);
      const start = begin + HEAD_BYTES;
      const end = start > at ? start : start + bytes.readUInt32LE(begin + 4);
      if (end > at || bytes.readUInt32LE(begin) !== crc32(bytes.subarray(begin + 4, end), number))
        throw indexBroken(`The file ${this.#path} is damaged: record ${number}.`);
      return take(bytes, start, end);
    });
  }

  /** Adds the records of a batch and makes them readable. Inside a transaction. */
  add(batch: RecordBatch): void {
    const { first, bytes, ends } = batch.finish();
    if (ends.length === 0) return;
    if (first !== this.#size) throw damagedRow('record_places');
    const start = this.#ends[this.#size - 1]!;
    if (start + ends.at(-1)! > MAX_PLACE) throw full(this.#path);
    this.#write(this.#path, start * UNIT, bytes);
    this.#insertPlaces(
      first,
      ends.map((end) => start + end),
    );
    this.refresh();
  }

  /** Notes that records are no longer needed. Inside a transaction. Whether it is time for `rewrite`. */
  delete(numbers: readonly number[]): boolean {
    const { file, waste: before } = this.#state();
    const waste = numbers.reduce((sum, number) => sum + this.#lengthOf(number), before);
    if (waste !== before) this.#setState(file, waste);
    return waste > WASTE_BYTES && waste * 2 > this.#ends[this.#size - 1]! * UNIT;
  }

  /** Writes the records with these numbers, which rise, into a new file. Inside a transaction. */
  rewrite(numbers: Iterable<number>): void {
    const before = this.#path;
    const path = recordFileOf(this.#database, this.#file + 1);
    rmSync(path, { force: true });
    const ends = new Uint32Array(this.#size - 1);
    let [end, last, some] = [0, 0, [] as number[]];
    const copy = (): void => {
      this.#write(path, end * UNIT, this.#bytesOf(some));
      some.forEach((number) => {
        ends.fill(end, last, number - 1);
        end += this.#lengthOf(number) / UNIT;
        ends[number - 1] = end;
        last = number;
      });
      some = [];
    };
    for (const number of numbers) if (some.push(number) === RECORDS_AT_ONCE) copy();
    copy();
    ends.fill(end, last);
    this.#statements.prepare('DELETE FROM record_places').run();
    for (let from = 0; from < ends.length; from += ROW_PLACES)
      this.#insertPlaces(from + 1, ends.subarray(from, from + ROW_PLACES));
    this.#setState(this.#file + 1, 0);
    this.refresh();
    // The one before is still there if a process was killed before it removed it.
    this.#outdated.push(before, recordFileOf(this.#database, this.#file - 2));
  }

  /** Must be called after a transaction was committed. */
  removeOutdated(): void {
    for (const file of this.#outdated.splice(0)) rmSync(file, { force: true });
  }

  /**
   * Verifies all records step by step. `from`: where an earlier run stopped, `before`: the last step of the tables, and
   * `inSnapshot` does its work on one state of the file.
   */
  *verifySteps(
    inSnapshot: (work: () => void) => void,
    from?: VerifyPoint,
    before: Pick<VerifyStep, 'rows' | 'bytes'> = { rows: 0, bytes: 0 },
  ): Generator<VerifyStep> {
    let { rows, bytes } = before;
    let number = from?.table === VERIFY_TABLE ? from.row : 0;
    for (let isDone = false; !isDone; ) {
      const damage: VerifyStep['damage'] = [];
      inSnapshot(() => {
        const some: number[] = [];
        for (; some.length < RECORDS_AT_ONCE && number + 1 < this.#size; number++)
          if (this.#lengthOf(number + 1) > 0) some.push(number + 1);
        isDone = some.length === 0;
        for (const record of some) {
          rows++;
          bytes += this.#lengthOf(record);
          try {
            this.read([record], () => {});
          } catch (thrown) {
            damage.push({ table: 'records', message: (thrown as Error).message });
          }
        }
      });
      yield { rows, bytes, point: { table: VERIFY_TABLE, row: number }, damage };
    }
  }

  #lengthOf(number: number): number {
    return (this.#ends[number]! - this.#ends[number - 1]!) * UNIT;
  }

  /** Records as they are in the file, one after the other. */
  #bytesOf(numbers: readonly number[]): Buffer {
    let room = 0;
    for (const number of numbers) room += this.#lengthOf(number);
    const bytes = Buffer.allocUnsafeSlow(room);
    let at = 0;
    for (const number of numbers) {
      const length = this.#lengthOf(number);
      const read = readSync(this.#opened(), bytes, at, length, this.#ends[number - 1]! * UNIT);
      if (read !== length) throw indexBroken(`The file ${this.#path} was truncated.`);
      at += length;
    }
    return bytes;
  }

  #opened(): number {
    if (this.#reading === undefined) {
      try {
        this.#reading = openSync(this.#path, 'r');
      } catch (thrown) {
        throw (thrown as NodeJS.ErrnoException).code === 'ENOENT' ? new FileMissing(this.#path) : thrown;
      }
    }
    return this.#reading;
  }

  #requireWhole(): void {
    if (fstatSync(this.#opened()).size < this.#ends[this.#size - 1]! * UNIT)
      throw indexBroken(`The file ${this.#path} was truncated.`);
  }

  /** Writes at a place and waits for the disk; what is behind is cut off. */
  #write(path: string, place: number, bytes: Uint8Array): void {
    const isNew = place === 0;
    if (!isNew && !existsSync(path)) throw new FileMissing(path);
    const handle = openSync(path, isNew ? 'w' : 'r+', 0o600);
    try {
      if (
        path === this.#path &&
        this.#reading !== undefined &&
        statSync(path).ino !== fstatSync(this.#reading).ino
      )
        throw indexBroken(`The file ${path} was replaced by another file.`);
      ftruncateSync(handle, place);
      for (let from = 0; from < bytes.length; )
        from += writeSync(handle, bytes, from, bytes.length - from, place + from);
      fdatasyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (isNew) syncFolder(dirname(path));
  }

  #insertPlaces(first: number, ends: Uint32Array): void {
    this.#statements
      .prepare('INSERT INTO record_places VALUES (?1, ?2, row_checksum(?1, ?2))')
      .run(first, new Uint8Array(ends.buffer, ends.byteOffset, ends.byteLength));
  }

  #state(): { file: number; waste: number } {
    const row = this.#statements.prepare('SELECT * FROM record_file').get();
    if (row === undefined) throw damagedRow('record_file');
    requireIntact('record_file', row.checksum, row.file, row.waste);
    return { file: Number(row.file), waste: Number(row.waste) };
  }

  #setState(file: number, waste: number): void {
    this.#statements
      .prepare('UPDATE record_file SET file = ?1, waste = ?2, checksum = row_checksum(?1, ?2)')
      .run(file, waste);
  }
}

function full(file: string): LisanError {
  return new LisanError({
    code: 'engine_full',
    message: `The file ${file} of the index holds no more than 32 GiB.`,
    remedy: 'Divide the archive, or use an engine on a server.',
    status: 507,
  });
}
