/** Periods that end with the present. */
import { expect, test } from 'vitest';
import { periodOf } from '../../../src/web/search/periods.ts';

test.each([
  ['today', [2024, 1, 29, 23, 59], '2024-02-29', '2024-02-29'],
  ['week', [2024, 2, 3, 0, 0], '2024-02-26', '2024-03-03'],
  ['month', [2024, 1, 10, 12, 0], '2024-02-01', '2024-02-29'],
  ['month', [2023, 11, 31, 12, 0], '2023-12-01', '2023-12-31'],
  ['year', [2024, 5, 1, 12, 0], '2024-01-01', '2024-12-31'],
] as const)('%s at %j', (period, [year, month, day, hour, minute], from, to) =>
  expect(periodOf(period, new Date(year, month, day, hour, minute))).toEqual({ from, to }),
);
