/** Records beside a database: read as they were written, by every connection, and never another one's bytes. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addChecksumFunction } from '../../../src/common/row-checksum.ts';
import { Statements, transaction } from '../../../src/common/sqlite.ts';
import { RecordBatch } from '../../../src/engines/storage/record-batch.ts';
import { RECORDS_SCHEMA, RecordFile } from '../../../src/engines/storage/record-file.ts';
import { SharedFile } from '../../../src/engines/storage/shared-file.ts';
import { throwAwayFolder } from '../../support/service.ts';

let folder: ReturnType<typeof throwAwayFolder>;
let opened: DatabaseSync[];
beforeEach(() => {
  folder = throwAwayFolder();
  opened = [];
  connect().exec(`PRAGMA journal_mode = WAL; ${RECORDS_SCHEMA} CREATE TABLE totals (name)`);
});
afterEach(() => {
  for (const database of opened) database.close();
  folder.remove();
});

const at = (file: number): string => join(folder.path, `index.records-${file}`);

function connect(): DatabaseSync {
  const database = new DatabaseSync(join(folder.path, 'index.db'));
  addChecksumFunction(database);
  opened.push(database);
  return database;
}

function open(database = connect()): RecordFile {
  const statements = new Statements(database, { broken: 'index_broken', remedy: '' });
  const records = new RecordFile(statements, database.location()!);
  records.refresh();
  return records;
}

function batchOf(first: number, texts: readonly string[]): RecordBatch {
  const batch = new RecordBatch(first);
  for (const text of texts) {
    const bytes = Buffer.from(text);
    batch.add(bytes.length, (content) => content.set(bytes));
  }
  return batch;
}

const textsOf = (records: RecordFile, numbers: readonly number[]): string[] =>
  records.read(numbers, (bytes, start, end) => bytes.toString('utf8', start, end));

/** A file of its own with the records a1, b2, c3. */
function filled(): { database: DatabaseSync; records: RecordFile } {
  const database = connect();
  const records = open(database);
  records.add(batchOf(1, ['a1', 'b2', 'c3']));
  return { database, records };
}

test('records of any length are read in any order, by a connection that was there and by a later one', () => {
  const reader = open();
  const { records } = filled();
  const long = 'x'.repeat(100_000);
  records.add(batchOf(4, ['', long, 'ü'.repeat(7)]));
  const wanted = ['ü'.repeat(7), '', 'a1', long, 'a1'];
  expect(textsOf(records, [6, 4, 1, 5, 1])).toEqual(wanted);
  reader.refresh();
  expect(textsOf(reader, [6, 4, 1, 5, 1])).toEqual(wanted);
  expect(textsOf(open(), [6, 4, 1, 5, 1])).toEqual(wanted);
  expect(records.read([], () => 1)).toEqual([]);
  expect(readdirSync(folder.path).filter((name) => name.includes('records'))).toEqual(['index.records-1']);
  expect(statSync(at(1)).mode & 0o777).toBe(0o600);
});

test('what a transaction that failed wrote is written over, and its numbers are given again', () => {
  const { database, records } = filled();
  expect(() =>
    transaction(database, () => {
      records.add(batchOf(4, ['never', 'never'.repeat(100)]));
      expect(textsOf(records, [4])).toEqual(['never']);
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  records.reset();
  records.refresh();
  records.add(batchOf(4, ['d4']));
  expect(textsOf(records, [1, 4])).toEqual(['a1', 'd4']);
  expect(statSync(at(1)).size).toBe(4 * 16);
});

test('a file is written anew without deleted records; connections move to it, and the old one goes', () => {
  const reader = open();
  const { database, records } = filled();
  reader.refresh();
  expect(textsOf(reader, [2])).toEqual(['b2']);
  transaction(database, () => {
    expect(records.delete([2])).toBe(false);
    records.rewrite([1, 3]);
  });
  expect(existsSync(at(1))).toBe(true);
  records.removeOutdated();
  expect(existsSync(at(1))).toBe(false);
  // Before it looks again, a reader is in the state before.
  expect(textsOf(reader, [1, 2, 3])).toEqual(['a1', 'b2', 'c3']);
  reader.refresh();
  for (const one of [records, reader, open()]) expect(textsOf(one, [1, 3])).toEqual(['a1', 'c3']);
  records.add(batchOf(4, ['d4']));
  expect(textsOf(records, [4, 3])).toEqual(['d4', 'c3']);
  expect(statSync(at(2)).size).toBe(3 * 16);
});

test('a rewriting that failed leaves everything as it was', () => {
  const { database, records } = filled();
  expect(() =>
    transaction(database, () => {
      records.rewrite([1, 3]);
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  records.reset();
  records.refresh();
  expect(textsOf(records, [1, 2, 3])).toEqual(['a1', 'b2', 'c3']);
  transaction(database, () => records.rewrite([2]));
  records.removeOutdated();
  expect(textsOf(records, [2])).toEqual(['b2']);
});

test('it is time to write a file anew when most of it is unused', () => {
  const records = open();
  records.add(batchOf(1, ['x'.repeat(20_000_000), 'y'.repeat(1_000_000), 'z'.repeat(21_500_000)]));
  expect(records.delete([2])).toBe(false);
  expect(records.delete([1])).toBe(false);
  expect(records.delete([3])).toBe(true);
});

test.each<[string, () => void, RegExp]>([
  ['truncated', () => truncateSync(at(1), 40), /was truncated/],
  ['missing', () => rmSync(at(1)), /records-1 of the index is missing/],
  ['of other records', () => swapRecords(), /is damaged: record 1/],
])('a file that is %s is noticed', (_, damage, message) => {
  filled();
  damage();
  const fault = expect.objectContaining({ code: 'index_broken', message: expect.stringMatching(message) });
  expect(() => open().read([1, 3], () => 1)).toThrow(fault);
});

/** Puts the second record at the place of the first one. */
function swapRecords(): void {
  const bytes = readFileSync(at(1));
  bytes.copy(bytes, 0, 16, 32);
  writeFileSync(at(1), bytes);
}

test('a file that was removed or replaced takes no more records', () => {
  const { records } = filled();
  textsOf(records, [1]);
  const bytes = readFileSync(at(1));
  rmSync(at(1));
  expect(() => records.add(batchOf(4, ['d4']))).toThrow('missing');
  writeFileSync(at(1), 'in between');
  rmSync(at(1));
  writeFileSync(join(folder.path, 'other'), '');
  writeFileSync(at(1), bytes);
  expect(() => records.add(batchOf(4, ['d4']))).toThrow('replaced by another file');
});

test('no flipped bit of a record goes unnoticed, and verification names each damaged record', () => {
  const { records } = filled();
  const intact = readFileSync(at(1));
  const used = [0, 1, 2].flatMap((record) => Array.from({ length: 10 }, (_, byte) => record * 16 + byte));
  for (const byte of used) {
    const damaged = Buffer.from(intact);
    damaged[byte]! ^= 1 << (byte % 8);
    writeFileSync(at(1), damaged);
    const number = Math.floor(byte / 16) + 1;
    expect(() => records.read([number], () => 1), `byte ${byte}`).toThrow('damaged');
    const steps = [...records.verifySteps((work) => work())];
    expect(steps.flatMap(({ damage }) => damage)).toMatchObject([
      { message: expect.stringContaining(`record ${number}.`) },
    ]);
    expect(steps[0]).toMatchObject({ rows: 3, bytes: 48 });
  }
});

test('a verification resumes behind the record where it was stopped', () => {
  const records = open();
  records.add(
    batchOf(
      1,
      Array.from({ length: 1200 }, (_, n) => `${n}`),
    ),
  );
  const [first] = records.verifySteps((work) => work());
  const rest = [...records.verifySteps((work) => work(), first!.point, first)];
  expect([first!.rows, rest.at(-1)!.rows]).toEqual([500, 1200]);
});

test('a read whose file another process wrote anew is done again, on the state after that', () => {
  const { database, records } = filled();
  const other = connect();
  const reader = new RecordFile(
    new Statements(other, { broken: 'index_broken', remedy: '' }),
    other.location()!,
  );
  const statements = new Statements(other, { broken: 'index_broken', remedy: '' });
  const file = new SharedFile(other, statements, () => reader.refresh());
  const rewrite = (): void => {
    transaction(database, () => records.rewrite([3]));
    records.removeOutdated();
  };
  let tries = 0;
  const found = file.read(() => {
    if (tries++ === 0) {
      rewrite();
      reader.close();
    }
    return textsOf(reader, [3]);
  });
  expect([found, tries]).toEqual([['c3'], 2]);
});

test('property: after any batches, deletions and rewritings the records are those that were added', () => {
  const texts = fc.array(fc.string({ maxLength: 40, unit: 'binary' }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, fc.boolean(), fc.nat()), { maxLength: 5 }), (steps) => {
      const database = new DatabaseSync(join(folder.path, `p${opened.length}.db`));
      opened.push(database);
      addChecksumFunction(database);
      database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; ${RECORDS_SCHEMA}`);
      const records = open(database);
      const held = new Map<number, string>();
      let last = 0;
      for (const [added, isRewritten, which] of steps) {
        records.add(batchOf(last + 1, added));
        for (const text of added) held.set(++last, Buffer.from(text).toString());
        const gone = [...held.keys()][which % held.size]!;
        held.delete(gone);
        records.delete([gone]);
        if (isRewritten) records.rewrite(held.keys());
        expect(textsOf(records, [...held.keys()])).toEqual([...held.values()]);
      }
      expect(textsOf(open(database), [...held.keys()])).toEqual([...held.values()]);
    }),
    { numRuns: 30 },
  );
});
