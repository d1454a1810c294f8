/**
 * An index on a server: it finds candidates and answers with ids; everything else about a document is in a document store
 * beside the archive. Both server engines use this and add the requests to their server.
 */
import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { LisanError } from '../../common/errors.ts';
import { makePrivateFolder } from '../../common/private-files.ts';
import { closedOnError, type DatabaseKind, openDatabase, Statements } from '../../common/sqlite.ts';
import { type VerifyPoint, type VerifyStep, verifySteps } from '../../common/verify-database.ts';
import { hashOfTerm } from '../../document/terms.ts';
import { docStoreBatchOf } from '../batch/batch.ts';
import { DOC_STORE_SCHEMA, DocStore } from '../docstore/docstore.ts';
import { snapshotMetadata } from '../docstore/snapshot-metadata.ts';
import { verifyDocStore } from '../docstore/verify-docstore.ts';
import {
  type AppliedState,
  type BatchStep,
  type CandidateRequest,
  type Candidates,
  type Index,
  type IndexMetadata,
  type PartialMatches,
  type PartialWay,
  type SimilarWord,
  type Statistics,
  type VocabularyWord,
  type WeightedClause,
  waysOf,
} from '../engine.ts';
import { expectedMatches } from '../expected-matches.ts';
import { byFacet, type Facet } from '../facets.ts';
import type { IndexRecord } from '../index-record.ts';
import { removeRecordFiles } from '../storage/record-paths.ts';
import { SharedFile, UNCHECKED, UNREMEMBERED } from '../storage/shared-file.ts';
import { verifyOnOpen } from '../storage/verify-on-open.ts';

const DOC_STORE: DatabaseKind = {
  applicationId: 0x6c697333,
  version: 7,
  // The archive notes how far an index is and survives a power cut; the document store must not fall behind that.
  synchronous: 'full',
  broken: 'index_broken',
  remedy: 'Delete the file and run `lisan reindex --full`.',
  schema: DOC_STORE_SCHEMA,
};

/** Ids that a server is asked for at once. */
const IDS_AT_ONCE = 5000;

/**
 * What a server knows a document by. Ids may hold anything and be of any length; Meilisearch's keys are of letters,
 * digits, hyphens and underscores only, and OpenSearch's have 512 bytes at most.
 */
export const keyOfId = (id: string): string => createHash('sha256').update(id).digest('base64url');

/** Candidates of a server, before the document store adds their forward indexes. */
export interface FoundIds extends Omit<Candidates, 'candidates'> {
  /** In the server's order. */
  ids: string[];
}

/** One build of an index on a server. Every method throws a LisanError if the server fails or refuses. */
export interface RemoteStore {
  /** See `Index.window`. */
  readonly window: number;
  /** `most`: documents that can match, by what the document store counts of the terms; filters may leave fewer. */
  find(request: CandidateRequest, most: number): Promise<FoundIds>;
  /**
   * Documents that match in part, in one of the two ways of `PartialMatches`. `clauses`: with the terms that documents
   * have; a clause without any matches none. Total and facets count the documents that match all clauses.
   */
  findPartial(
    request: CandidateRequest,
    clauses: readonly WeightedClause[],
    way: PartialWay,
  ): Promise<FoundIds>;
  /** When it resolves the changes are found. */
  write(records: readonly IndexRecord[], deleted: readonly string[]): Promise<void>;
  count(): Promise<number>;
}

export class RemoteIndex implements Index {
  readonly generation: string;
  readonly rerankDepth: number;
  readonly #store: RemoteStore;
  readonly #database: DatabaseSync;
  readonly #docStore: DocStore;
  readonly #file: SharedFile;

  constructor(generation: string, store: RemoteStore, database: DatabaseSync, create: boolean) {
    this.generation = generation;
    this.rerankDepth = store.window;
    this.#store = store;
    this.#database = database;
    this.#docStore = closedOnError(database, () => new DocStore(database, generation, create));
    this.#file = new SharedFile(database, new Statements(database, DOC_STORE), () => this.#docStore.reload());
  }

  async candidates(request: CandidateRequest): Promise<Candidates> {
    const { ids, ...counted } = await this.#found(request);
    return { candidates: this.#file.read(() => this.#docStore.candidates(ids)), ...counted };
  }

  /**
   * In pages, as servers limit what one answer lists; what moves to a later page meanwhile is given once. Those without an
   * entry in the document store are not there yet. @throws LisanError `list_too_long` if the server lists no more.
   */
  async ids(request: CandidateRequest): Promise<string[]> {
    const ids = new Set<string>();
    for (let read = 0; read < request.limit; ) {
      const limit = Math.min(IDS_AT_ONCE, request.limit - read);
      const page = await this.#found({ ...request, facets: [], offset: request.offset + read, limit });
      for (const id of page.ids) ids.add(id);
      read += page.ids.length;
      if (page.ids.length < limit) {
        if (page.ids.length === 0 && request.offset + read < page.total.value) throw listTooLong(read);
        break;
      }
    }
    return this.#file.read(() => this.#docStore.known([...ids]));
  }

  async #found(request: CandidateRequest): Promise<FoundIds> {
    if (request.partial !== undefined) return this.#foundInPart(request, request.partial);
    const { groups, excluded, mode, facets } = request;
    const counts = this.#file.read(() => this.#counts([...groups.flat(), ...excluded]));
    const known = (terms: readonly string[]): string[] => terms.filter((term) => counts.has(term));
    const found = groups.map(known).filter((terms) => mode === 'all' || terms.length > 0);
    const bounds = found.map((terms) => sumOf(terms, counts));
    const most =
      groups.length === 0
        ? Number.POSITIVE_INFINITY
        : mode === 'all'
          ? Math.min(...bounds)
          : bounds.reduce((sum, bound) => sum + bound, 0);
    // No document has the terms: the server need not be asked.
    if (most === 0) return nothing(facets);
    return this.#store.find({ ...request, groups: found, excluded: known(excluded) }, most);
  }

  async #foundInPart(request: CandidateRequest, partial: PartialMatches): Promise<FoundIds> {
    const { counts, documents } = this.#file.read(() => ({
      counts: this.#counts(request.excluded),
      documents: this.#docStore.statistics().documents,
    }));
    const clauses = partial.clauses.map(({ weight, terms }) => ({
      weight,
      terms: terms.filter((term) => term.documents > 0),
    }));
    if (clauses.every(({ terms }) => terms.length === 0)) return nothing(request.facets);
    const wanted = { ...request, excluded: request.excluded.filter((term) => counts.has(term)) };
    const { few, many } = waysOf(partial);
    const first = expectedMatches(clauses, documents) < partial.enough ? few : many;
    const found = await this.#store.findPartial(wanted, clauses, first);
    const way = found.total.value < partial.enough ? few : many;
    return way === first ? found : this.#store.findPartial(wanted, clauses, way);
  }

  /** The document frequency of each term that occurs at all; most possible forms of a word do not. */
  #counts(terms: readonly string[]): Map<string, number> {
    const keys = new Map(terms.map((term) => [term, hashOfTerm(term)]));
    const frequencies = this.#docStore.frequencies([...keys.values()]);
    return new Map(
      [...keys].flatMap(([term, key]) => {
        const documents = frequencies.get(key);
        return documents === undefined ? [] : [[term, documents] as const];
      }),
    );
  }

  get metadata(): IndexMetadata {
    return snapshotMetadata(this.#docStore, this.#file);
  }

  async statistics(): Promise<Statistics> {
    return this.#file.read(() => this.#docStore.statistics(), UNCHECKED);
  }

  async frequencies(keys: readonly number[]): Promise<Map<number, number>> {
    return this.#file.read(() => this.#docStore.frequencies(keys), UNCHECKED);
  }

  async completions(prefix: string, limit: number): Promise<VocabularyWord[]> {
    return this.#file.read(() => this.#docStore.completions(prefix, limit), UNCHECKED);
  }

  async similar(word: string, budget: number): Promise<SimilarWord[]> {
    return this.#file.read(() => this.#docStore.similar(word, budget), UNCHECKED);
  }

  async names(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#file.read(() => this.#docStore.names(keys), UNCHECKED);
  }

  async clusters(ids: readonly string[]): Promise<(number | undefined)[]> {
    return this.#file.read(() => this.#docStore.duplicates.clusters(ids), UNCHECKED);
  }

  async duplicates(id: string, limit: number): Promise<string[]> {
    return this.#file.read(() => this.#docStore.duplicates.of(id, limit));
  }

  /** The server first, then the document store: a run that is killed in between is repeated as a whole. */
  async apply(records: readonly IndexRecord[], deleted: readonly string[], step?: BatchStep): Promise<void> {
    if (records.length + deleted.length > 0) await this.#store.write(records, deleted);
    try {
      this.#file.write(() => {
        const batch = docStoreBatchOf(records);
        this.#docStore.add(batch, new Set([...deleted, ...batch.ids]), step);
      });
      this.#docStore.committed();
    } catch (thrown) {
      this.#docStore.discard();
      throw thrown;
    }
  }

  async applied(): Promise<AppliedState> {
    return this.#file.read(() => this.#docStore.applied(), UNREMEMBERED);
  }

  async state(): Promise<string> {
    return this.#file.state();
  }

  verifySteps(from?: VerifyPoint): Iterable<VerifyStep> {
    return verifyDocStore(this.#docStore, this.#file, verifySteps(this.#database, DOC_STORE, from), from);
  }

  /** Documents that both have: without an entry in the document store no search finds them. */
  async count(): Promise<number> {
    const held = await this.#store.count();
    return Math.min(
      held,
      this.#file.read(() => this.#docStore.count(), UNREMEMBERED),
    );
  }

  async close(): Promise<void> {
    this.#docStore.close();
    this.#database.close();
  }
}

function listTooLong(listed: number): LisanError {
  return new LisanError({
    code: 'list_too_long',
    message: `The search engine lists the first ${listed} documents of a search only, and there are more.`,
    remedy: 'Narrow the search, for example by `from` and `to`, and do it several times.',
    status: 400,
  });
}

const nothing = (facets: readonly Facet[]): FoundIds => ({
  ids: [],
  total: { value: 0, relation: 'eq' },
  facets: byFacet(() => [], facets),
});

const sumOf = (terms: readonly string[], counts: ReadonlyMap<string, number>): number =>
  terms.reduce((sum, term) => sum + (counts.get(term) ?? 0), 0);

/** The files of the document stores, one for each build. */
export class DocStoreFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the document store of a build, making it where `create` is set. @throws LisanError `index_missing` … */
  open(generation: string, create: boolean): DatabaseSync {
    const file = this.#file(generation);
    if (!create && !existsSync(file)) throw indexMissing(`The document store ${file} is missing.`);
    makePrivateFolder(this.#folder);
    const database = openDatabase(file, DOC_STORE);
    if (!create) closedOnError(database, () => verifyOnOpen(file, database, DOC_STORE));
    return database;
  }

  remove(generation: string): void {
    const file = this.#file(generation);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    removeRecordFiles(file);
  }

  #file(generation: string): string {
    return join(this.#folder, `docstore-${generation}.db`);
  }
}

export function indexMissing(message: string, cause?: unknown): LisanError {
  return new LisanError({
    code: 'index_missing',
    message,
    remedy: 'Run `lisan reindex --full`; it builds the index again from the archive.',
    status: 503,
    cause,
  });
}

/** What a write is cut into: runs of at most `room`, or one item that is larger. Sizes are in the unit of `room`. */
export function portions<T extends { size: number }>(items: readonly T[], room: number): T[][] {
  const all: T[][] = [];
  let left = 0;
  for (const item of items) {
    if (left < item.size) {
      all.push([]);
      left = room;
    }
    all.at(-1)!.push(item);
    left -= item.size;
  }
  return all;
}
