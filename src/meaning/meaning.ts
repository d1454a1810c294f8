/**
 * Search by meaning: the nearest documents to the vector of a query, and the making of the vectors. Vectors follow the
 * archive change by change; a stopped run goes on where it was.
 */
import { LRUCache } from 'lru-cache';
import type { Archive } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import type { Embedder } from './embedder.ts';
import { digestOf, type EmbeddedPassage, leadingPassages } from './passages.ts';
import { type QuantisedVectors, quantised } from './quantised.ts';
import { type StoredVectors, VectorFile, type VectorState } from './vector-file.ts';
import { type Near, VectorMatrix } from './vector-matrix.ts';

/** The vectors file in the folder of the archive. */
export const VECTORS_FILE = 'vectors.db';

/** Documents whose passages are embedded at a time: a search waits for no more than that if both share a processor. */
const DOCUMENTS_PER_STEP = 8;
/** Vectors of queries that are kept. */
const QUERIES_KEPT = 512;
/** After a failure, searches do not ask the embedder again for so long. */
const PAUSE_AFTER_FAILURE_MS = 5_000;
/** The address in the name of a model on a server: it is nobody's but the operator's. */
const SERVER = /^https?:\S+ /;
/** No version of a file. */
const NEVER = -1;
/** Statuses that mean that it is the text which is refused. */
const TEXT_REFUSED = [400, 413, 422];

export interface NearestRequest {
  /** Number of documents. */
  count: number;
  /** Documents whose similarity is wanted too, however far they are. */
  of: readonly string[];
}

export interface Nearest {
  /** The nearest documents, the nearest first. */
  documents: Near[];
  /** In the order of `of`; null for documents that have no vectors. */
  of: (Near | null)[];
  /** Mean and standard deviation of the similarity over all documents that have vectors, and their number. */
  mean: number;
  deviation: number;
  embedded: number;
  /** Changes of the archive that the vectors lack. */
  pending: number;
}

export interface MeaningSearch {
  /** @throws LisanError of the embedder. */
  nearest(text: string, request: NearestRequest): Promise<Nearest>;
  /** The nearest documents to one of the archive, itself among them; `undefined` if it has no vectors. */
  nearestTo(id: string, request: NearestRequest): Promise<Nearest | undefined>;
  close(): Promise<void>;
}

export interface MeaningState {
  /** Null until the embedder was first asked. */
  model: string | null;
  documents: number;
  vectors: number;
  /** Changes of the archive that the vectors lack. */
  pending: number;
  /** Documents whose text the model refused. */
  refused: number;
  /** Passages a second in the current or last run; null before the first. */
  passagesPerSecond: number | null;
  /** Why the last run stopped, or the last query had no vector; it is tried again. */
  failure?: { code: string; reason: string; remedy: string };
}

export interface EmbedReport {
  documents: number;
  passages: number;
  /** Ids of documents whose text the model refused. */
  refused: string[];
}

export interface EmbedRun {
  signal?: AbortSignal;
  /** Last change of the archive that is embedded. Default: the last one. */
  upTo?: number;
  /** After each step: changes done and to be done in all. */
  onProgress?: (done: number, total: number) => void;
}

export interface MeaningParts {
  archive: Archive;
  /** Path of the file of vectors. */
  file: string;
  /** Opens the embedder; called once, when it is first needed. */
  embedder: () => Promise<Embedder>;
}

export class Meaning implements MeaningSearch {
  readonly #parts: MeaningParts;
  #embedder: Promise<Embedder> | undefined;
  #file: VectorFile | undefined;
  /** What is in memory, and the version of the file that it is of. */
  #matrix: VectorMatrix | undefined;
  #state: VectorState | undefined;
  #version = NEVER;
  readonly #refused = new Set<string>();
  #passagesPerSecond: number | null = null;
  readonly #queries = new LRUCache<string, Float32Array>({ max: QUERIES_KEPT });
  #failure: { error: unknown; at: number } | undefined;

  constructor(parts: MeaningParts) {
    this.#parts = parts;
  }

  async nearest(text: string, request: NearestRequest): Promise<Nearest> {
    const query = await this.#vectorOf(text);
    this.#load((await this.#open()).model);
    return this.#nearest(query, request);
  }

  async nearestTo(id: string, request: NearestRequest): Promise<Nearest | undefined> {
    this.#load();
    const vector = this.#matrix?.vectorOf(id);
    return vector === undefined ? undefined : this.#nearest(vector, request);
  }

  #nearest(query: Float32Array, { count, of }: NearestRequest): Nearest {
    const pending = this.#parts.archive.countAfter(this.#state?.position ?? 0);
    const matrix = this.#matrix;
    if (matrix === undefined || matrix.dimensions !== query.length)
      return { documents: [], of: of.map(() => null), mean: 0, deviation: 0, embedded: 0, pending };
    const scan = matrix.scan(query);
    return {
      documents: scan.nearest(count),
      of: of.map((id) => scan.of(id) ?? null),
      mean: scan.mean,
      deviation: scan.deviation,
      embedded: scan.documents,
      pending,
    };
  }

  /** Embeds what changed since the last run. @throws LisanError of the embedder, or AbortError. */
  async embedPending({ signal, upTo, onProgress }: EmbedRun = {}): Promise<EmbedReport> {
    const { archive } = this.#parts;
    const embedder = await this.#open();
    const report: EmbedReport = { documents: 0, passages: 0, refused: [] };
    const begun = performance.now();
    const last = upTo ?? archive.lastSequence();
    let total: number | undefined;
    for (let done = 0; ; ) {
      signal?.throwIfAborted();
      this.#load(embedder.model);
      const stored = this.#openFile().state();
      // Vectors of an archive that went further: a backup was restored.
      const usable = (this.#state?.position ?? Infinity) <= archive.lastSequence() ? this.#state : undefined;
      const from = usable ?? (await firstState(embedder));
      total ??= archive.countAfter(from.position) - archive.countAfter(last);
      const changes = archive
        .changesAfter(from.position, DOCUMENTS_PER_STEP)
        .filter(({ sequence }) => sequence <= last);
      if (changes.length === 0) return report;
      const step = await this.#step(embedder, changes, usable !== undefined, report, signal);
      const dimensions = step.dimensions ?? from.dimensions;
      if (dimensions !== from.dimensions && usable !== undefined) {
        // The same name, but another model: nothing that is stored can be compared with its vectors.
        this.#openFile().clear();
        this.#version = NEVER;
        continue;
      }
      const to = { ...from, dimensions, position: changes.at(-1)!.sequence };
      if (this.#openFile().apply(stored, to, step, usable === undefined))
        this.#enter(to, step, usable === undefined);
      this.#passagesPerSecond = (report.passages / (performance.now() - begun)) * 1000;
      done += changes.length;
      onProgress?.(Math.min(done, total), total);
    }
  }

  /** The state as far as it is known without asking the embedder. */
  state(): MeaningState {
    const { archive } = this.#parts;
    this.#load();
    return {
      model: this.#state?.model.replace(SERVER, '') ?? null,
      documents: this.#matrix?.documents ?? 0,
      vectors: this.#matrix?.vectors ?? 0,
      pending: archive.countAfter(this.#state?.position ?? 0),
      refused: this.#refused.size,
      passagesPerSecond: this.#passagesPerSecond,
      ...(this.#failure?.error instanceof LisanError && { failure: failureOf(this.#failure.error) }),
    };
  }

  async close(): Promise<void> {
    this.#file?.close();
    this.#file = undefined;
    const embedder = await this.#embedder?.catch(() => undefined);
    await embedder?.close();
  }

  async #vectorOf(text: string): Promise<Float32Array> {
    const known = this.#queries.get(text);
    if (known !== undefined) return known;
    const { error, at = Number.NEGATIVE_INFINITY } = this.#failure ?? {};
    if (performance.now() - at < PAUSE_AFTER_FAILURE_MS) throw error;
    try {
      const [vector] = await (await this.#open()).embed([text], 'query');
      this.#failure = undefined;
      this.#queries.set(text, vector!);
      return vector!;
    } catch (thrown) {
      this.#failure = { error: thrown, at: performance.now() };
      throw thrown;
    }
  }

  #open(): Promise<Embedder> {
    this.#embedder ??= this.#parts.embedder();
    // One that could not be opened is opened again when it is next needed.
    this.#embedder.catch(() => {
      this.#embedder = undefined;
    });
    return this.#embedder;
  }

  /** Vectors and deletions of some changes. */
  async #step(
    embedder: Embedder,
    changes: ReturnType<Archive['changesAfter']>,
    reuse: boolean,
    report: EmbedReport,
    signal: AbortSignal | undefined,
  ): Promise<Step> {
    const gone = changes.filter(({ deleted, damaged }) => deleted || damaged).map(({ id }) => id);
    const there = changes.filter(({ deleted, damaged }) => !deleted && !damaged);
    const known = reuse ? this.#openFile().digests(there.map(({ id }) => id)) : new Map<string, string>();
    const wanted = there
      .map((article) => ({ id: article.id, passages: leadingPassages(article) }))
      .map(({ id, passages }) => ({ id, passages, digest: digestOf(passages) }))
      .filter(({ id, digest }) => known.get(id) !== digest);
    const vectors = await vectorsOf(embedder, wanted, report, signal);
    report.documents += wanted.length;
    report.passages += wanted.reduce((sum, { passages }) => sum + passages.length, 0);
    const some = vectors.find(({ scales }) => scales.length > 0);
    return {
      stored: wanted.map(({ id, digest }, place) => ({ id, digest, ...vectors[place]! })),
      deleted: gone,
      ...(some !== undefined && { dimensions: some.values.length / some.scales.length }),
    };
  }

  #enter(to: VectorState, { stored, deleted }: Step, fresh: boolean): void {
    this.#state = to;
    if (fresh) this.#refused.clear();
    if (fresh || this.#matrix === undefined) this.#matrix = new VectorMatrix(to.dimensions);
    for (const id of deleted) this.#forget(id);
    for (const vectors of stored) this.#set(vectors);
  }

  #set({ id, scales, values, digest }: StoredVectors): void {
    this.#forget(id);
    if (scales.length > 0) this.#matrix?.set(id, { scales, values });
    else if (digest !== NOTHING) this.#refused.add(id);
  }

  #forget(id: string): void {
    this.#matrix?.delete(id);
    this.#refused.delete(id);
  }

  #openFile(): VectorFile {
    const path = this.#parts.file;
    try {
      this.#file ??= VectorFile.open(path);
    } catch (thrown) {
      if (!VectorFile.isUnusable(thrown)) throw thrown;
      VectorFile.remove(path);
      this.#file = VectorFile.open(path);
    }
    return this.#file;
  }

  /** Brings what is in memory up to the file. Vectors of another model than `model` are not for searching. */
  #load(model?: string): void {
    try {
      this.#read(model);
    } catch (thrown) {
      if (!VectorFile.isUnusable(thrown)) throw thrown;
      // All of it can be made again.
      this.#file?.close();
      this.#file = undefined;
      VectorFile.remove(this.#parts.file);
      this.#version = NEVER;
      this.#read(model);
    }
  }

  #read(model: string | undefined): void {
    const file = this.#openFile();
    const version = file.version();
    if (
      version !== this.#version ||
      (this.#state !== undefined && model !== undefined && this.#state.model !== model)
    ) {
      this.#version = version;
      this.#matrix = undefined;
      this.#refused.clear();
      this.#state = file.state();
      if (model !== undefined && this.#state?.model !== model) this.#state = undefined;
      if (this.#state === undefined) return;
      this.#matrix = new VectorMatrix(this.#state.dimensions);
      for (const vectors of file.documents()) this.#set(vectors);
    }
  }
}

const failureOf = ({ code, message, remedy }: LisanError): NonNullable<MeaningState['failure']> => ({
  code,
  reason: message,
  remedy,
});

/** What is stored and removed for some changes. */
interface Step {
  stored: StoredVectors[];
  deleted: string[];
  /** Values of a vector, if there is one. */
  dimensions?: number;
}

/** The state of an empty file for this model. */
async function firstState(embedder: Embedder): Promise<VectorState> {
  const [probe] = await embedder.embed(PROBE, 'passage');
  return { model: embedder.model, dimensions: probe!.length, position: 0 };
}

/** A text that no model refuses. */
const PROBE = ['.'];

/** The digest of an article without text. */
const NOTHING = digestOf([]);

/** The vectors of some documents, in their order; none of those that the model refuses. */
async function vectorsOf(
  embedder: Embedder,
  documents: readonly { id: string; passages: readonly EmbeddedPassage[] }[],
  report: EmbedReport,
  signal: AbortSignal | undefined,
): Promise<QuantisedVectors[]> {
  const texts = documents.flatMap(({ passages }) => passages.map(({ text }) => text));
  if (texts.length === 0) return documents.map(() => quantised([]));
  try {
    const vectors = await embedder.embed(texts, 'passage', signal === undefined ? {} : { signal });
    let from = 0;
    return documents.map(({ passages }) => {
      const own = vectors.slice(from, from + passages.length);
      from += passages.length;
      return quantised(own);
    });
  } catch (thrown) {
    const isRefused =
      thrown instanceof LisanError &&
      thrown.code === 'embedder_refused' &&
      TEXT_REFUSED.includes(thrown.status);
    if (!isRefused) throw thrown;
    if (documents.length === 1) {
      // If it refuses everything, the fault is not in the text.
      await embedder.embed(PROBE, 'passage');
      report.refused.push(documents[0]!.id);
      return [quantised([])];
    }
    // One of them: each by itself.
    const vectors: QuantisedVectors[] = [];
    for (const document of documents)
      vectors.push(...(await vectorsOf(embedder, [document], report, signal)));
    return vectors;
  }
}
