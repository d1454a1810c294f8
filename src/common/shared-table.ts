/**
 * Tables that are read from files of lisan and never change, in memory that all threads of the process share: the thread
 * that needs one first fills it.
 */
import { isMainThread } from 'node:worker_threads';
import { share, sharedMemory } from './shared-memory.ts';

/** Before the table: its state in 32 bits, and as many unused. */
const HEAD_BYTES = 8;
const EMPTY = 0;
const BEING_FILLED = 1;
const FILLED = 2;
/** How long a thread waits for another one to fill a table. That one may have been stopped. */
const WAIT_MS = 5_000;

/**
 * A table of `size` 32-bit integers, 0 at first; it takes no memory until it is filled. The main thread must call this
 * before it starts the threads that share the table. `fill` is called at the first use, and again, with what it has left,
 * if it threw. `name`: like no other.
 */
export function sharedTable(
  name: string,
  size: number,
  fill: (table: Int32Array) => void,
  waitMs = WAIT_MS,
): () => Int32Array {
  const newMemory = (): SharedArrayBuffer => new SharedArrayBuffer(HEAD_BYTES + size * 4);
  const makeShared = (): SharedArrayBuffer => {
    const memory = newMemory();
    share(name, memory);
    return memory;
  };
  if (isMainThread && !sharedMemory().has(name)) makeShared();
  let table: Int32Array | undefined;
  return () => {
    if (table === undefined) {
      const shared = sharedMemory().get(name) as SharedArrayBuffer | undefined;
      table = filled(shared ?? makeShared(), fill, waitMs) ?? filled(newMemory(), fill, waitMs)!;
    }
    return table;
  };
}

/** The table; `undefined` if another thread has begun to fill it and does not end. */
function filled(
  memory: SharedArrayBuffer,
  fill: (table: Int32Array) => void,
  waitMs: number,
): Int32Array | undefined {
  const state = new Int32Array(memory, 0, 1);
  const table = new Int32Array(memory, HEAD_BYTES);
  const found = Atomics.compareExchange(state, 0, EMPTY, BEING_FILLED);
  if (found === FILLED) return table;
  if (found === BEING_FILLED) {
    Atomics.wait(state, 0, BEING_FILLED, waitMs);
    return Atomics.load(state, 0) === FILLED ? table : undefined;
  }
  let next = EMPTY;
  try {
    fill(table);
    next = FILLED;
  } finally {
    Atomics.store(state, 0, next);
    Atomics.notify(state, 0);
  }
  return table;
}
