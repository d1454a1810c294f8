/**
 * Keeps the index of a running service level: after a start that finds it behind or made by other rules, after writes,
 * and where a search finds that it cannot be used. One run at a time; one that fails is tried again, ever more seldom.
 */
import type { Logger } from 'pino';
import { LisanError, messageOf } from '../common/errors.ts';
import { lag, type ReindexReport } from '../indexing/reindex.ts';
import type { Service } from './service.ts';

/** Milliseconds to the next try after a run that failed: doubled each time, up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 600_000;
/** Milliseconds after a run within which an index that is unusable again counts as another failure. */
const CALM = 60_000;

/** Brings the index level once, and tells how far it is. */
export type Run = (progress: (done: number, total: number) => void) => Promise<ReindexReport>;

/** Why the last run failed. */
export interface MaintenanceFailure {
  code: string;
  reason: string;
  remedy: string;
  /** Seconds from the failure to the next try. */
  retryAfter: number;
}

export class IndexMaintenance {
  readonly #run: Run;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  /** The run under way, and the one that begins after it. */
  #current: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #pause = FIRST_PAUSE;
  /** When the last run ended that brought the index level. */
  #levelAt = Number.NEGATIVE_INFINITY;
  /** Documents indexed and to be indexed by the run under way. */
  progress: { done: number; total: number } | undefined;
  /** Of the last run, until one goes well. */
  failure: MaintenanceFailure | undefined;

  constructor(run: Run, log: Logger) {
    this.#run = run;
    this.#log = log;
  }

  /** Brings the index level where it lacks changes or was made by other rules. */
  start({ archive, engine, analysis }: Pick<Service, 'archive' | 'engine' | 'analysis'>): void {
    const { changes, outdated } = lag(archive, engine.name, analysis);
    if (changes > 0 || outdated) this.wake();
  }

  /** Resolves when the index has everything that the archive has now. Rejects when the service stops before. */
  level(): Promise<void> {
    if (this.#current === undefined) return this.#begin(0);
    // The run under way may have read the archive before the caller wrote to it.
    this.#next ??= this.#current.catch(() => {}).then(() => this.#begin(0));
    return this.#next;
  }

  /** Told that the index cannot be used. Where the last run did not help, the next one waits. */
  wake(): void {
    if (this.#current !== undefined || this.#stopping.signal.aborted) return;
    const again = performance.now() - this.#levelAt < CALM;
    const wait = again ? this.#longer() : 0;
    if (wait > 0) this.#log.warn({ wait }, 'the index cannot be used although it was brought level');
    void this.#begin(wait);
  }

  /** Runs under way and waiting: 0, 1 or 2. */
  get pending(): number {
    return Number(this.#current !== undefined) + Number(this.#next !== undefined);
  }

  /** Begins no other run and resolves when the one under way has ended. */
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
        this.#log.info(report, 'index level');
        if (performance.now() - this.#levelAt >= CALM) this.#pause = FIRST_PAUSE;
        this.#levelAt = performance.now();
        this.failure = undefined;
        return;
      } catch (thrown) {
        this.#stopping.signal.throwIfAborted();
        wait = this.#longer();
        this.failure = {
          code: thrown instanceof LisanError ? thrown.code : 'internal',
          reason: messageOf(thrown),
          remedy: thrown instanceof LisanError ? thrown.remedy : '',
          retryAfter: Math.ceil(wait / 1000),
        };
        this.#log.warn({ ...this.failure }, 'the index could not be brought level');
      } finally {
        this.progress = undefined;
      }
    }
  }

  /** Resolves after so many milliseconds, or when the service stops. */
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

  /** The pause before the next try; the one after it is twice as long. */
  #longer(): number {
    const wait = this.#pause;
    this.#pause = Math.min(wait * 2, LONGEST_PAUSE);
    return wait;
  }
}
