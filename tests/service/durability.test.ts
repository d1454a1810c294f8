/** Failures of disks, files and processes, provoked one by one; `scripts/crash-test.ts` kills at random. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Archive, type IndexEntry } from '../../src/archive/archive.ts';
import { backUp, restore } from '../../src/archive/backup.ts';
import { restoreFrom } from '../../src/cli/commands/archive.ts';
import type { Article } from '../../src/common/types.ts';
import { startServer } from '../../src/http/server.ts';
import { ended, LISAN, lisan, serve, start } from '../support/process.ts';
import { askThrough } from '../support/search-loop.ts';
import { testService } from '../support/service.ts';

/** Time limit in milliseconds of a test with processes on a busy machine. */
const LONG = 90_000;

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-durable-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const article = (number: number, words = 5): Article => ({
  id: `a${number}`,
  title: `Article ${number}`,
  body: `word${number}x ${'council minister report '.repeat(words)}`,
  keywords: [],
});
/** A JSON Lines file with `count` articles. */
function file(count: number, words?: number): string {
  const path = join(folder, `${count}.jsonl`);
  const lines = Array.from({ length: count }, (_, number) => JSON.stringify(article(number, words)));
  writeFileSync(path, lines.join('\n'));
  return path;
}
const archiveFile = (): string => join(data, 'archive.db');
function verdictOf(path: string): unknown {
  const database = new DatabaseSync(path);
  try {
    return database.prepare('PRAGMA integrity_check').get()?.integrity_check;
  } finally {
    database.close();
  }
}
/** The bytes of every file in a folder. */
const bytesOf = (path: string): Map<string, string> =>
  new Map(
    readdirSync(path, { withFileTypes: true })
      // A folder beside the files holds compiled code.
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(path, name)).toString('base64')]),
  );

describe('disk', () => {
  test(
    'a full disk ends an ingest; what was acknowledged is stored, and a later ingest adds the rest',
    async () => {
      const articles = file(3000, 40);
      // Maximum file size in blocks of 1 KiB; the archive of these articles needs about 4 MiB.
      const command = `ulimit -f 2000; exec "$0" "$@"`;
      const words = ['ingest', '--no-index', '--json', articles];
      const child = spawn('bash', ['-c', command, process.execPath, LISAN, ...words], {
        env: { ...process.env, LISAN_DATA: data },
      });
      const { code, out, errors } = await ended(child);
      expect({ code, errors }).toEqual({
        code: 1,
        errors: expect.stringMatching(/archive\.db.*(room|written)/),
      });
      const acknowledged = out === '' ? 0 : JSON.parse(out.trim().split('\n').at(-1)!).read;
      expect(acknowledged).toBeGreaterThan(0);
      expect(acknowledged).toBeLessThan(3000);
      expect(verdictOf(archiveFile())).toBe('ok');
      const archive = new Archive(archiveFile());
      expect(archive.count()).toBe(acknowledged);
      archive.close();
      expect((await lisan(data, ['ingest', '--no-index', articles])).out).toContain(
        `${acknowledged} unchanged`,
      );
    },
    LONG,
  );

  test(
    'a read-only disk is reported, and nothing is changed',
    async ({ skip }) => {
      await lisan(data, ['ingest', file(3)]);
      const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      chmodSync(folder, 0o755);
      chmodSync(data, 0o555);
      for (const name of readdirSync(data)) chmodSync(join(data, name), 0o444);
      const before = bytesOf(data);
      let child: ReturnType<typeof start>;
      try {
        child = start(data, ['ingest', file(4)], asNobody);
      } catch (thrown) {
        return skip(`no process as another user: ${thrown}`);
      }
      const { code, errors } = await ended(child);
      if (errors.includes('MODULE_NOT_FOUND') || errors.includes("EACCES: permission denied, open '/"))
        return skip('another user may not read this checkout');
      expect({ code, errors }).toEqual({
        code: 1,
        errors: expect.stringMatching(/archive\.db.*\n.*(writable|write)/),
      });
      chmodSync(data, 0o755);
      expect(bytesOf(data)).toEqual(before);
    },
    LONG,
  );

  test('an archive that another process is writing can be read; a write fails with a clear error', async () => {
    mkdirSync(data);
    const other = new Archive(archiveFile());
    other.put([article(1)]);
    other.close();
    const holder = new DatabaseSync(archiveFile());
    holder.exec('BEGIN IMMEDIATE');
    const archive = new Archive(archiveFile(), 50);
    expect(archive.get('a1')?.title).toBe('Article 1');
    expect(() => archive.put([article(2)])).toThrow(
      expect.objectContaining({ code: 'storage_locked', remedy: expect.stringContaining('Wait') }),
    );
    holder.exec('ROLLBACK');
    holder.close();
    expect(archive.put([article(2)])).toMatchObject({ added: 1 });
    archive.close();
  });
});

describe('broken files', () => {
  test.each<[string, (bytes: Buffer) => void]>([
    ['its header', (bytes) => bytes.fill(0x78, 0, 100)],
    ['its tables', (bytes) => bytes.fill(0x78, 100, 4096)],
    ['all of it', (bytes) => bytes.fill(0)],
  ])(
    'an archive that is broken in %s: no start, the file and the remedy named, nothing touched',
    async (_, damage) => {
      const service = testService({ LISAN_DATA: data });
      await service.fill([article(1), article(2)]);
      await service.close();
      const bytes = readFileSync(archiveFile());
      damage(bytes);
      writeFileSync(archiveFile(), bytes);
      const before = bytesOf(data);
      expect(() => testService({ LISAN_DATA: data })).toThrow(
        expect.objectContaining({
          code: 'archive_broken',
          message: expect.stringContaining(archiveFile()),
          remedy: expect.stringContaining('Restore the file from a backup'),
        }),
      );
      expect(bytesOf(data)).toEqual(before);
    },
  );

  test(
    'an archive that is broken beside what a killed process left: no start, nothing touched',
    async () => {
      const killed = start(data, ['ingest', '--no-index', '--json', file(5000)]);
      killed.stdout!.once('data', () => killed.kill('SIGKILL'));
      await ended(killed);
      expect(readdirSync(data)).toContain('archive.db-wal');
      const bytes = readFileSync(archiveFile());
      writeFileSync(archiveFile(), Buffer.alloc(bytes.length, 'x'));
      const before = bytesOf(data);
      const { code, errors } = await lisan(data, ['serve']);
      expect({ code, errors }).toEqual({
        code: 1,
        errors: expect.stringMatching(/archive\.db cannot be read[\s\S]*Restore the file from a backup/),
      });
      expect(bytesOf(data)).toEqual(before);
    },
    LONG,
  );

  test.each(['its header', 'its middle', 'its absence'])(
    'an index with a fault in %s is rebuilt from the archive automatically',
    async (place) => {
      const service = testService({ LISAN_DATA: data });
      await service.fill(Array.from({ length: 400 }, (_, number) => article(number)));
      const index = join(data, readdirSync(data).find((name) => /^index-.*db$/.test(name))!);
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
      const again = testService({ LISAN_DATA: data });
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

test(
  'a service answers from an index built by another version of the analysis and builds a new one automatically',
  async () => {
    const before = testService({ LISAN_DATA: data });
    await before.fill(Array.from({ length: 600 }, (_, number) => article(number)));
    const [{ engine, generation }] = before.archive.indexes('sqlite') as [IndexEntry];
    before.archive.setAnalysis(engine, generation, 'of another version');
    await before.close();
    const { child, url, over } = await serve(data);
    const ask = async (path: string) => {
      const response = await fetch(url + path);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    // If health reports "outdated" after a response, the index was outdated during it too: a new index never is.
    let fromOld = 0;
    for (let number = 0, outdated = true; outdated; number = (number + 1) % 600) {
      const { status, body } = await ask(`/api/search?q=word${number}x`);
      // Until the first thread that searches has started.
      if (fromOld === 0 && status === 503) continue;
      expect({ status, body }).toMatchObject({ status: 200, body: { hits: [{ id: `a${number}` }] } });
      outdated = (await ask('/health')).body.outdated === true;
      if (outdated) fromOld++;
    }
    expect(fromOld).toBeGreaterThan(0);
    expect((await ask('/api/search?q=word9x')).body).toMatchObject({ hits: [{ id: 'a9' }] });
    child.kill('SIGTERM');
    expect((await over).code).toBe(0);
    const after = testService({ LISAN_DATA: data });
    expect(after.archive.liveIndex(engine)).toMatchObject({ analysis: after.analysis, stage: 'ready' });
    expect(after.archive.liveIndex(engine)?.generation).not.toBe(generation);
    await after.remove();
  },
  LONG,
);

describe('signals', () => {
  test(
    'SIGTERM: a service ends with exit code 0',
    async () => {
      const { child, url, over } = await serve(data);
      expect((await fetch(`${url}/metrics`)).status).toBe(200);
      child.kill('SIGTERM');
      expect((await over).code).toBe(0);
      await expect(fetch(url)).rejects.toThrow();
    },
    LONG,
  );

  test('a stopping service answers the requests it has begun to read', async () => {
    const service = testService({ LISAN_DATA: data });
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
    'SIGTERM: an ingest ends after its batch and says so with its exit code',
    async () => {
      const child = start(data, ['ingest', '--no-index', '--json', file(20_000)]);
      child.stdout!.once('data', () => child.kill('SIGTERM'));
      const { code, out } = await ended(child);
      expect(code).toBe(143);
      const { added } = JSON.parse(out.trim().split('\n').at(-1)!);
      const archive = new Archive(archiveFile());
      expect(archive.count()).toBe(added);
      archive.close();
    },
    LONG,
  );
});

test(
  'the engine is down: documents are kept, the exit code says so, the next reindex catches up',
  async () => {
    const down = { env: { LISAN_ENGINE: 'opensearch', LISAN_OPENSEARCH_URL: 'http://127.0.0.1:1' } };
    const { code, errors } = await lisan(data, ['ingest', file(3)], down);
    expect({ code, errors }).toEqual({
      code: 3,
      errors: expect.stringContaining('documents are stored'),
    });
    expect((await lisan(data, ['reindex', '--json'])).out).toContain('"documents":3');
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
      const copy = join(folder, 'copy.db');
      const archive = new Archive(archiveFile());
      archive.put(Array.from({ length: 2000 }, (_, number) => article(number, 50)));
      const making = backUp(archiveFile(), copy);
      for (let number = 2000; number < 2200; number++) {
        archive.put([article(number)]);
        await new Promise(setImmediate);
      }
      const { documents: held } = await making;
      archive.close();
      expect(held).toBeGreaterThanOrEqual(2000);
      expect(verdictOf(copy)).toBe('ok');
      const elsewhere = join(folder, 'elsewhere');
      const { code, out } = await lisan(elsewhere, ['restore', copy]);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`${held} documents`) });
      expect(await found(elsewhere, 'word1999x')).toEqual(['a1999']);
    },
    LONG,
  );

  test('articles that the backup lacks are not found after a restore', async () => {
    const copy = join(folder, 'copy.db');
    const service = testService({ LISAN_DATA: data });
    await service.fill([article(1), article(2)]);
    await backUp(archiveFile(), copy);
    await service.fill([article(3)]);
    await service.close();
    await expect(restoreFrom(service.config, copy, false)).rejects.toMatchObject({ code: 'archive_exists' });
    const { replaced } = await restoreFrom(service.config, copy, true);
    expect(readdirSync(data).filter((name) => name.startsWith('index-'))).toEqual([]);
    expect(await found(data, 'article')).toEqual(['a1', 'a2']);
    expect(documents(replaced!)).toBe(3);
  });

  test('a restore refuses an archive in use; it replaces a broken one and keeps it', async () => {
    const copy = join(folder, 'copy.db');
    const archive = new Archive(archiveFile());
    archive.put([article(1)]);
    await backUp(archiveFile(), copy);
    expect(() => restore(copy, archiveFile(), true)).toThrow(
      expect.objectContaining({ code: 'archive_in_use' }),
    );
    archive.close();
    writeFileSync(archiveFile(), 'broken '.repeat(1000));
    const { replaced } = restore(copy, archiveFile(), true);
    expect(readFileSync(replaced!, 'utf8')).toContain('broken');
    expect(documents(archiveFile())).toBe(1);
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
      (copy) => cpSync(join(data, readdirSync(data).find((name) => /^index-.*db$/.test(name))!), copy),
    ],
  ])('%s is refused as a backup', async (_, damage) => {
    const copy = join(folder, 'copy.db');
    const service = testService({ LISAN_DATA: data });
    await service.fill(Array.from({ length: 100 }, (_, number) => article(number)));
    await service.close();
    await backUp(archiveFile(), copy);
    await expect(backUp(archiveFile(), copy)).rejects.toMatchObject({ code: 'backup_exists' });
    damage(copy);
    const before = bytesOf(data);
    expect(() => restore(copy, archiveFile(), true)).toThrow(
      expect.objectContaining({ code: 'backup_broken' }),
    );
    expect(bytesOf(data)).toEqual(before);
  });
});

test(
  'a thousand searches through a full reindex, ingests and a restart of the engine: none fails, none is empty',
  async () => {
    const service = testService({ LISAN_DATA: data });
    await service.fill(Array.from({ length: 1500 }, (_, number) => article(number)));
    const server = await startServer(service);
    const questions = Array.from({ length: 1500 }, (_, n) => ({ q: `word${n}x`, id: `a${n}` }));
    await askThrough(server.url, questions, async () => {
      for (const words of [
        ['reindex', '--full'],
        ['ingest', file(1600)],
        ['reindex', '--full'],
        ['reindex', '--rollback'],
        ['vacuum'],
      ]) {
        const { code, errors } = await lisan(data, words);
        expect({ code, errors }).toMatchObject({ code: 0 });
        await service.live.close();
      }
    });
    await server.stop();
    await service.remove();
  },
  LONG,
);
