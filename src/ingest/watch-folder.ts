/** Watches a folder and yields files once they are no longer being written, and again when they change. */
import { realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { LisanError, messageOf } from '../common/errors.ts';

/** Time for which size and modification time of a file must not change before it is handed out. */
const QUIET_MS = 1_000;
/** Interval at which an empty list is yielded, so that the caller can retry what failed. */
const IDLE_MS = 30_000;
/** Polling interval, if the folder is polled. */
const POLLING_MS = 5_000;

export interface WatchOptions {
  /** Milliseconds. Default 1,000. Raise it for writers that pause longer within one file. */
  quietMs?: number;
  /** Milliseconds. Default 30,000. */
  idleMs?: number;
  /** Look at the files at intervals, for network file systems that report no changes. Default false. */
  poll?: boolean;
  /** Milliseconds between two looks with `poll`. Default 5,000. */
  pollingMs?: number;
}

export class WatchedFolder {
  readonly #folder: string;
  readonly #quietMs: number;
  readonly #idleMs: number;
  readonly #pollingMs: number | undefined;

  constructor(
    folder: string,
    { quietMs = QUIET_MS, idleMs = IDLE_MS, poll = false, pollingMs = POLLING_MS }: WatchOptions = {},
  ) {
    this.#folder = folder;
    this.#quietMs = quietMs;
    this.#idleMs = idleMs;
    this.#pollingMs = poll ? pollingMs : undefined;
  }

  /**
   * Paths of files that are there, new or changed, sorted by name. Yields an empty list at the start of an empty folder
   * and after `idleMs` without a change. Ends with the signal. Files and folders whose name begins with a dot are
   * ignored, so a writer can hide an incomplete file and rename it when it is complete. Links are not followed.
   *
   * Chokidar reports the changes. Its `awaitWriteFinish` compares sizes only, and not at all for files that are there at
   * the start, so the wait until a file is quiet is done here: size and modification time must not change for `quietMs`.
   * @throws LisanError `path_unreadable`.
   */
  async *arrivals(signal: AbortSignal): AsyncGenerator<string[]> {
    const changes = new PendingFiles();
    const watcher = await this.#watch(changes);
    const onAbort = (): void => changes.wake();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      while (!signal.aborted) {
        if (changes.failure !== undefined) throw this.#unreadable(changes.failure);
        if (changes.pending.size === 0) yield [];
        if (changes.pending.size === 0) await changes.next(this.#idleMs, signal);
        if (changes.pending.size === 0 || signal.aborted) continue;
        await pause(this.#quietMs, undefined, { signal }).catch(() => {});
        const quiet = await changes.quiet();
        if (quiet.length > 0) yield quiet;
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      await watcher.close();
    }
  }

  async #watch(changes: PendingFiles): Promise<FSWatcher> {
    try {
      const root = realpathSync(this.#folder);
      if (!(await stat(root)).isDirectory()) throw new Error('it is not a folder');
    } catch (cause) {
      throw this.#unreadable(cause);
    }
    const watcher = watch(this.#folder, {
      ignored: (path) => path !== this.#folder && basename(path).startsWith('.'),
      followSymlinks: false,
      atomic: false,
      ...(this.#pollingMs !== undefined && {
        backend: 'polling',
        pollingInterval: this.#pollingMs,
        pollingBinaryInterval: this.#pollingMs,
      }),
    });
    watcher.on('add', (path) => changes.add(path));
    watcher.on('change', (path) => changes.add(path));
    watcher.on('unlink', (path) => changes.pending.delete(path));
    watcher.on('error', (thrown) => changes.fail(thrown));
    await new Promise<void>((resolve) => {
      watcher.once('ready', resolve);
      watcher.once('error', () => resolve());
    });
    return watcher;
  }

  #unreadable(cause: unknown): LisanError {
    return new LisanError({
      code: 'path_unreadable',
      message: `${this.#folder} cannot be watched: ${messageOf(cause)}.`,
      remedy: 'Give a folder that exists and may be read.',
      cause,
    });
  }
}

/** Files that changed and were not handed out yet. */
export class PendingFiles {
  /** Size and modification time at the last look, by path; empty before the first look. */
  readonly pending = new Map<string, string>();
  failure: unknown;
  #wake: (() => void) | undefined;

  add(path: string): void {
    this.pending.set(path, '');
    this.wake();
  }

  fail(thrown: unknown): void {
    this.failure = thrown;
    this.wake();
  }

  wake(): void {
    this.#wake?.();
  }

  /** Waits for the next change, the signal, or `milliseconds`. */
  async next(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  /** Removes and returns the files unchanged since the last poll, sorted. */
  async quiet(): Promise<string[]> {
    const quiet: string[] = [];
    for (const [path, before] of [...this.pending]) {
      const now = await stateOf(path);
      if (now === undefined) this.pending.delete(path);
      else if (now === before) {
        this.pending.delete(path);
        quiet.push(path);
      } else this.pending.set(path, now);
    }
    return quiet.sort();
  }
}

/** Size and modification time of a file; `undefined` if the file no longer exists. */
async function stateOf(path: string): Promise<string | undefined> {
  const entry = await stat(path, { bigint: true }).catch(() => undefined);
  return entry?.isFile() ? `${entry.size} ${entry.mtimeNs}` : undefined;
}
