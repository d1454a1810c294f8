/**
 * Makes index records on threads beside the one that writes the index: analysis is the larger part of a full reindex.
 * Threads start with the first articles. Articles are passed as the archive stores them, and come back in few objects:
 * as one batch (`batch.ts`), or as packed records (`record-codec.ts`).
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { RawArticle } from '../archive/stored-row.ts';
import { moduleBeside } from '../common/module-beside.ts';
import type { Config } from '../config/settings.ts';
import type { Batch } from '../engines/batch/batch.ts';
import type { IndexRecord } from '../engines/index-record.ts';
import type { Decision } from '../entities/decisions/decision.ts';
import { decodeRecords, type EncodedRecords } from './record-codec.ts';

const MAX_THREADS = 4;
/** Batches given to a thread at once, so that the next one is there when the first is done. */
const BATCHES_PER_THREAD = 2;
/** Size of V8's young generation in each thread. Most objects of an analysis die young; the default of 48 is hardly faster. */
const YOUNG_GENERATION_MB = 12;
/** A batch needs less than 200. A document that needs more ends its thread, and is set aside. */
const OLD_GENERATION_MB = 768;

/** A batch takes a few seconds. A document that takes longer than this ends its thread, and is set aside. */
const LIMIT_MS = 180_000;

/** Work for a thread: articles, and whether they are wanted as a batch or as records. */
export interface AnalysisTask {
  articles: readonly RawArticle[];
  as: 'batch' | 'records';
}

/** The settings on which an analysis depends. */
export type AnalysisConfig = Pick<Config, 'entities' | 'timezone'> &
  Partial<Pick<Config, 'names' | 'facets' | 'limits'>>;

/** What a thread starts with. */
export type AnalystData = AnalysisConfig & { decisions: readonly Decision[] };

export class AnalysisPool {
  /** Threads, beside the one that writes and makes batches itself when it has time. */
  readonly #size = Math.max(1, Math.min(MAX_THREADS, availableParallelism() - 1));
  readonly #config: AnalysisConfig;
  readonly #memoryMb: number;
  readonly #limitMs: number;
  #threads: Piscina<AnalysisTask, Batch | EncodedRecords> | undefined;
  #pending = 0;
  #decisions: readonly Decision[] = [];

  /** `memoryMb`: how much a thread may take before it is ended; `limitMs`: how long a batch may take, waiting included. */
  constructor(config: AnalysisConfig, memoryMb = OLD_GENERATION_MB, limitMs = LIMIT_MS) {
    this.#memoryMb = memoryMb;
    this.#limitMs = limitMs;
    this.#config = config;
  }

  /** What people decided about entities; before the first work. */
  follow(decisions: readonly Decision[]): void {
    this.#decisions = decisions;
  }

  /** How many more batches the threads can take without waiting. */
  get room(): number {
    return Math.max(0, this.#size * BATCHES_PER_THREAD - this.#pending);
  }

  /** The articles as a batch. @throws what the analysis throws. */
  async prepare(articles: readonly RawArticle[]): Promise<Batch> {
    return (await this.#run({ articles, as: 'batch' })) as Batch;
  }

  /** Records of the articles, in their order. @throws what the analysis throws. */
  async records(articles: readonly RawArticle[]): Promise<IndexRecord[]> {
    return decodeRecords((await this.#run({ articles, as: 'records' })) as EncodedRecords);
  }

  async close(): Promise<void> {
    await this.#threads?.destroy();
    this.#threads = undefined;
  }

  async #run(task: AnalysisTask): Promise<Batch | EncodedRecords> {
    this.#threads ??= new Piscina({
      filename: fileURLToPath(moduleBeside(import.meta.url, './analysis-worker')),
      workerData: {
        entities: this.#config.entities,
        timezone: this.#config.timezone,
        ...(this.#config.names !== undefined && { names: this.#config.names }),
        facets: this.#config.facets ?? [],
        decisions: this.#decisions,
      } satisfies AnalystData,
      minThreads: this.#size,
      maxThreads: this.#size,
      concurrentTasksPerWorker: BATCHES_PER_THREAD,
      resourceLimits: {
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
        maxOldGenerationSizeMb: this.#memoryMb,
      },
    });
    this.#pending++;
    try {
      return await this.#threads.run(task, { signal: AbortSignal.timeout(this.#limitMs) });
    } catch (thrown) {
      if (thrown instanceof Error && thrown.name === 'AbortError')
        throw new Error(`the analysis took longer than ${this.#limitMs / 1000} s`);
      throw thrown;
    } finally {
      this.#pending--;
    }
  }
}
