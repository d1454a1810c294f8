/** The watched folder: which files are handed out, and when. */
import {
  appendFileSync,
  closeSync,
  futimesSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lag } from '../../src/indexing/reindex.ts';
import { PendingFiles, WatchedFolder } from '../../src/ingest/watch-folder.ts';
import { start } from '../support/process.ts';
import { testService } from '../support/service.ts';

let folder: string;
let stop: AbortController;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-drop-'));
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
/** The next files that arrive; empty looks are passed over. */
async function next(arrivals: AsyncGenerator<string[]>): Promise<string[]> {
  for (;;) {
    const { value, done } = await arrivals.next();
    if (done) throw new Error('no more');
    if (value.length > 0) return value.map((path: string) => basename(path));
  }
}

test('files that lie there, then new and changed ones, in folders too; hidden ones only once they are shown', async () => {
  writeFileSync(at('b.txt'), 'b');
  writeFileSync(at('a.txt'), 'a');
  writeFileSync(at('.c.txt'), 'c');
  const arrivals = new WatchedFolder(folder, { quietMs: 40, idleMs: 200 }).arrivals(stop.signal);
  expect(await next(arrivals)).toEqual(['a.txt', 'b.txt']);
  mkdirSync(at('deep'));
  writeFileSync(at('deep/d.txt'), 'd');
  expect(await next(arrivals)).toEqual(['d.txt']);
  appendFileSync(at('a.txt'), ' more');
  expect(await next(arrivals)).toEqual(['a.txt']);
  renameSync(at('.c.txt'), at('c.txt'));
  expect(await next(arrivals)).toEqual(['c.txt']);
});

test('a file is handed out only once size and time were the same at two looks', async () => {
  const pending = new PendingFiles();
  writeFileSync(at('slow.txt'), 'aaaa');
  pending.add(at('slow.txt'));
  expect(await pending.quiet(), 'the first look').toEqual([]);
  appendFileSync(at('slow.txt'), 'bbbb');
  expect(await pending.quiet(), 'it grew').toEqual([]);
  const file = openSync(at('slow.txt'), 'r+');
  writeSync(file, 'cc', 4);
  futimesSync(file, 1, 2);
  closeSync(file);
  expect(await pending.quiet(), 'the same size, written in place').toEqual([]);
  expect(await pending.quiet()).toEqual([at('slow.txt')]);
  expect(await pending.quiet(), 'once').toEqual([]);
});

test('a file that was removed before it was quiet is forgotten', async () => {
  const pending = new PendingFiles();
  writeFileSync(at('gone.txt'), 'a');
  pending.add(at('gone.txt'));
  await pending.quiet();
  rmSync(at('gone.txt'));
  expect(await pending.quiet()).toEqual([]);
  expect(pending.pending.size).toBe(0);
});

test('a folder on a disk that reports no changes is polled', async () => {
  const arrivals = new WatchedFolder(folder, {
    quietMs: 20,
    idleMs: 100,
    poll: true,
    pollingMs: 20,
  }).arrivals(stop.signal);
  await arrivals.next();
  writeFileSync(at('a.txt'), 'a');
  expect(await next(arrivals)).toEqual(['a.txt']);
});

test('a missing folder is an error', async () => {
  const arrivals = new WatchedFolder(at('none')).arrivals(stop.signal);
  await expect(arrivals.next()).rejects.toMatchObject({ code: 'path_unreadable' });
});

test('lisan ingest --watch: new files are found; SIGTERM ends it', async () => {
  const data = at('data');
  const drop = at('drop');
  mkdirSync(drop);
  const child = start(data, ['ingest', '--watch', drop]);
  writeFileSync(join(drop, 'one.txt'), 'A title\nzyzzyva and more');
  const service = testService({ LISAN_DATA: data });
  const level = () =>
    service.archive.count() === 1 && lag(service.archive, 'sqlite', service.analysis).changes === 0;
  await expect.poll(level, { timeout: 60_000, interval: 100 }).toBe(true);
  await service.close();
  const over = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  expect(await over).toBe(143);
}, 90_000);
