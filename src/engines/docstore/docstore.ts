/**
 * The docstore: what lisan keeps for every engine, namely the forward index of each document, the vocabulary, and document
 * frequencies. For the embedded engine it is in the index file; for an engine on a server it is in a separate file, so
 * that candidates travel as ids and frequencies need no round trip. What is read of each candidate of a search is in a
 * file of records beside it.
 */
import type { DatabaseSync } from 'node:sqlite';
import { similarWords } from '../../analysis/fuzzy.ts';
import { termHash } from '../../analysis/hash.ts';
import { rowChecksum } from '../../common/row-checksum.ts';
import { rowsInTurn, type Statement, Statements } from '../../common/sqlite.ts';
import type { VerifyStep } from '../../common/verify-database.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import { type DocStoreBatch, passing } from '../batch/batch.ts';
import type {
  AppliedState,
  BatchStep,
  Candidate,
  EntityMentions,
  IndexMetadata,
  SimilarWord,
  Statistics,
  VocabularyWord,
} from '../engine.ts';
import { damagedRow, requireIntact } from '../index-broken.ts';
import { countsImage, KeyFrequencies, keyFrequenciesSchema } from '../storage/key-frequencies.ts';
import { KeySet } from '../storage/key-set.ts';
import { RECORDS_SCHEMA, RecordFile } from '../storage/record-file.ts';
import { APPLIED_STATE_SCHEMA, AppliedStateTable } from './applied-state.ts';
import { candidateOf, candidateRecords } from './candidate-records.ts';
import { FrequentWords } from './frequent-words.ts';
import { LEXICON_SCHEMA, Lexicon } from './lexicon.ts';
import { MENTIONS_SCHEMA, MentionCounts } from './mention-counts.ts';
import { NAMES_SCHEMA, NamesBySound } from './names-by-sound.ts';
import { NEAR_DUPLICATES_SCHEMA, NearDuplicates } from './near-duplicates.ts';
import { toWord, Vocabulary } from './vocabulary.ts';

export const DOC_STORE_SCHEMA = `
  CREATE TABLE documents (
    -- A number is never given again: what was listed under it stays listed until it is merged away.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    checksum INTEGER NOT NULL
  );
  ${RECORDS_SCHEMA}
  CREATE TABLE words (word TEXT PRIMARY KEY, written TEXT NOT NULL, checksum INTEGER NOT NULL) WITHOUT ROWID;
  ${NAMES_SCHEMA}
  ${keyFrequenciesSchema('frequencies')}
  ${LEXICON_SCHEMA}
  CREATE TABLE totals (name TEXT PRIMARY KEY, value INTEGER NOT NULL, checksum INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO totals SELECT value, 0, row_checksum(value, 0) FROM json_each('["documents","title","keywords","body"]');
  CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL, checksum INTEGER NOT NULL) WITHOUT ROWID;
  ${APPLIED_STATE_SCHEMA}
  ${MENTIONS_SCHEMA}
  ${NEAR_DUPLICATES_SCHEMA}`;

/** Remedy for a docstore that cannot be read; all its data is derived. */
const DOC_STORE_BROKEN = { broken: 'index_broken', remedy: 'Run `lisan reindex`; it makes the index again.' };

const FIELD_TOTALS = ['title', 'keywords', 'body'] as const;
/** Records read at a time where all are read. */
const RECORDS_PER_READ = 500;
/** Ids read at a time to sort documents by id. */
const ROWS_PER_READ = 2000;

export class DocStore implements IndexMetadata {
  readonly #statements: Statements;
  readonly #applied: AppliedStateTable;
  readonly #mentions: MentionCounts;
  /** Clusters of documents with nearly the same text. */
  readonly duplicates: NearDuplicates;
  readonly #lexicon: Lexicon;
  readonly #names: NamesBySound;
  readonly #records: RecordFile;
  readonly #frequencies: KeyFrequencies;
  readonly #frequentWords: FrequentWords;
  readonly #vocabulary: Vocabulary;
  /** Until the totals change. */
  #statistics: Statistics | undefined;
  /** Words and names known to be stored, so that most of a batch's need no lookup. */
  readonly #knownWords = new KeySet();
  readonly #knownNames = new KeySet();

  /** `create`: whether the build is a new one. @throws LisanError `index_broken` if the file is not of this build. */
  constructor(database: DatabaseSync, generation: string, create: boolean) {
    this.#statements = new Statements(database, DOC_STORE_BROKEN);
    this.#applied = new AppliedStateTable(this.#statements, generation, create);
    this.#mentions = new MentionCounts(this.#statements);
    this.#lexicon = new Lexicon(this.#statements);
    this.#records = new RecordFile(this.#statements, database.location() ?? '');
    this.#names = new NamesBySound(this.#statements);
    this.duplicates = new NearDuplicates(this.#statements, (number) => this.#candidate(number).forwardIndex);
    this.#frequencies = new KeyFrequencies(this.#statements, 'frequencies');
    this.#vocabulary = new Vocabulary(this.#statements);
    this.#frequentWords = new FrequentWords(this.#statements, (key) => this.#frequencies.of(key));
  }

  /**
   * Deletes the documents with the ids `struck`, then adds new documents. Returns the number of the first new one, which
   * the others follow, and the deleted numbers. Inside a transaction.
   */
  add(batch: DocStoreBatch, struck: Iterable<string>, step?: BatchStep): { first: number; gone: number[] } {
    const gone = this.#strike(struck);
    const first = this.#nextNumber();
    const rows = batch.ids.flatMap((id, place) => [first + place, id, rowChecksum(first + place, id)]);
    this.#statements.insert('INSERT INTO documents VALUES', 3, rows);
    const words = this.#lexicon.numbersOf(batch.forwardIndexes.hashes);
    this.#records.add(candidateRecords(batch, first, words));
    this.#total('documents', batch.ids.length);
    FIELD_TOTALS.forEach((name, field) => {
      this.#total(name, batch.lengths[field]!);
    });
    this.#frequencies.add(batch.frequencies);
    this.#enterWords(batch);
    this.#names.add(passing(batch.names, (key) => this.#knownNames.add(key)));
    this.#mentions.add(first, batch.mentions);
    this.duplicates.add(first, batch);
    if (this.#records.delete(gone)) this.#records.rewrite(this.#numbers());
    this.#applied.record(this.statistics().documents, step);
    return { first, gone };
  }

  /** Deletes documents; unknown ids are ignored. */
  #strike(ids: Iterable<string>): number[] {
    const gone: number[] = [];
    const changes = new Map<number, number>();
    const find = this.#prepare('SELECT * FROM documents WHERE id = ?');
    for (const id of ids) {
      const row = find.get(id);
      if (row === undefined) continue;
      idOf(row);
      const number = Number(row.number);
      this.#prepare('DELETE FROM documents WHERE number = ?').run(number);
      const { forwardIndex } = this.#candidate(number);
      this.duplicates.delete(number, forwardIndex);
      this.#mentions.delete(number);
      this.#total('documents', -1);
      FIELD_TOTALS.forEach((name, field) => {
        this.#total(name, -forwardIndex.lengths[field]!);
      });
      for (const key of forwardIndex.distinctHashes()) changes.set(key, (changes.get(key) ?? 0) - 1);
      gone.push(number);
    }
    const keys = Int32Array.from(changes.keys()).sort();
    this.#frequencies.add(
      countsImage(
        keys,
        keys.map((key) => changes.get(key)!),
      ),
    );
    return gone;
  }

  #nextNumber(): number {
    const row = this.#prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'documents'`).get();
    return Number(row?.seq ?? 0) + 1;
  }

  #total(name: string, by: number): void {
    this.#statistics = undefined;
    const value = this.#totals().get(name)! + by;
    this.#prepare('UPDATE totals SET value = ?, checksum = ? WHERE name = ?').run(
      value,
      rowChecksum(name, value),
      name,
    );
  }

  #enterWords({ words }: DocStoreBatch): void {
    const added = [...passing(words, (key) => this.#knownWords.add(key))].sort();
    const rows = added.flatMap((word) => checked(word.split('\n')));
    this.#statements.insert('INSERT OR IGNORE INTO words VALUES', 3, rows);
    if (rows.length > 0) this.#vocabulary.reload();
  }

  /** Discards what was cached in a transaction that was rolled back. */
  discard(): void {
    this.#statistics = undefined;
    this.#knownWords.clear();
    this.#vocabulary.reload();
    this.#knownNames.clear();
    this.duplicates.reload();
    this.#frequencies.reset();
    this.#names.reset();
    this.#lexicon.reset();
    this.#records.reset();
  }

  /** Must be called after another connection wrote. */
  reload(): void {
    this.#statistics = undefined;
    this.#vocabulary.reload();
    this.duplicates.reload();
    this.#frequencies.reload();
    this.#names.reload();
    this.#lexicon.refresh();
    this.#records.refresh();
  }

  /** Merges all segments into one. Inside a transaction. */
  compact(): void {
    this.#frequencies.forceMerge();
    this.#names.forceMerge();
    this.#lexicon.compact();
  }

  /** Gives the room of deleted documents back. Inside a transaction. */
  vacuum(): void {
    this.#records.rewrite(this.#numbers());
  }

  /** Must be called after a transaction was committed. */
  committed(): void {
    this.#records.removeOutdated();
  }

  close(): void {
    this.#records.close();
  }

  /** The numbers of all documents, in order. */
  *#numbers(): Generator<number> {
    const next = this.#prepare(
      `SELECT number FROM documents WHERE number > ? ORDER BY number LIMIT ${ROWS_PER_READ}`,
    );
    for (const { number } of rowsInTurn(next, 'number', 0)) yield Number(number);
  }

  /** See `Ids`. */
  readonly ids: DocumentIds = {
    of: (numbers) => {
      const find = this.#prepare(`SELECT ${HEAD} FROM documents WHERE number = ?`);
      return new Map(numbers.map((number) => [number, Buffer.from(idOf(find.get(number)))]));
    },
    first: (numbers, count) => {
      if (numbers.size <= ROWS_PER_READ) {
        const ids = [...this.ids.of([...numbers])].sort((a, b) => Buffer.compare(a[1], b[1]));
        return ids.slice(0, count).map(([number]) => number);
      }
      // With so many, scanning all ids in order soon meets the first ones.
      const next = this.#prepare(
        `SELECT ${HEAD} FROM documents WHERE id > ? ORDER BY id LIMIT ${ROWS_PER_READ}`,
      );
      const found: number[] = [];
      for (let last = ''; found.length < count; ) {
        const rows = next.all(last);
        if (rows.length === 0) break;
        for (const row of rows) idOf(row);
        found.push(...rows.map((row) => Number(row.number)).filter((number) => numbers.has(number)));
        last = String(rows.at(-1)!.id);
      }
      return found.slice(0, count);
    },
  };

  /** Candidates by number, in the given order; all must exist. */
  candidatesByNumber(numbers: readonly number[]): Candidate[] {
    const { table } = this.#lexicon;
    return this.#records.read(numbers, (bytes, start, end) => candidateOf(bytes, start, end, table));
  }

  #candidate(number: number): Candidate {
    return this.candidatesByNumber([number])[0]!;
  }

  /** Candidates by id, in the given order; unknown ids are left out. */
  candidates(ids: readonly string[]): Candidate[] {
    const rows = this.#prepare(
      `SELECT ${HEAD} FROM json_each(?) JOIN documents ON documents.id = json_each.value`,
    ).all(JSON.stringify(ids));
    const numbers = new Map(rows.map((row) => [idOf(row), Number(row.number)]));
    return this.candidatesByNumber(ids.flatMap((id) => numbers.get(id) ?? []));
  }

  /** Of the given ids those of documents that there are. */
  known(ids: readonly string[]): string[] {
    const find = this.#prepare('SELECT 1 FROM documents WHERE id = ?');
    return ids.filter((id) => find.get(id) !== undefined);
  }

  statistics(): Statistics {
    this.#statistics ??= this.#readStatistics();
    return this.#statistics;
  }

  #readStatistics(): Statistics {
    const totals = this.#totals();
    const documents = totals.get('documents') ?? 0;
    const mean = (name: string): number => (totals.get(name) ?? 0) / Math.max(1, documents);
    return { documents, meanLengths: [mean('title'), mean('keywords'), mean('body')] };
  }

  /** @throws LisanError `index_broken`. */
  #totals(): Map<string, number> {
    const rows = this.#prepare('SELECT * FROM totals').all();
    for (const { name, value, checksum } of rows) requireIntact('totals', checksum, name, value);
    if (rows.length !== FIELD_TOTALS.length + 1) throw damagedRow('totals');
    return new Map(rows.map((row) => [String(row.name), Number(row.value)]));
  }

  /** See `Index.frequencies`. */
  frequencies(keys: readonly number[]): Map<number, number> {
    const found = new Map<number, number>();
    for (const key of keys) {
      const documents = this.#frequencies.of(key);
      if (documents > 0) found.set(key, documents);
    }
    return found;
  }

  /** See `Index.completions`. */
  completions(prefix: string, limit: number): VocabularyWord[] {
    const words = this.#frequentWords.beginningWith(prefix, this.statistics().documents);
    return this.#inDocuments(words.map((word) => ({ word })))
      .sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
      .map(({ word, documents }) => ({
        ...(this.#vocabulary.get(word) ?? { word, written: word }),
        documents,
      }));
  }

  /** See `Index.similar`. */
  similar(word: string, budget: number): SimilarWord[] {
    const found = similarWords(word, budget, (from) => this.#vocabulary.seek(from));
    return this.#inDocuments(found).map((similar) => ({
      ...similar,
      written: this.#vocabulary.get(similar.word)?.written ?? similar.word,
    }));
  }

  /** See `Index.names`. */
  names(keys: readonly string[]): Map<string, string> {
    const found = new Map<string, string>();
    for (const key of keys) {
      const words = this.#names.of(key);
      if (words !== '') found.set(key, words);
    }
    return found;
  }

  /** Words with their document frequency; words that no longer occur are left out. */
  #inDocuments<T extends { word: string }>(words: readonly T[]): (T & { documents: number })[] {
    const frequencies = this.frequencies(words.map(({ word }) => termHash(word, 'folded')));
    return words
      .map((word) => ({ ...word, documents: frequencies.get(termHash(word.word, 'folded')) ?? 0 }))
      .filter(({ documents }) => documents > 0);
  }

  applied(): AppliedState {
    return this.#applied.read();
  }

  mentions(entity: string): EntityMentions {
    return this.#mentions.of(entity);
  }

  unlistedBeginning(begun: string, limit: number): string[] {
    return this.#mentions.unlistedBeginning(begun, limit);
  }

  mentionedBy(document: string): string[] {
    const row = this.#prepare('SELECT number FROM documents WHERE id = ?').get(document);
    return row === undefined ? [] : this.#mentions.mentionedBy(Number(row.number));
  }

  *vocabulary(): Generator<string> {
    const next = this.#prepare(`SELECT * FROM words WHERE word > ? ORDER BY word LIMIT ${ROWS_PER_READ}`);
    for (const row of rowsInTurn(next, 'word', '')) yield toWord(row).word;
  }

  documentsThat(passes: (forwardIndex: ForwardIndex, id: string) => boolean): string[] {
    const ids: string[] = [];
    const read = (numbers: readonly number[]): void => {
      for (const { id, forwardIndex } of this.candidatesByNumber(numbers))
        if (passes(forwardIndex, id)) ids.push(id);
    };
    let some: number[] = [];
    for (const number of this.#numbers()) {
      if (some.push(number) < RECORDS_PER_READ) continue;
      read(some);
      some = [];
    }
    read(some);
    return ids;
  }

  note(name: string): string | undefined {
    const row = this.#prepare('SELECT * FROM notes WHERE name = ?').get(name);
    if (row === undefined) return undefined;
    requireIntact('notes', row.checksum, row.name, row.value);
    return String(row.value);
  }

  setNote(name: string, value: string): void {
    this.#prepare('INSERT OR REPLACE INTO notes VALUES (?, ?, ?)').run(name, value, rowChecksum(name, value));
  }

  count(): number {
    return Number(this.#prepare('SELECT count(*) AS n FROM documents').get()?.n);
  }

  /** See `RecordFile.verifySteps`. */
  verifyRecords(...given: Parameters<RecordFile['verifySteps']>): Iterable<VerifyStep> {
    return this.#records.verifySteps(...given);
  }

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}

/** The columns of `documents` that `checksum` covers, and itself. */
const HEAD = 'number, documents.id, checksum';

/** The id of a row with `HEAD`. @throws LisanError `index_broken` if the row is missing or damaged. */
function idOf(row: Record<string, unknown> | undefined): string {
  if (row === undefined) throw damagedRow('documents');
  requireIntact('documents', row.checksum, row.number, row.id);
  return String(row.id);
}

/** The values of a row, and their checksum. */
const checked = (values: readonly string[]): (string | number)[] => [...values, rowChecksum(...values)];

/** Ids of documents, which break ties of equal dates; compared as UTF-8, as in SQLite. */

export interface DocumentIds {
  of(numbers: readonly number[]): Map<number, Buffer>;
  /** Of the given numbers, those of the first `count` ids. */
  first(numbers: ReadonlySet<number>, count: number): number[];
}
