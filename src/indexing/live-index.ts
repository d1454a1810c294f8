/** The index that answers searches: opened once, and opened anew when a reindex has switched to another build. */
import type { Archive, IndexEntry } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import type { Engine, Index } from '../engines/engine.ts';

/** Milliseconds that searches under way may still use a build that was switched from. */
const GRACE = 30_000;
/** Seconds after which a client may ask again while the index is made. */
const RETRY_AFTER = 5;
/** What an engine says of an index that must be made again. */
const UNUSABLE = ['index_missing', 'index_broken', 'database_older', 'database_newer', 'database_foreign'];

/** Whether an engine says by this that the index must be made again from the archive. */
export function isUnusable(thrown: unknown): thrown is LisanError {
  return thrown instanceof LisanError && UNUSABLE.includes(thrown.code);
}

export class LiveIndex {
  readonly #archive: Archive;
  readonly #engine: Engine;
  readonly #retired = new Map<Index, NodeJS.Timeout>();
  #open: Index | undefined;
  /** Called where there is no index that can be used; a service has it made again. */
  onUnusable: () => void = () => {};

  constructor(archive: Archive, engine: Engine) {
    this.#archive = archive;
    this.#engine = engine;
  }

  /** The live index. @throws LisanError `index_rebuilding` while there is none that can be used, or what the engine says. */
  async current(): Promise<Index> {
    return (await this.opened()).index;
  }

  /** The same with what the archive knows of it: it has every change up to that position at least. @throws as `current`. */
  async opened(): Promise<{ index: Index; entry: IndexEntry }> {
    const entry = this.#archive.liveIndex(this.#engine.name);
    if (entry === undefined || entry.stage === 'failed') throw this.#rebuilding(entry);
    if (this.#open?.generation !== entry.generation) {
      try {
        const opened = await this.#engine.open(entry.generation, false);
        if (this.#open !== undefined) this.#retire(this.#open);
        this.#open = this.#watched(opened, entry);
      } catch (thrown) {
        throw this.#explained(thrown, entry);
      }
    }
    return { index: this.#open, entry };
  }

  async close(): Promise<void> {
    for (const [index, timer] of this.#retired) {
      clearTimeout(timer);
      await index.close();
    }
    this.#retired.clear();
    await this.#open?.close();
    this.#open = undefined;
  }

  /** The index, whose failures are looked at before they are handed on: a broken one is noted in the archive. */
  #watched(index: Index, entry: IndexEntry): Index {
    return new Proxy(index, {
      get: (_, name: keyof Index) => {
        const member = index[name];
        if (typeof member !== 'function') return member;
        return async (...values: unknown[]) => {
          try {
            return await (member as (...values: unknown[]) => unknown).apply(index, values);
          } catch (thrown) {
            throw this.#explained(thrown, entry);
          }
        };
      },
    });
  }

  #explained(thrown: unknown, entry: IndexEntry): unknown {
    if (!isUnusable(thrown)) return thrown;
    this.#archive.checkPlace();
    this.#archive.setFailed(entry.engine, entry.generation, thrown.message);
    return this.#rebuilding(entry, thrown);
  }

  #retire(index: Index): void {
    const timer = setTimeout(() => {
      this.#retired.delete(index);
      void index.close();
    }, GRACE);
    timer.unref();
    this.#retired.set(index, timer);
  }

  #rebuilding(entry: IndexEntry | undefined, cause?: unknown): LisanError {
    this.onUnusable();
    return new LisanError({
      code: 'index_rebuilding',
      message:
        entry === undefined
          ? `The index of the engine ${this.#engine.name} is not made yet.`
          : `The index of the engine ${this.#engine.name} cannot be used and is made again from the archive.`,
      remedy:
        'A service makes it by itself: ask again in a few seconds. Without a service, run `lisan reindex`.',
      status: 503,
      retryAfter: RETRY_AFTER,
      cause,
    });
  }
}
