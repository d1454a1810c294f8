/**
 * The embedded engine: one SQLite file for each build of the index. The inverted index is our own (`inverted-index.ts`),
 * doc values are in memory (`doc-values.ts`); SQLite provides atomic commits, readers beside a writer, and one file.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { LisanError } from '../../common/errors.ts';
import { makePrivateFolder } from '../../common/private-files.ts';
import { closedOnError, type DatabaseKind, openDatabase, Statements } from '../../common/sqlite.ts';
import { type VerifyPoint, type VerifyStep, verifySteps } from '../../common/verify-database.ts';
import type { Config } from '../../config/settings.ts';
import { type Batch, batchOfRecords } from '../batch/batch.ts';
import { DOC_STORE_SCHEMA, DocStore } from '../docstore/docstore.ts';
import { snapshotMetadata } from '../docstore/snapshot-metadata.ts';
import { verifyDocStore } from '../docstore/verify-docstore.ts';
import type {
  AppliedState,
  BatchStep,
  CandidateRequest,
  Candidates,
  Engine,
  Index,
  IndexMetadata,
  SimilarWord,
  Statistics,
  VocabularyWord,
} from '../engine.ts';
import { damagedRow } from '../index-broken.ts';
import type { IndexRecord } from '../index-record.ts';
import { removeRecordFiles } from '../storage/record-paths.ts';
import { SharedFile, UNCHECKED, UNREMEMBERED } from '../storage/shared-file.ts';
import { verifyOnOpen } from '../storage/verify-on-open.ts';
import { DOC_VALUES_SCHEMA, DocValues } from './doc-values.ts';
import { INVERTED_INDEX_SCHEMA, InvertedIndex } from './inverted-index.ts';
import { Matcher } from './matcher.ts';

const KIND: DatabaseKind = {
  applicationId: 0x6c697332,
  version: 7,
  synchronous: 'full',
  broken: 'index_broken',
  pageSize: 16_384,
  remedy: 'Delete the file; `lisan reindex` builds it again from the archive.',
  schema: `${DOC_STORE_SCHEMA} ${INVERTED_INDEX_SCHEMA} ${DOC_VALUES_SCHEMA}`,
};
/**
 * Page cache of a connection; behind it is the system's, which all threads share. What searches read again and again is kept in
 * other forms (`segments.ts`): with 8 MiB they took the same time.
 */
const CACHE_KIB = 2048;
/** From its first write on: pages that do not fit are written twice. */
const WRITER_CACHE_KIB = 32_768;
/** Size of the write-ahead log that triggers a checkpoint, 64 MiB: a page that several batches changed is copied once. */
const CHECKPOINT_PAGES = 4096;

export class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  readonly layout = '8';
  readonly #folder: string;
  readonly #readOnly: boolean;

  /** `readOnly`: SQLite refuses writes to the indexes that are opened. */
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
        remedy: 'Run `lisan reindex --full`; it builds the index again from the archive.',
        status: 503,
      });
    }
    makePrivateFolder(this.#folder);
    const database = openDatabase(file, KIND);
    if (this.#readOnly) database.exec('PRAGMA query_only = ON');
    if (!create) closedOnError(database, () => verifyOnOpen(file, database, KIND));
    return closedOnError(database, () => new SqliteIndex(generation, database, create));
  }

  async remove(generation: string): Promise<void> {
    const file = this.#file(generation);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    removeRecordFiles(file);
  }

  async check(): Promise<void> {}
  async close(): Promise<void> {}

  #file(generation: string): string {
    return join(this.#folder, `index-${generation}.db`);
  }
}

class SqliteIndex implements Index {
  readonly generation: string;
  readonly rerankDepth = 200;
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #docStore: DocStore;
  readonly #docValues: DocValues;
  readonly #invertedIndex: InvertedIndex;
  readonly #matcher: Matcher;
  readonly #file: SharedFile;

  constructor(generation: string, database: DatabaseSync, create: boolean) {
    this.generation = generation;
    this.#database = database;
    this.#statements = new Statements(database, KIND);
    this.#statements.prepare(`PRAGMA cache_size = -${CACHE_KIB}`).get();
    this.#statements.prepare(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`).get();
    this.#docStore = new DocStore(database, generation, create);
    this.#docValues = new DocValues(this.#statements);
    this.#invertedIndex = new InvertedIndex(this.#statements, (number) => this.#docValues.isDeleted(number));
    this.#matcher = new Matcher(this.#docValues, this.#invertedIndex, this.#docStore.ids);
    this.#file = new SharedFile(database, this.#statements, () => {
      this.#docStore.reload();
      this.#invertedIndex.reload();
      this.#docValues.refresh();
      this.#requireSameCount();
    });
  }

  /** @throws LisanError `index_broken` if doc values and document store disagree about the documents that there are. */
  #requireSameCount(): void {
    if (this.#docValues.count !== this.#docStore.statistics().documents) throw damagedRow('doc_values');
  }

  async candidates(request: CandidateRequest): Promise<Candidates> {
    return this.#file.read(() => {
      const { page, total, facets } = this.#matcher.match(request);
      return {
        candidates: this.#docStore.candidatesByNumber(page),
        total: { value: total, relation: 'eq' },
        facets,
      };
    });
  }

  async ids(request: CandidateRequest): Promise<string[]> {
    return this.#file.read(() => {
      const { page } = this.#matcher.match({ ...request, facets: [] });
      const ids = this.#docStore.ids.of(page);
      return page.map((number) => ids.get(number)!.toString());
    });
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

  async apply(records: readonly IndexRecord[], deleted: readonly string[], step?: BatchStep): Promise<void> {
    await this.applyBatch(batchOfRecords(records), deleted, step);
  }

  async applyBatch(batch: Batch, deleted: readonly string[], step?: BatchStep): Promise<void> {
    this.#write(() => {
      const { first, gone } = this.#docStore.add(batch, new Set([...deleted, ...batch.ids]), step);
      for (const number of gone) this.#docValues.delete(number);
      this.#docValues.append(first, batch);
      this.#invertedIndex.add(batch.postings, first);
    });
  }

  async applied(): Promise<AppliedState> {
    return this.#file.read(() => this.#docStore.applied(), UNREMEMBERED);
  }

  async state(): Promise<string> {
    return this.#file.state();
  }

  verifySteps(from?: VerifyPoint): Iterable<VerifyStep> {
    return verifyDocStore(this.#docStore, this.#file, verifySteps(this.#database, KIND, from), from);
  }

  async vacuum(): Promise<void> {
    this.#write(() => {
      this.#compact();
      this.#docStore.vacuum();
    });
    this.#statements.prepare('VACUUM').run();
    this.#statements.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  }

  async compact(): Promise<void> {
    this.#write(() => this.#compact());
  }

  #compact(): void {
    this.#docStore.compact();
    this.#invertedIndex.forceMerge();
  }

  async count(): Promise<number> {
    return this.#file.read(() => this.#docStore.count(), UNREMEMBERED);
  }

  async close(): Promise<void> {
    this.#docStore.close();
    this.#database.close();
  }

  #write(work: () => void): void {
    try {
      this.#statements.prepare(`PRAGMA cache_size = -${WRITER_CACHE_KIB}`).get();
      this.#file.write(() => {
        work();
        this.#docValues.refresh();
        this.#requireSameCount();
      });
      this.#docStore.committed();
    } catch (thrown) {
      this.#docStore.discard();
      this.#invertedIndex.reset();
      this.#docValues.reset();
      throw thrown;
    }
  }
}
