/** Files that other programs truncate, replace or delete while they are in use: no write is acknowledged any more. */
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Article } from '../../src/common/types.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { type TestService, testService } from '../support/service.ts';

let service: TestService;
beforeEach(async () => {
  service = testService();
  await service.fill(Array.from({ length: 20 }, (_, number) => article(number)));
  // What is in the write-ahead log is written to the archive, so that truncating it loses articles.
  service.archive.vacuum();
});
afterEach(() => service.remove());

const article = (number: number): Article => ({
  id: `a${number}`,
  title: `Article ${number}`,
  body: `Okapi word${number}x`,
  keywords: [],
});
const indexFile = (): string =>
  join(service.config.data, `index-${service.archive.liveIndex('sqlite')!.generation}.db`);

test.each<[string, (file: string) => void, RegExp]>([
  ['truncated', (file) => truncateSync(file, 0), /was truncated/],
  ['cut off', (file) => truncateSync(file, 4096 * 3), /was truncated/],
  ['overwritten', (file) => writeFileSync(file, 'x'.repeat(65_536)), /was overwritten/],
  ['without its write-ahead log', (file) => rmSync(`${file}-wal`), /lost its write-ahead log/],
  [
    'replaced by a copy',
    (file) => {
      const bytes = readFileSync(file);
      rmSync(file);
      writeFileSync(file, bytes);
    },
    /was replaced by another file/,
  ],
  ['removed', (file) => rmSync(file), /was removed/],
])('an archive that is %s takes no more articles', (_, damage, message) => {
  service.archive.put([article(30)]);
  damage(service.archive.file);
  expect(() => service.archive.put([article(31)])).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^archive_(?:gone|broken)$/) }),
  );
  expect(() => service.archive.put([article(32)])).toThrow();
  if (!/truncated|overwritten/.test(message.source))
    expect(() => service.archive.checkPlace()).toThrow(message);
});

test.each<[string, (file: string) => void]>([
  ['lost its write-ahead log', (file) => rmSync(`${file}-wal`)],
  [
    'was replaced by a copy',
    (file) => {
      copyFileSync(file, `${file}.copy`);
      rmSync(file);
      copyFileSync(`${file}.copy`, file);
      rmSync(`${file}.copy`);
    },
  ],
])('an index that %s while it is in use is rebuilt', async (_, damage) => {
  expect((await service.ask('word7x')).hits).toHaveLength(1);
  damage(indexFile());
  await isRebuilt();
});

test.each<[string, (records: string) => void]>([
  ['truncated', (records) => truncateSync(records, 100)],
  ['overwritten', (records) => writeFileSync(records, 'x'.repeat(65_536))],
])('an index whose records are %s while it is in use is rebuilt', async (_, damage) => {
  expect((await service.ask('word7x')).hits).toHaveLength(1);
  damage(indexFile().replace('.db', '.records-1'));
  await isRebuilt();
});

test('an index whose records are missing when it is opened, or when it is written to, is rebuilt', async () => {
  const records = (): string => indexFile().replace('.db', '.records-1');
  expect((await service.ask('word7x')).hits).toHaveLength(1);
  rmSync(records());
  service.archive.put([article(20)]);
  expect(await update()).toMatchObject({ outcome: 'built', documents: 21 });
  rmSync(records());
  const later = testService({ LISAN_DATA: service.config.data });
  await expect(later.ask('word8x')).rejects.toMatchObject({ code: 'index_rebuilding' });
  await later.close();
  expect(await update()).toMatchObject({ outcome: 'built', documents: 21 });
  expect((await service.ask('word8x')).hits).toHaveLength(1);
});

const update = () => {
  const { archive, engine, tagger, analysis } = service;
  return reindex(archive, engine, tagger, { analysis });
};

/** The next search finds the index broken, and the next reindex builds it again. */
async function isRebuilt(): Promise<void> {
  await expect(service.ask('word8x')).rejects.toMatchObject({ code: 'index_rebuilding' });
  expect(service.archive.liveIndex('sqlite')?.stage).toBe('failed');
  expect(await update()).toMatchObject({ outcome: 'built', documents: 20 });
  expect((await service.ask('word8x')).hits).toHaveLength(1);
}
