/** Failures of disks and files, provoked one by one. Those of whole programs: `tests/programs/durability.test.ts`. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { backUp, restore } from '../../src/archive/backup.ts';
import { restoreFrom } from '../../src/cli/commands/archive.ts';
import { startServer } from '../../src/http/server.ts';
import { command } from '../support/command.ts';
import { article, articles, bytesOf, durableFolder, verdictOf } from '../support/durable.ts';
import { testService } from '../support/service.ts';

/** Time limit in milliseconds of a test that waits for a thread, on a busy machine. */
const LONG = 90_000;
const at = durableFolder();

test('an archive that another process is writing can be read; a write fails with a clear error', async () => {
  mkdirSync(at.data);
  const other = new Archive(at.archive);
  other.put([article(1)]);
  other.close();
  const holder = new DatabaseSync(at.archive);
  holder.exec('BEGIN IMMEDIATE');
  const archive = new Archive(at.archive, 50);
  expect(archive.get('a1')?.title).toBe('Article 1');
  expect(() => archive.put([article(2)])).toThrow(
    expect.objectContaining({ code: 'storage_locked', remedy: expect.stringContaining('Wait') }),
  );
  holder.exec('ROLLBACK');
  holder.close();
  expect(archive.put([article(2)])).toMatchObject({ added: 1 });
  archive.close();
});

describe('broken files', () => {
  test.each<[string, (bytes: Buffer) => void]>([
    ['its header', (bytes) => bytes.fill(0x78, 0, 100)],
    ['its tables', (bytes) => bytes.fill(0x78, 100, 4096)],
    ['all of it', (bytes) => bytes.fill(0)],
  ])(
    'an archive that is broken in %s: no start, the file and the remedy named, nothing touched',
    async (_, damage) => {
      const service = testService({ LISAN_DATA: at.data });
      await service.fill([article(1), article(2)]);
      await service.close();
      const bytes = readFileSync(at.archive);
      damage(bytes);
      writeFileSync(at.archive, bytes);
      const before = bytesOf(at.data);
      expect(() => testService({ LISAN_DATA: at.data })).toThrow(
        expect.objectContaining({
          code: 'archive_broken',
          message: expect.stringContaining(at.archive),
          remedy: expect.stringContaining('Restore the file from a backup'),
        }),
      );
      expect(bytesOf(at.data)).toEqual(before);
    },
  );

  test.each(['its header', 'its middle', 'its absence'])(
    'an index with a fault in %s is rebuilt from the archive automatically',
    async (place) => {
      const service = testService({ LISAN_DATA: at.data });
      await service.fill(articles(400));
      const index = join(at.data, readdirSync(at.data).find((name) => /^index-.*db$/.test(name))!);
      await service.close();
      const bytes = readFileSync(index);
      if (place === 'its absence') rmSync(index);
      else {
        bytes.fill(
          0x78,
          place === 'its header' ? 0 : bytes.length / 4,
          place === 'its header' ? 100 : bytes.length - 99,
        );
        writeFileSync(index, bytes);
      }
      const again = testService({ LISAN_DATA: at.data });
      const server = await startServer(again);
      const ask = () => fetch(`${server.url}/api/search?q=word7x`);
      const first = await ask();
      expect(first.status).toBe(503);
      expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await first.json()).toMatchObject({
        error: { code: 'index_rebuilding', remedy: expect.stringContaining('retry') },
      });
      await expect.poll(async () => (await ask()).status, { timeout: 60_000, interval: 100 }).toBe(200);
      const { hits } = (await (await ask()).json()) as { hits: { id: string }[] };
      expect(hits.map(({ id }) => id)).toEqual(['a7']);
      await server.stop();
      expect(again.archive.indexes('sqlite').map(({ stage }) => stage)).toEqual(['ready']);
      await again.remove();
    },
    LONG,
  );
});

test('a stopping service answers the requests it has begun to read', async () => {
  const service = testService({ LISAN_DATA: at.data });
  await service.fill([article(1)]);
  const server = await startServer(service);
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.write('GET /api/search?q=word1x HTTP/1.1\r\nHost: localhost\r\n');
  // After a response on another connection, the first connection is surely accepted.
  await fetch(`${server.url}/health`);
  const stopped = server.stop();
  socket.write('\r\n');
  await stopped;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"id":"a1"/);
  await service.remove();
});

test(
  'the engine is down: documents are kept, the exit code says so, the next reindex catches up',
  async () => {
    const down = { LISAN_ENGINE: 'opensearch', LISAN_OPENSEARCH_URL: 'http://127.0.0.1:1' };
    const { code, errors } = await command(at.data, ['ingest', at.file(3)], down);
    expect({ code, errors }).toEqual({
      code: 3,
      errors: expect.stringContaining('documents are stored'),
    });
    expect((await command(at.data, ['reindex', '--json'])).out).toContain('"documents":3');
  },
  LONG,
);

describe('backup', () => {
  const documents = (path: string): number => {
    const archive = new Archive(path);
    try {
      return archive.count();
    } finally {
      archive.close();
    }
  };

  const found = async (folder: string, q: string): Promise<string[]> => {
    const service = testService({ LISAN_DATA: folder });
    await service.level();
    const { hits } = await service.ask(q, { limit: 10 });
    await service.close();
    return hits.map(({ id }) => id).sort();
  };

  test(
    'a copy made while documents come in is whole, and is restored with its index',
    async () => {
      const copy = join(at.path, 'copy.db');
      const archive = new Archive(at.archive);
      archive.put(articles(2000, 50));
      const making = backUp(at.archive, copy);
      for (let number = 2000; number < 2200; number++) {
        archive.put([article(number)]);
        await new Promise(setImmediate);
      }
      const { documents: held } = await making;
      archive.close();
      expect(held).toBeGreaterThanOrEqual(2000);
      expect(verdictOf(copy)).toBe('ok');
      const elsewhere = join(at.path, 'elsewhere');
      const { code, out } = await command(elsewhere, ['restore', copy]);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`${held} documents`) });
      expect(await found(elsewhere, 'word1999x')).toEqual(['a1999']);
    },
    LONG,
  );

  test('articles that the backup lacks are not found after a restore', async () => {
    const copy = join(at.path, 'copy.db');
    const service = testService({ LISAN_DATA: at.data });
    await service.fill([article(1), article(2)]);
    await backUp(at.archive, copy);
    await service.fill([article(3)]);
    await service.close();
    await expect(restoreFrom(service.config, copy, false)).rejects.toMatchObject({ code: 'archive_exists' });
    const { replaced } = await restoreFrom(service.config, copy, true);
    expect(readdirSync(at.data).filter((name) => name.startsWith('index-'))).toEqual([]);
    expect(await found(at.data, 'article')).toEqual(['a1', 'a2']);
    expect(documents(replaced!)).toBe(3);
  });

  test('a restore refuses an archive in use; it replaces a broken one and keeps it', async () => {
    const copy = join(at.path, 'copy.db');
    const archive = new Archive(at.archive);
    archive.put([article(1)]);
    await backUp(at.archive, copy);
    expect(() => restore(copy, at.archive, true)).toThrow(
      expect.objectContaining({ code: 'archive_in_use' }),
    );
    archive.close();
    writeFileSync(at.archive, 'broken '.repeat(1000));
    const { replaced } = restore(copy, at.archive, true);
    expect(readFileSync(replaced!, 'utf8')).toContain('broken');
    expect(documents(at.archive)).toBe(1);
  });

  test.each<[string, (copy: string) => void]>([
    ['a file of something else', (copy) => writeFileSync(copy, 'x'.repeat(5000))],
    [
      'a damaged one',
      (copy) => {
        const bytes = readFileSync(copy);
        bytes.fill(0x78, 4096, bytes.length);
        writeFileSync(copy, bytes);
      },
    ],
    [
      'an index',
      (copy) => cpSync(join(at.data, readdirSync(at.data).find((name) => /^index-.*db$/.test(name))!), copy),
    ],
  ])('%s is refused as a backup', async (_, damage) => {
    const copy = join(at.path, 'copy.db');
    const service = testService({ LISAN_DATA: at.data });
    await service.fill(articles(100));
    await service.close();
    await backUp(at.archive, copy);
    await expect(backUp(at.archive, copy)).rejects.toMatchObject({ code: 'backup_exists' });
    damage(copy);
    const before = bytesOf(at.data);
    expect(() => restore(copy, at.archive, true)).toThrow(expect.objectContaining({ code: 'backup_broken' }));
    expect(bytesOf(at.data)).toEqual(before);
  });
});
