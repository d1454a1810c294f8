/** One thread that works: hands it tasks, and stops it if one of them takes too long. */
import type { MessagePort, Worker as Thread } from 'node:worker_threads';
import { LisanError } from '../../common/errors.ts';
import { sharedMemory } from '../../common/shared-memory.ts';
import type { Config } from '../../config/settings.ts';
import type { ObservedSearch } from '../../search/timings.ts';
import { errorOf, type FromThread, type ToThread } from './messages.ts';
import { newThread } from './new-thread.ts';
import type { Task, Worker } from './task.ts';

export interface ThreadEvents {
  ready(): void;
  /** The thread's index cannot be used. */
  unusable(): void;
  observed(search: ObservedSearch): void;
  failed(error: Error): void;
  /** A task took longer than allowed, and the thread is being stopped. */
  tooLong(task: Task): void;
  /** The thread has ended; `left` had not begun and can be done elsewhere. */
  ended(left: readonly Task[]): void;
}

interface Entry {
  task: Task;
  begun: boolean;
  /** Runs from the moment at which the task begins. */
  deadline?: NodeJS.Timeout;
}

export class TaskThread implements Worker {
  readonly #thread: Thread;
  readonly #events: ThreadEvents;
  readonly #deadlineMs: number | undefined;
  /** By number, in the order in which they were handed out. */
  readonly #entries = new Map<number, Entry>();
  #last = 0;

  /** `code`: what the thread runs. `deadlineMs`: how long a task may take. A thread that cannot start ends. */
  constructor(code: URL, config: Config, deadlineMs: number | undefined, events: ThreadEvents) {
    this.#events = events;
    this.#deadlineMs = deadlineMs;
    this.#thread = newThread(code);
    this.#thread.on('message', (message: FromThread) => this.#receive(message));
    this.#thread.on('error', (error) => events.failed(error as Error));
    this.#thread.on('exit', () => this.#exit());
    this.#thread.postMessage({ open: config, shared: sharedMemory() } satisfies ToThread);
  }

  /** Gives the thread the port on which it searches by meaning. */
  connect(port: MessagePort): void {
    this.#thread.postMessage({ meaning: port } satisfies ToThread, [port]);
  }

  get load(): number {
    return this.#entries.size;
  }

  run(task: Task): void {
    const number = ++this.#last;
    this.#entries.set(number, { task, begun: false });
    const { job, request, encoding } = task;
    this.#thread.postMessage({
      number,
      name: job.name,
      module: job.module,
      request,
      encoding,
    } satisfies ToThread);
  }

  cancel(task: Task): void {
    for (const [number, entry] of this.#entries) {
      if (entry.task !== task || entry.begun) continue;
      this.#entries.delete(number);
      this.#thread.postMessage({ cancel: number } satisfies ToThread);
    }
  }

  /** Ends the thread at once, as a fault in it would. */
  async terminate(): Promise<void> {
    await this.#thread.terminate();
  }

  /** Ends the thread when its reads are answered, or after `limitMs`. */
  async stop(limitMs: number): Promise<void> {
    const ended = new Promise((resolve) => this.#thread.once('exit', resolve));
    const force = setTimeout(() => void this.#thread.terminate(), limitMs);
    this.#thread.postMessage('stop' satisfies ToThread);
    await ended;
    clearTimeout(force);
  }

  #receive(message: FromThread): void {
    if ('ready' in message) this.#events.ready();
    else if ('unusable' in message) this.#events.unusable();
    else if ('begun' in message) this.#begun(message.begun);
    else {
      for (const search of message.observed ?? []) this.#events.observed(search);
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
    entry.begun = true;
    entry.task.begun();
    const deadlineMs = this.#deadlineMs;
    if (deadlineMs === undefined) return;
    entry.deadline = setTimeout(() => {
      this.#entries.delete(number);
      this.#events.tooLong(entry.task);
      entry.task.reject(tooLong(deadlineMs));
      void this.#thread.terminate();
    }, deadlineMs);
  }

  #exit(): void {
    const left: Task[] = [];
    for (const { task, begun, deadline } of this.#entries.values()) {
      clearTimeout(deadline);
      if (begun) task.reject(threadLost());
      else left.push(task);
    }
    this.#entries.clear();
    this.#events.ended(left);
  }
}

function tooLong(deadlineMs: number): LisanError {
  return new LisanError({
    code: 'read_too_long',
    message: `Reading took longer than ${deadlineMs / 1000} s and was stopped.`,
    remedy: 'Narrow the request. The log says what was read.',
    status: 503,
    retryAfter: Math.ceil(deadlineMs / 1000),
  });
}

function threadLost(): LisanError {
  return new LisanError({
    code: 'thread_lost',
    message: 'The thread that worked on this request has ended.',
    remedy: 'Send the request again; another thread takes its place. The log says why it ended.',
    status: 503,
    retryAfter: 1,
  });
}
