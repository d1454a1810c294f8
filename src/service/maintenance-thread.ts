/**
 * The thread on which a service reindexes, so that the one that answers is never kept from it. It is started when
 * there is something to do and ends after some time without.
 */
import { Worker } from 'node:worker_threads';
import { LisanError } from '../common/errors.ts';
import { moduleBeside } from '../common/module-beside.ts';
import type { Config } from '../config/settings.ts';
import type { ReindexReport } from '../indexing/reindex.ts';
import type { FromMaintenance, ToMaintenance } from './maintenance-worker.ts';

/** Milliseconds without work after which the thread ends. */
const IDLE = 60_000;
/** Milliseconds the thread is given to end its batch. */
const DRAIN = 10_000;

export class MaintenanceThread {
  readonly #config: Config;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** One reindex. Called again only when it has ended. @throws LisanError as `reindex` does. */
  run(progress: (done: number, total: number) => void): Promise<ReindexReport> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise<ReindexReport>((resolve, reject) => {
      const ended = (code: number): void => reject(new Error(`the thread ended with ${code}`));
      const told = (message: FromMaintenance): void => {
        if ('progress' in message) {
          progress(...message.progress);
          return;
        }
        worker.off('message', told);
        worker.off('error', reject);
        worker.off('exit', ended);
        this.#idle = setTimeout(() => void this.stop(), IDLE);
        this.#idle.unref();
        if ('report' in message) resolve(message.report);
        else reject(new LisanError(message.failure));
      };
      worker.on('message', told);
      worker.once('error', reject);
      worker.once('exit', ended);
      worker.postMessage('run' satisfies ToMaintenance);
    });
  }

  /** Ends the run under way after its batch; the next one goes on with it. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const force = setTimeout(() => void worker.terminate(), DRAIN);
    worker.postMessage('stop' satisfies ToMaintenance);
    await ended;
    clearTimeout(force);
  }

  #start(): Worker {
    const worker = new Worker(moduleBeside(import.meta.url, './maintenance-worker'), {
      workerData: this.#config,
    });
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    // What it failed with is told by the run that waits for it.
    worker.on('error', () => {});
    return worker;
  }
}
