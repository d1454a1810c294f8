import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { receiveSharedMemory, share, sharedMemory } from '../../src/common/shared-memory.ts';
import { sharedTable } from '../../src/common/shared-table.ts';

const WORKER = new URL('../support/shared-table-worker.ts', import.meta.url);
/** What tables of two numbers have before them. */
const HEAD_BYTES = 8;
const memoryOfTwo = (): SharedArrayBuffer => new SharedArrayBuffer(HEAD_BYTES + 2 * 4);

/** What a thread has in a table, which it fills if nobody has. `fills` counts how often a thread did. */
async function inThread(name: string, fills: SharedArrayBuffer): Promise<number[]> {
  const thread = new Worker(WORKER, { workerData: { name, size: 2, fills } });
  const [[numbers]] = await Promise.all([once(thread, 'message'), once(thread, 'exit')]);
  return numbers;
}

describe('a shared table', () => {
  test('is filled at its first use, and once', () => {
    let fills = 0;
    const table = sharedTable('test: once', 2, (numbers) => {
      fills++;
      numbers.set([5, 6]);
    });
    expect(fills).toBe(0);
    expect([...table(), ...table()]).toEqual([5, 6, 5, 6]);
    expect(fills).toBe(1);
  });

  test('is there for threads that are started later', async () => {
    const fills = new SharedArrayBuffer(4);
    sharedTable('test: later', 2, (numbers) => numbers.set([5, 6]))();
    expect(await inThread('test: later', fills)).toEqual([5, 6]);
    expect(new Int32Array(fills)[0]).toBe(0);
  });

  test('is filled by one of two threads that need it at the same time', async () => {
    const fills = new SharedArrayBuffer(4);
    share('test: two', memoryOfTwo());
    const both = await Promise.all([inThread('test: two', fills), inThread('test: two', fills)]);
    expect(both).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(new Int32Array(fills)[0]).toBe(1);
  });

  test('is filled again after an error', () => {
    let fails = true;
    const table = sharedTable('test: error', 1, (numbers) => {
      if (fails) throw new Error('no file');
      numbers[0] = 7;
    });
    expect(table).toThrow('no file');
    fails = false;
    expect([...table()]).toEqual([7]);
  });

  test('is made anew by who has waited for a thread that was stopped while it filled it', () => {
    const memory = memoryOfTwo();
    new Int32Array(memory)[0] = 1;
    share('test: stopped', memory);
    const table = sharedTable('test: stopped', 2, (numbers) => numbers.set([5, 6]), 10);
    expect([...table()]).toEqual([5, 6]);
  });
});

test('what a thread was sent is added to what it has', () => {
  share('test: mine', 1);
  receiveSharedMemory(new Map([['test: sent', 2]]));
  expect(sharedMemory().get('test: mine')).toBe(1);
  expect(sharedMemory().get('test: sent')).toBe(2);
});
