/** Writes on a thread: they wait for other processes, and the service answers meanwhile. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Write } from '../../../src/http/workers/write.ts';
import { WriteQueue } from '../../../src/http/workers/write-queue.ts';
import { type Running, running } from '../../support/running-service.ts';
import { testService } from '../../support/service.ts';

const KEY = '0123456789abcdef';
const headers = { authorization: `Bearer ${KEY}` };

async function threaded(): Promise<Running> {
  const api = await running({ LISAN_READERS: '1', LISAN_API_KEYS: `ingest:${KEY}` });
  await expect.poll(() => api.server.readers.threads, { timeout: 100_000 }).toBe(1);
  return api;
}

test('while another process holds the archive, writes wait and all else is answered', async () => {
  const api = await threaded();
  const other = new DatabaseSync(join(api.service.config.data, 'archive.db'));
  try {
    // The writer thread is there.
    expect(
      (await api.post('/api/documents', { documents: [{ id: 'a', title: 'Okapi' }] }, headers)).status,
    ).toBe(202);
    await api.server.maintenance.update();
    other.exec('BEGIN IMMEDIATE');
    let isStored = false;
    const stored = api
      .post('/api/documents', { documents: [{ id: 'b', title: 'Quagga' }] }, headers)
      .then((answer) => {
        isStored = true;
        return answer;
      });
    await expect.poll(() => api.server.writes.waiting).toBe(1);
    for (const path of ['/health', '/api/search?q=okapi', '/api/documents/a', '/api/suggest?q=o', '/metrics'])
      expect((await api.ask(path)).status, path).toBe(200);
    expect(isStored).toBe(false);
    other.exec('COMMIT');
    expect((await stored).status).toBe(202);
    expect((await api.ask('/api/documents/b')).status).toBe(200);
  } finally {
    other.close();
    await api.end();
  }
});

test('the thread starts with the first write', async () => {
  const api = await threaded();
  try {
    expect(api.server.writes.threads).toBe(0);
    const stored = await api.post('/api/documents', { documents: [{ id: 'a', title: 'Okapi' }] }, headers);
    expect(stored.status).toBe(202);
    expect(api.server.writes.threads).toBe(1);
  } finally {
    await api.end();
  }
});

describe('the queue', () => {
  const write: Write<number, number> = { name: 'meilisearch/task', run: (_store, request) => request };

  test('is bounded by number and bytes; what does not fit is rejected with Retry-After', async () => {
    const service = testService({ LISAN_READERS: '1' });
    const queue = new WriteQueue(service, 1000);
    // It is not started, so that everything waits.
    const waiting = Array.from({ length: 100 }, (_, n) => queue.run(write, n));
    for (const each of waiting) each.catch(() => {});
    await expect(queue.run(write, 100)).rejects.toMatchObject({
      code: 'writes_overloaded',
      status: 503,
      retryAfter: expect.any(Number),
    });
    const other = new WriteQueue(service, 1000);
    void other.run(write, 0, 50 * 1024 * 1024).catch(() => {});
    await expect(other.run(write, 1, 50 * 1024 * 1024)).rejects.toMatchObject({ code: 'writes_overloaded' });
    await queue.stop();
    await service.remove();
  });
});
