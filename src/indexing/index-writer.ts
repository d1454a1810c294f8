/** Applies the changes of the archive to an index, batch by batch; both record every applied batch. */
import { createHash } from 'node:crypto';
import type { Archive } from '../archive/archive.ts';
import { isIntact, type RawArticle, toArticle } from '../archive/stored-row.ts';
import { LisanError, messageOf } from '../common/errors.ts';
import type { TimeZone } from '../common/time-zone.ts';
import { annotate } from '../document/annotate.ts';
import type { BatchStep, Index, IndexPoint } from '../engines/engine.ts';
import type { DeclaredFacets } from '../engines/facets.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { batchOfArticles } from './batch-builder.ts';
import { recordOf } from './record.ts';
import {
  isDue,
  MAX_SET_ASIDE,
  MAX_SET_ASIDE_PER_BATCH,
  readSetAside,
  type SetAside,
  setAside,
  writeSetAside,
} from './set-aside.ts';

/** A batch ends at this many documents or bytes, whichever comes first. */
const BATCH_DOCUMENTS = 1000;
const BATCH_BYTES = 2 ** 22;
/** With fewer changes, starting threads for the analysis takes longer than it saves. */
const THREADS_FROM = 5 * BATCH_DOCUMENTS;
/** Characters of a digest of what was applied, of 6 bits each. */
const DIGEST_CHARACTERS = 22;

/** A larger document, in bytes of UTF-8, is analysed on a thread of the pool: if it ends the thread, it ends no more. */
const MAX_INLINE_BYTES = 2 ** 18;
/** LisanErrors that a single document can cause; all others are about the engine, the disk or the run. */
const DOCUMENT_ERRORS = ['document_damaged', 'engine_refused'];

/** Applies analysed documents to the index; see `Index.apply`. */
type Apply = (step?: BatchStep) => Promise<void>;

/** Consecutive changes of the archive. */
interface PendingBatch {
  /** Resolves when the documents are analysed, to the function that applies them to the index. */
  ready: Promise<Apply>;
  isReady: boolean;
  documents: readonly RawArticle[];
  /** Ids of the deleted ones, and of the damaged ones, which are removed from the index. */
  deleted: readonly string[];
  /** Ids of the damaged ones. */
  damaged: readonly string[];
  /** Sequence of the last one. */
  position: number;
  /** Digest of which documents and contents these are. */
  digest: string;
}

export interface IndexWriterOptions {
  onProgress?: (done: number, total: number) => void;
  /** See `recordOf`. */
  zone: TimeZone;
  declared: DeclaredFacets;
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
  /** Documents that cannot be indexed, by id. */
  readonly setAside: Map<string, SetAside>;
  #retried = false;
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
    this.setAside = readSetAside(index);
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
    if (!this.#retried) await this.#retrySetAside();
    this.#retried = true;
    const before = this.indexed + this.deleted;
    const total = this.#archive.countAfter(this.position);
    const { onProgress } = this.#options;
    let other = followed;
    for await (const batch of this.#batches()) {
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
  async *#batches(): AsyncGenerator<PendingBatch> {
    let pool: AnalysisPool | undefined;
    const ahead: PendingBatch[] = [];
    let position = this.position;
    const take = (by?: AnalysisPool): void => {
      const batch = this.#next(position, by);
      if (batch === undefined) return;
      position = batch.position;
      ahead.push(batch);
    };
    for (;;) {
      // More may have come in since the run began.
      if (pool === undefined && this.#archive.countAfter(position) > THREADS_FROM)
        pool = this.#options.analysisPool;
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
      documents: present,
      deleted,
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
  ): Promise<Apply> {
    const index = this.#index;
    const tagger = this.#tagger;
    const { zone, declared, analysisPool } = this.#options;
    const isolated = raw.some(({ content }) => (content?.length ?? 0) > MAX_INLINE_BYTES);
    const threads = pool ?? (isolated ? analysisPool : undefined);
    if (index.applyBatch !== undefined) {
      const batch =
        (await threads?.prepare(raw)) ?? batchOfArticles(raw.map(toArticle), tagger, zone, declared);
      return (step) => index.applyBatch!(batch, deleted, step);
    }
    const records =
      (await threads?.records(raw)) ??
      raw.map(toArticle).map((article) => recordOf(article, annotate(article, tagger), zone, declared));
    return (step) => index.apply(records, deleted, step);
  }

  async #apply({ ready, documents, deleted, damaged, position, digest }: PendingBatch): Promise<void> {
    this.#options.beforeBatch();
    const from = this.#point;
    const step = { from, to: { position, digest: chained(from.digest, digest) } };
    let failed: SetAside[] = [];
    try {
      const apply = await ready;
      await apply(step);
    } catch (thrown) {
      if (!mayBeOfOneDocument(thrown)) throw thrown;
      failed = await this.#applyInParts(documents, thrown);
      // Nothing of their earlier versions is left to be found.
      await this.#index.apply([], [...deleted, ...failed.map(({ id }) => id)], step);
    }
    this.#note(failed, [...documents.map(({ id }) => id), ...deleted]);
    this.#point = step.to;
    for (const id of damaged) this.#archive.noteDamaged(id);
    this.#archive.setPosition(this.#engine, this.#index.generation, position, step.to.digest);
    this.indexed += documents.length - failed.length;
    this.deleted += deleted.length - damaged.length;
  }

  /**
   * Applies the documents of a batch that failed in ever smaller parts. @returns those that fail alone.
   * @throws `cause` if there are too many of them.
   */
  async #applyInParts(documents: readonly RawArticle[], cause: unknown): Promise<SetAside[]> {
    const failed: SetAside[] = [];
    const parts = [documents];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      if (part.length === 0) continue;
      this.#options.beforeBatch();
      const begun = performance.now();
      try {
        const apply = await this.#analysed(part, [], this.#options.analysisPool);
        await apply();
      } catch (thrown) {
        if (!mayBeOfOneDocument(thrown)) throw thrown;
        if (part.length === 1) {
          failed.push(setAside(part[0]!.id, messageOf(thrown), performance.now() - begun));
          if (failed.length > MAX_SET_ASIDE_PER_BATCH) throw cause;
          continue;
        }
        const middle = part.length >> 1;
        parts.push(part.slice(middle), part.slice(0, middle));
      }
    }
    return failed;
  }

  /** Documents that were set aside and have not changed since may succeed now, for instance with more memory. */
  async #retrySetAside(): Promise<void> {
    for (const [id, entry] of [...this.setAside]) {
      if (!isDue(entry)) continue;
      const raw = this.#archive.rawArticle(id);
      if (raw === undefined || !isIntact(raw)) this.#note([], [id]);
      else {
        const failed = await this.#applyInParts([raw], undefined);
        if (failed.length === 0) this.indexed++;
        this.#note(failed, [id]);
      }
    }
  }

  /** Lists documents that failed, and takes those from the list that did not. */
  #note(failed: readonly SetAside[], ids: readonly string[]): void {
    if (failed.length === 0 && this.setAside.size === 0) return;
    const since = new Map([...this.setAside].map(([id, entry]) => [id, entry.since]));
    for (const id of ids) this.setAside.delete(id);
    for (const entry of failed)
      this.setAside.set(entry.id, { ...entry, since: since.get(entry.id) ?? entry.since });
    if (this.setAside.size > MAX_SET_ASIDE) throw tooManySetAside();
    writeSetAside(this.#index, this.setAside);
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

/** Whether a failure may be due to one document of a batch. */
function mayBeOfOneDocument(thrown: unknown): boolean {
  return !(thrown instanceof LisanError) || DOCUMENT_ERRORS.includes(thrown.code);
}

function tooManySetAside(): LisanError {
  return new LisanError({
    code: 'too_many_set_aside',
    message: `More than ${MAX_SET_ASIDE} documents cannot be indexed.`,
    remedy: 'Look at the first reasons with `lisan doctor`; the cause is probably not in the documents.',
  });
}
