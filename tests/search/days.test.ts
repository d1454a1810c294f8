/** The day on which an article was published is that of the service's time zone, for filters, months and the order. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config/settings.ts';
import { lag } from '../../src/indexing/reindex.ts';
import { openService } from '../../src/service/service.ts';
import { type TestService, testService } from '../support/service.ts';

/** What each article is there for. */
const ARTICLES = [
  ['night', '2024-12-10T00:30:00+03:00', 'half past midnight in Istanbul, the 9th in London'],
  ['plain', '2024-12-10', 'a plain date is the day that it says, in every zone'],
  ['new-year', '2024-12-31T22:00:00Z', 'January in Istanbul'],
] as const;

const services = new Map<string, TestService>();
beforeAll(async () => {
  for (const zone of ['UTC', 'Europe/Istanbul']) {
    const service = testService({ LISAN_TIMEZONE: zone });
    services.set(zone, service);
    await service.fill(
      ARTICLES.map(([id, publishedAt]) => ({ id, title: 'Okapi', body: id, publishedAt, keywords: [] })),
    );
  }
});
afterAll(async () => {
  for (const service of services.values()) await service.remove();
});

test.each([
  ['UTC', 'okapi date:2024-12-09', ['night']],
  ['UTC', 'okapi date:2024-12-10', ['plain']],
  ['UTC', 'okapi date:2024-12', ['new-year', 'plain', 'night']],
  ['UTC', 'okapi date:2025', []],
  ['Europe/Istanbul', 'okapi date:2024-12-09', []],
  ['Europe/Istanbul', 'okapi date:2024-12-10', ['night', 'plain']],
  ['Europe/Istanbul', 'okapi date:2025-01-01', ['new-year']],
  ['Europe/Istanbul', 'okapi date:2024-12-10..2024-12-31', ['night', 'plain']],
])('%s: %s', async (zone, q, ids) => {
  const { hits } = await services.get(zone)!.ask(q, { sort: 'newest' });
  expect(hits.map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['UTC', { from: '2024-12-10' }, ['new-year', 'plain']],
  ['Europe/Istanbul', { from: '2024-12-10', to: '2024-12-31' }, ['night', 'plain']],
  ['Europe/Istanbul', { to: '2024-12-09' }, []],
])('%s: days %j', async (zone, days, ids) => {
  const { hits, total } = await services.get(zone)!.ask('okapi', { days, sort: 'newest' });
  expect(hits.map(({ id }) => id)).toEqual(ids);
  expect(total.value).toBe(ids.length);
});

test.each([
  ['UTC', [['2024-12', 3]]],
  [
    'Europe/Istanbul',
    [
      ['2024-12', 2],
      ['2025-01', 1],
    ],
  ],
] as const)('%s: months', async (zone, months) => {
  const { facets } = await services.get(zone)!.ask('okapi', { facets: ['date'] });
  expect(facets.date!.map(({ value, count }) => [value, count])).toEqual(months);
});

test('an index of another zone is noticed, and built again', async () => {
  const { config, archive, engine } = services.get('UTC')!;
  const moved = openService(
    readConfig({ LISAN_DATA: config.data, LISAN_LOG: 'silent', LISAN_TIMEZONE: 'Europe/Istanbul' }),
  );
  try {
    expect(lag(archive, engine.name, moved.analysis)).toEqual({ changes: 0, outdated: true });
  } finally {
    await moved.close();
  }
});

test.each(['Istanbul', 'UTC+25', 'nowhere/nothing'])('%s is no time zone', (zone) => {
  expect(() => readConfig({ LISAN_TIMEZONE: zone })).toThrow(/LISAN_TIMEZONE.*IANA/);
});
