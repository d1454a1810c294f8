/**
 * What all threads of the process share, by name. A thread has what was there when it was started, and what it was sent
 * later.
 */
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** Each value has its bytes in a `SharedArrayBuffer`, or is one. */
export type SharedMemory = ReadonlyMap<string, unknown>;

const ENVIRONMENT_KEY = 'lisan shared memory';

/** All of it, as it can be sent to a thread. */
export function sharedMemory(): SharedMemory {
  return (getEnvironmentData(ENVIRONMENT_KEY) as unknown as SharedMemory | undefined) ?? new Map();
}

/** What another thread sent. */
export function receiveSharedMemory(memory: SharedMemory): void {
  setEnvironmentData(ENVIRONMENT_KEY, new Map([...sharedMemory(), ...memory]) as never);
}

/** Threads that are started later have it too. */
export function share(name: string, value: unknown): void {
  receiveSharedMemory(new Map([[name, value]]));
}
