/**
 * Pipeline: archive -> annotated articles -> index. By default it updates the live index with what changed in the
 * archive. A full run builds a new index next to the live one, verifies it, and switches last, so searches never wait.
 * The archive records every batch that the engine has stored, so a killed run resumes where it stopped.
 */
import { randomBytes } from 'node:crypto';
import type { Archive, IndexEntry } from '../archive/archive.ts';
import { Lease } from '../archive/lease.ts';
import { LisanError } from '../common/errors.ts';
import type { Engine, Index } from '../engines/engine.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { IndexWriter } from './index-writer.ts';
import { isUnusable } from './live-index.ts';
import { differsInEntities, noteGazetteer, retag } from './retag.ts';
import { verify } from './verify.ts';

/** How often a new index is updated again because documents arrived while it was compared with the archive. */
const MAX_COMPARISONS = 100;

export interface ReindexReport {
  generation: string;
  /** `updated`: changes were indexed; `built`: a new index went live; `rolledBack`: the previous one went live again. */
  outcome: 'updated' | 'built' | 'rolledBack';
  /** True if an interrupted run was resumed. */
  resumed: boolean;
  /** Documents tagged again because the gazetteer changed. */
  retagged: number;
  indexed: number;
  deleted: number;
  /** Documents in the index afterwards. */
  documents: number;
  /** True if another version of the analysis built the index; the next start rebuilds it. */
  outdated: boolean;
  seconds: number;
}

export interface ReindexOptions {
  /** Build a new index even if the live one could be updated. */
  full?: boolean;
  /** Switch back to the index that was live before the last full run. */
  rollback?: boolean;
  /** Version of analysis and gazetteer; an index built by another version is rebuilt. */
  analysis: string;
  onProgress?: (done: number, total: number) => void;
  /** Threads that share the analysis of large updates. */
  analysts?: AnalysisPool;
  /** Ends the run after the current batch; what was indexed is kept. */
  signal?: AbortSignal;
}

/**
 * Updates, rebuilds or rolls back the engine's index.
 * @throws LisanError `already_running`, `verification_failed`, `interrupted`, `no_previous_index`, or an engine's error.
 */
export async function reindex(
  archive: Archive,
  engine: Engine,
  tagger: Tagger,
  options: ReindexOptions,
): Promise<ReindexReport> {
  const lease = new Lease(archive, `reindex of ${engine.name}`);
  try {
    await engine.check();
    const run = new Run(archive, engine, tagger, options, lease);
    return await (options.rollback ? run.rollBack() : run.update());
  } finally {
    lease.release();
  }
}

/** How many changes the engine's live index lacks, and whether it must be rebuilt. */
export function lag(
  archive: Archive,
  engine: string,
  analysis: string,
): { changes: number; outdated: boolean } {
  const live = archive.liveIndex(engine);
  return {
    changes: archive.countAfter(live?.position ?? 0),
    outdated: live?.analysis !== analysis || live.stage === 'failed',
  };
}

class Run {
  readonly #archive: Archive;
  readonly #engine: Engine;
  readonly #tagger: Tagger;
  readonly #options: ReindexOptions;
  readonly #lease: Lease;
  readonly #started = performance.now();
  #retagged = 0;

  constructor(archive: Archive, engine: Engine, tagger: Tagger, options: ReindexOptions, lease: Lease) {
    this.#archive = archive;
    this.#engine = engine;
    this.#tagger = tagger;
    this.#options = options;
    this.#lease = lease;
  }

  async update(): Promise<ReindexReport> {
    const entry = this.#archive.liveIndex(this.#engine.name);
    const live = entry === undefined ? undefined : await this.#openLive(entry);
    try {
      const followed = live !== undefined && entry !== undefined && (await this.#followEntities(live, entry));
      const outdated = !followed && entry?.analysis !== this.#options.analysis;
      if (live === undefined || entry === undefined || this.#options.full || outdated)
        return await this.#build(live, entry);
      const filling = this.#filling(live, entry.position);
      try {
        await filling.run();
      } catch (thrown) {
        if (!isUnusable(thrown)) throw thrown;
        this.#archive.setFailed(entry.engine, entry.generation, thrown.message);
        return await this.#build(undefined, entry);
      }
      await this.#engine.setLive?.(entry.generation);
      await this.#remove((other) => !other.live && !this.#mayGoOn(other) && other.stage !== 'ready');
      return await this.#report('updated', live, filling, false);
    } finally {
      await live?.close();
    }
  }

  async rollBack(): Promise<ReindexReport> {
    const { name } = this.#engine;
    const previous = this.#archive.indexes(name).find(({ live, stage }) => !live && stage === 'ready');
    if (previous === undefined) throw noPrevious();
    const index = await this.#engine.open(previous.generation, false);
    try {
      const filling = this.#filling(index, previous.position);
      await this.#verified(index, filling);
      await this.#switchTo(previous.generation);
      return await this.#report('rolledBack', index, filling, false, previous.analysis);
    } finally {
      await index.close();
    }
  }

  async #build(live: Index | undefined, entry: IndexEntry | undefined): Promise<ReindexReport> {
    const { name } = this.#engine;
    const unfinished = this.#archive.indexes(name).find((other) => this.#mayGoOn(other));
    await this.#remove((other) => !other.live && other.generation !== unfinished?.generation);
    const resumed = unfinished === undefined ? undefined : await this.#openUnfinished(unfinished);
    const { index, position } = resumed ?? { index: await this.#create(), position: 0 };
    try {
      const filling = this.#filling(index, position);
      // The live index answers searches until the switch, which may be hours away, so it is kept up to date too.
      const answering = live && entry && this.#filling(live, entry.position, true);
      await filling.run(answering);
      await index.compact?.();
      noteGazetteer(index, this.#tagger);
      await this.#verified(index, filling);
      await this.#switchTo(index.generation);
      await this.#remove((other) => other.stage === 'failed');
      return await this.#report('built', index, filling, resumed !== undefined);
    } finally {
      await index.close();
    }
  }

  /** If only the gazetteer changed, retags the affected documents. True if the analysis of the index is then current. */
  async #followEntities(live: Index, { engine, generation, analysis }: IndexEntry): Promise<boolean> {
    const wanted = this.#options.analysis;
    if (this.#options.full || !differsInEntities(analysis, wanted)) return false;
    this.#goOn();
    const tagged = await retag(this.#archive, live, this.#tagger, (done, total) => {
      this.#options.onProgress?.(done, total);
      // After the last batch, only the note of the new gazetteer is missing: too late to stop.
      if (done < total) this.#goOn();
    });
    if (tagged === undefined) return false;
    this.#archive.setAnalysis(engine, generation, wanted);
    this.#retagged = tagged;
    return true;
  }

  /** The live index; `undefined` if it must be rebuilt, which the archive then records. */
  async #openLive(entry: IndexEntry): Promise<Index | undefined> {
    if (entry.stage === 'failed') return undefined;
    try {
      return await this.#engine.open(entry.generation, false);
    } catch (thrown) {
      if (!isUnusable(thrown)) throw thrown;
      this.#archive.setFailed(entry.engine, entry.generation, thrown.message);
      return undefined;
    }
  }

  async #openUnfinished({
    generation,
    position,
  }: IndexEntry): Promise<{ index: Index; position: number } | undefined> {
    if (position > 0) {
      try {
        return { index: await this.#engine.open(generation, false), position };
      } catch (thrown) {
        if (!isUnusable(thrown)) throw thrown;
      }
    }
    await this.#remove((other) => other.generation === generation);
    return undefined;
  }

  async #create(): Promise<Index> {
    const { name } = this.#engine;
    const generation = `${new Date().toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
    this.#archive.addIndex(name, generation, this.#options.analysis);
    try {
      return await this.#engine.open(generation, true);
    } catch (thrown) {
      this.#archive.removeIndex(name, generation);
      throw thrown;
    }
  }

  /** Whether a killed run left this index behind and this run can resume it. */
  #mayGoOn({ live, stage, analysis }: IndexEntry): boolean {
    return !live && stage === 'building' && analysis === this.#options.analysis;
  }

  #filling(index: Index, position: number, silent = false): IndexWriter {
    const { onProgress, analysts } = this.#options;
    return new IndexWriter(this.#archive, this.#engine.name, index, position, this.#tagger, {
      ...(!silent && onProgress && { onProgress }),
      analysisPool: analysts,
      beforeBatch: () => this.#goOn(),
    });
  }

  /** Called between batches. @throws LisanError `interrupted` if the run was aborted, `lease_lost`. */
  #goOn(): void {
    if (this.#options.signal?.aborted) throw interrupted();
    this.#lease.renew();
  }

  /** Updates an index and compares it with the archive, until no change arrives in between. */
  async #verified(index: Index, filling: IndexWriter): Promise<void> {
    try {
      for (let comparison = 0; comparison < MAX_COMPARISONS; comparison++) {
        await filling.run();
        if (await verify(this.#archive, index, this.#tagger, filling.position)) return;
      }
    } catch (thrown) {
      if (thrown instanceof LisanError && thrown.code === 'verification_failed')
        this.#archive.setFailed(this.#engine.name, index.generation, thrown.message);
      throw thrown;
    }
    throw new LisanError({
      code: 'archive_restless',
      message: 'Documents arrive so fast that the new index could not be compared with the archive.',
      remedy: 'Run `lisan reindex --full` again when less is being ingested; it resumes with the new index.',
    });
  }

  async #switchTo(generation: string): Promise<void> {
    this.#lease.renew();
    this.#archive.setLive(this.#engine.name, generation);
    await this.#engine.setLive?.(generation);
  }

  /** Removes indexes that no search uses any more: previous ones and those left by killed runs. */
  async #remove(unused: (entry: IndexEntry) => boolean): Promise<void> {
    for (const { engine, generation } of this.#archive.indexes(this.#engine.name).filter(unused)) {
      await this.#engine.remove(generation);
      this.#archive.removeIndex(engine, generation);
    }
  }

  async #report(
    outcome: ReindexReport['outcome'],
    index: Index,
    { indexed, deleted }: IndexWriter,
    resumed: boolean,
    analysis = this.#options.analysis,
  ): Promise<ReindexReport> {
    return {
      generation: index.generation,
      outcome,
      resumed,
      retagged: this.#retagged,
      indexed,
      deleted,
      documents: await index.count(),
      outdated: analysis !== this.#options.analysis,
      seconds: (performance.now() - this.#started) / 1000,
    };
  }
}

function interrupted(): LisanError {
  return new LisanError({
    code: 'interrupted',
    message: 'The reindex was stopped.',
    remedy: 'What was indexed is kept; `lisan reindex` resumes from there.',
    status: 503,
  });
}

function noPrevious(): LisanError {
  return new LisanError({
    code: 'no_previous_index',
    message: 'There is no previous index to switch back to.',
    remedy: 'Every `lisan reindex --full` keeps the previous index until the next full run.',
    status: 409,
  });
}
