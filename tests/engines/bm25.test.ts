/** The parts of BM25 against values worked out by hand. */
import { expect, test } from 'vitest';
import { idf, lengthNorm, saturated } from '../../src/engines/bm25.ts';

test.each([
  [0, 10, Math.log(22), 'in no document'],
  [1, 10, Math.log(1 + 9.5 / 1.5), 'a rare term'],
  [10, 10, Math.log(1 + 0.5 / 10.5), 'in every document: little, and not below 0'],
  [12, 10, 0, 'counted in more documents than there are, between two commits'],
])('idf of %i of %i: %d, %s', (documents, all, expected) => {
  expect(idf(documents, all)).toBeCloseTo(expected, 12);
});

test('the length of a text counts as much as b says', () => {
  expect([0, 0.75, 1].map((b) => lengthNorm(2, b))).toEqual([1, 1.75, 2]);
});

test('a frequency saturates at k1 + 1', () => {
  expect(saturated(1, 1.2)).toBe(1);
  expect(saturated(1e9, 1.2)).toBeCloseTo(2.2, 6);
});
