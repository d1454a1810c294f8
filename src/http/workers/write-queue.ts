/**
 * Writes for the handlers, on one thread, so that waiting for the disk or for another process's write does not stop the
 * thread that takes requests. It starts with the first write: most services write seldom or never, and a thread needs some
 * 60 MiB. The queue is bounded: what does not fit is rejected, and the client sends it again later.
 */
import { LisanError } from '../../common/errors.ts';
import { moduleBeside } from '../../common/module-beside.ts';
import type { Service } from '../../service/service.ts';
import { OwnThread } from './own-thread.ts';
import type { Task, Worker } from './task.ts';
import { TaskThread } from './task-thread.ts';
import type { AnyWrite, Write, WriteStore } from './write.ts';
import { storeOver } from './write-store.ts';

const WRITE_WORKER = moduleBeside(import.meta.url, './write-worker');
const MAX_WAITING = 100;
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** Time until a thread that ended unexpectedly is replaced. */
const RESTART_MS = 1_000;
const RETRY_SECONDS = 2;

export class WriteQueue {
  readonly #service: Service;
  readonly #drainMs: number;
  #worker: Worker | undefined;
  #thread: TaskThread | undefined;
  /** The store of this thread, if the settings name no other threads. */
  #ownStore: WriteStore | undefined;
  readonly #queue: Task[] = [];
  #restart: NodeJS.Timeout | undefined;
  #waiting = 0;
  #waitingBytes = 0;
  #started = false;
  #stopped = false;

  constructor(service: Service, drainMs: number) {
    this.#service = service;
    this.#drainMs = drainMs;
  }

  start(): void {
    const { archive, config } = this.#service;
    this.#started = true;
    if (config.readers > 0) {
      this.#startIfNeeded();
      return;
    }
    const store = storeOver(archive, config);
    this.#ownStore = store;
    this.#worker = new OwnThread<AnyWrite>((write, request) => write.run(store, request));
  }

  /** Threads that were started and have not ended: 0 or 1. */
  get threads(): number {
    return Number(this.#thread !== undefined);
  }

  /** Writes that are under way or wait. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * `bytes`: size of the request. @throws LisanError `writes_overloaded` if the queue is full, `thread_lost` if it is not
   * known whether the write was done, or what the write throws.
   */
  run<Request, Answer>(write: Write<Request, Answer>, request: Request, bytes = 0): Promise<Answer> {
    if (this.#waiting >= MAX_WAITING || (this.#waiting > 0 && this.#waitingBytes + bytes > MAX_WAITING_BYTES))
      return Promise.reject(overloaded(this.#waiting));
    this.#waiting++;
    this.#waitingBytes += bytes;
    return new Promise<Answer>((resolve, reject) => {
      const task: Task = {
        job: write,
        request,
        encoding: undefined,
        begun() {},
        resolve: resolve as (answer: unknown) => void,
        reject,
      };
      if (this.#worker !== undefined) this.#worker.run(task);
      else {
        this.#queue.push(task);
        this.#startIfNeeded();
      }
    }).finally(() => {
      this.#waiting--;
      this.#waitingBytes -= bytes;
    });
  }

  /** Lets the writes that were accepted end, within the limit. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#restart);
    this.#ownStore?.tasks.close();
    await this.#thread?.stop(this.#drainMs);
  }

  /** Starts the thread if something waits for it and it is not there. */
  #startIfNeeded(): void {
    const isNeeded = this.#thread === undefined && this.#restart === undefined && this.#queue.length > 0;
    if (this.#started && isNeeded) this.#start();
  }

  #start(): void {
    const { config, log } = this.#service;
    const thread: TaskThread = new TaskThread(WRITE_WORKER, config, undefined, {
      ready: () => {
        this.#worker = thread;
        for (const task of this.#queue.splice(0)) thread.run(task);
      },
      unusable() {},
      observed() {},
      failed: (error) => log.warn({ err: error }, 'the writer thread has ended'),
      tooLong() {},
      ended: (left) => {
        this.#worker = undefined;
        this.#thread = undefined;
        this.#queue.unshift(...left);
        if (this.#stopped) return;
        this.#restart = setTimeout(() => {
          this.#restart = undefined;
          this.#startIfNeeded();
        }, RESTART_MS);
        this.#restart.unref();
      },
    });
    this.#thread = thread;
  }
}

function overloaded(waiting: number): LisanError {
  return new LisanError({
    code: 'writes_overloaded',
    message: `The service is at capacity: ${waiting} writes wait.`,
    remedy: 'Send the request again after Retry-After.',
    status: 503,
    retryAfter: RETRY_SECONDS,
  });
}
