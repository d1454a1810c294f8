/** A drop folder: files are taken once nobody writes to them any more, and again when they change. */
import { watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LisanError, messageOf } from '../common/errors.ts';

/** Milliseconds a file must stay as it is before it is taken. */
const QUIET = 1_000;
/** Milliseconds between two looks where the system tells of no change: shared disks do not always. */
const LOOK = 30_000;

/** Size and time of a file's last change: what tells two states of it apart. */
type State = string;

export interface DropFolderOptions {
  /** See `QUIET` and `LOOK`. */
  quiet?: number;
  look?: number;
}

export class DropFolder {
  readonly #folder: string;
  readonly #quiet: number;
  readonly #look: number;
  /** What was handed out, by path. */
  readonly #taken = new Map<string, State>();

  constructor(folder: string, { quiet = QUIET, look = LOOK }: DropFolderOptions = {}) {
    this.#folder = folder;
    this.#quiet = quiet;
    this.#look = look;
  }

  /**
   * Paths of files that are new or changed, in order of name; an empty list when there is nothing and `look` went by.
   * Ends with the signal. Dot files and folders are passed over, so that a writer can hide what is not complete.
   * @throws LisanError `path_unreadable`.
   */
  async *arrivals(signal: AbortSignal): AsyncGenerator<string[]> {
    const bell = new Bell();
    const watcher = this.#watch(() => bell.ring());
    signal.addEventListener('abort', () => bell.ring(), { once: true });
    let seen = new Map<string, State>();
    try {
      while (!signal.aborted) {
        const now = await this.#states();
        const changed = [...now].filter(([path, state]) => this.#taken.get(path) !== state);
        const quiet = changed.filter(([path, state]) => seen.get(path) === state);
        for (const path of this.#taken.keys()) if (!now.has(path)) this.#taken.delete(path);
        if (changed.length === 0 || quiet.length > 0) {
          for (const [path, state] of quiet) this.#taken.set(path, state);
          yield quiet.map(([path]) => path).sort();
        }
        seen = now;
        await bell.wait(
          changed.length > quiet.length ? this.#quiet : this.#look,
          changed.length > quiet.length,
        );
      }
    } finally {
      watcher.close();
    }
  }

  #watch(onChange: () => void): { close(): void } {
    try {
      return watch(this.#folder, { recursive: true }, onChange).on('error', () => {});
    } catch (cause) {
      throw this.#unreadable(cause);
    }
  }

  async #states(): Promise<Map<string, State>> {
    const states = new Map<string, State>();
    const visit = async (folder: string): Promise<void> => {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.')) continue;
        // It may be gone by now; only the folder itself must be there.
        if (entry.isDirectory()) await visit(path).catch(() => {});
        else if (entry.isFile()) {
          const { size, mtimeMs } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0 }));
          // It may have been taken away since the folder was read.
          if (size >= 0) states.set(path, `${size} ${mtimeMs}`);
        }
      }
    };
    try {
      await visit(this.#folder);
    } catch (cause) {
      throw this.#unreadable(cause);
    }
    return states;
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

/** Wakes whoever waits; a ring that nobody waits for is kept. */
class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Waits for a ring or so many milliseconds; with `deaf` the whole time, and a ring is heard afterwards. */
  async wait(milliseconds: number, deaf: boolean): Promise<void> {
    if (this.#rung && !deaf) {
      this.#rung = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        if (deaf) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
    if (!deaf) this.#rung = false;
  }
}
