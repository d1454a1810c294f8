/** `lisan verify`: what it finds, that it resumes, and that a backup is verified. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp } from '../../src/archive/backup.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { lastVerification, runVerification } from '../../src/indexing/verification.ts';
import { type TestService, testService } from '../support/service.ts';

let service: TestService;
beforeEach(async () => {
  service = testService();
  await service.fill(
    Array.from({ length: 30 }, (_, number) => ({
      id: `a${number}`,
      title: `Article ${number}`,
      body: `Okapi word${number}x`,
      keywords: [],
    })),
  );
});
afterEach(() => service.remove());

const OPTIONS = { bytesPerSecond: 2 ** 30 };
const verify = (options = {}) => runVerification(service.archive, service.engine, { ...OPTIONS, ...options });
function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
const indexFile = (): string =>
  join(service.config.data, `index-${service.archive.liveIndex('sqlite')!.generation}.db`);

test('intact files are verified as a whole, and when is recorded', async () => {
  const result = await verify();
  expect(result).toMatchObject({ documents: [], archive: [] });
  expect(result.index).toBeUndefined();
  expect(result.rows).toBeGreaterThan(60);
  expect(lastVerification(service.archive)).toEqual(result);
});

test('damaged documents are named and recorded, other damage of the archive is reported', async () => {
  service.archive.put([{ id: 'a1', title: 'new', body: '', keywords: [] }]);
  change(service.archive.file, `UPDATE documents SET content = '{}' WHERE id = 'a7'`);
  change(service.archive.file, `UPDATE revisions SET stored_at = '' WHERE id = 'a1'`);
  const { documents, archive } = await verify();
  expect(documents).toEqual(['a7']);
  expect(archive).toEqual([expect.stringContaining('revisions a1')]);
  expect(service.archive.damaged()).toMatchObject([{ id: 'a7' }]);
});

test.each([
  ['a row', `UPDATE words SET written = 'x' WHERE word = 'okapi'`],
  ['a page of the inverted index', 'UPDATE postings_pages SET bytes = zeroblob(9)'],
  ['a table that is missing', 'DROP TABLE members'],
])('an index with %s damaged is marked, and rebuilt by the next reindex', async (_, sql) => {
  change(indexFile(), sql);
  expect((await verify()).index).toBeDefined();
  expect(service.archive.liveIndex('sqlite')?.stage).toBe('failed');
  const { archive, engine, tagger, analysis } = service;
  const report = await reindex(archive, engine, tagger, { analysis });
  expect(report).toMatchObject({ outcome: 'built', documents: 30, reason: expect.stringMatching(/damaged/) });
  expect((await verify()).index).toBeUndefined();
});

test('a run that was stopped is resumed by the next one', async () => {
  const stop = new AbortController();
  let stoppedAt = 0;
  const onProgress = (rows: number): void => {
    stoppedAt = rows;
    if (rows >= 30) stop.abort();
  };
  await expect(verify({ signal: stop.signal, onProgress })).rejects.toMatchObject({ code: 'interrupted' });
  expect(lastVerification(service.archive)).toBeUndefined();
  let first: number | undefined;
  const result = await verify({
    onProgress: (rows: number) => {
      first ??= rows;
    },
  });
  expect(first, 'it does not begin again').toBeGreaterThanOrEqual(stoppedAt);
  expect(result).toMatchObject({ documents: [], archive: [] });
});

test('a backup names damaged documents, and is none if rows may be missing', async () => {
  const { file } = service.archive;
  const copy = join(service.config.data, 'copy.db');
  change(file, `UPDATE documents SET content = '{}' WHERE id = 'a7'`);
  expect(await backUp(file, copy)).toMatchObject({ documents: 30, damaged: ['a7'] });
  change(file, 'DROP TABLE revisions');
  const other = join(service.config.data, 'other.db');
  await expect(backUp(file, other)).rejects.toMatchObject({ code: 'backup_broken' });
  expect(existsSync(other)).toBe(false);
});
