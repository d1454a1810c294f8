/**
 * Analyses articles on threads beside the one that writes the index: analysis is the larger part of a full reindex.
 * Threads start with the first articles. Articles are sent as the archive stores them and come back in few objects: as
 * one batch (`batch.ts`) or as encoded records (`record-codec.ts`).
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RawArticle } from '../archive/archive.ts';
import { messageOf } from '../common/errors.ts';
import { moduleBeside } from '../common/module-beside.ts';
import type { Batch } from '../engines/batch/batch.ts';
import type { IndexRecord } from '../engines/index-record.ts';
import { decodeRecords, type EncodedRecords } from './record-codec.ts';

const MAX_THREADS = 4;
/** Batches that a thread is given in advance, so that it never waits for the next one. */
const BATCHES_AHEAD = 2;
/** V8 would take 48 and hardly be faster. */
const YOUNG_GENERATION_MB = 12;

/** A message to a thread: analyse the articles into a batch or into records. */
export interface AnalysisTask {
  articles: readonly RawArticle[];
  as: 'batch' | 'records';
}

export type AnalysisResult = { batch: Batch } | { records: EncodedRecords } | { failure: string };

interface Waiting {
  resolve: (answer: AnalysisResult) => void;
  reject: (reason: unknown) => void;
}

export class AnalysisPool {
  /** The thread that writes the index also analyses when it would have to wait. */
  readonly #size = Math.max(1, Math.min(MAX_THREADS, availableParallelism() - 1));
  readonly #entities: string;
  readonly #threads: { worker: Worker; waiting: Waiting[] }[] = [];

  /** `entities`: see the setting with this name. */
  constructor(entities: string) {
    this.#entities = entities;
  }

  /** How many more batches would keep all threads busy. */
  get room(): number {
    const waiting = this.#threads.reduce((sum, thread) => sum + thread.waiting.length, 0);
    return Math.max(0, this.#size * BATCHES_AHEAD - waiting);
  }

  /** The articles as a batch. @throws what the analysis throws. */
  async prepare(articles: readonly RawArticle[]): Promise<Batch> {
    const answer = await this.#ask({ articles, as: 'batch' });
    return (answer as { batch: Batch }).batch;
  }

  /** Records of the articles, in their order. @throws what the analysis throws. */
  async records(articles: readonly RawArticle[]): Promise<IndexRecord[]> {
    const answer = await this.#ask({ articles, as: 'records' });
    return decodeRecords((answer as { records: EncodedRecords }).records);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  #ask(task: AnalysisTask): Promise<AnalysisResult> {
    if (this.#threads.length < this.#size) this.#start();
    const thread = this.#threads.reduce((idlest, other) =>
      other.waiting.length < idlest.waiting.length ? other : idlest,
    );
    return new Promise((resolve, reject) => {
      thread.waiting.push({ resolve, reject });
      thread.worker.postMessage(task);
    });
  }

  #start(): void {
    const worker = new Worker(moduleBeside(import.meta.url, './analysis-worker'), {
      workerData: this.#entities,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    const thread = { worker, waiting: [] as Waiting[] };
    worker.on('message', (answer: AnalysisResult) => {
      const { resolve, reject } = thread.waiting.shift()!;
      if ('failure' in answer) reject(new Error(answer.failure));
      else resolve(answer);
    });
    worker.on('error', (error) => {
      for (const { reject } of thread.waiting.splice(0))
        reject(new Error(messageOf(error), { cause: error }));
      this.#threads.splice(this.#threads.indexOf(thread), 1);
    });
    this.#threads.push(thread);
  }
}
