/**
 * Keeps the index of a running service up to date: after the start, after writes, and when a search finds that it is
 * unusable. One run at a time; failed runs are retried with exponential backoff.
 */
import type { Logger } from 'pino';
import { LisanError, messageOf } from '../common/errors.ts';
import { lag, type ReindexReport } from '../indexing/reindex.ts';
import type { Service } from './service.ts';

/** Pause after a failed run: doubled each time, up to the longest. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 600_000;
/** An index that is unusable again within this time after a successful run counts as another failure. */
const STABLE_AFTER_MS = 60_000;

/** One update of the index; reports its progress. */
export type Run = (progress: (done: number, total: number) => void) => Promise<ReindexReport>;

/** Why the last run failed. */
export interface MaintenanceFailure {
  code: string;
  reason: string;
  remedy: string;
  /** Seconds from the failure to the next try. */
  retryAfter: number;
}

/** A run that succeeded. */
export interface LastUpdate extends Pick<ReindexReport, 'outcome' | 'indexed' | 'deleted' | 'retagged'> {
  /** ISO 8601 instant of its end. */
  at: string;
}

export class IndexMaintenance {
  readonly #run: Run;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  /** The current run, and the one that starts after it. */
  #current: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #pause = FIRST_PAUSE_MS;
  /** When the last successful run ended. */
  #updatedAt = Number.NEGATIVE_INFINITY;
  /** Called after each run that succeeded. */
  onUpdated: () => void = () => {};
  /** Documents that the current run has indexed, and all that it has to index. */
  progress: { done: number; total: number } | undefined;
  /** The last successful run. */
  lastUpdate: LastUpdate | undefined;
  /** Why the last run failed; `undefined` once one succeeds. */
  failure: MaintenanceFailure | undefined;

  constructor(run: Run, log: Logger) {
    this.#run = run;
    this.#log = log;
  }

  /**
   * Starts a run if the index lacks changes, if another version of the analysis made it, or if it is not the one that the
   * archive recorded.
   */
  start({
    archive,
    engine,
    analysis,
    live,
  }: Pick<Service, 'archive' | 'engine' | 'analysis' | 'live'>): void {
    const { changes, outdated } = lag(archive, engine.name, analysis);
    if (changes > 0 || outdated) this.wake();
    // Opening compares index and archive; what is wrong wakes this object through `live.onUnusable`.
    else live.current().catch((thrown) => this.#log.warn({ reason: messageOf(thrown) }, 'index not usable'));
  }

  /** Resolves when the index has everything that is in the archive now. Rejects if the service stops before. */
  update(): Promise<void> {
    if (this.#current === undefined) return this.#begin(0);
    // The current run may have read the archive before the caller wrote to it.
    this.#next ??= this.#current.catch(() => {}).then(() => this.#begin(0));
    return this.#next;
  }

  /** Called when the index is unusable. If the last run did not help, the next one waits. */
  wake(): void {
    if (this.#current !== undefined || this.#stopping.signal.aborted) return;
    const again = performance.now() - this.#updatedAt < STABLE_AFTER_MS;
    const wait = again ? this.#nextPause() : 0;
    if (wait > 0) this.#log.warn({ wait }, 'the index is unusable although it was just updated');
    void this.#begin(wait);
  }

  /** Current and waiting runs: 0, 1 or 2. */
  get pending(): number {
    return Number(this.#current !== undefined) + Number(this.#next !== undefined);
  }

  /** Starts no other run; resolves when the current one has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled([this.#current, this.#next]);
  }

  #begin(wait: number): Promise<void> {
    this.#next = undefined;
    const run = this.#tryUntilDone(wait).finally(() => {
      if (this.#current === run) this.#current = undefined;
    });
    this.#current = run;
    // Most callers do not wait.
    run.catch(() => {});
    return run;
  }

  async #tryUntilDone(first: number): Promise<void> {
    for (let wait = first; ; ) {
      if (wait > 0) await this.#paused(wait);
      this.#stopping.signal.throwIfAborted();
      try {
        const report = await this.#run((done, total) => {
          this.progress = { done, total };
        });
        this.#log.info(report, 'index up to date');
        for (const setAside of report.setAside ?? [])
          this.#log.warn(setAside, 'a document could not be indexed');
        if (performance.now() - this.#updatedAt >= STABLE_AFTER_MS) this.#pause = FIRST_PAUSE_MS;
        this.#updatedAt = performance.now();
        this.failure = undefined;
        const { outcome, indexed, deleted, retagged } = report;
        this.lastUpdate = { at: new Date().toISOString(), outcome, indexed, deleted, retagged };
        this.onUpdated();
        return;
      } catch (thrown) {
        this.#stopping.signal.throwIfAborted();
        wait = this.#nextPause();
        this.failure = {
          code: thrown instanceof LisanError ? thrown.code : 'internal',
          reason: messageOf(thrown),
          remedy: thrown instanceof LisanError ? thrown.remedy : '',
          retryAfter: Math.ceil(wait / 1000),
        };
        this.#log.warn({ ...this.failure }, 'the index could not be updated');
      } finally {
        this.progress = undefined;
      }
    }
  }

  /** Resolves after `wait` milliseconds, or when the service stops. */
  #paused(wait: number): Promise<void> {
    const { signal } = this.#stopping;
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, wait);
      timer.unref();
      signal.addEventListener('abort', end);
    });
  }

  /** The pause before the next try, in milliseconds; the following one is twice as long. */
  #nextPause(): number {
    const wait = this.#pause;
    this.#pause = Math.min(wait * 2, LONGEST_PAUSE_MS);
    return wait;
  }
}
