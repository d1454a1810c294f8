/**
 * The embedded engine: one SQLite file for each build of the index. Terms have inverted lists of our own (`inverted-index.ts`),
 * dates and labels are kept in memory (`doc-values.ts`); SQLite gives what a search index must not lack: commits that are
 * whole or not there, readers beside a writer, one file.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { LisanError } from '../../common/errors.ts';
import { type DatabaseKind, openDatabase, Statements } from '../../common/sqlite.ts';
import type { Config } from '../../config/settings.ts';
import { type Prepared, prepared } from '../batch/batch.ts';
import { LEDGER_SCHEMA, Ledger } from '../docstore/docstore.ts';
import type {
  Account,
  CandidateRequest,
  Candidates,
  Engine,
  Index,
  SimilarWord,
  Statistics,
  VocabularyWord,
} from '../engine.ts';
import type { IndexRecord } from '../index-record.ts';
import { SharedFile } from '../storage/shared-file.ts';
import { COLUMNS_SCHEMA, Columns } from './doc-values.ts';
import { LISTS_SCHEMA, Lists } from './inverted-index.ts';
import { Matcher } from './matcher.ts';

const KIND: DatabaseKind = {
  applicationId: 0x6c697332,
  version: 3,
  synchronous: 'full',
  broken: 'index_broken',
  pageSize: 16_384,
  remedy: 'Delete the file; `lisan reindex` makes it again from the archive.',
  schema: `${LEDGER_SCHEMA} ${LISTS_SCHEMA} ${COLUMNS_SCHEMA}`,
};
/** KiB of the file that SQLite keeps in memory. */
const CACHE = 32_768;
/** Pages of the log from which it is copied into the file, 64 MiB: one that several batches changed is copied once. */
const CHECKPOINT = 4096;

export class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  readonly layout = '4';
  readonly #folder: string;
  readonly #readOnly: boolean;

  /** `readOnly`: what is opened can be read only, which SQLite sees to. */
  constructor({ data }: Pick<Config, 'data'>, readOnly = false) {
    this.#folder = data;
    this.#readOnly = readOnly;
  }

  async open(generation: string, create: boolean): Promise<Index> {
    const file = this.#file(generation);
    if (!create && !existsSync(file)) {
      throw new LisanError({
        code: 'index_missing',
        message: `The index ${file} is missing.`,
        remedy: 'Run `lisan reindex --full`; it makes the index again from the archive.',
        status: 503,
      });
    }
    mkdirSync(this.#folder, { recursive: true });
    const database = openDatabase(file, KIND);
    if (this.#readOnly) database.exec('PRAGMA query_only = ON');
    return new SqliteIndex(generation, database);
  }

  async remove(generation: string): Promise<void> {
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.#file(generation) + suffix, { force: true });
  }

  async check(): Promise<void> {}
  async close(): Promise<void> {}

  #file(generation: string): string {
    return join(this.#folder, `index-${generation}.db`);
  }
}

class SqliteIndex implements Index {
  readonly generation: string;
  readonly window = 200;
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #ledger: Ledger;
  readonly #columns: Columns;
  readonly #lists: Lists;
  readonly #matcher: Matcher;
  readonly #file: SharedFile;

  constructor(generation: string, database: DatabaseSync) {
    this.generation = generation;
    this.#database = database;
    this.#statements = new Statements(database, KIND);
    this.#statements.prepare(`PRAGMA cache_size = -${CACHE}`).get();
    this.#statements.prepare(`PRAGMA wal_autocheckpoint = ${CHECKPOINT}`).get();
    this.#ledger = new Ledger(database);
    this.#columns = new Columns(this.#statements);
    this.#lists = new Lists(this.#statements, (number) => this.#columns.isGone(number));
    this.#matcher = new Matcher(this.#columns, this.#lists, this.#ledger.ids);
    this.#file = new SharedFile(database, this.#statements, () => {
      this.#ledger.reload();
      this.#lists.reload();
      this.#columns.refresh();
    });
  }

  async candidates(request: CandidateRequest): Promise<Candidates> {
    return this.#file.read(() => {
      const { page, total, facets } = this.#matcher.match(request);
      return {
        candidates: this.#ledger.numbered(page),
        total: { value: total, relation: 'eq' },
        facets,
      };
    });
  }

  get account(): Account {
    return this.#ledger;
  }

  async statistics(): Promise<Statistics> {
    return this.#file.read(() => this.#ledger.statistics());
  }

  async frequencies(keys: readonly number[]): Promise<Map<number, number>> {
    return this.#file.read(() => this.#ledger.frequencies(keys));
  }

  async completions(prefix: string, limit: number): Promise<VocabularyWord[]> {
    return this.#file.read(() => this.#ledger.completions(prefix, limit));
  }

  async similar(word: string, budget: number): Promise<SimilarWord[]> {
    return this.#file.read(() => this.#ledger.similar(word, budget));
  }

  async names(keys: readonly string[]): Promise<string[]> {
    return this.#file.read(() => this.#ledger.names(keys));
  }

  async clusters(ids: readonly string[]): Promise<Map<string, number>> {
    return this.#file.read(() => this.#ledger.duplicates.clusters(ids));
  }

  async duplicates(id: string, limit: number): Promise<string[]> {
    return this.#file.read(() => this.#ledger.duplicates.of(id, limit));
  }

  async apply(records: readonly IndexRecord[], deleted: readonly string[]): Promise<void> {
    await this.applyPrepared(prepared(records), deleted);
  }

  async applyPrepared(batch: Prepared, deleted: readonly string[]): Promise<void> {
    this.#write(() => {
      const { first, gone } = this.#ledger.enter(batch, new Set([...deleted, ...batch.ids]));
      for (const number of gone) this.#columns.strike(number);
      this.#columns.enter(first, batch);
      this.#lists.add(batch.lists, first);
    });
  }

  async vacuum(): Promise<void> {
    await this.compact();
    this.#statements.prepare('VACUUM').run();
    this.#statements.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  }

  async compact(): Promise<void> {
    this.#write(() => {
      this.#ledger.compact();
      this.#lists.mergeAll();
    });
  }

  async count(): Promise<number> {
    return this.#file.read(() => this.#ledger.count());
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #write(work: () => void): void {
    try {
      this.#file.write(() => {
        work();
        this.#columns.refresh();
      });
    } catch (thrown) {
      this.#ledger.discard();
      this.#lists.forget();
      this.#columns.forget();
      throw thrown;
    }
  }
}
