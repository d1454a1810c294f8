/**
 * What is in memory of packed lists, by pack: all threads of the process share it. A thread has what was there when it was
 * started, and what it was sent later.
 */
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { MemorySection } from './pack-format.ts';

export interface PackMemory {
  buffer: SharedArrayBuffer;
  filter: SharedArrayBuffer;
  places: Readonly<Record<MemorySection, { at: number; bytes: number }>>;
}

export type PacksInMemory = ReadonlyMap<string, PackMemory>;

const ENVIRONMENT_KEY = 'lisan packed lists';

/** All of them, as they can be sent to a thread. */
export function packsInMemory(): PacksInMemory {
  return (getEnvironmentData(ENVIRONMENT_KEY) as unknown as PacksInMemory | undefined) ?? new Map();
}

/** What another thread sent. */
export function receivePacks(packs: PacksInMemory): void {
  setEnvironmentData(ENVIRONMENT_KEY, new Map([...packsInMemory(), ...packs]) as never);
}

/** @returns undefined if no thread that this one knows of has loaded it. */
export const packInMemory = (key: string): PackMemory | undefined => packsInMemory().get(key);

/** Threads that are started later have it too. */
export function sharePack(key: string, memory: PackMemory): void {
  receivePacks(new Map([[key, memory]]));
}
