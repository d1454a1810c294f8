/** The verification by a running service: when it runs, what it finds, that a stop interrupts it. */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastVerification } from '../../src/indexing/verification.ts';
import { BackgroundVerification } from '../../src/service/background-verification.ts';
import { type TestService, testService } from '../support/service.ts';

let service: TestService;
let damages: number;
let verification: BackgroundVerification;
const DAY_MS = 24 * 60 * 60_000;

beforeEach(async () => {
  service = testService({ LISAN_VERIFY_DAYS: '7' });
  await service.fill(
    Array.from({ length: 300 }, (_, n) => ({
      id: `a${n}`,
      title: 'Okapi',
      body: 'Zebra '.repeat(50),
      keywords: [],
    })),
  );
  damages = 0;
  verification = new BackgroundVerification(service, () => damages++, { bytesPerSecond: 2 ** 30 });
});
afterEach(async () => {
  await verification.stop();
  await service.remove();
});

test('runs when the last one is too long ago, and then not until it is again', async () => {
  verification.look();
  await verification.run;
  const last = lastVerification(service.archive)!;
  expect(last.rows).toBeGreaterThan(300);
  verification.look();
  expect(verification.run).toBeUndefined();
  verification.look(Date.parse(last.at) + 6 * DAY_MS);
  expect(verification.run).toBeUndefined();
  verification.look(Date.parse(last.at) + 8 * DAY_MS);
  expect(verification.run).toBeDefined();
  await verification.run;
  expect(damages).toBe(0);
});

test('records damaged documents and tells the service', async () => {
  const database = new DatabaseSync(service.archive.file);
  database.exec(`UPDATE documents SET content = '{}' WHERE id = 'a7'`);
  database.close();
  verification.look();
  await verification.run;
  expect(service.archive.damaged()).toMatchObject([{ id: 'a7' }]);
  expect([lastVerification(service.archive)?.documents, damages]).toEqual([['a7'], 1]);
});

test('a stop interrupts it; the next run goes on where it was', async () => {
  // So slow that it could not end.
  const slow = new BackgroundVerification(service, () => {}, { bytesPerSecond: 1000 });
  slow.look();
  while (service.archive.setting('verification') === undefined) {
    await slow.stop();
    if (service.archive.setting('verification') === undefined) slow.look();
  }
  expect(lastVerification(service.archive)).toBeUndefined();
  verification.look();
  await verification.run;
  expect(lastVerification(service.archive)?.documents).toEqual([]);
});
