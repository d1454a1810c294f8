/**
 * Pipeline: archive -> annotated articles -> index. By default the live index is updated with what changed in the
 * archive. A full run builds a new index beside the live one, verifies it and switches to it last, so searches never
 * wait. The archive records every batch that the engine has applied: a killed run resumes where it stopped.
 */
import { randomBytes } from 'node:crypto';
import type { Archive, IndexEntry } from '../archive/archive.ts';
import { Lease } from '../archive/lease.ts';
import { LisanError } from '../common/errors.ts';
import { type TimeZone, UTC } from '../common/time-zone.ts';
import type { Engine, Index, IndexPoint } from '../engines/engine.ts';
import type { DeclaredFacets } from '../engines/facets.ts';
import type { Decision } from '../entities/decisions/decision.ts';
import { analysisWithDecisions, decisionsDigest, decisionsIn } from '../entities/decisions/decision-list.ts';
import { Decisions } from '../entities/decisions/decisions.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import { settle } from './agreement.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { IndexWriter } from './index-writer.ts';
import { isUnusable } from './live-index.ts';
import { differsInEntities, noteGazetteer, retag } from './retag.ts';
import type { SetAside } from './set-aside.ts';
import { verify } from './verify.ts';

/** How often a new index is compared with the archive again because documents came in meanwhile. */
const COMPARISONS = 100;

/** What a new index holds. */
const START: IndexPoint = { position: 0, digest: '' };

export interface ReindexReport {
  generation: string;
  /** `updated`: changes were applied to the live index; `built`: a new index took over; `rolledBack`: the previous one did. */
  outcome: 'updated' | 'built' | 'rolledBack';
  /** True if an interrupted run was resumed. */
  resumed: boolean;
  /** Documents whose entities were tagged again because the gazetteer changed. */
  retagged: number;
  indexed: number;
  deleted: number;
  /** Ids of the damaged documents of the archive; the index does not have them. Missing if there are none. */
  damaged?: string[];
  /**
   * Why the index could not be used as it was: it lacked changes that it once had, or was broken. Missing if nothing was
   * wrong with it.
   */
  reason?: string;
  /** Documents that cannot be indexed and were set aside; the next run tries them again. */
  setAside: readonly SetAside[];
  /** Documents in the index afterwards. */
  documents: number;
  /** True if another version of the analysis made the index; the next start builds a new one. */
  outdated: boolean;
  seconds: number;
}

export interface ReindexOptions {
  /** Build a new index even if the live one could be updated. */
  full?: boolean;
  /** Switch back to the index that was live before the last full run. */
  rollback?: boolean;
  /** Decides on which day an article was published. Must be the zone of the fingerprint in `analysis`. Default: UTC. */
  zone?: TimeZone;
  /** Names of the fields that are facets; those of the fingerprint. Default: none. */
  declared?: DeclaredFacets;
  /**
   * See `indexFingerprint`; an index with another one is built again. The decisions of the archive about entities are
   * added to it when the run begins.
   */
  analysis: string;
  onProgress?: (done: number, total: number) => void;
  /** Threads that share the analysis if there is much to do. */
  analysts?: AnalysisPool;
  /** Ends the run after the current batch; what was indexed stays. */
  signal?: AbortSignal;
}

/**
 * Updates the engine's index with what changed in the archive.
 * @throws LisanError `already_running`, `verification_failed`, `interrupted`, `no_previous_index`, or what the engine says.
 */
export async function reindex(
  archive: Archive,
  engine: Engine,
  tagger: Tagger,
  options: ReindexOptions,
): Promise<ReindexReport> {
  const lease = new Lease(archive, `reindex of ${engine.name}`);
  const followed = tagger.decisions;
  try {
    await engine.check();
    // The whole run follows the decisions of its beginning.
    const analysis = analysisWithDecisions(options.analysis, archive);
    const decisions = decisionsIn(archive);
    const compiled = new Decisions(decisions, tagger.gazetteer, decisionsDigest(archive));
    tagger.decisions = () => compiled;
    options.analysts?.follow(decisions);
    const run = new Run(archive, engine, tagger, decisions, { ...options, analysis }, lease);
    return await (options.rollback ? run.rollBack() : run.update());
  } finally {
    tagger.decisions = followed;
    lease.release();
  }
}

/** How many changes the engine's live index lacks, and whether it must be built again. */
export function lag(
  archive: Archive,
  engine: string,
  fingerprint: string,
): { changes: number; outdated: boolean } {
  const live = archive.liveIndex(engine);
  const analysis = analysisWithDecisions(fingerprint, archive);
  return {
    changes: archive.countAfter(live?.position ?? 0),
    outdated: live?.analysis !== analysis || live.stage === 'failed',
  };
}

class Run {
  readonly #archive: Archive;
  readonly #engine: Engine;
  readonly #tagger: Tagger;
  readonly #decisions: readonly Decision[];
  readonly #options: ReindexOptions;
  readonly #lease: Lease;
  readonly #begun = performance.now();
  #retagged = 0;
  #reason: string | undefined;

  constructor(
    archive: Archive,
    engine: Engine,
    tagger: Tagger,
    decisions: readonly Decision[],
    options: ReindexOptions,
    lease: Lease,
  ) {
    this.#decisions = decisions;
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
      const writer = this.#writer(live, await this.#pointOf(entry, live));
      try {
        await writer.run();
      } catch (thrown) {
        if (!isUnusable(thrown)) throw thrown;
        this.#setFailed(entry, thrown);
        return await this.#build(undefined, entry);
      }
      await this.#engine.setLive?.(entry.generation);
      await this.#remove((other) => !other.live && !this.#mayResume(other) && other.stage !== 'ready');
      return await this.#report('updated', live, writer, false);
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
      const writer = this.#writer(index, await this.#pointOf(previous, index));
      await this.#verified(index, writer);
      await this.#switchTo(previous.generation);
      return await this.#report('rolledBack', index, writer, false, previous.analysis);
    } finally {
      await index.close();
    }
  }

  async #build(live: Index | undefined, entry: IndexEntry | undefined): Promise<ReindexReport> {
    const { name } = this.#engine;
    const unfinished = this.#archive.indexes(name).find((other) => this.#mayResume(other));
    await this.#remove((other) => !other.live && other.generation !== unfinished?.generation);
    const resumed = unfinished === undefined ? undefined : await this.#openUnfinished(unfinished);
    const { index, point } = resumed ?? { index: await this.#create(), point: START };
    try {
      const writer = this.#writer(index, point);
      // The live index answers searches until the switch, which may be hours away: it gets new articles meanwhile.
      const liveWriter = live && entry && this.#writer(live, await this.#pointOf(entry, live), true);
      await writer.run(liveWriter);
      await index.compact?.();
      noteGazetteer(index, this.#tagger, this.#decisions);
      await this.#verified(index, writer);
      await this.#switchTo(index.generation);
      await this.#remove((other) => other.stage === 'failed');
      return await this.#report('built', index, writer, resumed !== undefined);
    } finally {
      await index.close();
    }
  }

  /** If only the gazetteer changed, tags the affected documents again. True if the index is up to date afterwards. */
  async #followEntities(live: Index, { engine, generation, analysis }: IndexEntry): Promise<boolean> {
    const wanted = this.#options.analysis;
    if (this.#options.full || !differsInEntities(analysis, wanted)) return false;
    this.#continue();
    const progress = (done: number, total: number): void => {
      this.#options.onProgress?.(done, total);
      // After the last batch only the note is left to write.
      if (done < total) this.#continue();
    };
    let tagged: number | undefined;
    try {
      tagged = await retag(this.#archive, live, this.#tagger, this.#decisions, this.#derivation, progress);
    } catch (thrown) {
      if (thrown instanceof LisanError) throw thrown;
      // A document that cannot be analysed any more: a new index is built, which sets it aside.
      return false;
    }
    if (tagged === undefined) return false;
    this.#archive.setAnalysis(engine, generation, wanted);
    this.#retagged = tagged;
    return true;
  }

  /** The live index; `undefined` if it must be built again, which the archive records. */
  async #openLive(entry: IndexEntry): Promise<Index | undefined> {
    if (entry.stage === 'failed') {
      this.#reason = entry.failure;
      return undefined;
    }
    let index: Index | undefined;
    try {
      index = await this.#engine.open(entry.generation, false);
      const { behind } = await settle(this.#archive, entry, index, { writing: true });
      this.#reason = behind;
      return index;
    } catch (thrown) {
      await index?.close();
      if (!isUnusable(thrown)) throw thrown;
      this.#setFailed(entry, thrown);
      return undefined;
    }
  }

  #setFailed({ engine, generation }: IndexEntry, { message }: LisanError): void {
    this.#archive.setFailed(engine, generation, message);
    this.#reason = message;
  }

  /** What an index holds. @throws LisanError `index_broken`. */
  async #pointOf(entry: IndexEntry, index: Index): Promise<IndexPoint> {
    return (await settle(this.#archive, entry, index, { writing: true })).point;
  }

  async #openUnfinished(entry: IndexEntry): Promise<{ index: Index; point: IndexPoint } | undefined> {
    if (entry.position > 0) {
      let index: Index | undefined;
      try {
        index = await this.#engine.open(entry.generation, false);
        return { index, point: await this.#pointOf(entry, index) };
      } catch (thrown) {
        await index?.close();
        if (!isUnusable(thrown)) throw thrown;
      }
    }
    await this.#remove((other) => other.generation === entry.generation);
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

  /** Whether this index is what an interrupted run left behind, and this run can resume it. */
  #mayResume({ live, stage, analysis }: IndexEntry): boolean {
    return !live && stage === 'building' && analysis === this.#options.analysis;
  }

  /** What records depend on beside their articles. */
  get #derivation(): { zone: TimeZone; declared: DeclaredFacets } {
    const { zone = UTC, declared = [] } = this.#options;
    return { zone, declared };
  }

  #writer(index: Index, point: IndexPoint, silent = false): IndexWriter {
    const { onProgress, analysts } = this.#options;
    return new IndexWriter(this.#archive, this.#engine.name, index, point, this.#tagger, {
      ...(!silent && onProgress && { onProgress }),
      analysisPool: analysts,
      ...this.#derivation,
      beforeBatch: () => this.#continue(),
    });
  }

  /** Called between batches. @throws LisanError `interrupted` if the run is to end, `lease_lost`. */
  #continue(): void {
    if (this.#options.signal?.aborted) throw interrupted();
    this.#lease.renew();
  }

  /** Updates an index and compares it with the archive, until nothing came in between. */
  async #verified(index: Index, writer: IndexWriter): Promise<void> {
    try {
      for (let comparison = 0; comparison < COMPARISONS; comparison++) {
        await writer.run();
        if (await verify(this.#archive, index, this.#tagger, writer.position)) return;
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

  /** Removes indexes that no search uses any more: earlier ones and what interrupted runs left behind. */
  async #remove(unused: (entry: IndexEntry) => boolean): Promise<void> {
    for (const { engine, generation } of this.#archive.indexes(this.#engine.name).filter(unused)) {
      await this.#engine.remove(generation);
      this.#archive.removeIndex(engine, generation);
    }
  }

  async #report(
    outcome: ReindexReport['outcome'],
    index: Index,
    { indexed, deleted, setAside }: IndexWriter,
    resumed: boolean,
    analysis = this.#options.analysis,
  ): Promise<ReindexReport> {
    const damaged = this.#archive.damaged().map(({ id }) => id);
    return {
      generation: index.generation,
      outcome,
      resumed,
      retagged: this.#retagged,
      indexed,
      deleted,
      ...(damaged.length > 0 && { damaged }),
      setAside: [...setAside.values()],
      documents: await index.count(),
      outdated: analysis !== this.#options.analysis,
      ...(this.#reason !== undefined && { reason: this.#reason }),
      seconds: (performance.now() - this.#begun) / 1000,
    };
  }
}

/** What a run that was stopped ends with. */
export function interrupted(): LisanError {
  return new LisanError({
    code: 'interrupted',
    message: 'The reindex was interrupted.',
    remedy: 'What was indexed stays; `lisan reindex` resumes from there.',
    status: 503,
  });
}

function noPrevious(): LisanError {
  return new LisanError({
    code: 'no_previous_index',
    message: 'There is no earlier index to go back to.',
    remedy: '`lisan reindex --full` keeps the previous index until the next full run.',
    status: 409,
  });
}
