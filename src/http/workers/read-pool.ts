/**
 * Reads for the handlers, on threads, so that the event loop stays free to take and answer requests. A bounded number
 * of reads is under way, a bounded queue waits for a limited time, and the rest is rejected at once. Searches come
 * before bulk reads.
 */
import type { Response } from 'express';
import { LisanError } from '../../common/errors.ts';
import { collectWhenIdle } from '../../common/idle-garbage.ts';
import { noteLongRead } from '../../service/long-reads.ts';
import type { MeaningThread } from '../../service/meaning-thread.ts';
import type { Service } from '../../service/service.ts';
import { type Encoding, encodingFor } from './json-bytes.ts';
import { READ_WORKER } from './new-thread.ts';
import { OwnThread } from './own-thread.ts';
import type { AnyRead, Read } from './read.ts';
import type { Task, Worker } from './task.ts';
import { TaskThread } from './task-thread.ts';

/** Reads that one thread is given: the next one is there when one ends, and a search server can answer several at once. */
const READS_PER_THREAD = 4;
/** How long the others wait for the first thread. */
const FIRST_ALONE_MS = 5_000;
/** Time until a thread that ended unexpectedly is replaced: doubled each time, up to the longest. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Weight of the newest read in the mean time of all. */
const NEWEST_WEIGHT = 0.05;

export interface ReadLimits {
  /** How long a read waits until it begins. */
  waitMs: number;
  /** How long a read may take. A thread that exceeds it is stopped. */
  readMs: number;
  /** How long reads may take when the service stops. */
  drainMs: number;
}

export const READ_LIMITS: ReadLimits = { waitMs: 5_000, readMs: 30_000, drainMs: 10_000 };

/** How a read is done. */
export interface ReadOptions {
  /** A read of this client is not started when the client has left. */
  client?: Response;
  /** A part of something large: it waits until no other read does, and never takes all threads. */
  bulk?: boolean;
}

/** A read of the pool. */
interface Entry extends Task {
  bulk: boolean;
  /** True until the read begins or is called off. */
  waits: boolean;
  /** Ends the wait. */
  timer: NodeJS.Timeout | undefined;
  /** Stops listening to the client. */
  forgetClient?: () => void;
  /** Who has it; undefined while it is in the queue. */
  reader: Worker | undefined;
  /** When it was handed to the reader. */
  handedAt: number;
}

export class ReadPool {
  readonly #service: Service;
  readonly #limits: ReadLimits;
  readonly #code: URL;
  /** Used if there are no threads by the settings: this one. */
  readonly #own: Worker | undefined;
  readonly #ready: TaskThread[] = [];
  readonly #threads = new Set<TaskThread>();
  readonly #queue: Entry[] = [];
  readonly #bulkQueue: Entry[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #worked = collectWhenIdle();
  #underWay = 0;
  #bulkUnderWay = 0;
  #pauseMs = FIRST_PAUSE_MS;
  #stopped = false;
  /** Resolves when the first thread is ready or has ended. */
  readonly #first = Promise.withResolvers<void>();
  /** Mean of the last reads. */
  #meanMs = 10;
  /** Reads that were rejected. */
  refused = 0;

  readonly #meaning: MeaningThread | undefined;

  /** `code`: the program of a thread. `meaning`: what the threads ask for search by meaning. */
  constructor(
    service: Service,
    limits: ReadLimits = READ_LIMITS,
    code: URL = READ_WORKER,
    meaning?: MeaningThread,
  ) {
    this.#meaning = meaning;
    meaning?.events.on('started', () => {
      for (const thread of this.#threads) this.#connect(thread);
    });
    this.#service = service;
    this.#code = code;
    this.#limits = limits;
    if (service.config.readers === 0)
      this.#own = new OwnThread<AnyRead>((read, request) => read.run(service, request));
  }

  /**
   * Starts the threads. Until one is ready, reads wait: the others, which would hold it up, start when it is ready or has
   * ended, or after some seconds. Then the promise resolves.
   */
  async start(): Promise<void> {
    this.#worked();
    const { readers } = this.#service.config;
    if (readers === 0) return;
    const timer = setTimeout(() => this.#first.resolve(), FIRST_ALONE_MS).unref();
    this.#start();
    await this.#first.promise;
    clearTimeout(timer);
    for (let thread = 1; thread < readers && !this.#stopped; thread++) this.#start();
  }

  /** Reads under way. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Reads that wait for a thread. */
  get waiting(): number {
    return this.#queue.length + this.#bulkQueue.length;
  }

  /** Threads that are ready. */
  get threads(): number {
    return this.#ready.length;
  }

  /** @throws LisanError `overloaded`, `read_too_long`, `thread_lost`, or what the read throws. */
  answer<Request, Answer>(
    read: Read<Request, Answer>,
    request: Request,
    options: ReadOptions = {},
  ): Promise<Answer> {
    return this.#enter(read, request, undefined, options) as Promise<Answer>;
  }

  /** The answer as `jsonBytes`, made where it was read. @throws as `answer`, and LisanError `answer_too_large`. */
  async json<Request>(
    read: Read<Request, unknown>,
    request: Request,
    options: ReadOptions = {},
    encoding: Encoding = 'identity',
  ): Promise<Buffer> {
    const bytes = (await this.#enter(read, request, encoding, options)) as Uint8Array;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Answers a request with what is read, as JSON. @throws as `answer`. */
  async send<Request>(response: Response, read: Read<Request, unknown>, request: Request): Promise<void> {
    const encoding = encodingFor(response.req);
    const bytes = await this.json(read, request, { client: response }, encoding);
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.type('json').send(bytes);
  }

  /** Ends the threads at once, as a fault in one would: what they were reading for is answered with 503. */
  async kill(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  /** Lets the reads under way end, within the limit. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all([...this.#threads].map((thread) => thread.stop(this.#limits.drainMs)));
  }

  #enter(
    read: AnyRead,
    request: unknown,
    encoding: Encoding | undefined,
    { client, bulk = false }: ReadOptions,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const entry: Entry = {
        job: read,
        request,
        encoding,
        bulk,
        waits: true,
        timer: undefined,
        reader: undefined,
        handedAt: 0,
        begun: () => stopWaiting(entry),
        resolve: (answer) => {
          this.#finish(entry);
          resolve(answer);
        },
        reject: (reason) => {
          this.#finish(entry);
          reject(reason);
        },
      };
      const queue = bulk ? this.#bulkQueue : this.#queue;
      queue.push(entry);
      this.#next();
      if (entry.reader === undefined && this.waiting > this.#service.config.waiting) {
        this.#remove(entry);
        return reject(this.#overloaded());
      }
      if (!entry.waits) return;
      entry.timer = setTimeout(() => this.#leave(entry, () => this.#overloaded()), this.#limits.waitMs);
      if (client === undefined) return;
      const leave = (): void => this.#leave(entry, clientGone);
      client.once('close', leave);
      // A client may have many reads, one after another or at once.
      entry.forgetClient = () => client.off('close', leave);
    });
  }

  /** Ends the wait of a read that has not begun. */
  #leave(entry: Entry, reason: () => LisanError): void {
    if (!entry.waits) return;
    if (entry.reader === undefined) this.#remove(entry);
    else entry.reader.cancel(entry);
    entry.reject(reason());
  }

  #remove(entry: Entry): void {
    for (const queue of [this.#queue, this.#bulkQueue]) {
      const at = queue.indexOf(entry);
      if (at !== -1) queue.splice(at, 1);
    }
    stopWaiting(entry);
  }

  /** The reader with the least to do, if it can take more. */
  #free(): Worker | undefined {
    const readers: readonly Worker[] = this.#own === undefined ? this.#ready : [this.#own];
    const least = readers.reduce<Worker | undefined>(
      (best, reader) => (best === undefined || reader.load < best.load ? reader : best),
      undefined,
    );
    return least !== undefined && least.load < READS_PER_THREAD ? least : undefined;
  }

  /** Hands waiting reads to readers. */
  #next(): void {
    for (let reader = this.#free(); reader !== undefined; reader = this.#free()) {
      const bulkLimit = Math.max(1, this.#ready.length - 1);
      const entry =
        this.#queue.shift() ?? (this.#bulkUnderWay < bulkLimit ? this.#bulkQueue.shift() : undefined);
      if (entry === undefined) return;
      this.#run(reader, entry);
    }
  }

  #run(reader: Worker, entry: Entry): void {
    this.#underWay++;
    this.#bulkUnderWay += Number(entry.bulk);
    entry.reader = reader;
    entry.handedAt = performance.now();
    reader.run(entry);
  }

  #finish(entry: Entry): void {
    stopWaiting(entry);
    const { reader, handedAt } = entry;
    if (reader === undefined) return;
    this.#release(entry);
    // Of the reads that a thread has at once, each waits for those before it.
    const tookMs = (performance.now() - handedAt) / (reader.load + 1);
    this.#meanMs += (tookMs - this.#meanMs) * NEWEST_WEIGHT;
    this.#next();
  }

  #release(entry: Entry): void {
    this.#worked();
    entry.reader = undefined;
    this.#underWay--;
    this.#bulkUnderWay -= Number(entry.bulk);
  }

  /** Puts a read back whose thread ended before it began. */
  #putBack(entry: Entry): void {
    this.#release(entry);
    (entry.bulk ? this.#bulkQueue : this.#queue).unshift(entry);
  }

  #start(): void {
    const { archive, config, live, searcher, log } = this.#service;
    try {
      // A thread would open whatever has the archive's name now.
      archive.checkPlace();
    } catch {
      this.#startLater();
      return;
    }
    const thread: TaskThread = new TaskThread(this.#code, config, this.#limits.readMs, {
      ready: () => {
        this.#pauseMs = FIRST_PAUSE_MS;
        this.#ready.push(thread);
        this.#next();
        this.#first.resolve();
      },
      unusable: () => live.onUnusable(),
      observed: (search) => searcher.events.emit('search', search),
      failed: (error) => log.warn({ err: error }, 'a reader thread has ended'),
      tooLong: ({ job, request }) => {
        // Of a read of one article the log names it; never the words of a search.
        const { id } = (request ?? {}) as { id?: string };
        const limitMs = this.#limits.readMs;
        log.error({ read: job.name, id, limitMs }, 'a read took too long');
        const article = typeof id === 'string' ? { id } : {};
        noteLongRead(config.data, { at: new Date().toISOString(), read: job.name, ...article, limitMs });
      },
      ended: (left) => {
        this.#threads.delete(thread);
        this.#first.resolve();
        const at = this.#ready.indexOf(thread);
        if (at !== -1) this.#ready.splice(at, 1);
        for (const entry of left.toReversed()) this.#putBack(entry as Entry);
        this.#next();
        if (!this.#stopped) this.#startLater();
      },
    });
    this.#threads.add(thread);
    this.#connect(thread);
  }

  #connect(thread: TaskThread): void {
    const port = this.#meaning?.connect();
    if (port !== undefined) thread.connect(port);
  }

  #startLater(): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#start();
    }, this.#pauseMs);
    timer.unref();
    this.#timers.add(timer);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  #overloaded(): LisanError {
    this.refused++;
    const readers = Math.max(1, this.#ready.length);
    const isStarting = this.#own === undefined && this.#ready.length === 0;
    return new LisanError({
      code: 'overloaded',
      message: isStarting
        ? 'The service is starting: no reader thread is ready yet.'
        : `The service is at capacity: ${this.underWay} requests are being answered and ${this.waiting} wait.`,
      remedy: 'Try again after Retry-After; LISAN_READERS and LISAN_WAITING set the capacity.',
      status: 503,
      // When the reads that wait now will have been answered.
      retryAfter: Math.max(1, Math.ceil((this.waiting * this.#meanMs) / readers / 1000)),
    });
  }
}

function stopWaiting(entry: Entry): void {
  entry.waits = false;
  clearTimeout(entry.timer);
  entry.forgetClient?.();
}

/** For the log alone: the client is not there to read it. */
function clientGone(): LisanError {
  return new LisanError({
    code: 'client_gone',
    message: 'The client closed the connection while its request waited.',
    remedy: 'Nothing needs to be done.',
    status: 499,
  });
}
