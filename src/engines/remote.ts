/**
 * An index on a server: candidates come from there as ids, and what lisan keeps of every document itself is in a
 * ledger beside the archive. Both server engines are made from this; they add what to ask their server and how.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type DatabaseKind, openDatabase, transaction } from '../database.ts';
import { LisanError } from '../errors.ts';
import type {
  Account,
  CandidateRequest,
  Candidates,
  Index,
  IndexRecord,
  SimilarWord,
  Statistics,
  VocabularyWord,
} from './engine.ts';
import { LEDGER_SCHEMA, Ledger } from './ledger.ts';
import { prepared } from './prepared.ts';

const LEDGER: DatabaseKind = {
  applicationId: 0x6c697333,
  version: 3,
  // The archive notes how far an index is and survives a power cut; the ledger must not fall behind that.
  synchronous: 'full',
  broken: 'index_broken',
  remedy: 'Delete the file and run `lisan reindex --full`.',
  schema: LEDGER_SCHEMA,
};

/**
 * What a server knows a document by. Ids may hold anything and be of any length; Meilisearch's keys are of letters,
 * digits, hyphens and underscores only, and OpenSearch's have 512 bytes at most.
 */
export const keyOfId = (id: string): string => createHash('sha256').update(id).digest('base64url');

/** Candidates before the ledger has said what they are. */
export interface FoundIds extends Omit<Candidates, 'candidates'> {
  /** In the server's order. */
  ids: string[];
}

/** One build of an index on a server. Every method throws LisanError where the server does not do as it is told. */
export interface RemoteStore {
  /** See `Index.window`. */
  readonly window: number;
  find(request: CandidateRequest): Promise<FoundIds>;
  /** When it resolves the changes are found. */
  write(records: readonly IndexRecord[], deleted: readonly string[]): Promise<void>;
  count(): Promise<number>;
}

export class RemoteIndex implements Index {
  readonly generation: string;
  readonly window: number;
  readonly #store: RemoteStore;
  readonly #database: DatabaseSync;
  readonly #ledger: Ledger;

  constructor(generation: string, store: RemoteStore, database: DatabaseSync) {
    this.generation = generation;
    this.window = store.window;
    this.#store = store;
    this.#database = database;
    this.#ledger = new Ledger(database);
  }

  async candidates(request: CandidateRequest): Promise<Candidates> {
    const { ids, ...counted } = await this.#store.find(request);
    return { candidates: this.#ledger.candidates(ids), ...counted };
  }

  get account(): Account {
    return this.#ledger;
  }

  async statistics(): Promise<Statistics> {
    return this.#ledger.statistics();
  }

  async frequencies(keys: readonly number[]): Promise<Map<number, number>> {
    return this.#ledger.frequencies(keys);
  }

  async completions(prefix: string, limit: number): Promise<VocabularyWord[]> {
    return this.#ledger.completions(prefix, limit);
  }

  async similar(word: string, budget: number): Promise<SimilarWord[]> {
    return this.#ledger.similar(word, budget);
  }

  async names(keys: readonly string[]): Promise<string[]> {
    return this.#ledger.names(keys);
  }

  async clusters(ids: readonly string[]): Promise<Map<string, number>> {
    return this.#ledger.duplicates.clusters(ids);
  }

  async duplicates(id: string, limit: number): Promise<string[]> {
    return this.#ledger.duplicates.of(id, limit);
  }

  /** The server first, the ledger when it has confirmed: a run that is killed between them is repeated whole. */
  async apply(records: readonly IndexRecord[], deleted: readonly string[]): Promise<void> {
    if (records.length + deleted.length === 0) return;
    await this.#store.write(records, deleted);
    try {
      transaction(this.#database, () => {
        const batch = prepared(records);
        this.#ledger.enter(batch, new Set([...deleted, ...batch.ids]));
      });
    } catch (thrown) {
      this.#ledger.discard();
      throw thrown;
    }
  }

  /** A document counts that both have: without its entry in the ledger nobody finds it. */
  async count(): Promise<number> {
    return Math.min(await this.#store.count(), this.#ledger.count());
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}

/** The files of the ledgers, one for each build. */
export class LedgerFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the ledger of a build, making it where `create` is set. @throws LisanError `index_missing` … */
  open(generation: string, create: boolean): DatabaseSync {
    const file = this.#file(generation);
    if (!create && !existsSync(file)) throw indexMissing(`The ledger ${file} is missing.`);
    mkdirSync(this.#folder, { recursive: true });
    return openDatabase(file, LEDGER);
  }

  remove(generation: string): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.#file(generation) + suffix, { force: true });
  }

  #file(generation: string): string {
    return join(this.#folder, `ledger-${generation}.db`);
  }
}

export function indexMissing(message: string, cause?: unknown): LisanError {
  return new LisanError({
    code: 'index_missing',
    message,
    remedy: 'Run `lisan reindex --full`; it makes the index again from the archive.',
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
