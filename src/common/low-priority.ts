/** Threads that give way to others. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Of two threads that want a processor, one with this niceness gets a quarter of it. */
const NICENESS = 6;

/**
 * Lets the calling thread, and threads that it starts, give way to the other threads of the machine. Linux only, where
 * the priority is that of a thread; elsewhere it would be that of the process.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(thread, NICENESS);
  } catch {
    // Without /proc, or not allowed: it is as important as the others.
  }
}
