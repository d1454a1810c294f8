/** Brings the index level in the background after documents were written, one run at a time. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from './errors.ts';

/** Milliseconds to the next try after a run that failed: doubled each time, up to the longest. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

export class Leveller {
  readonly #run: () => Promise<unknown>;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  /** The run under way, and the one that begins after it. */
  #current: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /** `run` brings the index level once; when it fails it is tried again until it does not. */
  constructor(run: () => Promise<unknown>, log: Logger) {
    this.#run = run;
    this.#log = log;
  }

  /** Resolves when the index has everything that the archive has now. Rejects when the service stops before. */
  level(): Promise<void> {
    if (this.#current === undefined) return this.#begin();
    // The run under way may have read the archive before the caller wrote to it.
    this.#next ??= this.#current.catch(() => {}).then(() => this.#begin());
    return this.#next;
  }

  /** Runs under way and waiting: 0, 1 or 2. */
  get pending(): number {
    return Number(this.#current !== undefined) + Number(this.#next !== undefined);
  }

  /** Lets the run under way end and begins no other. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled([this.#current, this.#next]);
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    const run = this.#tryUntilDone().finally(() => {
      if (this.#current === run) this.#current = undefined;
    });
    this.#current = run;
    // Most callers do not wait.
    run.catch(() => {});
    return run;
  }

  async #tryUntilDone(): Promise<void> {
    for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      this.#stopping.signal.throwIfAborted();
      try {
        await this.#run();
        return;
      } catch (thrown) {
        this.#log.warn({ reason: messageOf(thrown), wait }, 'the index could not be brought level');
      }
      await pause(wait, undefined, { signal: this.#stopping.signal, ref: false });
    }
  }
}
