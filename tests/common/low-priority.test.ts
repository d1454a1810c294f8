/** A thread that gives way slows down nothing but itself. */
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

test.runIf(process.platform === 'linux')('a thread that gives way leaves the process as it is', async () => {
  const before = getPriority(process.pid);
  const worker = new Worker(new URL('../support/give-way-worker.ts', import.meta.url));
  const [[ofThread, ofProcess]] = await once(worker, 'message');
  expect(ofThread).toBeGreaterThan(before);
  expect(ofProcess).toBe(before);
});
