/**
 * The thread that updates the index of a service, so that the thread that answers requests stays free. It starts when
 * there is something to do and ends when it has been idle for a while.
 */
import { Worker } from 'node:worker_threads';
import { LisanError } from '../common/errors.ts';
import { moduleBeside } from '../common/module-beside.ts';
import type { Config } from '../config/settings.ts';
import type { ReindexReport } from '../indexing/reindex.ts';
import type { FromMaintenance, ToMaintenance } from './maintenance-worker.ts';

/** The thread ends after so long without work. */
const IDLE_MS = 60_000;
/** How long a stop waits for the current batch before the thread is terminated. */
const DRAIN_MS = 10_000;

export class MaintenanceThread {
  readonly #config: Config;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** Runs one reindex; must not be called again before it has ended. @throws LisanError as `reindex` does. */
  run(progress: (done: number, total: number) => void): Promise<ReindexReport> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise<ReindexReport>((resolve, reject) => {
      const ended = (code: number): void => reject(new Error(`the thread exited with code ${code}`));
      const received = (message: FromMaintenance): void => {
        if ('progress' in message) {
          progress(...message.progress);
          return;
        }
        worker.off('message', received);
        worker.off('error', reject);
        worker.off('exit', ended);
        this.#idle = setTimeout(() => void this.stop(), IDLE_MS);
        this.#idle.unref();
        if ('report' in message) resolve(message.report);
        else reject(new LisanError(message.failure));
      };
      worker.on('message', received);
      worker.once('error', reject);
      worker.once('exit', ended);
      worker.postMessage('run' satisfies ToMaintenance);
    });
  }

  /** Ends the current run after its batch; the next run resumes it. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const force = setTimeout(() => void worker.terminate(), DRAIN_MS);
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
    // The run that waits for the thread reports why it failed.
    worker.on('error', () => {});
    return worker;
  }
}
