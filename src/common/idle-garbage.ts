/**
 * Gives the memory of garbage back when a thread has nothing to do. V8 collects old garbage only as new objects are made: what
 * a start or a busy minute has left would stay for as long as the thread is idle.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long a thread has had nothing to do. */
const IDLE_MS = 10_000;

/** A full collection: some 50 ms with 60 MiB in use. V8 gives the memory back within the seconds after it. */
export function collectGarbage(): void {
  // Its own way to say so is an option of Node at the start of the process.
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Returns what is to be called when work ends; a start is work, too. */
export function collectWhenIdle(collect: () => void = collectGarbage): () => void {
  let endedAt = 0;
  let waits = false;
  const wait = (ms: number): void => {
    waits = true;
    setTimeout(() => {
      const left = endedAt + IDLE_MS - performance.now();
      if (left > 0) return wait(left);
      waits = false;
      collect();
    }, ms).unref();
  };
  return () => {
    endedAt = performance.now();
    if (!waits) wait(IDLE_MS);
  };
}
