/** The thread that has the model of meaning and its vectors: one for all threads that search. It is replaced if it ends. */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { moduleBeside } from '../common/module-beside.ts';
import type { Config } from '../config/settings.ts';
import type { MeaningState } from '../meaning/meaning.ts';
import type { FromMeaning, ToMeaning } from './meaning-worker.ts';

/** Time until a thread that ended unexpectedly is replaced. */
const RESTART_MS = 5_000;
/** How long a stop waits for the current step before the thread is terminated. */
const DRAIN_MS = 10_000;

export class MeaningThread {
  readonly #config: Config;
  readonly #log: Logger;
  #worker: Worker | undefined;
  #restart: NodeJS.Timeout | undefined;
  #stopped = false;
  /** The state that the thread told last. */
  state: MeaningState | undefined;
  /** `started`: earlier ports are closed; those who search need new ones. */
  readonly events = new EventEmitter<{ started: [] }>();

  constructor(config: Config, log: Logger) {
    this.#config = config;
    this.#log = log;
  }

  start(): void {
    const worker = new Worker(moduleBeside(import.meta.url, './meaning-worker'), {
      workerData: this.#config,
    });
    worker.on('message', ({ state }: FromMeaning) => this.#receive(state));
    worker.on('error', (error) =>
      this.#log.warn({ err: error }, 'the thread of search by meaning has ended'),
    );
    worker.once('exit', () => {
      this.#worker = undefined;
      if (this.#stopped) return;
      this.#restart = setTimeout(() => this.start(), RESTART_MS);
      this.#restart.unref();
    });
    this.#worker = worker;
    this.events.emit('started');
  }

  /** A port on which the thread answers; `undefined` while there is none. */
  connect(): MessagePort | undefined {
    if (this.#worker === undefined) return undefined;
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ connect: port2 } satisfies ToMeaning, [port2]);
    return port1;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#restart);
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const force = setTimeout(() => void worker.terminate(), DRAIN_MS);
    worker.postMessage('stop' satisfies ToMeaning);
    await ended;
    clearTimeout(force);
  }

  #receive(state: MeaningState): void {
    const before = this.state?.failure?.reason;
    this.state = state;
    const { failure } = state;
    if (failure !== undefined && failure.reason !== before)
      this.#log.warn(failure, 'documents could not be embedded; searches find words');
  }
}
