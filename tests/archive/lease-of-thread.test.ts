/** A thread that ended without giving its lease back does not block the next thread of the same process. */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { throwAwayFolder } from '../support/service.ts';

const HOLDER = new URL('./lease-holder.ts', import.meta.url);

/** What a new thread says that takes the lease; it keeps it until it is ended. */
async function holder(file: string): Promise<{ said: unknown; end(): Promise<unknown> }> {
  const thread = new Worker(HOLDER, { workerData: file });
  const [said] = await once(thread, 'message');
  return { said, end: () => thread.terminate() };
}

test('the lease of a thread that died is taken by the next one', async () => {
  const folder = throwAwayFolder();
  const file = join(folder.path, 'archive.db');
  new Archive(file).close();
  try {
    const first = await holder(file);
    expect(first.said).toBe('held');
    await first.end();
    const second = await holder(file);
    expect(second.said).toBe('held');
    await second.end();
  } finally {
    folder.remove();
  }
});
