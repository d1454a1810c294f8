/**
 * Where an import keeps what it has read: a temporary SQLite file, so that lists of any size are read in bounded memory.
 * Entities have numbers in the order in which they came.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Draft } from './draft.ts';
import type { ListedName } from './listed.ts';

/** Where an entity comes from: lisan's own gazetteer, the user's file, the lists that are imported. */
export type Origin = 'built-in' | 'file' | 'list';

const SCHEMA = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
  CREATE TABLE entity(n INTEGER PRIMARY KEY, origin TEXT, draft TEXT, changed INTEGER DEFAULT 0);
  CREATE TABLE key(key TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
  CREATE TABLE name(words TEXT, n INTEGER, script TEXT, PRIMARY KEY(words, n)) WITHOUT ROWID;
  CREATE TABLE given(word TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE said(key TEXT, names TEXT);
  CREATE INDEX said_key ON said(key);
  CREATE TABLE held(key TEXT, position TEXT, since TEXT, until TEXT);`;

export interface Stored {
  n: number;
  origin: Origin;
  changed: boolean;
  draft: Draft;
}

export class ImportStore {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lisan-import-'));
  readonly #database = new DatabaseSync(join(this.#folder, 'import.db'));
  readonly #statements = new Map<string, StatementSync>();
  #next = 1;

  constructor() {
    this.#database.exec(SCHEMA);
    this.#database.exec('BEGIN');
  }

  close(): void {
    this.#database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  add(origin: Origin, draft: Draft): number {
    const n = this.#next++;
    this.#run('INSERT INTO entity(n, origin, draft) VALUES (?, ?, ?)', n, origin, JSON.stringify(draft));
    for (const key of draft.keys) this.addKey(key, n);
    return n;
  }

  replace(n: number, draft: Draft, changed: boolean): void {
    this.#run(
      'UPDATE entity SET draft = ?, changed = ? WHERE n = ?',
      JSON.stringify(draft),
      changed ? 1 : 0,
      n,
    );
    for (const key of draft.keys) this.addKey(key, n);
  }

  remove(n: number): void {
    this.#run('DELETE FROM entity WHERE n = ?', n);
  }

  /** Gives a key to an entity, also one that another had. */
  addKey(key: string, n: number): void {
    this.#run('INSERT OR REPLACE INTO key(key, n) VALUES (?, ?)', key, n);
  }

  /** The entity with any of the keys. */
  withKey(keys: readonly string[]): Stored | undefined {
    for (const key of keys) {
      const n = this.#get('SELECT n FROM key WHERE key = ?', key)?.n;
      const found = n === undefined ? undefined : this.get(Number(n));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  get(n: number): Stored | undefined {
    const row = this.#get('SELECT origin, draft, changed FROM entity WHERE n = ?', n);
    return row && storedOf({ n, ...row });
  }

  /** Entities in their order, read in pages so that they may be changed meanwhile. */
  *all(origin?: Origin): Generator<Stored> {
    const wanted = origin === undefined ? '' : 'AND origin = ?';
    for (let after = 0; ; ) {
      const rows = this.#prepare(
        `SELECT n, origin, draft, changed FROM entity WHERE n > ? ${wanted} ORDER BY n LIMIT 1000`,
      ).all(after, ...(origin === undefined ? [] : [origin]));
      if (rows.length === 0) return;
      for (const row of rows) yield storedOf(row);
      after = Number(rows.at(-1)!.n);
    }
  }

  /** Notes a name of an entity, given as its words in folded form. */
  addName(words: readonly string[], script: string, n: number): void {
    this.#run('INSERT OR IGNORE INTO name(words, n, script) VALUES (?, ?, ?)', words.join(' '), n, script);
  }

  /** The entities, at most 50, that have a name. */
  named(words: readonly string[]): number[] {
    return this.#prepare('SELECT n FROM name WHERE words = ? LIMIT 50')
      .all(words.join(' '))
      .map(({ n }) => Number(n));
  }

  addGivenName(word: string): void {
    this.#run('INSERT OR IGNORE INTO given(word) VALUES (?)', word);
  }

  isGivenName(word: string): boolean {
    return this.#get('SELECT 1 AS one FROM given WHERE word = ?', word) !== undefined;
  }

  /** Names of something by its key, which may be no entity. */
  say(key: string, names: readonly ListedName[]): void {
    this.#run('INSERT INTO said(key, names) VALUES (?, ?)', key, JSON.stringify(names));
  }

  said(key: string): ListedName[] {
    return this.#prepare('SELECT names FROM said WHERE key = ? ORDER BY rowid')
      .all(key)
      .flatMap(({ names }) => JSON.parse(String(names)) as ListedName[]);
  }

  /** All names that were said, in order. */
  *allSaid(): Generator<[key: string, names: ListedName[]]> {
    for (let after = 0; ; ) {
      const rows = this.#prepare(
        'SELECT rowid, key, names FROM said WHERE rowid > ? ORDER BY rowid LIMIT 1000',
      ).all(after);
      if (rows.length === 0) return;
      for (const { key, names } of rows) yield [String(key), JSON.parse(String(names))];
      after = Number(rows.at(-1)!.rowid);
    }
  }

  hold(key: string, position: string, from: string | undefined, to: string | undefined): void {
    this.#run(
      'INSERT INTO held(key, position, since, until) VALUES (?, ?, ?, ?)',
      key,
      position,
      from ?? '',
      to ?? '',
    );
  }

  *held(): Generator<{ key: string; position: string; from?: string; to?: string }> {
    for (const { key, position, since, until } of this.#prepare(
      'SELECT key, position, since, until FROM held ORDER BY rowid',
    ).all())
      yield {
        key: String(key),
        position: String(position),
        ...(since !== '' && { from: String(since) }),
        ...(until !== '' && { to: String(until) }),
      };
  }

  #run(sql: string, ...values: (string | number)[]): void {
    this.#prepare(sql).run(...values);
  }

  #get(sql: string, ...values: (string | number)[]): ReturnType<StatementSync['get']> {
    return this.#prepare(sql).get(...values);
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function storedOf(row: Readonly<Record<string, unknown>>): Stored {
  return {
    n: Number(row.n),
    origin: row.origin as Origin,
    changed: row.changed === 1,
    draft: JSON.parse(String(row.draft)),
  };
}
