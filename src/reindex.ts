/**
 * Pipeline: archive -> annotated articles -> index. By default it brings the live index level with the archive; a
 * full run makes a new index beside the live one, fills and verifies it, and switches last, so searches never wait.
 */
import { randomBytes } from 'node:crypto';
import { annotate } from './annotate.ts';
import type { Archive, IndexEntry } from './archive.ts';
import type { Engine, Index } from './engines/engine.ts';
import type { Tagger } from './entities/tagger.ts';
import { LisanError } from './errors.ts';
import { recordOf } from './record.ts';
import { differsInEntities, noteGazetteer, retag } from './retag.ts';

/** Documents handed to the engine at once. */
const BATCH = 500;

export interface ReindexReport {
  generation: string;
  /** True where a new index was built and switched to. */
  full: boolean;
  /** Documents tagged anew because the gazetteer is another one. */
  retagged: number;
  indexed: number;
  deleted: number;
  /** Documents in the index afterwards. */
  documents: number;
  seconds: number;
}

export interface ReindexOptions {
  /** Build a new index even where the live one could be brought level. */
  full?: boolean;
  /** Version of analysis and gazetteer; an index made by another one is built anew. */
  analysis: string;
  onProgress?: (done: number, total: number) => void;
}

/** Brings the engine's index level with the archive. @throws LisanError where the engine fails or verification does. */
export async function reindex(
  archive: Archive,
  engine: Engine,
  tagger: Tagger,
  { full = false, analysis, onProgress }: ReindexOptions,
): Promise<ReindexReport> {
  const begun = performance.now();
  await engine.check();
  const retagged = full ? 0 : await followEntities(archive, engine, tagger, analysis, onProgress);
  const live = archive.liveIndex(engine.name);
  const build = full || live === undefined || live.analysis !== analysis;
  const generation = build ? newGeneration(archive, engine.name, analysis) : live.generation;
  const index = await openOrForget(archive, engine, generation, build);
  try {
    const filled = await fill(archive, engine.name, index, build ? 0 : live.position, tagger, onProgress);
    if (build) {
      noteGazetteer(index, tagger);
      await verify(archive, index);
      archive.setLive(engine.name, generation);
      await removeOthers(archive, engine, generation);
    }
    const documents = await index.count();
    const seconds = (performance.now() - begun) / 1000;
    return { generation, full: build, retagged, ...filled, documents, seconds };
  } finally {
    await index.close();
  }
}

/** Whether the engine's live index lacks changes, or was made by another version of the analysis. */
export function lag(
  archive: Archive,
  engine: string,
  analysis: string,
): { changes: number; outdated: boolean } {
  const live = archive.liveIndex(engine);
  return { changes: archive.countAfter(live?.position ?? 0), outdated: live?.analysis !== analysis };
}

/** Where the gazetteer alone is another one, tags the documents of the live index that this concerns. */
async function followEntities(
  archive: Archive,
  engine: Engine,
  tagger: Tagger,
  analysis: string,
  onProgress?: ReindexOptions['onProgress'],
): Promise<number> {
  const live = archive.liveIndex(engine.name);
  if (live === undefined || !differsInEntities(live.analysis, analysis)) return 0;
  const index = await engine.open(live.generation, false);
  try {
    const tagged = await retag(archive, index, tagger, onProgress);
    if (tagged !== undefined) archive.setAnalysis(engine.name, live.generation, analysis);
    return tagged ?? 0;
  } finally {
    await index.close();
  }
}

function newGeneration(archive: Archive, engine: string, analysis: string): string {
  const generation = `${new Date().toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
  archive.addIndex(engine, generation, analysis);
  return generation;
}

async function openOrForget(
  archive: Archive,
  engine: Engine,
  generation: string,
  create: boolean,
): Promise<Index> {
  try {
    return await engine.open(generation, create);
  } catch (thrown) {
    if (create) archive.removeIndex(engine.name, generation);
    throw thrown;
  }
}

async function fill(
  archive: Archive,
  engine: string,
  index: Index,
  from: number,
  tagger: Tagger,
  onProgress?: ReindexOptions['onProgress'],
): Promise<{ indexed: number; deleted: number }> {
  let position = from;
  let indexed = 0;
  let deleted = 0;
  const total = archive.countAfter(position);
  for (;;) {
    const changes = archive.changesAfter(position, BATCH);
    if (changes.length === 0) return { indexed, deleted };
    const present = changes.filter((article) => !article.deleted);
    const gone = changes.filter((article) => article.deleted);
    await index.apply(
      present.map((article) => recordOf(article, annotate(article, tagger))),
      gone.map(({ id }) => id),
    );
    position = changes.at(-1)!.sequence;
    archive.setPosition(engine, index.generation, position);
    indexed += present.length;
    deleted += gone.length;
    onProgress?.(indexed + deleted, Math.max(total, indexed + deleted));
  }
}

/** A new index takes over only when it holds as many documents as the archive. */
async function verify(archive: Archive, index: Index): Promise<void> {
  const [held, wanted] = [await index.count(), archive.count()];
  if (held === wanted) return;
  throw new LisanError({
    code: 'verification_failed',
    message: `The new index holds ${held} documents and the archive ${wanted}; the live index was left in place.`,
    remedy: 'Run `lisan reindex --full` again when nothing else is being ingested.',
  });
}

/** Removes indexes that no search uses any more: earlier live ones and what killed runs left behind. */
async function removeOthers(archive: Archive, engine: Engine, generation: string): Promise<void> {
  const others = archive.indexes(engine.name).filter((entry: IndexEntry) => entry.generation !== generation);
  for (const { generation: old } of others) {
    await engine.remove(old);
    archive.removeIndex(engine.name, old);
  }
}
