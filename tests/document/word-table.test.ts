/** Tables of words: which words have a hash, also after words were added or the table was cleared; marks of documents. */
import { expect, test } from 'vitest';
import { ForwardIndex } from '../../src/document/forward-index.ts';
import { WordIds } from '../../src/document/word-ids.ts';
import { WordMarks } from '../../src/document/word-marks.ts';
import { WordTable } from '../../src/document/word-table.ts';

const found = (table: WordTable, hash: number): number[] => [...table.wordsWith(hash)].sort((a, b) => a - b);

test('words are found by each of their forms while the table grows', () => {
  const table = new WordTable();
  expect(found(table, 1)).toEqual([]);
  // Words n and n + 1 have a stem in common, and all have the root.
  for (let n = 0; n < 1000; n++) {
    table.append(Int32Array.of(n, 10_000 + n, 20_000 + (n >> 1), -5));
    if (n % 100 === 0) expect(found(table, -5)).toHaveLength(n + 1);
  }
  // More than are remembered, and once more.
  for (const from of [0, 0]) for (let n = from; n < 600; n++) expect(found(table, 10_000 + n)).toEqual([n]);
  expect(found(table, 999)).toEqual([999]);
  expect(found(table, 20_007)).toEqual([14, 15]);
  expect(found(table, 77_777)).toEqual([]);
  table.clear();
  expect(found(table, 999)).toEqual([]);
  table.append(Int32Array.of(999, 1, 2, 3));
  expect(found(table, 999)).toEqual([0]);
});

test('the same forms have one number, other forms of the same word another', () => {
  const table = new WordTable();
  const ids = new WordIds(table);
  const hashes = Int32Array.from({ length: 40_000 }, (_, at) => (at % 4 === 0 ? at >> 3 : at >> 2));
  const numbers = Array.from({ length: 10_000 }, (_, word) => ids.of(hashes, word));
  expect(new Set(numbers).size).toBe(10_000);
  expect(Array.from({ length: 10_000 }, (_, word) => ids.of(hashes, word))).toEqual(numbers);
  expect([...table.hashes.subarray(0, 40_000)]).toEqual([...hashes]);
});

test('marks follow the table of each document, and words that are added to it', () => {
  const documentOf = (table: WordTable, words: number[], rare: number[] = []): ForwardIndex =>
    new ForwardIndex({
      table,
      passageBreak: 0xffff,
      lengths: [words.length, 0, 0],
      mentions: [],
      languages: new Uint8Array(0),
      words: Uint16Array.from(words),
      rare,
      firstRare: 60_000,
      byteLength: 0,
    });
  const marks = new WordMarks([7], (table, word) => table.hashes[word * 4]! % 100);
  const marksOf = (document: ForwardIndex): number[] => {
    marks.use(document);
    return [...document.words].map((word) => marks.of(word));
  };
  const first = new WordTable(Int32Array.of(11, 7, 0, 0, 12, 8, 0, 0));
  const second = new WordTable(Int32Array.of(13, 8, 0, 0, 14, 0, 7, 0));
  expect(marksOf(documentOf(first, [0, 1, 0xffff]))).toEqual([11, 0, 0]);
  expect(marksOf(documentOf(second, [0, 1, 60_000, 60_001], [1, 0]))).toEqual([0, 14, 14, 0]);
  expect(marksOf(documentOf(second, [0, 60_000], [0]))).toEqual([0, 0]);
  second.append(Int32Array.of(15, 0, 0, 7));
  expect(marksOf(documentOf(second, [2, 1]))).toEqual([15, 14]);
});
