/** Brings an index level with the archive, batch by batch; the archive notes every batch that the engine has. */

import type { Archive } from '../archive/archive.ts';
import { type RawArticle, toArticle } from '../archive/stored-row.ts';
import { LisanError } from '../common/errors.ts';
import { annotate } from '../document/annotate.ts';
import type { Index } from '../engines/engine.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { batchOfArticles } from './batch-builder.ts';
import { recordOf } from './record.ts';

/** Documents handed to the engine at once, and bytes of them from which fewer are. */
const BATCH = 1000;
const BATCH_BYTES = 2 ** 22;
/** Changes from which threads for the analysis are worth their start. */
const MANY = 5 * BATCH;

/** Changes that follow each other. */
interface PendingBatch {
  /** Resolves where the index can be given its documents, without those that were deleted: to the step that does so. */
  ready: Promise<() => Promise<void>>;
  isReady: boolean;
  documents: number;
  deleted: number;
  /** Sequence of the last one. */
  position: number;
}

export interface IndexWriterOptions {
  onProgress?: (done: number, total: number) => void;
  /** Called before each batch; what it throws ends the filling. */
  beforeBatch: () => void;
  /** Threads that make the records where there are many. */
  analysisPool?: AnalysisPool | undefined;
}

export class IndexWriter {
  /** Sequence of the last change that is in the index. */
  position: number;
  indexed = 0;
  deleted = 0;
  readonly #archive: Archive;
  readonly #engine: string;
  readonly #index: Index;
  readonly #tagger: Tagger;
  readonly #options: IndexWriterOptions;

  constructor(
    archive: Archive,
    engine: string,
    index: Index,
    position: number,
    tagger: Tagger,
    options: IndexWriterOptions,
  ) {
    this.#archive = archive;
    this.#engine = engine;
    this.#index = index;
    this.position = position;
    this.#tagger = tagger;
    this.#options = options;
  }

  /**
   * Goes on until nothing is left. After each batch `followed`, another index, gets one of what it lacks; where that
   * fails it is left as it is, because this index is to replace it.
   */
  async run(followed?: IndexWriter): Promise<void> {
    const before = this.indexed + this.deleted;
    const total = this.#archive.countAfter(this.position);
    const { analysisPool, onProgress } = this.#options;
    let other = followed;
    for await (const batch of this.#batches(total > MANY ? analysisPool : undefined)) {
      await this.#apply(batch);
      const done = this.indexed + this.deleted - before;
      onProgress?.(done, Math.max(total, done));
      try {
        await other?.step();
      } catch (thrown) {
        if (!(thrown instanceof LisanError) || ['interrupted', 'lease_lost'].includes(thrown.code))
          throw thrown;
        other = undefined;
      }
    }
  }

  /** Brings the next changes in, if there are any. */
  async step(): Promise<void> {
    const batch = this.#next(this.position);
    if (batch !== undefined) await this.#apply(batch);
  }

  /**
   * The batches there are. Analysts make the next ones while one is applied; where they are not done with it, this
   * thread makes one, too, instead of waiting.
   */
  async *#batches(analysts?: AnalysisPool): AsyncGenerator<PendingBatch> {
    const ahead: PendingBatch[] = [];
    let position = this.position;
    const take = (by?: AnalysisPool): void => {
      const batch = this.#next(position, by);
      if (batch === undefined) return;
      position = batch.position;
      ahead.push(batch);
    };
    for (;;) {
      for (let room = analysts?.room ?? 0; room > 0; room--) take(analysts);
      const first = ahead[0];
      if (first === undefined) take();
      else if (analysts !== undefined) {
        // What analysts have sent is heard between two turns of the event loop only.
        await new Promise(setImmediate);
        if (!first.isReady) take();
      }
      const batch = ahead.shift();
      if (batch === undefined) return;
      yield batch;
    }
  }

  #next(position: number, analysts?: AnalysisPool): PendingBatch | undefined {
    const changes = this.#archive.rawChangesAfter(position, BATCH, BATCH_BYTES);
    if (changes.length === 0) return undefined;
    const present = changes.filter(({ deleted }) => deleted === 0);
    const deleted = changes.filter(({ deleted }) => deleted === 1).map(({ id }) => id);
    const ready = this.#made(present, deleted, analysts);
    const batch: PendingBatch = {
      ready,
      isReady: false,
      documents: present.length,
      deleted: deleted.length,
      position: changes.at(-1)!.sequence,
    };
    // A batch that is not taken, because one before it failed, fails unheard.
    const done = (): void => {
      batch.isReady = true;
    };
    ready.then(done, done);
    return batch;
  }

  /** Makes of articles what the index takes best. */
  async #made(
    raw: readonly RawArticle[],
    deleted: readonly string[],
    analysts?: AnalysisPool,
  ): Promise<() => Promise<void>> {
    const index = this.#index;
    const tagger = this.#tagger;
    if (index.applyBatch !== undefined) {
      const batch = (await analysts?.prepare(raw)) ?? batchOfArticles(raw.map(toArticle), tagger);
      return () => index.applyBatch!(batch, deleted);
    }
    const records =
      (await analysts?.records(raw)) ??
      raw.map(toArticle).map((article) => recordOf(article, annotate(article, tagger)));
    return () => index.apply(records, deleted);
  }

  async #apply({ ready, documents, deleted, position }: PendingBatch): Promise<void> {
    this.#options.beforeBatch();
    const apply = await ready;
    await apply();
    this.position = position;
    this.#archive.setPosition(this.#engine, this.#index.generation, position);
    this.indexed += documents;
    this.deleted += deleted;
  }
}
