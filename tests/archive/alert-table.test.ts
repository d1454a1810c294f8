/** Alerts in the archive: their rows are verified, and clocks that are set back stop none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Alert } from '../../src/archive/alert.ts';
import { Archive } from '../../src/archive/archive.ts';
import { repair } from '../../src/archive/repair.ts';
import { ARCHIVE_KIND } from '../../src/archive/schema.ts';
import { verifyAll } from '../../src/common/verify-database.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const DAY_MS = 86_400_000;

let folder: string;
let archive: Archive;
let alert: Alert;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-alerts-'));
  archive = new Archive(join(folder, 'archive.db'));
  alert = archive.alerts.add(
    {
      ...{ owner: '', channel: 'mail', target: 'a@news.example', name: 'a', search: 'q=a', language: 'en' },
      ...{ intervalMinutes: 60, secret: '' },
    },
    0,
    true,
  );
  archive.alerts.found([alert.id], 0, { to: 5, articles: [{ alert: alert.id, document: 'd' }], invalid: [] });
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

const damage = (sql: string): void => {
  const database = new DatabaseSync(archive.file);
  database.exec(sql);
  database.close();
};
const damaged = (): string[] => {
  const database = new DatabaseSync(archive.file, { readOnly: true });
  try {
    return verifyAll(database, ARCHIVE_KIND).map(({ table }) => table);
  } finally {
    database.close();
  }
};

test('an id can be typed as an argument of a command', () => {
  expect(alert.id).toMatch(/^[0-9a-f]{16}$/);
});

test('every row has a checksum through all steps of a message', () => {
  const { alerts } = archive;
  expect(damaged()).toEqual([]);
  const claimed = alerts.claim(alert.id, NOW)!;
  expect(damaged()).toEqual([]);
  alerts.settle(alert.id, claimed.delivery, { end: 'retry', nextAt: NOW + 1, failure: 'x' });
  alerts.claim(alert.id, NOW + 1);
  alerts.settle(alert.id, claimed.delivery, { end: 'sent', at: NOW + 2 });
  expect(damaged()).toEqual([]);
  expect(alerts.countWaiting(alert.id)).toBe(0);
});

test('damage of either table is found; damaged articles count as told after a repair', () => {
  damage(`UPDATE alert_articles SET document = 'another'`);
  expect(damaged()).toEqual(['alert_articles']);
  repair(archive);
  expect(damaged()).toEqual([]);
  expect(archive.alerts.countWaiting(alert.id)).toBe(0);
  damage(`UPDATE alerts SET target = 'b@news.example'`);
  expect(damaged()).toEqual(['alerts']);
  expect(archive.alerts.list()).toEqual([]);
  expect(archive.alerts.claim(alert.id, NOW)).toBeUndefined();
});

test('what was found is recorded once, and only from where the alert is', () => {
  const { alerts } = archive;
  const articles = [{ alert: alert.id, document: 'e' }];
  alerts.found([alert.id], 0, { to: 9, articles, invalid: [] });
  expect([alerts.get(alert.id)!.position, alerts.countWaiting(alert.id)]).toEqual([5, 1]);
  alerts.found([alert.id], 5, { to: 9, articles: [...articles, ...articles], invalid: [] });
  expect([alerts.get(alert.id)!.position, alerts.countWaiting(alert.id)]).toEqual([9, 2]);
});

test('a clock that was years ahead holds nothing up', () => {
  const { alerts } = archive;
  const ahead = NOW + 3650 * DAY_MS;
  const { delivery } = alerts.claim(alert.id, ahead)!;
  alerts.settle(alert.id, delivery, { end: 'retry', nextAt: ahead + 1000, failure: 'x' });
  expect(alerts.claim(alert.id, NOW)).toMatchObject({ delivery });
  alerts.settle(alert.id, delivery, { end: 'sent', at: ahead });
  alerts.found([alert.id], 5, { to: 6, articles: [{ alert: alert.id, document: 'e' }], invalid: [] });
  expect(alerts.claim(alert.id, NOW)).toMatchObject({ articles: ['e'] });
});

test('removing an alert removes everything that was found for it', () => {
  archive.alerts.remove(alert.id);
  const database = new DatabaseSync(archive.file, { readOnly: true });
  expect(database.prepare('SELECT count(*) AS n FROM alert_articles').get()).toEqual({ n: 0 });
  database.close();
});
