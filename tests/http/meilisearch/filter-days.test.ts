/** Dates in filters of Meilisearch's clients begin when the day begins in the service's time zone; instants are instants. */
import { expect, test } from 'vitest';
import { TimeZone } from '../../../src/common/time-zone.ts';
import { conditionOf } from '../../../src/http/meilisearch/filter.ts';

const istanbul = new TimeZone('Europe/Istanbul');
const seconds = (instant: string): number => Date.parse(instant) / 1000;

test.each([
  ['publishedAt >= 2024-12-10', { from: seconds('2024-12-09T21:00:00Z') }],
  ['publishedAt < "2024-12-10"', { before: seconds('2024-12-09T21:00:00Z') }],
  ['publishedAt >= "2024-12-10T00:30:00+03:00"', { from: seconds('2024-12-09T21:30:00Z') }],
  ['publishedAt >= 1733778000', { from: 1_733_778_000 }],
])('%s', (filter, period) => {
  expect(conditionOf(filter, istanbul)).toEqual({ published: period });
});
