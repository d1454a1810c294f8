/**
 * Verifies archive and index of a running service now and then, as `lisan verify` does: on a thread that gives way to others,
 * at a limited rate. A run that a stop interrupts is resumed by the next one, after a restart as well.
 */
import { Worker } from 'node:worker_threads';
import { moduleBeside } from '../common/module-beside.ts';
import { lastVerification, type VerificationResult } from '../indexing/verification.ts';
import type { Service } from './service.ts';
import type { FromVerification, VerificationTask } from './verification-worker.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface VerificationTimes {
  /** From the start of the service to the first look at whether a run is due, and from one look to the next. */
  firstMs: number;
  everyMs: number;
  /** Most bytes read per second. */
  bytesPerSecond: number;
  /** How long a stop waits for the step under way. */
  drainMs: number;
}

const TIMES: VerificationTimes = {
  firstMs: 5 * 60_000,
  everyMs: 60 * 60_000,
  bytesPerSecond: 20 * 2 ** 20,
  drainMs: 5_000,
};

export class BackgroundVerification {
  readonly #service: Pick<Service, 'archive' | 'config' | 'log'>;
  readonly #onDamage: () => void;
  readonly #times: VerificationTimes;
  #timer: NodeJS.Timeout | undefined;
  #worker: Worker | undefined;
  /** The run under way; it never rejects. */
  run: Promise<void> | undefined;

  /** `onDamage`: called after a run that found something, as the index must leave it out or be built again. */
  constructor(
    service: Pick<Service, 'archive' | 'config' | 'log'>,
    onDamage: () => void,
    times: Partial<VerificationTimes> = {},
  ) {
    this.#service = service;
    this.#onDamage = onDamage;
    this.#times = { ...TIMES, ...times };
  }

  start(): void {
    if (this.#service.config.verifyDays > 0) this.#lookIn(this.#times.firstMs);
  }

  /** Starts a run if the last one is too long ago. */
  look(now = Date.now()): void {
    try {
      const last = lastVerification(this.#service.archive);
      const age = last === undefined ? Number.POSITIVE_INFINITY : now - Date.parse(last.at);
      // A date in the future was written by a clock that was wrong.
      if (age >= 0 && age < this.#service.config.verifyDays * DAY_MS) return;
      this.#service.archive.checkPlace();
      this.run ??= this.#start().finally(() => {
        this.run = undefined;
      });
    } catch (thrown) {
      this.#service.log.warn({ err: thrown }, 'archive and index cannot be verified now');
    }
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    if (worker === undefined) return;
    worker.postMessage('stop');
    const force = setTimeout(() => void worker.terminate(), this.#times.drainMs);
    await this.run;
    clearTimeout(force);
  }

  #lookIn(ms: number): void {
    this.#timer = setTimeout(() => {
      this.look();
      this.#lookIn(this.#times.everyMs);
    }, ms);
    this.#timer.unref();
  }

  #start(): Promise<void> {
    const { config, log } = this.#service;
    const { bytesPerSecond } = this.#times;
    const worker = new Worker(moduleBeside(import.meta.url, './verification-worker'), {
      workerData: { config, bytesPerSecond } satisfies VerificationTask,
    });
    this.#worker = worker;
    return new Promise((resolve) => {
      worker.on('message', (message: FromVerification) => {
        if ('failure' in message) log.warn({ reason: message.failure }, 'the verification failed');
        else this.#tell(message.result);
      });
      worker.on('error', (err) => log.warn({ err }, 'the verification failed'));
      worker.once('exit', () => {
        this.#worker = undefined;
        resolve();
      });
    });
  }

  #tell({ documents, archive, index, ...counts }: VerificationResult): void {
    const { log } = this.#service;
    if (documents.length + archive.length === 0 && index === undefined) {
      log.info(counts, 'archive and index are verified: nothing is damaged');
      return;
    }
    log.error({ documents, archive, index, ...counts }, 'damage was found; `lisan doctor` says what to do');
    this.#onDamage();
  }
}
