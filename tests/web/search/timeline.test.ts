/** Counts by month as bars. */
import { expect, test } from 'vitest';
import { barsOf, selected } from '../../../src/web/search/timeline.ts';

test('months without an article have a bar too, over the turn of a year', () => {
  const bars = barsOf([
    { value: '2024-02', count: 3 },
    { value: '2023-11', count: 1 },
  ]);
  expect(bars.slice(-4)).toEqual([
    { key: '2023-11', from: '2023-11-01', to: '2023-11-30', count: 1 },
    { key: '2023-12', from: '2023-12-01', to: '2023-12-31', count: 0 },
    { key: '2024-01', from: '2024-01-01', to: '2024-01-31', count: 0 },
    { key: '2024-02', from: '2024-02-01', to: '2024-02-29', count: 3 },
  ]);
});

test('few months are shown within a year', () => {
  const bars = barsOf([{ value: '2024-02', count: 3 }]);
  expect(bars.map(({ key }) => key)).toEqual(
    [
      '2023-03',
      '2023-04',
      '2023-05',
      '2023-06',
      '2023-07',
      '2023-08',
      '2023-09',
      '2023-10',
      '2023-11',
    ].concat(['2023-12', '2024-01', '2024-02']),
  );
  expect(bars.map(({ count }) => count)).toEqual([...Array(11).fill(0), 3]);
});

test('many years are shown by year, and nothing is lost', () => {
  const bars = barsOf([
    { value: '1998-01', count: 2 },
    { value: '1998-07', count: 5 },
    { value: '2025-03', count: 1 },
  ]);
  expect(bars).toHaveLength(28);
  expect(bars[0]).toEqual({ key: '1998', from: '1998-01-01', to: '1998-12-31', count: 7 });
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(8);
});

test('no dates give no bars; values that are not months are ignored', () => {
  expect(barsOf([])).toEqual([]);
  expect(barsOf([{ value: 'undated', count: 4 }])).toEqual([]);
});

test.each([
  ['', '', undefined, 'no range'],
  ['2024-01-01', '2024-01-31', [10, 10], 'one bar'],
  ['2023-12-15', '', [9, 11], 'open to the end, and only a part of a bar'],
  ['', '2023-11-01', [0, 8], 'open from the beginning'],
  ['2030-01-01', '2030-12-31', undefined, 'after everything'],
] as const)('%s to %s', (from, to, range, why) => {
  expect(
    selected(
      barsOf([
        { value: '2023-11', count: 1 },
        { value: '2024-02', count: 3 },
      ]),
      from,
      to,
    ),
    why,
  ).toEqual(range);
});
