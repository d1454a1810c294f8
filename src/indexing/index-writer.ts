/** Applies the changes of the archive to an index, batch by batch; both record every applied batch. */
import { createHash } from 'node:crypto';
import type { Archive } from '../archive/archive.ts';
import { isIntact, type RawArticle, toArticle } from '../archive/stored-row.ts';
import { LisanError } from '../common/errors.ts';
import { annotate } from '../document/annotate.ts';
import type { BatchStep, Index, IndexPoint } from '../engines/engine.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { batchOfArticles } from './batch-builder.ts';
import { recordOf } from './record.ts';

/** A batch ends at so many documents or bytes, whichever comes first. */
const BATCH_DOCUMENTS = 1000;
const BATCH_BYTES = 2 ** 22;
/** With fewer changes, starting threads for the analysis takes longer than it saves. */
const THREADS_FROM = 5 * BATCH_DOCUMENTS;
/** Characters of a digest of what was applied, of 6 bits each. */
const DIGEST_CHARACTERS = 22;

/** Consecutive changes of the archive. */
interface PendingBatch {
  /** Resolves when the documents are analysed, to the function that applies them to the index. */
  ready: Promise<(step: BatchStep) => Promise<void>>;
  isReady: boolean;
  documents: number;
  deleted: number;
  /** Ids of damaged documents, which are removed from the index. */
  damaged: readonly string[];
  /** Sequence of the last one. */
  position: number;
  /** Digest of which documents and contents these are. */
  digest: string;
}

export interface IndexWriterOptions {
  onProgress?: (done: number, total: number) => void;
  /** Called before each batch; what it throws ends the run. */
  beforeBatch: () => void;
  /** Threads for the analysis, used if there are many changes. */
  analysisPool?: AnalysisPool | undefined;
}

export class IndexWriter {
  /** The last change that was applied. */
  #point: IndexPoint;
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
    point: IndexPoint,
    tagger: Tagger,
    options: IndexWriterOptions,
  ) {
    this.#archive = archive;
    this.#engine = engine;
    this.#index = index;
    this.#point = point;
    this.#tagger = tagger;
    this.#options = options;
  }

  /** Sequence of the last change that was applied. */
  get position(): number {
    return this.#point.position;
  }

  /**
   * Applies all changes. After each batch, `followed`, the writer of another index, applies one of its own; if that
   * fails it is left behind, because this index is to replace it.
   */
  async run(followed?: IndexWriter): Promise<void> {
    const before = this.indexed + this.deleted;
    const total = this.#archive.countAfter(this.position);
    const { analysisPool, onProgress } = this.#options;
    let other = followed;
    for await (const batch of this.#batches(total > THREADS_FROM ? analysisPool : undefined)) {
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

  /** Applies the next batch, if there is one. */
  async step(): Promise<void> {
    const batch = this.#next(this.position);
    if (batch !== undefined) await this.#apply(batch);
  }

  /**
   * All batches in order. Threads analyse the next ones while one is applied; if they are late, this thread analyses
   * one itself instead of waiting.
   */
  async *#batches(pool?: AnalysisPool): AsyncGenerator<PendingBatch> {
    const ahead: PendingBatch[] = [];
    let position = this.position;
    const take = (by?: AnalysisPool): void => {
      const batch = this.#next(position, by);
      if (batch === undefined) return;
      position = batch.position;
      ahead.push(batch);
    };
    for (;;) {
      for (let room = pool?.room ?? 0; room > 0; room--) take(pool);
      const first = ahead[0];
      if (first === undefined) take();
      else if (pool !== undefined) {
        // Messages of the threads arrive between two turns of the event loop.
        await new Promise(setImmediate);
        if (!first.isReady) take();
      }
      const batch = ahead.shift();
      if (batch === undefined) return;
      yield batch;
    }
  }

  #next(position: number, pool?: AnalysisPool): PendingBatch | undefined {
    const changes = this.#archive.rawChangesAfter(position, BATCH_DOCUMENTS, BATCH_BYTES);
    if (changes.length === 0) return undefined;
    const present: RawArticle[] = [];
    const deleted: string[] = [];
    const damaged: string[] = [];
    for (const change of changes) {
      const intact = isIntact(change);
      if (!intact) damaged.push(change.id);
      if (intact && change.deleted === 0) present.push(change);
      else deleted.push(change.id);
    }
    const ready = this.#analysed(present, deleted, pool);
    const batch: PendingBatch = {
      ready,
      isReady: false,
      documents: present.length,
      deleted: deleted.length - damaged.length,
      damaged,
      position: changes.at(-1)!.sequence,
      digest: digestOf(changes),
    };
    // Nobody awaits a batch after one that failed: its rejection must not be unhandled.
    const done = (): void => {
      batch.isReady = true;
    };
    ready.then(done, done);
    return batch;
  }

  /** Analyses articles into what the index accepts: a batch, or records. */
  async #analysed(
    raw: readonly RawArticle[],
    deleted: readonly string[],
    pool?: AnalysisPool,
  ): Promise<(step: BatchStep) => Promise<void>> {
    const index = this.#index;
    const tagger = this.#tagger;
    if (index.applyBatch !== undefined) {
      const batch = (await pool?.prepare(raw)) ?? batchOfArticles(raw.map(toArticle), tagger);
      return (step) => index.applyBatch!(batch, deleted, step);
    }
    const records =
      (await pool?.records(raw)) ??
      raw.map(toArticle).map((article) => recordOf(article, annotate(article, tagger)));
    return (step) => index.apply(records, deleted, step);
  }

  async #apply({ ready, documents, deleted, damaged, position, digest }: PendingBatch): Promise<void> {
    this.#options.beforeBatch();
    const apply = await ready;
    const from = this.#point;
    const to = { position, digest: chained(from.digest, digest) };
    await apply({ from, to });
    this.#point = to;
    for (const id of damaged) this.#archive.noteDamaged(id);
    this.#archive.setPosition(this.#engine, this.#index.generation, to.position, to.digest);
    this.indexed += documents;
    this.deleted += deleted;
  }
}

function digestOf(changes: readonly RawArticle[]): string {
  const hash = createHash('sha256');
  for (const { id, sequence, hash: content } of changes) hash.update(JSON.stringify([id, sequence, content]));
  return hash.digest('base64url');
}

/** Digest of everything up to and with a batch. */
function chained(before: string, batch: string): string {
  return createHash('sha256').update(`${before} ${batch}`).digest('base64url').slice(0, DIGEST_CHARACTERS);
}
