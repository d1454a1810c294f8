/** Starts the threads that do tasks. They load their modules, and open nothing until they are told to (`ToThread`). */
import { Worker as Thread } from 'node:worker_threads';
import { moduleBeside } from '../../common/module-beside.ts';
import { readConfig } from '../../config/settings.ts';

/** Code of a reader thread. */
export const READ_WORKER = moduleBeside(import.meta.url, './read-worker');
/**
 * A thread that needs more ends, and not the process. The higher the limit, the more garbage V8 leaves in the heap: with
 * 2048 it was up to twice as large as what was used.
 */
const MAX_HEAP_MB = 1024;
/** V8's young generation: three times a semi-space. With the default of 96 it takes 64 MiB, and nothing is faster. */
const YOUNG_GENERATION_MB = 24;

let ahead: Thread | undefined;

/**
 * Starts the first reader thread of a process that is about to serve: it loads its modules while this thread loads its own,
 * and the first answer is there after the longer of the two times instead of both.
 */
export function startReaderAhead(): void {
  if (!hasReaders()) return;
  ahead = start(READ_WORKER);
  // What went wrong is said by the thread that is started in its place.
  ahead.on('error', forget);
  ahead.on('exit', forget);
  // The command may end without serving.
  ahead.unref();
}

const forget = (): void => {
  ahead = undefined;
};

/** The thread that was started ahead, if it runs this code and has not been taken, or a new one. */
export function newThread(code: URL): Thread {
  if (ahead === undefined || code.href !== READ_WORKER.href) return start(code);
  const thread = ahead;
  ahead = undefined;
  thread.off('error', forget);
  thread.off('exit', forget);
  thread.ref();
  return thread;
}

function start(code: URL): Thread {
  return new Thread(code, {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}

/** Wrong settings are told by the command. */
function hasReaders(): boolean {
  try {
    return readConfig().readers > 0;
  } catch {
    return false;
  }
}
