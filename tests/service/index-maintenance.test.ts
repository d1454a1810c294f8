/** When a service updates its index, how often it retries, and what it reports meanwhile. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LisanError } from '../../src/common/errors.ts';
import { startServer } from '../../src/http/server.ts';
import type { ReindexReport } from '../../src/indexing/reindex.ts';
import { IndexMaintenance, type Run } from '../../src/service/index-maintenance.ts';
import { type TestService, testService } from '../support/service.ts';

const REPORT = { outcome: 'updated' } as ReindexReport;
const silent = pino({ level: 'silent' });

describe('index maintenance', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Maintenance whose runs end when the test says so. */
  function held() {
    const runs: { end(): void; fail(reason: unknown): void }[] = [];
    const run: Run = () =>
      new Promise((resolve, reject) => runs.push({ end: () => resolve(REPORT), fail: reject }));
    return { runs, upkeep: new IndexMaintenance(run, silent) };
  }

  test('one further run indexes everything written during a run', async () => {
    const { runs, upkeep } = held();
    const first = upkeep.update();
    const second = upkeep.update();
    expect(upkeep.update()).toBe(second);
    expect(runs).toHaveLength(1);
    expect(upkeep.pending).toBe(2);
    runs[0]!.end();
    await first;
    await vi.waitFor(() => expect(runs).toHaveLength(2));
    runs[1]!.end();
    await second;
    expect(upkeep.pending).toBe(0);
  });

  test('retries failed runs with exponential backoff and reports the failure until one succeeds', async () => {
    const { runs, upkeep } = held();
    const level = upkeep.update();
    const pauses: number[] = [];
    for (let failures = 0; failures < 12; failures++) {
      runs[failures]!.fail(
        new LisanError({ code: 'storage_full', message: 'No room.', remedy: 'Make some.', status: 507 }),
      );
      await vi.advanceTimersByTimeAsync(0);
      const { retryAfter } = upkeep.failure!;
      expect(upkeep.failure).toMatchObject({
        code: 'storage_full',
        reason: 'No room.',
        remedy: 'Make some.',
      });
      pauses.push(retryAfter);
      await vi.advanceTimersByTimeAsync(retryAfter * 1000 - 1);
      expect(runs, 'not before the announced time').toHaveLength(failures + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(runs).toHaveLength(failures + 2);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]);
    runs.at(-1)!.end();
    await level;
    expect(upkeep.failure).toBeUndefined();
  });

  test('backs off if an index stays unusable after successful runs', async () => {
    const { runs, upkeep } = held();
    const waits: number[] = [];
    for (let run = 0; run < 6; run++) {
      upkeep.wake();
      const begun = Date.now();
      while (runs.length === run) await vi.advanceTimersByTimeAsync(100);
      waits.push(Math.round((Date.now() - begun) / 1000));
      runs[run]!.end();
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(waits).toEqual([0, 1, 2, 4, 8, 16]);
    // After a quiet period, it counts as the first failure again.
    await vi.advanceTimersByTimeAsync(120_000);
    upkeep.wake();
    expect(runs).toHaveLength(7);
  });

  test('a service that stops waits for the current run and starts no other', async () => {
    const { runs, upkeep } = held();
    const level = upkeep.update();
    const next = upkeep.update();
    const stopped = upkeep.stop();
    runs[0]!.fail(new Error('interrupted'));
    await stopped;
    await expect(level).rejects.toThrow();
    await expect(next).rejects.toThrow();
    expect(runs).toHaveLength(1);
  });

  test('reports the progress of a run', async () => {
    let upkeep: IndexMaintenance | undefined;
    const seen: unknown[] = [];
    upkeep = new IndexMaintenance(async (progress) => {
      progress(3, 7);
      seen.push(upkeep!.progress);
      return REPORT;
    }, silent);
    await upkeep.update();
    expect(seen).toEqual([{ done: 3, total: 7 }]);
    expect(upkeep.progress).toBeUndefined();
  });
});

describe('a data folder that disappears under a running service', () => {
  let service: TestService;
  beforeEach(async () => {
    service = testService({ LISAN_API_KEYS: 'ingest:0123456789abcdef' });
    await service.fill([{ id: 'a', title: 'Okapi', body: 'An okapi.', keywords: [] }]);
  });
  afterEach(() => service.remove());

  const post = (url: string) =>
    fetch(`${url}/api/documents`, {
      method: 'POST',
      body: JSON.stringify({ documents: [{ title: 'Tapir' }] }),
      headers: { 'content-type': 'application/json', authorization: 'Bearer 0123456789abcdef' },
    });

  test.each<[string, (folder: string) => void]>([
    ['deleted', (folder) => rmSync(folder, { recursive: true })],
    [
      'replaced by another',
      (folder) => {
        renameSync(folder, `${folder}-away`);
        mkdirSync(folder);
        const other = testService({ LISAN_DATA: folder });
        other.archive.put([{ id: 'b', title: 'Other', body: '', keywords: [] }]);
        void other.close();
      },
    ],
  ])('%s: health and writes fail, nothing is acknowledged, no empty archive is created', async (_, take) => {
    const folder = service.config.data;
    const server = await startServer(service);
    try {
      expect((await fetch(`${server.url}/api/search?q=okapi`)).status).toBe(200);
      take(folder);
      const health = await fetch(`${server.url}/health`);
      expect(health.status).toBe(503);
      expect(await health.json()).toMatchObject({
        error: {
          code: 'archive_gone',
          message: expect.stringContaining(join(folder, 'archive.db')),
          remedy: expect.stringContaining('put the file back'),
        },
      });
      const written = await post(server.url);
      expect(written.status).toBe(503);
      expect(await written.json()).toMatchObject({ error: { code: 'archive_gone' } });
      // Open files can still be searched.
      expect((await fetch(`${server.url}/api/search?q=okapi`)).status).toBe(200);
      await expect(
        Promise.race([server.maintenance.update(), failed(server.maintenance)]),
      ).resolves.toMatchObject({
        code: 'archive_gone',
      });
    } finally {
      await server.stop();
      rmSync(`${folder}-away`, { recursive: true, force: true });
    }
  });

  /** The failure of a run, once there is one. */
  async function failed(upkeep: IndexMaintenance): Promise<IndexMaintenance['failure']> {
    await expect.poll(() => upkeep.failure, { timeout: 20_000 }).toBeDefined();
    return upkeep.failure;
  }
});
