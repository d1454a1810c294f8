/**
 * The docstore: what lisan keeps for every engine, namely the forward index of each document, the vocabulary, and document
 * frequencies. For the embedded engine it is in the index file; for an engine on a server it is in a separate file, so
 * that candidates travel as ids and frequencies need no round trip.
 */
import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { similarWords } from '../../analysis/fuzzy.ts';
import { termHash } from '../../analysis/hash.ts';
import { rowChecksum } from '../../common/row-checksum.ts';
import { placeholders, type Statement, Statements } from '../../common/sqlite.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import {
  type NumberedForwardIndex,
  readStoredForwardIndex,
  StoredForwardIndexWriter,
} from '../../document/stored-forward-index.ts';
import { type DocStoreBatch, passing } from '../batch/batch.ts';
import { eachForwardIndex } from '../batch/forward-indexes.ts';
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
import { APPLIED_STATE_SCHEMA, AppliedStateTable } from './applied-state.ts';
import { FrequentWords } from './frequent-words.ts';
import { LEXICON_SCHEMA, Lexicon } from './lexicon.ts';
import { MENTIONS_SCHEMA, MentionCounts } from './mention-counts.ts';
import { NAMES_SCHEMA, NamesBySound } from './names-by-sound.ts';
import { NEAR_DUPLICATES_SCHEMA, NearDuplicates } from './near-duplicates.ts';

export const DOC_STORE_SCHEMA = `
  CREATE TABLE documents (
    -- A number is never given again: what was listed under it stays listed until it is merged away.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    published_at INTEGER,
    forward_index BLOB NOT NULL,
    -- Of number, id and date; and of the forward index, which not every read needs.
    checksum INTEGER NOT NULL,
    forward_checksum INTEGER NOT NULL
  );
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
/** Bytes of candidates cached in memory. */
const RECENT_BYTES = 32 * 2 ** 20;
/** Approximate size of a candidate without the bytes of its forward index. */
const CANDIDATE_OVERHEAD_BYTES = 800;
/** Documents read with one statement. */
const DOCUMENTS_PER_READ = 50;
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
  readonly #writer = new StoredForwardIndexWriter();
  readonly #frequencies: KeyFrequencies;
  readonly #frequentWords: FrequentWords;
  /** Words and names known to be stored, so that most of a batch's need no lookup. */
  readonly #knownWords = new KeySet();
  readonly #knownNames = new KeySet();
  /**
   * Candidates by number. Entries never become outdated: a changed document gets a new number. Entries of a transaction
   * that is rolled back cannot be in it, because nothing is searched within a transaction.
   */
  readonly #recent = new LRUCache<number, Candidate>({
    maxSize: RECENT_BYTES,
    sizeCalculation: ({ forwardIndex }) => forwardIndex.byteLength + CANDIDATE_OVERHEAD_BYTES,
  });

  /** `create`: whether the build is a new one. @throws LisanError `index_broken` if the file is not of this build. */
  constructor(database: DatabaseSync, generation: string, create: boolean) {
    this.#statements = new Statements(database, DOC_STORE_BROKEN);
    this.#applied = new AppliedStateTable(this.#statements, generation, create);
    this.#mentions = new MentionCounts(this.#statements);
    this.#lexicon = new Lexicon(this.#statements);
    this.#names = new NamesBySound(this.#statements);
    this.duplicates = new NearDuplicates(this.#statements, this.#forwardIndex);
    this.#frequencies = new KeyFrequencies(this.#statements, 'frequencies');
    this.#frequentWords = new FrequentWords(this.#statements, (key) => this.#frequencies.of(key));
  }

  /**
   * Deletes the documents with the ids `struck`, then adds new documents. Returns the number of the first new one, which
   * the others follow, and the deleted numbers. Inside a transaction.
   */
  add(batch: DocStoreBatch, struck: Iterable<string>, step?: BatchStep): { first: number; gone: number[] } {
    const gone = this.#strike(struck);
    const first = this.#nextNumber();
    const insert = this.#prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)');
    const numbers = this.#lexicon.numbersOf(batch.forwardIndexes.hashes);
    const forwardIndexes = eachForwardIndex(batch.forwardIndexes);
    batch.ids.forEach((id, place) => {
      const date = batch.dates[place]!;
      const own = forwardIndexes.next().value as NumberedForwardIndex;
      const forwardIndex = this.#writer.write(own, numbers);
      const head = [first + place, id, Number.isNaN(date) ? null : date] as const;
      insert.run(...head, forwardIndex, rowChecksum(...head), rowChecksum(forwardIndex));
    });
    this.#total('documents', batch.ids.length);
    FIELD_TOTALS.forEach((name, field) => {
      this.#total(name, batch.lengths[field]!);
    });
    this.#frequencies.add(batch.frequencies);
    this.#enterWords(batch);
    this.#names.add(passing(batch.names, (key) => this.#knownNames.add(key)));
    this.#mentions.add(first, batch.mentions);
    this.duplicates.add(first, batch);
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
      requireIntactDocument(row);
      const number = Number(row.number);
      this.#prepare('DELETE FROM documents WHERE number = ?').run(number);
      const forwardIndex = this.#forwardIndex(row);
      this.duplicates.delete(number, forwardIndex);
      this.#mentions.delete(number);
      this.#total('documents', -1);
      FIELD_TOTALS.forEach((name, field) => {
        this.#total(name, -forwardIndex.lengths[field]!);
      });
      for (const key of forwardIndex.distinctHashes()) changes.set(key, (changes.get(key) ?? 0) - 1);
      gone.push(number);
    }
    this.#frequencies.add(countsImage(Int32Array.from(changes.keys()).sort(), (key) => changes.get(key)!));
    return gone;
  }

  #nextNumber(): number {
    const row = this.#prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'documents'`).get();
    return Number(row?.seq ?? 0) + 1;
  }

  #total(name: string, by: number): void {
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
  }

  /** Discards what was cached in a transaction that was rolled back. */
  discard(): void {
    this.#knownWords.clear();
    this.#knownNames.clear();
    this.duplicates.reload();
    this.#frequencies.reset();
    this.#names.reset();
    this.#lexicon.reset();
  }

  /** Must be called after another connection wrote. */
  reload(): void {
    this.duplicates.reload();
    this.#frequencies.reload();
    this.#names.reload();
    this.#lexicon.refresh();
  }

  /** Merges all segments into one. Inside a transaction. */
  compact(): void {
    this.#frequencies.forceMerge();
    this.#names.forceMerge();
    this.#lexicon.compact();
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
    const found = new Map<number, Candidate>();
    const unread: number[] = [];
    for (const number of numbers) {
      const candidate = this.#recent.get(number);
      if (candidate === undefined) unread.push(number);
      else found.set(number, candidate);
    }
    for (let from = 0; from < unread.length; from += DOCUMENTS_PER_READ) {
      const some = unread.slice(from, from + DOCUMENTS_PER_READ);
      // One statement for all sizes; repeating a number is harmless.
      const asked = Array.from({ length: DOCUMENTS_PER_READ }, (_, place) => some[place] ?? some[0]!);
      const rows = this.#prepare(`SELECT * FROM documents WHERE number IN (${placeholders(asked)})`).all(
        ...asked,
      );
      for (const row of rows) {
        const candidate = this.#candidateOf(row);
        found.set(Number(row.number), candidate);
        this.#recent.set(Number(row.number), candidate);
      }
    }
    return numbers.map((number) => {
      const candidate = found.get(number);
      if (candidate === undefined) throw damagedRow('documents');
      return candidate;
    });
  }

  /** Candidates by id, in the given order; unknown ids are left out. */
  candidates(ids: readonly string[]): Candidate[] {
    const rows = this.#prepare(`SELECT * FROM documents WHERE id IN (${placeholders(ids)})`).all(...ids);
    const byId = new Map(rows.map((row) => [String(row.id), this.#candidateOf(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Of the given ids those of documents that there are. */
  known(ids: readonly string[]): string[] {
    const find = this.#prepare('SELECT 1 FROM documents WHERE id = ?');
    return ids.filter((id) => find.get(id) !== undefined);
  }

  statistics(): Statistics {
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
    const written = this.#prepare('SELECT * FROM words WHERE word = ?');
    return this.#inDocuments(words.map((word) => ({ word })))
      .sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
      .map(({ word, documents }) => ({ ...toWord(written.get(word) ?? { word }), documents }));
  }

  /** See `Index.similar`. */
  similar(word: string, budget: number): SimilarWord[] {
    const next = this.#prepare('SELECT * FROM words WHERE word >= ? ORDER BY word LIMIT 1');
    const written = new Map<string, string>();
    const seek = (from: string): string | undefined => {
      const row = next.get(from);
      if (row === undefined) return undefined;
      const met = toWord(row);
      written.set(met.word, met.written);
      return met.word;
    };
    const found = similarWords(word, budget, seek);
    return this.#inDocuments(
      found.map((similar) => ({ ...similar, written: written.get(similar.word) ?? similar.word })),
    );
  }

  /** See `Index.names`. */
  names(keys: readonly string[]): string[] {
    return [...new Set(keys.flatMap((key) => this.#names.of(key)))];
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
    for (let rows = next.all(''); rows.length > 0; rows = next.all(rows.at(-1)!.word!))
      for (const row of rows) yield toWord(row).word;
  }

  documentsThat(passes: (forwardIndex: ForwardIndex, id: string) => boolean): string[] {
    const ids: string[] = [];
    const next = this.#prepare(
      `SELECT * FROM documents WHERE number > ? ORDER BY number LIMIT ${ROWS_PER_READ}`,
    );
    for (let rows = next.all(0); rows.length > 0; rows = next.all(rows.at(-1)!.number!))
      for (const row of rows) {
        const { id, forwardIndex } = this.#candidateOf(row);
        if (passes(forwardIndex, id)) ids.push(id);
      }
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

  /** A row of `documents` as a candidate. @throws LisanError `index_broken`. */
  #candidateOf(row: Record<string, unknown>): Candidate {
    requireIntactDocument(row);
    return {
      id: String(row.id),
      forwardIndex: this.#forwardIndex(row),
      ...(row.published_at !== null && { publishedAt: Number(row.published_at) }),
    };
  }

  /** Of a row of `documents`. @throws LisanError `index_broken`. */
  readonly #forwardIndex = ({ forward_index }: Record<string, unknown>): ForwardIndex => {
    try {
      return readStoredForwardIndex(forward_index as Uint8Array, this.#lexicon.table);
    } catch (thrown) {
      throw thrown instanceof RangeError ? damagedRow('documents') : thrown;
    }
  };

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}

/** The columns of `documents` that `checksum` covers, and itself. */
const HEAD = 'number, id, published_at, checksum';

/** The id of a row with `HEAD`. @throws LisanError `index_broken` if the row is missing or damaged. */
function idOf(row: Record<string, unknown> | undefined): string {
  if (row === undefined) throw damagedRow('documents');
  requireIntact('documents', row.checksum, row.number, row.id, row.published_at);
  return String(row.id);
}

/** @throws LisanError `index_broken`. */
export function requireIntactDocument(row: Record<string, unknown>): void {
  idOf(row);
  requireIntact('documents', row.forward_checksum, row.forward_index);
}

function toWord({ word, written, checksum }: Record<string, unknown>): { word: string; written: string } {
  requireIntact('words', checksum, word, written);
  return { word: String(word), written: String(written) };
}

/** The values of a row, and their checksum. */
const checked = (values: readonly string[]): (string | number)[] => [...values, rowChecksum(...values)];

/** Ids of documents, which break ties of equal dates; compared as UTF-8, as in SQLite. */

export interface DocumentIds {
  of(numbers: readonly number[]): Map<number, Buffer>;
  /** Of the given numbers, those of the first `count` ids. */
  first(numbers: ReadonlySet<number>, count: number): number[];
}
