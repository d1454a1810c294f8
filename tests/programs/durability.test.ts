/** Failures of disks and processes, provoked one by one in real processes; `scripts/crash-test.ts` kills at random. */
import { spawn } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Archive, type IndexEntry } from '../../src/archive/archive.ts';
import { startServer } from '../../src/http/server.ts';
import { articles, bytesOf, durableFolder, verdictOf } from '../support/durable.ts';
import { ended, LISAN, lisan, serve, start } from '../support/process.ts';
import { askThrough } from '../support/search-loop.ts';
import { testService } from '../support/service.ts';

/** Time limit in milliseconds of a test with processes on a busy machine. */
const LONG = 90_000;
const at = durableFolder();

describe('disk', () => {
  test(
    'a full disk ends an ingest; what was acknowledged is stored, and a later ingest adds the rest',
    async () => {
      const input = at.file(3000, 40);
      // Maximum file size in blocks of 1 KiB; the archive of these articles needs about 4 MiB.
      const command = `ulimit -f 2000; exec "$0" "$@"`;
      const words = ['ingest', '--no-index', '--json', input];
      const child = spawn('bash', ['-c', command, process.execPath, LISAN, ...words], {
        env: { ...process.env, LISAN_DATA: at.data },
      });
      const { code, out, errors } = await ended(child);
      expect({ code, errors }).toEqual({
        code: 1,
        errors: expect.stringMatching(/archive\.db.*(room|written)/),
      });
      const acknowledged = out === '' ? 0 : JSON.parse(out.trim().split('\n').at(-1)!).read;
      expect(acknowledged).toBeGreaterThan(0);
      expect(acknowledged).toBeLessThan(3000);
      expect(verdictOf(at.archive)).toBe('ok');
      const archive = new Archive(at.archive);
      expect(archive.count()).toBe(acknowledged);
      archive.close();
      expect((await lisan(at.data, ['ingest', '--no-index', input])).out).toContain(
        `${acknowledged} unchanged`,
      );
    },
    LONG,
  );

  test(
    'a read-only disk is reported, and nothing is changed',
    async ({ skip }) => {
      await lisan(at.data, ['ingest', at.file(3)]);
      const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      chmodSync(at.path, 0o755);
      chmodSync(at.data, 0o555);
      for (const name of readdirSync(at.data)) chmodSync(join(at.data, name), 0o444);
      const before = bytesOf(at.data);
      let child: ReturnType<typeof start>;
      try {
        child = start(at.data, ['ingest', at.file(4)], asNobody);
      } catch (thrown) {
        return skip(`no process as another user: ${thrown}`);
      }
      const { code, errors } = await ended(child);
      if (
        errors.includes('MODULE_NOT_FOUND') ||
        /EACCES: permission denied, open '(?!.*archive\.db)/.test(errors)
      )
        return skip('another user may not read this checkout');
      expect({ code, errors }).toEqual({
        code: 1,
        errors: expect.stringMatching(/archive\.db.*\n.*(writable|write)/),
      });
      chmodSync(at.data, 0o755);
      expect(bytesOf(at.data)).toEqual(before);
    },
    LONG,
  );
});

test(
  'an archive that is broken beside what a killed process left: no start, nothing touched',
  async () => {
    const killed = start(at.data, ['ingest', '--no-index', '--json', at.file(5000)]);
    killed.stdout!.once('data', () => killed.kill('SIGKILL'));
    await ended(killed);
    expect(readdirSync(at.data)).toContain('archive.db-wal');
    const bytes = readFileSync(at.archive);
    writeFileSync(at.archive, Buffer.alloc(bytes.length, 'x'));
    const before = bytesOf(at.data);
    const { code, errors } = await lisan(at.data, ['serve']);
    expect({ code, errors }).toEqual({
      code: 1,
      errors: expect.stringMatching(/archive\.db cannot be read[\s\S]*Restore the file from a backup/),
    });
    expect(bytesOf(at.data)).toEqual(before);
  },
  LONG,
);

test(
  'a service answers from an index built by another version of the analysis and builds a new one automatically',
  async () => {
    const before = testService({ LISAN_DATA: at.data });
    await before.fill(articles(600));
    const [{ engine, generation }] = before.archive.indexes('sqlite') as [IndexEntry];
    before.archive.setAnalysis(engine, generation, 'of another version');
    await before.close();
    const { child, url, over } = await serve(at.data);
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
    const after = testService({ LISAN_DATA: at.data });
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
      const { child, url, over } = await serve(at.data);
      expect((await fetch(`${url}/metrics`)).status).toBe(200);
      child.kill('SIGTERM');
      expect((await over).code).toBe(0);
      await expect(fetch(url)).rejects.toThrow();
    },
    LONG,
  );

  test(
    'SIGTERM: an ingest ends after its batch and says so with its exit code',
    async () => {
      const child = start(at.data, ['ingest', '--no-index', '--json', at.file(20_000)]);
      child.stdout!.once('data', () => child.kill('SIGTERM'));
      const { code, out } = await ended(child);
      expect(code).toBe(143);
      const { added } = JSON.parse(out.trim().split('\n').at(-1)!);
      const archive = new Archive(at.archive);
      expect(archive.count()).toBe(added);
      archive.close();
    },
    LONG,
  );
});

test(
  'a thousand searches through a full reindex, ingests and a restart of the engine: none fails, none is empty',
  async () => {
    const service = testService({ LISAN_DATA: at.data });
    await service.fill(articles(1500));
    const server = await startServer(service);
    const questions = Array.from({ length: 1500 }, (_, n) => ({ q: `word${n}x`, id: `a${n}` }));
    await askThrough(server.url, questions, async () => {
      for (const words of [
        ['reindex', '--full'],
        ['ingest', at.file(1600)],
        ['reindex', '--full'],
        ['reindex', '--rollback'],
        ['vacuum'],
      ]) {
        const { code, errors } = await lisan(at.data, words);
        expect({ code, errors }).toMatchObject({ code: 0 });
        await service.live.close();
      }
    });
    await server.stop();
    await service.remove();
  },
  LONG,
);
