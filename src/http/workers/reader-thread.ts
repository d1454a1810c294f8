/** One thread that reads: hands it tasks, and stops it if one of them takes too long. */
import { Worker } from 'node:worker_threads';
import { LisanError } from '../../common/errors.ts';
import type { Config } from '../../config/settings.ts';
import type { ObservedSearch } from '../../search/timings.ts';
import { errorOf, type FromReader, type ToReader } from './messages.ts';
import type { Reader, Task } from './task.ts';

export interface ReaderEvents {
  ready(): void;
  /** The thread's index cannot be used. */
  unusable(): void;
  observed(search: ObservedSearch): void;
  failed(error: Error): void;
  /** A read took longer than allowed, and the thread is being stopped. */
  tooLong(task: Task): void;
  /** The thread has ended; `left` had not begun and can be read elsewhere. */
  ended(left: readonly Task[]): void;
}

interface Entry {
  task: Task;
  /** Runs from the moment at which the read begins. */
  deadline?: NodeJS.Timeout;
}

export class ReaderThread implements Reader {
  readonly #worker: Worker;
  readonly #events: ReaderEvents;
  readonly #deadlineMs: number;
  /** By number, in the order in which they were handed out. */
  readonly #entries = new Map<number, Entry>();
  #last = 0;

  /** @throws nothing: a thread that cannot start ends. */
  constructor(code: URL, config: Config, deadlineMs: number, events: ReaderEvents) {
    this.#events = events;
    this.#deadlineMs = deadlineMs;
    this.#worker = new Worker(code, { workerData: config });
    this.#worker.on('message', (message: FromReader) => this.#receive(message));
    this.#worker.on('error', (error) => events.failed(error as Error));
    this.#worker.on('exit', () => this.#exit());
  }

  get load(): number {
    return this.#entries.size;
  }

  run(task: Task): void {
    const number = ++this.#last;
    this.#entries.set(number, { task });
    const { read, request, json } = task;
    this.#worker.postMessage({ number, name: read.name, request, json } satisfies ToReader);
  }

  cancel(task: Task): void {
    for (const [number, entry] of this.#entries) {
      if (entry.task !== task || entry.deadline !== undefined) continue;
      this.#entries.delete(number);
      this.#worker.postMessage({ cancel: number } satisfies ToReader);
    }
  }

  /** Ends the thread at once, as a fault in it would. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Ends the thread when its reads are answered, or after `limitMs`. */
  async stop(limitMs: number): Promise<void> {
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    const force = setTimeout(() => void this.#worker.terminate(), limitMs);
    this.#worker.postMessage('stop' satisfies ToReader);
    await ended;
    clearTimeout(force);
  }

  #receive(message: FromReader): void {
    if ('ready' in message) this.#events.ready();
    else if ('unusable' in message) this.#events.unusable();
    else if ('observed' in message) this.#events.observed(message.observed);
    else if ('begun' in message) this.#begun(message.begun);
    else {
      const entry = this.#entries.get(message.number);
      if (entry === undefined) return;
      clearTimeout(entry.deadline);
      this.#entries.delete(message.number);
      if ('failure' in message) entry.task.reject(errorOf(message.failure));
      else entry.task.resolve(message.answer);
    }
  }

  #begun(number: number): void {
    const entry = this.#entries.get(number);
    if (entry === undefined) return;
    entry.task.begun();
    entry.deadline = setTimeout(() => {
      this.#entries.delete(number);
      this.#events.tooLong(entry.task);
      entry.task.reject(readTooLong(this.#deadlineMs));
      void this.#worker.terminate();
    }, this.#deadlineMs);
  }

  #exit(): void {
    const left: Task[] = [];
    for (const { task, deadline } of this.#entries.values()) {
      clearTimeout(deadline);
      if (deadline === undefined) left.push(task);
      else task.reject(readerLost());
    }
    this.#entries.clear();
    this.#events.ended(left);
  }
}

function readTooLong(deadlineMs: number): LisanError {
  return new LisanError({
    code: 'read_too_long',
    message: `Reading took longer than ${deadlineMs / 1000} s and was stopped.`,
    remedy: 'Narrow the request. The log says what was read.',
    status: 503,
    retryAfter: Math.ceil(deadlineMs / 1000),
  });
}

function readerLost(): LisanError {
  return new LisanError({
    code: 'reader_lost',
    message: 'The thread that answered this request has ended.',
    remedy: 'Try again; another thread takes its place. The log says why it ended.',
    status: 503,
    retryAfter: 1,
  });
}
