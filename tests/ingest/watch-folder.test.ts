/** The drop folder: what is handed out, and when. */
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lag } from '../../src/indexing/reindex.ts';
import { DropFolder } from '../../src/ingest/watch-folder.ts';
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
  const arrivals = new DropFolder(folder, { quiet: 40, look: 200 }).arrivals(stop.signal);
  expect(await next(arrivals)).toEqual(['a.txt', 'b.txt']);
  mkdirSync(at('deep'));
  writeFileSync(at('deep/d.txt'), 'd');
  expect(await next(arrivals)).toEqual(['d.txt']);
  appendFileSync(at('a.txt'), ' more');
  expect(await next(arrivals)).toEqual(['a.txt']);
  renameSync(at('.c.txt'), at('c.txt'));
  expect(await next(arrivals)).toEqual(['c.txt']);
});

test('a file that is being written is left until it is quiet', async () => {
  const arrivals = new DropFolder(folder, { quiet: 150, look: 100 }).arrivals(stop.signal);
  writeFileSync(at('slow.txt'), '0');
  let written = 1;
  const writing = (async () => {
    for (; written < 10; written++) {
      await pause(50);
      appendFileSync(at('slow.txt'), String(written));
    }
  })();
  expect(await next(arrivals)).toEqual(['slow.txt']);
  expect(written).toBe(10);
  await writing;
});

test('a folder that is not there is told of', async () => {
  const arrivals = new DropFolder(at('none')).arrivals(stop.signal);
  await expect(arrivals.next()).rejects.toMatchObject({ code: 'path_unreadable' });
});

test('lisan ingest --watch: what is put there is found; SIGTERM ends it', async () => {
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
