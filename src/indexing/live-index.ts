/** The index that answers searches. It stays open until a reindex has switched to another build. */
import type { Archive, IndexEntry } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import type { Engine, Index, IndexMetadata } from '../engines/engine.ts';
import { settle } from './agreement.ts';
import { guardedIndex } from './guarded-index.ts';

/** How long running searches may still use the previous build. */
const GRACE_MS = 30_000;
/** When a client may retry while the index is being built. */
const RETRY_AFTER_SECONDS = 5;
/** Codes of errors after which an index must be rebuilt. */
const UNUSABLE = ['index_missing', 'index_broken', 'database_older', 'database_newer', 'database_foreign'];

/** Whether an error means that the index must be rebuilt from the archive. */
export function isUnusable(thrown: unknown): thrown is LisanError {
  return thrown instanceof LisanError && UNUSABLE.includes(thrown.code);
}

/** Differs whenever the index may have other documents or words. */
export const stateOf = ({ generation, analysis, position }: IndexEntry): string =>
  `${generation} ${analysis} ${position}`;

export class LiveIndex {
  readonly #archive: Archive;
  readonly #entry: () => IndexEntry | undefined;
  readonly #engine: Engine;
  readonly #prepare: (index: Index) => Index;
  readonly #retired = new Map<Index, NodeJS.Timeout>();
  #open: Index | undefined;
  /** Why the index lacked changes when it was opened that the archive had recorded; `undefined` if it lacked none. */
  behind: string | undefined;
  /** Called if no index can be used, or if it lacks changes unexpectedly; a service then updates or rebuilds it. */
  onUnusable: () => void = () => {};

  /** `prepare`: what an index is opened with, for the search. */
  constructor(archive: Archive, engine: Engine, prepare: (index: Index) => Index = (index) => index) {
    this.#prepare = prepare;
    this.#archive = archive;
    this.#entry = archive.keep(() => archive.liveIndex(engine.name));
    this.#engine = engine;
  }

  /** The metadata of the index that was opened last; `undefined` before the first. */
  get metadata(): IndexMetadata | undefined {
    return this.#open?.metadata;
  }

  /** The live index. @throws LisanError `index_rebuilding` while no index can be used, or from the engine. */
  async current(): Promise<Index> {
    return (await this.opened()).index;
  }

  /**
   * The live index with its entry in the archive: it has at least the changes up to the position of the entry. What was
   * written before the call is seen from here on, by whoever asks the archive. @throws as `current`.
   */
  async opened(): Promise<{ index: Index; entry: IndexEntry }> {
    this.#archive.look();
    const entry = this.#entry();
    if (entry === undefined || entry.stage === 'failed') throw this.#rebuilding(entry);
    if (this.#open?.generation !== entry.generation) {
      try {
        const opened = await this.#engine.open(entry.generation, false);
        await this.#settle(entry, opened);
        if (this.#open !== undefined) this.#retire(this.#open);
        this.#open = guardedIndex(this.#prepare(opened), (thrown) => this.#handle(thrown, entry));
      } catch (thrown) {
        throw this.#handle(thrown, entry);
      }
    }
    return { index: this.#open, entry };
  }

  /** Compares a newly opened index with the archive. One that is behind is used, and a service updates it. */
  async #settle(entry: IndexEntry, index: Index): Promise<void> {
    try {
      const { behind } = await settle(this.#archive, entry, index);
      this.behind = behind;
      if (behind !== undefined) this.onUnusable();
    } catch (thrown) {
      await index.close();
      throw thrown;
    }
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

  /** The error to throw instead. An index that cannot be used is recorded in the archive as failed. */
  #handle(thrown: unknown, entry: IndexEntry): unknown {
    if (!isUnusable(thrown)) return thrown;
    this.#archive.checkPlace();
    this.#archive.setFailed(entry.engine, entry.generation, thrown.message);
    return this.#rebuilding(entry, thrown);
  }

  #retire(index: Index): void {
    const timer = setTimeout(() => {
      this.#retired.delete(index);
      void index.close();
    }, GRACE_MS);
    timer.unref();
    this.#retired.set(index, timer);
  }

  #rebuilding(entry: IndexEntry | undefined, cause?: unknown): LisanError {
    this.onUnusable();
    return new LisanError({
      code: 'index_rebuilding',
      message:
        entry === undefined
          ? `The index of the engine ${this.#engine.name} is not built yet.`
          : `The index of the engine ${this.#engine.name} cannot be used and is being rebuilt from the archive.`,
      remedy:
        'A running service rebuilds it: retry in a few seconds. Without a service, run `lisan reindex`.',
      status: 503,
      retryAfter: RETRY_AFTER_SECONDS,
      cause,
    });
  }
}
