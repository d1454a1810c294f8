/** An index file that is not what the archive believes: earlier copies, files of others, lost rows. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findingsOf } from '../../src/cli/commands/doctor.ts';
import { addChecksumFunction } from '../../src/common/row-checksum.ts';
import type { Article } from '../../src/common/types.ts';
import { startServer } from '../../src/http/server.ts';
import { lag, type ReindexReport, reindex } from '../../src/indexing/reindex.ts';
import { lisan } from '../support/process.ts';
import { type TestService, testService, throwAwayFolder } from '../support/service.ts';

/** Milliseconds a test with a process or a server may take on a busy machine. */
const LONG_MS = 90_000;

let data: string;
let remove: () => void;
let service: TestService;
beforeEach(() => {
  ({ path: data, remove } = throwAwayFolder());
  service = testService({ LISAN_DATA: data });
});
afterEach(async () => {
  await service.close();
  remove();
});

const article = (number: number, word = 'first'): Article => ({
  id: `a${number}`,
  title: `Article ${number}`,
  body: `The council met. ${word} word${number}x`,
  keywords: [],
});
const articles = (from: number, to: number): Article[] =>
  Array.from({ length: to - from }, (_, place) => article(from + place));
const indexFile = (): string => join(data, readdirSync(data).find((name) => /^index-.*\.db$/.test(name))!);
const run = (): Promise<ReindexReport> =>
  reindex(service.archive, service.engine, service.tagger, { analysis: service.analysis });
const find = async (q: string): Promise<string[]> =>
  (await service.ask(q, { limit: 100, match: 'exact' })).hits.map(({ id }) => id);
/** Closes the service, changes its files, and opens it again. */
async function reopened(change: () => void): Promise<void> {
  await service.close();
  change();
  service = testService({ LISAN_DATA: data });
}
const changeIndex = (sql: string): void => {
  const database = new DatabaseSync(indexFile());
  addChecksumFunction(database);
  database.exec(sql);
  // Checksums have tests of their own.
  database.exec(`UPDATE applied SET checksum =
    row_checksum(generation, position, digest, previous_position, previous_digest, documents)`);
  database.close();
};

/** 20 articles, of which an earlier copy of the index knows; then 5 more, one changed and one deleted. */
async function withEarlierIndex(): Promise<void> {
  await service.fill(articles(0, 20));
  const copy = join(data, 'earlier');
  await reopened(() => cpSync(indexFile(), copy));
  await service.fill([...articles(20, 25), article(3, 'second')]);
  service.archive.delete('a4');
  await service.level();
  await reopened(() => cpSync(copy, indexFile()));
}

describe('an earlier copy of the index', () => {
  test('is noticed when it is opened: its lag is said, and why', async () => {
    await withEarlierIndex();
    expect(lag(service.archive, 'sqlite', service.analysis).changes, 'before it was opened').toBe(0);
    await service.live.current();
    expect(lag(service.archive, 'sqlite', service.analysis).changes).toBe(7);
    expect(service.live.behind).toMatch(/up to 20 only, although it had those up to 27/);
  });

  test('is caught up with by a reindex, which says so', async () => {
    await withEarlierIndex();
    const report = await run();
    expect(report).toMatchObject({ outcome: 'updated', indexed: 6, deleted: 1, documents: 24 });
    expect(report.reason).toMatch(/earlier copy/);
    expect(await find('word22x')).toEqual(['a22']);
    expect(await find('second')).toEqual(['a3']);
    expect(await find('word4x')).toEqual([]);
    expect((await run()).reason).toBeUndefined();
  });

  test('is caught up with although further articles came in before it was noticed', async () => {
    await withEarlierIndex();
    await service.fill(articles(30, 33));
    expect(await find('word31x')).toEqual(['a31']);
    expect(await find('word22x')).toEqual(['a22']);
    expect(await find('word4x')).toEqual([]);
  });

  test(
    'is reported by status, doctor and reindex',
    async () => {
      await withEarlierIndex();
      process.env.LISAN_DATA = data;
      const findings = await findingsOf().finally(() => delete process.env.LISAN_DATA);
      expect(findings.find(({ what }) => what === 'index')).toMatchObject({
        state: 'warning',
        message: expect.stringMatching(/^7 changes behind the archive\. .*earlier copy/),
      });
      // The archive records the true position from now on.
      expect(JSON.parse((await lisan(data, ['status', '--json'])).out)).toMatchObject({ lag: 7 });
      expect((await lisan(data, ['reindex'])).out).toContain('6 indexed, 1 deleted, 24 documents');
    },
    LONG_MS,
  );

  test(
    'is caught up with by a service that starts with it',
    async () => {
      await withEarlierIndex();
      const server = await startServer(service);
      try {
        const ids = async (): Promise<string[]> => {
          const answer = await fetch(`${server.url}/api/search?q=word22x`);
          const { hits = [] } = (await answer.json()) as { hits?: { id: string }[] };
          return hits.map(({ id }) => id);
        };
        await expect.poll(ids, { timeout: LONG_MS }).toEqual(['a22']);
      } finally {
        await server.stop();
      }
    },
    LONG_MS,
  );
});

test.each<[string, string, RegExp]>([
  ['other changes', `UPDATE applied SET digest = 'other', previous_digest = 'other'`, /other changes/],
  ['another build', `UPDATE applied SET generation = 'other'`, /belongs to another index/],
  ['a lost document', `DELETE FROM documents WHERE id = 'a7'`, /holds 19 documents, and 20 were applied/],
  [
    'changes that the archive lacks',
    `UPDATE applied SET position = 99`,
    /up to 99, and the archive has only 20/,
  ],
])('an index with %s is rebuilt, and the reason said', async (_, sql, reason) => {
  await service.fill(articles(0, 20));
  await reopened(() => changeIndex(sql));
  await expect(service.live.current()).rejects.toMatchObject({ code: 'index_rebuilding' });
  const report = await run();
  expect(report).toMatchObject({ outcome: 'built', indexed: 20, documents: 20 });
  expect(report.reason).toMatch(reason);
  expect(await find('word7x')).toEqual(['a7']);
});

test('an index that is one batch ahead of what the archive recorded was killed in between, and goes on', async () => {
  await service.fill(articles(0, 5));
  const { position, digest } = service.archive.liveIndex('sqlite')!;
  await service.fill(articles(5, 8));
  const { generation } = service.archive.liveIndex('sqlite')!;
  service.archive.setPosition('sqlite', generation, position, digest);
  const report = await run();
  expect(report).toMatchObject({ outcome: 'updated', indexed: 0 });
  expect(report.reason).toBeUndefined();
  expect(lag(service.archive, 'sqlite', service.analysis).changes).toBe(0);
});

test('a file that changes under a writer is not written to', async () => {
  await service.fill(articles(0, 5));
  changeIndex('UPDATE applied SET position = 4');
  const index = await service.engine.open(service.archive.liveIndex('sqlite')!.generation, false);
  const from = { position: 5, digest: '' };
  await expect(index.apply([], ['a1'], { from, to: { position: 6, digest: 'x' } })).rejects.toMatchObject({
    code: 'index_broken',
  });
  expect(await index.count()).toBe(5);
  await index.close();
});
