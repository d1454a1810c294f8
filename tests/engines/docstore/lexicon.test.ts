/** The words of a document store: the same numbers in every process, and nothing missing goes unnoticed. */
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { addChecksumFunction } from '../../../src/common/row-checksum.ts';
import { Statements } from '../../../src/common/sqlite.ts';
import { LEXICON_SCHEMA, Lexicon } from '../../../src/engines/docstore/lexicon.ts';

let database: DatabaseSync;
const open = (): Lexicon => new Lexicon(new Statements(database, { broken: 'index_broken', remedy: '' }));
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  addChecksumFunction(database);
  database.exec(LEXICON_SCHEMA);
});

const words = (...exact: number[]): Int32Array => Int32Array.from(exact.flatMap((hash) => [hash, 1, 2, 3]));

test('words keep their numbers, which another connection reads', () => {
  const writer = open();
  expect([...writer.numbersOf(words(50, 60))]).toEqual([0, 1]);
  const reader = open();
  reader.refresh();
  expect([...writer.numbersOf(words(70, 60))]).toEqual([2, 1]);
  expect(reader.table.size).toBe(2);
  reader.refresh();
  expect([...reader.table.hashes.subarray(0, 12)]).toEqual([...words(50, 60, 70)]);
  writer.compact();
  expect(database.prepare('SELECT count(*) AS n FROM lexicon').get()).toEqual({ n: 1 });
  expect([...open().numbersOf(words(9, 60)), ...writer.table.hashes.subarray(8, 9)]).toEqual([3, 1, 70]);
});

test('what a rolled back transaction added has its numbers taken by others', () => {
  const writer = open();
  writer.numbersOf(words(50));
  database.exec('BEGIN');
  writer.numbersOf(words(60));
  database.exec('ROLLBACK');
  writer.reset();
  writer.refresh();
  expect([...writer.numbersOf(words(70, 50))]).toEqual([1, 0]);
});

test.each([
  ['a damaged row', 'UPDATE lexicon SET hashes = zeroblob(16) WHERE first_number = 0'],
  ['a missing row', 'DELETE FROM lexicon WHERE first_number = 0'],
])('%s is noticed', (_, sql) => {
  const writer = open();
  writer.numbersOf(words(50));
  writer.numbersOf(words(60));
  database.exec(sql);
  expect(() => open().refresh()).toThrow('lexicon of the index is damaged');
});
