/** A reader thread that was started before the service opened. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newThread, READ_WORKER, startReaderAhead } from '../../../src/http/workers/new-thread.ts';
import { running } from '../../support/running-service.ts';

/** Called for each thread that starts. */
const started = vi.fn();

beforeEach(() => {
  started.mockClear();
  process.on('worker', started);
});
afterEach(() => {
  process.off('worker', started);
  vi.unstubAllEnvs();
});

test('is taken once, and only for its own code', async () => {
  vi.stubEnv('LISAN_READERS', '1');
  startReaderAhead();
  const scripted = new URL('./scripted-worker.ts', import.meta.url);
  const threads = [scripted, READ_WORKER, READ_WORKER].map(newThread);
  await vi.waitFor(() => expect(started).toHaveBeenCalledTimes(3));
  expect(started.mock.calls[0]![0]).toBe(threads[1]);
  await Promise.all(threads.map((thread) => thread.terminate()));
});

test('is not started where no threads read', async () => {
  vi.stubEnv('LISAN_READERS', '0');
  startReaderAhead();
  const thread = newThread(READ_WORKER);
  await vi.waitFor(() => expect(started).toHaveBeenCalledExactlyOnceWith(thread));
  await thread.terminate();
});

test('answers searches of the service that is opened later', async () => {
  vi.stubEnv('LISAN_READERS', '1');
  startReaderAhead();
  const api = await running({ LISAN_READERS: '1' });
  try {
    await api.service.fill([{ id: 'a', title: 'Okapi', body: 'in the zoo', keywords: [] }]);
    await vi.waitFor(() => expect(api.server.readers.threads).toBe(1), { timeout: 100_000, interval: 50 });
    expect((await api.ask('/api/search?q=okapi')).body.hits).toMatchObject([{ id: 'a' }]);
  } finally {
    await api.end();
  }
});
