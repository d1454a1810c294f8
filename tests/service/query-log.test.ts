/** Queries are counted by day; what is kept of them is bounded in time and in size. */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { QueryLog, reportOf } from '../../src/service/query-log.ts';
import { throwAwayFolder } from '../support/service.ts';

const folder = throwAwayFolder();
afterAll(() => folder.remove());

const before = (days: number): Date => new Date(Date.now() - days * 86_400_000);

test('searches are counted by day, and days beyond the retention are forgotten', () => {
  const file = join(folder.path, 'days.db');
  const log = new QueryLog(file, 90);
  log.note('لافروف', 3, 12);
  log.note('لافروف ', 0, 40);
  log.note('half \uD800', 0, 1);
  log.note('last week', 0, 2, before(8));
  log.note('long ago', 0, 2, before(200));
  log.note('', 1, 2);
  log.close();
  const report = reportOf(file, 90, 7, 10);
  expect(report).toMatchObject({ searches: 4, empty: 2 });
  expect(report.withoutHits.map(({ query }) => query)).toEqual(expect.arrayContaining(['لافروف']));
  expect(report.frequent[0]).toEqual({ query: 'لافروف', times: 2, empty: 1, slowest: 40 });
  expect(reportOf(file, 90, 90, 10).searches).toBe(5);
  expect(reportOf(join(folder.path, 'none.db'), 90, 7, 10).searches).toBe(0);
});

test('a shorter retention also applies to existing counts', () => {
  const file = join(folder.path, 'shorter.db');
  const log = new QueryLog(file, 90);
  log.note('last week', 1, 2, before(8));
  log.note('today', 1, 2);
  log.close();
  const shorter = new QueryLog(file, 7);
  shorter.close();
  expect(reportOf(file, 7, 90, 10).frequent.map(({ query }) => query)).toEqual(['today']);
});

test('distinct queries do not fill the disk, and are counted all the same', () => {
  const file = join(folder.path, 'many.db');
  const log = new QueryLog(file, 90, 100);
  for (let n = 0; n < 1000; n++) log.note(`query ${n} ${'x'.repeat(2000)}`, n % 2, n);
  for (let n = 0; n < 3; n++) log.note('asked often', 1, 5);
  log.close();
  const { searches, empty, frequent } = reportOf(file, 90, 7, 1000);
  expect([searches, empty]).toEqual([1003, 500]);
  expect(frequent.length).toBeLessThanOrEqual(100);
  expect(frequent[0]).toMatchObject({ query: 'asked often', times: 3 });
  for (const { query } of frequent) expect(query.length).toBeLessThanOrEqual(256);
});
