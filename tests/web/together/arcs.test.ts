/** Lines between names in a column: where they begin and end, how wide they are, and always the same. */
import { expect, test } from 'vitest';
import { arcsOf, ROW, THICKEST } from '../../../src/web/together/arcs.ts';

const PAIRS = [
  { a: 'x', b: 'z', documents: 2, npmi: 0.1 },
  { a: 'y', b: 'z', documents: 8, npmi: -0.2 },
  { a: 'z', b: 'x', documents: 4, npmi: 0 },
  { a: 'x', b: 'gone', documents: 9, npmi: 1 },
];

test('each pair of the column has a line from row to row, the widest first', () => {
  const arcs = arcsOf(['x', 'y', 'z'], PAIRS);
  expect(arcs.map(({ pair }) => pair.documents)).toEqual([8, 4, 2]);
  const ends = arcs.map(({ path }) => [path.match(/^M0 (\d+)/)![1], path.match(/ 0 (\d+)$/)![1]].map(Number));
  const [x, y, z] = [0.5 * ROW, 1.5 * ROW, 2.5 * ROW];
  expect(ends).toEqual([
    [y, z],
    [x, z],
    [x, z],
  ]);
});

test('of the pairs that are drawn the one of most documents is the thickest', () => {
  expect(arcsOf(['x', 'y', 'z'], PAIRS.slice(0, 3))[0]!.width).toBe(THICKEST);
});

test('a line is of another kind only if the two are together less often than by chance', () => {
  expect(arcsOf(['x', 'y', 'z'], PAIRS).map(({ rare }) => rare)).toEqual([true, false, false]);
});

test('the same pairs give the same drawing', () => {
  expect(arcsOf(['x', 'y', 'z'], PAIRS)).toEqual(arcsOf(['x', 'y', 'z'], PAIRS));
});
