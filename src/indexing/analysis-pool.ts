/**
 * Makes index records on threads beside the one that writes the index: analysis is the larger part of a full reindex.
 * Threads are started with the first articles and told the gazetteer's file. Articles go as the archive has them, and
 * come back in few objects: as one batch (`batch.ts`), or as records, packed (`record-codec.ts`).
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RawArticle } from '../archive/stored-row.ts';
import { messageOf } from '../common/errors.ts';
import type { Batch } from '../engines/batch/batch.ts';
import type { IndexRecord } from '../engines/index-record.ts';
import { decodeRecords, type EncodedRecords } from './record-codec.ts';

/** Threads at most, and batches that one has before it: the next one need not be waited for. */
const MOST = 4;
const AHEAD = 2;
/** MiB for what a thread makes and soon forgets; V8 would take 48 and be hardly quicker. */
const YOUNG = 12;

/** What a thread is asked for: the articles as a batch or as records. */
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
  /** Number of threads, beside the one that writes and makes batches itself where there is time. */
  readonly #size = Math.max(1, Math.min(MOST, availableParallelism() - 1));
  readonly #entities: string;
  readonly #threads: { worker: Worker; waiting: Waiting[] }[] = [];

  /** `entities`: see the setting of this name. */
  constructor(entities: string) {
    this.#entities = entities;
  }

  /** Batches more that would keep all threads at work. */
  get room(): number {
    const waiting = this.#threads.reduce((sum, thread) => sum + thread.waiting.length, 0);
    return Math.max(0, this.#size * AHEAD - waiting);
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
    const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), {
      workerData: this.#entities,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
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
