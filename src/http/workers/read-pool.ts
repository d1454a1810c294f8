/**
 * Reads for the handlers, bounded. They are done on threads, so that the event loop is free to take and answer
 * requests; only there can it be seen how many wait, which a loop that is busy searching cannot see of itself. So many
 * are under way, so many more wait for a while, and what is beyond is turned away at once.
 */
import { Worker } from 'node:worker_threads';
import type { Response } from 'express';
import { LisanError } from '../../common/errors.ts';
import { moduleBeside } from '../../common/module-beside.ts';
import type { Service } from '../../service/service.ts';
import type { Failure, FromReader, ToReader } from './read-worker.ts';
import { type ReadName, type ReadRequest, type ReadResponse, type Reads, read, readsOf } from './reads.ts';

/** Reads that one thread is given at once: the next is there when one ends, and a server that is waited for is asked for several. */
const AT_ONCE = 4;
/** Milliseconds that a read waits for its turn at most. */
const PATIENCE = 5_000;
/** Milliseconds until a thread that ended by itself is replaced: the first time, and at most. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** Weight of the newest read in the mean time of all. */
const NEWEST = 0.05;

/** Where reads are done. */
interface Slot {
  underWay: number;
  run(task: Task): void;
}

interface Task {
  name: ReadName;
  asked: ReadRequest<ReadName>;
  json: boolean;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

interface Waiting {
  task: Task;
  timer: NodeJS.Timeout;
}

export class ReadPool {
  readonly #service: Service;
  readonly #limit: number;
  readonly #reads: Reads;
  /** This thread: it reads where there is no other, or none that is ready. */
  readonly #own: Slot;
  readonly #threads: Slot[] = [];
  readonly #workers = new Set<Worker>();
  readonly #waiting: Waiting[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #pause = FIRST_PAUSE;
  #stopped = false;
  /** Milliseconds of a read, on the mean of the last ones. */
  #mean = 10;
  /** Reads that were turned away. */
  refused = 0;

  constructor(service: Service) {
    this.#service = service;
    this.#limit = service.config.waiting;
    this.#reads = readsOf(service);
    this.#own = { underWay: 0, run: (task) => void this.#readHere(task) };
  }

  /** Starts the threads that the settings name. Until one is ready this one reads. */
  start(): void {
    for (let thread = 0; thread < this.#service.config.readers; thread++) this.#start();
  }

  /** Reads under way. */
  get underWay(): number {
    return this.#lanes().reduce((sum, lane) => sum + lane.underWay, 0);
  }

  /** Reads that wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Threads that read. */
  get threads(): number {
    return this.#threads.length;
  }

  /** What is read. @throws LisanError `overloaded`, or what the read throws. */
  answer<R extends ReadName>(name: R, asked: ReadRequest<R>): Promise<ReadResponse<R>> {
    return this.#enter(name, asked, false) as Promise<ReadResponse<R>>;
  }

  /** Answers a request with what is read, as JSON. A client that goes away while it waits is not read for. @throws as `answer`. */
  async send<R extends ReadName>(response: Response, name: R, asked: ReadRequest<R>): Promise<void> {
    const bytes = (await this.#enter(name, asked, true, response)) as Uint8Array;
    response.type('json').send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  /** Ends the threads at once, as a fault in one would: what they were reading for is answered with 503. */
  async kill(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  /** Lets the reads under way end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    const ended = [...this.#workers].map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
    for (const worker of this.#workers) worker.postMessage('stop' satisfies ToReader);
    await Promise.all(ended);
  }

  #enter(name: ReadName, asked: ReadRequest<ReadName>, json: boolean, response?: Response): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const task = { name, asked, json, resolve, reject };
      const lane = this.#free();
      if (lane !== undefined) return this.#run(lane, task);
      if (this.#waiting.length >= this.#limit) return reject(this.#overloaded());
      const leave = (reason: () => LisanError): void => {
        if (this.#remove(waiting)) reject(reason());
      };
      const timer = setTimeout(() => leave(() => this.#overloaded()), PATIENCE);
      const waiting = { task, timer };
      response?.once('close', () => leave(clientGone));
      this.#waiting.push(waiting);
    });
  }

  #remove(waiting: Waiting): boolean {
    const at = this.#waiting.indexOf(waiting);
    if (at === -1) return false;
    clearTimeout(waiting.timer);
    this.#waiting.splice(at, 1);
    return true;
  }

  #lanes(): readonly Slot[] {
    return this.#threads.length > 0 ? this.#threads : [this.#own];
  }

  /** The lane with the least to do, where there is one that takes more. */
  #free(): Slot | undefined {
    const idlest = this.#lanes().reduce((least, lane) => (lane.underWay < least.underWay ? lane : least));
    return idlest.underWay < AT_ONCE ? idlest : undefined;
  }

  #run(lane: Slot, task: Task): void {
    lane.underWay++;
    const begun = performance.now();
    const ended = (): void => {
      lane.underWay--;
      // Of the reads that a lane has at once, each waits for those before it.
      const took = (performance.now() - begun) / (lane.underWay + 1);
      this.#mean += (took - this.#mean) * NEWEST;
      this.#next();
    };
    lane.run({
      ...task,
      resolve(answer) {
        ended();
        task.resolve(answer);
      },
      reject(reason) {
        ended();
        task.reject(reason);
      },
    });
  }

  #next(): void {
    for (let lane = this.#free(); lane !== undefined; lane = this.#free()) {
      const waiting = this.#waiting.shift();
      if (waiting === undefined) return;
      clearTimeout(waiting.timer);
      this.#run(lane, waiting.task);
    }
  }

  async #readHere({ name, asked, json, resolve, reject }: Task): Promise<void> {
    try {
      const answer = await read(this.#reads, name, asked);
      resolve(json ? new TextEncoder().encode(JSON.stringify(answer)) : answer);
    } catch (thrown) {
      reject(thrown);
    }
  }

  #start(): void {
    const { archive, config, live, searcher, log } = this.#service;
    try {
      // A thread would open what has the archive's name now.
      archive.checkPlace();
    } catch {
      this.#startLater();
      return;
    }
    const worker = new Worker(moduleBeside(import.meta.url, './read-worker'), { workerData: config });
    const tasks = new Map<number, Task>();
    let last = 0;
    const lane: Slot = {
      underWay: 0,
      run: (task) => {
        tasks.set(++last, task);
        const { name, asked, json } = task;
        worker.postMessage({ number: last, name, asked, json } satisfies ToReader);
      },
    };
    this.#workers.add(worker);
    worker.on('message', (message: FromReader) => {
      if ('ready' in message) {
        this.#pause = FIRST_PAUSE;
        this.#threads.push(lane);
        this.#next();
      } else if ('unusable' in message) live.onUnusable();
      else if ('observed' in message) searcher.events.emit('search', message.observed);
      else {
        const task = tasks.get(message.number);
        tasks.delete(message.number);
        if ('failure' in message) task?.reject(errorOf(message.failure));
        else task?.resolve(message.answer);
      }
    });
    worker.on('error', (error) => log.warn({ err: error }, 'a thread that reads has ended'));
    worker.on('exit', () => {
      this.#workers.delete(worker);
      const at = this.#threads.indexOf(lane);
      if (at !== -1) this.#threads.splice(at, 1);
      for (const task of tasks.values()) task.reject(readerLost());
      if (!this.#stopped) this.#startLater();
    });
  }

  #startLater(): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#start();
    }, this.#pause);
    timer.unref();
    this.#timers.add(timer);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #overloaded(): LisanError {
    this.refused++;
    const lanes = this.#lanes().length;
    return new LisanError({
      code: 'overloaded',
      message: `The service has as much to do as it takes: ${this.underWay} requests are being answered and ${this.waiting} wait.`,
      remedy: 'Ask again when Retry-After says so; LISAN_READERS and LISAN_WAITING say how much is taken.',
      status: 503,
      // When those that wait now will have been answered.
      retryAfter: Math.max(1, Math.ceil((this.waiting * this.#mean) / lanes / 1000)),
    });
  }
}

function errorOf({ code, message, remedy, status, retryAfter, stack }: Failure): Error {
  const error =
    code === undefined
      ? new Error(message)
      : new LisanError({
          code,
          message,
          remedy: remedy ?? '',
          ...(status !== undefined && { status }),
          ...(retryAfter !== undefined && { retryAfter }),
        });
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** For the log alone: nobody is there to be told. */
function clientGone(): LisanError {
  return new LisanError({
    code: 'client_gone',
    message: 'The client went away while its request waited.',
    remedy: 'Nothing is to be done.',
    status: 499,
  });
}

function readerLost(): LisanError {
  return new LisanError({
    code: 'reader_lost',
    message: 'The thread that was reading for this request has ended.',
    remedy: 'Ask again; another one takes its place. The log says why it ended.',
    status: 503,
    retryAfter: 1,
  });
}
