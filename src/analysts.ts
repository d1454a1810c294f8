/**
 * Makes index records on threads beside the one that writes the index: analysis is the larger part of a full reindex.
 * Threads are started with the first articles and told the gazetteer's file; records come back packed (`packed.ts`).
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { IndexRecord } from './engines/engine.ts';
import { messageOf } from './errors.ts';
import { type Packed, unpack } from './packed.ts';
import type { StoredArticle } from './types.ts';

/** Threads at most; one processor is left to the thread that writes. */
const MOST = 4;

interface Task {
  resolve: (records: IndexRecord[]) => void;
  reject: (reason: unknown) => void;
}

export class Analysts {
  /** Number of threads, and so of batches that are worth having under way. */
  readonly size = Math.max(1, Math.min(MOST, availableParallelism() - 1));
  readonly #entities: string;
  readonly #threads: { worker: Worker; tasks: Task[] }[] = [];

  /** `entities`: see the setting of this name. */
  constructor(entities: string) {
    this.#entities = entities;
  }

  /** Records of the articles, in their order. @throws what the analysis throws. */
  make(articles: readonly StoredArticle[]): Promise<IndexRecord[]> {
    if (this.#threads.length < this.size) this.#start();
    const thread = this.#threads.reduce((idlest, other) =>
      other.tasks.length < idlest.tasks.length ? other : idlest,
    );
    return new Promise((resolve, reject) => {
      thread.tasks.push({ resolve, reject });
      thread.worker.postMessage(articles);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  #start(): void {
    const worker = new Worker(new URL('./analyst.ts', import.meta.url), { workerData: this.#entities });
    const thread = { worker, tasks: [] as Task[] };
    worker.on('message', (answer: Packed | { failure: string }) => {
      const task = thread.tasks.shift()!;
      if ('failure' in answer) task.reject(new Error(answer.failure));
      else task.resolve(unpack(answer));
    });
    worker.on('error', (error) => {
      for (const { reject } of thread.tasks.splice(0)) reject(new Error(messageOf(error), { cause: error }));
      this.#threads.splice(this.#threads.indexOf(thread), 1);
    });
    this.#threads.push(thread);
  }
}
