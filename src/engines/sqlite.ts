/**
 * The embedded engine: SQLite FTS5 in one file for each build of the index. Terms come ready; FTS5 only stores them
 * (tokenizer `ascii`: everything beyond ASCII is part of a term) and its bm25 cuts the ranker's window.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Config } from '../config.ts';
import { type DatabaseKind, openDatabase, placeholders, transaction } from '../database.ts';
import { LisanError } from '../errors.ts';
import {
  type CandidateRequest,
  type Candidates,
  type Engine,
  FACETS,
  type Facet,
  type Filter,
  type Index,
  type IndexRecord,
  type NameWord,
  type SimilarWord,
  type Statistics,
  type VocabularyWord,
} from './engine.ts';
import { LEDGER_SCHEMA, Ledger, toCandidate } from './ledger.ts';

const KIND: DatabaseKind = {
  applicationId: 0x6c697332,
  version: 1,
  synchronous: 'full',
  broken: 'index_broken',
  remedy: 'Delete the file; `lisan reindex` makes it again from the archive.',
  schema: `${LEDGER_SCHEMA}
    CREATE VIRTUAL TABLE lookup USING fts5 (terms, content = '', contentless_delete = 1, tokenize = 'ascii');
    CREATE TABLE labels (
      number INTEGER NOT NULL,
      facet INTEGER NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (number, facet, value)
    ) WITHOUT ROWID;
    CREATE INDEX labels_by_value ON labels (facet, value, number);`,
};

export class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  readonly limits = {
    counted: Number.POSITIVE_INFINITY,
    facetValues: Number.POSITIVE_INFINITY,
    paged: Number.POSITIVE_INFINITY,
  };
  readonly layout = '1';
  readonly #folder: string;

  constructor({ data }: Pick<Config, 'data'>) {
    this.#folder = data;
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
    return new SqliteIndex(generation, openDatabase(file, KIND));
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
  readonly window = 300;
  readonly #database: DatabaseSync;
  readonly #ledger: Ledger;
  readonly #statements = new Map<string, StatementSync>();

  constructor(generation: string, database: DatabaseSync) {
    this.generation = generation;
    this.#database = database;
    this.#ledger = new Ledger(database);
  }

  async candidates(request: CandidateRequest): Promise<Candidates> {
    const { from, where, values } = matching(request);
    const order =
      request.sort === 'relevance'
        ? request.groups.length > 0
          ? 'rank, number'
          : 'published_at DESC, id'
        : `published_at IS NULL, published_at ${request.sort === 'newest' ? 'DESC' : 'ASC'}, id`;
    const rows = this.#prepare(
      `SELECT id, published_at, bytes FROM (
         SELECT documents.number AS number, id, published_at FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?
       ) JOIN postings USING (number)`,
    ).all(...values, request.limit, request.offset);
    const found = this.#prepare(`SELECT count(*) AS n FROM ${from} WHERE ${where}`).get(...values);
    return {
      candidates: rows.map(toCandidate),
      total: { value: Number(found?.n), relation: 'eq' },
      facets: this.#facets(request),
    };
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

  async names(keys: readonly string[]): Promise<NameWord[]> {
    return this.#ledger.names(keys);
  }

  async apply(records: readonly IndexRecord[], deleted: readonly string[]): Promise<void> {
    try {
      transaction(this.#database, () => {
        for (const id of deleted) this.#delete(id);
        for (const record of records) {
          this.#delete(record.id);
          this.#insert(record);
        }
        this.#ledger.settle();
      });
    } catch (thrown) {
      this.#ledger.discard();
      throw thrown;
    }
  }

  async count(): Promise<number> {
    return this.#ledger.count();
  }

  async vacuum(): Promise<void> {
    this.#prepare('VACUUM').run();
    this.#prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #facets(request: CandidateRequest): Candidates['facets'] {
    if (request.facets.length === 0) return {};
    const { from, where, values } = matching(request);
    const rows = this.#prepare(
      `SELECT facet, value, count(*) AS n FROM labels
       WHERE facet IN (${placeholders(request.facets)}) AND number IN (SELECT documents.number FROM ${from} WHERE ${where})
       GROUP BY facet, value ORDER BY n DESC, value`,
    ).all(...request.facets.map(facetNumber), ...values);
    const facets: Candidates['facets'] = {};
    for (const facet of request.facets) {
      const mine = rows.filter((row) => row.facet === facetNumber(facet));
      facets[facet] = Object.fromEntries(mine.map((row) => [String(row.value), Number(row.n)]));
    }
    return facets;
  }

  #insert(record: IndexRecord): void {
    const number = this.#ledger.enter(record);
    this.#prepare('INSERT INTO lookup (rowid, terms) VALUES (?, ?)').run(number, record.terms.join(' '));
    const label = this.#prepare('INSERT OR IGNORE INTO labels (number, facet, value) VALUES (?, ?, ?)');
    for (const language of record.languages) label.run(number, facetNumber('lang'), language);
    for (const entity of record.entities) label.run(number, facetNumber('entity'), entity);
    if (record.source !== undefined) label.run(number, facetNumber('source'), record.source);
  }

  #delete(id: string): void {
    const number = this.#ledger.strike(id);
    if (number === undefined) return;
    this.#prepare('DELETE FROM labels WHERE number = ?').run(number);
    // FTS5 notes deletions in rows with numbers of 64 bits, and the last of these is among what `run` gives back.
    const forget = this.#prepare('DELETE FROM lookup WHERE rowid = ?');
    forget.setReadBigInts(true);
    forget.run(number);
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

const facetNumber = (facet: Facet): number => FACETS.indexOf(facet);

/** A quoted FTS5 string: the term is data whatever it holds. */
const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`;

/** FROM and WHERE of the documents a request asks for. */
function matching({ groups, mode, excluded, filter }: CandidateRequest): {
  from: string;
  where: string;
  values: SQLInputValue[];
} {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const condition = (sql: string, ...bound: SQLInputValue[]): void => {
    conditions.push(sql);
    values.push(...bound);
  };
  if (groups.length > 0) {
    const parts = groups.map((terms) => `(${terms.map(quote).join(' OR ')})`);
    condition('lookup MATCH ?', parts.join(mode === 'all' ? ' AND ' : ' OR '));
  }
  if (excluded.length > 0) {
    condition(
      'documents.number NOT IN (SELECT rowid FROM lookup WHERE lookup MATCH ?)',
      excluded.map(quote).join(' OR '),
    );
  }
  for (const [facet, list, every] of labelFilters(filter)) {
    for (const wanted of every ? list.map((value) => [value]) : [list]) {
      condition(
        `documents.number IN (SELECT number FROM labels WHERE facet = ? AND value IN (${placeholders(wanted)}))`,
        facetNumber(facet),
        ...wanted,
      );
    }
  }
  if (filter.from !== undefined) condition('published_at >= ?', filter.from);
  if (filter.before !== undefined) condition('published_at < ?', filter.before);
  return {
    from: groups.length > 0 ? 'lookup JOIN documents ON documents.number = lookup.rowid' : 'documents',
    where: conditions.length > 0 ? conditions.join(' AND ') : 'TRUE',
    values,
  };
}

/** Facet, wanted values, and whether every one of them must be there (else any). */
function labelFilters(filter: Filter): [Facet, readonly string[], boolean][] {
  const all: [Facet, readonly string[] | undefined, boolean][] = [
    ['lang', filter.languages, false],
    ['entity', filter.entities, true],
    ['source', filter.sources, false],
  ];
  return all.filter((entry): entry is [Facet, readonly string[], boolean] => (entry[1]?.length ?? 0) > 0);
}
