/** `lisan ingest` beside a process that updates the index: it waits, and its exit code says what is so. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { Lease } from '../../src/archive/lease.ts';
import { updateOrWait } from '../../src/cli/commands/reindex.ts';
import { ARCHIVE_FILE } from '../../src/service/service.ts';
import { ended, lisan, start } from '../support/process.ts';
import { testService, throwAwayFolder } from '../support/service.ts';

let folder: ReturnType<typeof throwAwayFolder>;
beforeEach(() => {
  folder = throwAwayFolder();
});
afterEach(() => folder.remove());

const SAMPLE = ['ingest', 'data/sample'];

test('it takes over when the other process ends, and the index has everything', async () => {
  const archive = new Archive(join(folder.path, ARCHIVE_FILE));
  const lease = new Lease(archive, 'reindex of sqlite');
  const child = start(folder.path, SAMPLE);
  const over = ended(child);
  await new Promise<void>((resolve) => {
    let said = '';
    child.stderr!.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Waiting until the index is up to date')) resolve();
    });
  });
  lease.release();
  archive.close();
  const { code, errors } = await over;
  expect(errors).toContain('built a new index');
  expect(code).toBe(0);
  expect(JSON.parse((await lisan(folder.path, ['status', '--json'])).out)).toMatchObject({
    lag: 0,
    outdated: false,
  });
});

test('it ends when the other process has done everything', async () => {
  const service = testService();
  try {
    await service.fill([{ id: 'a', title: 'Okapi', body: '', keywords: [] }]);
    const lease = new Lease(service.archive, 'reindex of sqlite');
    expect(await updateOrWait(service, new AbortController().signal)).toBeUndefined();
    lease.release();
  } finally {
    await service.remove();
  }
});

test('it stops waiting when it is asked to', async () => {
  const archive = new Archive(join(folder.path, ARCHIVE_FILE));
  const lease = new Lease(archive, 'reindex of sqlite');
  const child = start(folder.path, SAMPLE);
  const over = ended(child);
  child.stderr!.on('data', (chunk) => {
    if (String(chunk).includes('Waiting')) child.kill('SIGTERM');
  });
  const { code, errors } = await over;
  expect(code).toBe(143);
  expect(errors).toContain('interrupted');
  lease.release();
  archive.close();
});
