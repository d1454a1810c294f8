/**
 * What lisan itself keeps of every indexed document, whatever the engine: its postings, the words of the archive and
 * in how many documents each key occurs. The embedded engine has it in the file of its index; an engine behind a
 * network has it in a file of its own, so that candidates travel as ids and frequencies cost no round trip.
 */
import type { DatabaseSync } from 'node:sqlite';
import { placeholders, type Statement, Statements } from '../database.ts';
import { keptNameKeys } from '../entities/name-keys.ts';
import { decodePostings, distinctKeys, type Postings } from '../postings.ts';
import { keyOf } from '../text/key.ts';
import { similarWords } from '../text/similar.ts';
import { detached } from '../text/words.ts';
import { Counters, countersSchema } from './counters.ts';
import { DUPLICATES_SCHEMA, Duplicates } from './duplicates.ts';
import type {
  Account,
  Candidate,
  EntityMentions,
  IndexRecord,
  NameWord,
  SimilarWord,
  Statistics,
  VocabularyWord,
} from './engine.ts';
import type { Ids } from './matcher.ts';
import { MENTIONS_SCHEMA, Mentions } from './mentions.ts';

export const LEDGER_SCHEMA = `
  CREATE TABLE documents (
    -- A number is never given again: what was listed under it stays listed until it is merged away.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    published_at INTEGER,
    postings BLOB NOT NULL
  );
  CREATE TABLE words (word TEXT PRIMARY KEY, written TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE names (word TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE name_keys (key TEXT, word TEXT, PRIMARY KEY (key, word)) WITHOUT ROWID;
  ${countersSchema('frequencies')}
  CREATE TABLE totals (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO totals VALUES ('documents', 0), ('title', 0), ('keywords', 0), ('body', 0);
  CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  ${MENTIONS_SCHEMA}
  ${DUPLICATES_SCHEMA}`;

/** What is said of a ledger that cannot be read; everything in it is derived. */
const LEDGER_BROKEN = { broken: 'index_broken', remedy: 'Run `lisan reindex`; it makes the index again.' };

const FIELD_TOTALS = ['title', 'keywords', 'body'] as const;
/** Words looked at for a completion; the most frequent are chosen among these. */
const COMPLETIONS_SEEN = 2000;
/** Names looked at for one key; only very short keys have more. */
const NAMES_SEEN = 2000;
/** Ids that are read at once to put documents in their order. */
const FETCHED = 2000;
/** See `Ledger.#remembered`. */
const REMEMBERED = 200_000;

export class Ledger implements Account {
  readonly #statements: Statements;
  readonly #mentions: Mentions;
  /** Which documents have nearly the same text. */
  readonly duplicates: Duplicates;
  readonly #frequencies: Counters;
  /** Words that were written lately, so that most of a batch's need not be looked for. */
  #remembered = new Set<string>();
  #changes = new Changes();

  constructor(database: DatabaseSync) {
    this.#statements = new Statements(database, LEDGER_BROKEN);
    this.#mentions = new Mentions(database);
    this.duplicates = new Duplicates(this.#statements);
    this.#frequencies = new Counters(this.#statements, 'frequencies');
  }

  /** Enters a document that is not there and gives its number. Inside a transaction; `settle` ends the batch. */
  enter(record: IndexRecord): number {
    const { lastInsertRowid } = this.#prepare(
      'INSERT INTO documents (id, published_at, postings) VALUES (?, ?, ?)',
    ).run(record.id, record.publishedAt ?? null, record.postings);
    for (const [word, written] of record.words) this.#changes.words.set(word, written);
    for (const name of record.names) bump(this.#changes.names, name, 1);
    const postings = decodePostings(record.postings);
    this.duplicates.enter(Number(lastInsertRowid), postings);
    this.#changes.add(postings, record.keys, 1);
    this.#mentions.enter(Number(lastInsertRowid), record);
    return Number(lastInsertRowid);
  }

  /** Strikes a document out and gives the number it had; `undefined` where it is not there. */
  strike(id: string): number | undefined {
    const row = this.#prepare('SELECT number, postings FROM documents WHERE id = ?').get(id);
    if (row === undefined) return undefined;
    const number = Number(row.number);
    this.#prepare('DELETE FROM documents WHERE number = ?').run(number);
    const postings = decodePostings(row.postings as Uint8Array);
    this.duplicates.strike(number, postings);
    this.#changes.add(postings, distinctKeys(postings), -1);
    this.#mentions.strike(number);
    return number;
  }

  /** Writes the counts of a batch. */
  settle(): void {
    const { totals, frequencies, words, names } = this.#changes;
    this.#changes = new Changes();
    this.#mentions.settle();
    for (const [name, value] of totals) {
      this.#prepare('UPDATE totals SET value = value + ? WHERE name = ?').run(value, name);
    }
    this.#frequencies.add(frequencies);
    const remember = this.#prepare('INSERT OR IGNORE INTO words VALUES (?, ?)');
    for (const [word, written] of words) {
      if (this.#remembered.has(word)) continue;
      remember.run(word, written);
      this.#remembered.add(detached(word));
    }
    if (this.#remembered.size > REMEMBERED) this.#remembered = new Set();
    const count = this.#prepare('UPDATE names SET documents = documents + ? WHERE word = ?');
    const name = this.#prepare('INSERT INTO names VALUES (?, ?)');
    const keep = this.#prepare('INSERT INTO name_keys VALUES (?, ?)');
    for (const [word, documents] of names) {
      if (count.run(documents, word).changes > 0) continue;
      name.run(word, documents);
      for (const key of keptNameKeys(word)) keep.run(key, word);
    }
  }

  /** Forgets the counts of a batch that was undone. */
  discard(): void {
    this.#changes = new Changes();
    this.#mentions.discard();
    this.#remembered = new Set();
    this.#frequencies.forget();
  }

  /** To be called where another connection wrote. */
  reload(): void {
    this.#remembered = new Set();
    this.#frequencies.reload();
  }

  /** Writes what is in many pieces in one. Inside a transaction. */
  compact(): void {
    this.#frequencies.mergeAll();
  }

  /** See `Ids`. */
  readonly ids: Ids = {
    of: (numbers) => {
      const find = this.#prepare('SELECT id FROM documents WHERE number = ?');
      return new Map(numbers.map((number) => [number, Buffer.from(String(find.get(number)?.id))]));
    },
    first: (numbers, count) => {
      if (numbers.size <= FETCHED) {
        const ids = [...this.ids.of([...numbers])].sort((a, b) => Buffer.compare(a[1], b[1]));
        return ids.slice(0, count).map(([number]) => number);
      }
      // Of so many, the first ones are soon met in the order of all ids.
      const next = this.#prepare(
        `SELECT number, id FROM documents WHERE id > ? ORDER BY id LIMIT ${FETCHED}`,
      );
      const found: number[] = [];
      for (let last = ''; found.length < count; ) {
        const rows = next.all(last);
        if (rows.length === 0) break;
        found.push(...rows.map((row) => Number(row.number)).filter((number) => numbers.has(number)));
        last = String(rows.at(-1)!.id);
      }
      return found.slice(0, count);
    },
  };

  /** Candidates by number, in the order of the numbers given, all of which are there. */
  numbered(numbers: readonly number[]): Candidate[] {
    const find = this.#prepare('SELECT id, published_at, postings FROM documents WHERE number = ?');
    return numbers.map((number) => toCandidate(find.get(number)!));
  }

  /** Candidates for ids, in their order; ids that are not there are left out. */
  candidates(ids: readonly string[]): Candidate[] {
    const rows = this.#prepare(
      `SELECT id, published_at, postings FROM documents WHERE id IN (${placeholders(ids)})`,
    ).all(...ids);
    const byId = new Map(rows.map((row) => [String(row.id), toCandidate(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  statistics(): Statistics {
    const rows = this.#prepare('SELECT name, value FROM totals').all();
    const totals = new Map(rows.map((row) => [String(row.name), Number(row.value)]));
    const documents = totals.get('documents') ?? 0;
    const mean = (name: string): number => (totals.get(name) ?? 0) / Math.max(1, documents);
    return { documents, meanLengths: [mean('title'), mean('keywords'), mean('body')] };
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
    const rows = this.#prepare('SELECT word, written FROM words WHERE word >= ? AND word < ? LIMIT ?').all(
      prefix,
      `${prefix}\u{10FFFF}`,
      COMPLETIONS_SEEN,
    );
    return this.#inDocuments(rows.map((row) => ({ word: String(row.word), written: String(row.written) })))
      .sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
      .slice(0, limit);
  }

  /** See `Index.similar`. */
  similar(word: string, budget: number): SimilarWord[] {
    const next = this.#prepare('SELECT word FROM words WHERE word >= ? ORDER BY word LIMIT 1');
    const written = this.#prepare('SELECT written FROM words WHERE word = ?');
    const seek = (from: string): string | undefined => next.get(from)?.word as string | undefined;
    const found = similarWords(word, budget, seek);
    return this.#inDocuments(
      found.map((similar) => ({ ...similar, written: String(written.get(similar.word)?.written) })),
    );
  }

  /** See `Index.names`. */
  names(keys: readonly string[]): NameWord[] {
    const kept = this.#prepare(
      'SELECT word, documents FROM name_keys JOIN names USING (word) WHERE key = ? LIMIT ?',
    );
    const found = new Map<string, number>();
    for (const key of keys)
      for (const { word, documents } of kept.all(key, NAMES_SEEN)) found.set(String(word), Number(documents));
    return Array.from(found, ([word, documents]) => ({ word, documents }));
  }

  /** Words with the number of their documents; those that no document has any more are left out. */
  #inDocuments<T extends { word: string }>(words: readonly T[]): (T & { documents: number })[] {
    const frequencies = this.frequencies(words.map(({ word }) => keyOf(word, 'variant')));
    return words
      .map((word) => ({ ...word, documents: frequencies.get(keyOf(word.word, 'variant')) ?? 0 }))
      .filter(({ documents }) => documents > 0);
  }

  mentions(entity: string): EntityMentions {
    return this.#mentions.of(entity);
  }

  *vocabulary(): Generator<string> {
    const next = this.#prepare(`SELECT word FROM words WHERE word > ? ORDER BY word LIMIT ${FETCHED}`);
    for (let rows = next.all(''); rows.length > 0; rows = next.all(rows.at(-1)!.word!))
      for (const { word } of rows) yield String(word);
  }

  documentsThat(passes: (postings: Postings) => boolean): string[] {
    const ids: string[] = [];
    const next = this.#prepare(
      `SELECT number, id, postings FROM documents WHERE number > ? ORDER BY number LIMIT ${FETCHED}`,
    );
    for (let rows = next.all(0); rows.length > 0; rows = next.all(rows.at(-1)!.number!))
      for (const { id, postings } of rows)
        if (passes(decodePostings(postings as Uint8Array))) ids.push(String(id));
    return ids;
  }

  note(name: string): string | undefined {
    const value = this.#prepare('SELECT value FROM notes WHERE name = ?').get(name)?.value;
    return value === undefined ? undefined : String(value);
  }

  setNote(name: string, value: string): void {
    this.#prepare('INSERT OR REPLACE INTO notes VALUES (?, ?)').run(name, value);
  }

  count(): number {
    return Number(this.#prepare('SELECT count(*) AS n FROM documents').get()?.n);
  }

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}

/** A row with `id`, `published_at` and `postings` as a candidate. */
function toCandidate(row: Record<string, unknown>): Candidate {
  return {
    id: String(row.id),
    postings: row.postings as Uint8Array,
    ...(row.published_at !== null && { publishedAt: Number(row.published_at) }),
  };
}

/** What a batch adds to and takes from the counts; written once at its end. */
class Changes {
  readonly totals = new Map<string, number>([['documents', 0]]);
  readonly frequencies = new Map<number, number>();
  readonly words = new Map<string, string>();
  readonly names = new Map<string, number>();

  add({ lengths }: Postings, keys: Iterable<number>, sign: 1 | -1): void {
    bump(this.totals, 'documents', sign);
    FIELD_TOTALS.forEach((name, field) => {
      bump(this.totals, name, sign * lengths[field]!);
    });
    for (const key of keys) bump(this.frequencies, key, sign);
  }
}

function bump<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
