/**
 * Keeps the index of a running service in order: where it lacks changes, was made by another version of the analysis
 * or cannot be used, it is brought level or made anew on a thread of its own, while searches go on.
 */
import { Worker } from 'node:worker_threads';
import { lag } from './reindex.ts';
import type { Service } from './service.ts';
import type { UpkeepMessage } from './upkeep-worker.ts';

/** Milliseconds until the next try after a failed one: the first wait, which doubles, and the longest. */
const WAIT = 2_000;
const LONGEST_WAIT = 600_000;
/** Milliseconds the thread is given to end its batch. */
const DRAIN = 10_000;

export class Upkeep {
  readonly #service: Service;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #wait = WAIT;
  #stopped = false;
  /** Documents indexed and to be indexed by the run under way. */
  progress: { done: number; total: number } | undefined;

  constructor(service: Service) {
    this.#service = service;
    service.live.onUnusable = () => this.#wake();
  }

  /** Looks whether there is something to do, and does it. */
  start(): void {
    const { archive, engine, analysis } = this.#service;
    const { changes, outdated } = lag(archive, engine.name, analysis);
    if (changes > 0 || outdated) this.#wake();
  }

  /** Ends the run under way after its batch; the next start goes on with it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const force = setTimeout(() => void worker.terminate(), DRAIN);
    worker.postMessage('stop');
    await ended;
    clearTimeout(force);
  }

  #wake(): void {
    if (this.#worker !== undefined || this.#timer !== undefined || this.#stopped) return;
    const { config, log } = this.#service;
    let failed = true;
    log.info('the index is not level; bringing it level');
    this.#worker = new Worker(new URL('./upkeep-worker.ts', import.meta.url), { workerData: config });
    this.#worker.on('message', (message: UpkeepMessage) => {
      if ('progress' in message) this.progress = message.progress;
      else if ('report' in message) {
        failed = false;
        log.info(message.report, 'index level');
      } else log.warn(message.failure, 'the index could not be brought level');
    });
    this.#worker.on('error', (error) => log.error({ err: error }, 'the index could not be brought level'));
    this.#worker.on('exit', () => {
      this.#worker = undefined;
      this.progress = undefined;
      if (this.#stopped) return;
      // Documents may have come in, or the index may have broken again, since the run began.
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.start();
      }, this.#wait);
      this.#timer.unref();
      this.#wait = failed ? Math.min(this.#wait * 2, LONGEST_WAIT) : WAIT;
    });
  }
}
