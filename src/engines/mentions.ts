/**
 * Who is mentioned how often, in which language, month and spelling. Part of the ledger: what a document says is kept
 * with it, so that it can be taken back, and the sums are kept by entity, so that they are read and not counted.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EntityMentions, IndexRecord, RecordMention } from './engine.ts';

export const MENTIONS_SCHEMA = `
  CREATE TABLE mentions (number INTEGER PRIMARY KEY, month TEXT NOT NULL, list TEXT NOT NULL);
  CREATE TABLE mention_months (
    entity TEXT, language TEXT, month TEXT, mentions INTEGER NOT NULL, PRIMARY KEY (entity, language, month)
  ) WITHOUT ROWID;
  CREATE TABLE mention_spellings (
    entity TEXT, language TEXT, spelling TEXT, mentions INTEGER NOT NULL, PRIMARY KEY (entity, language, spelling)
  ) WITHOUT ROWID;`;

type SumTable = 'mention_months' | 'mention_spellings';

export class Mentions {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #sums: Sums = new Map();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Enters what a document says. Inside a transaction; `settle` writes the sums of the batch. */
  enter(number: number, { mentions, publishedAt }: Pick<IndexRecord, 'mentions' | 'publishedAt'>): void {
    if (mentions.length === 0) return;
    const month = publishedAt === undefined ? '' : new Date(publishedAt * 1000).toISOString().slice(0, 7);
    this.#prepare('INSERT INTO mentions VALUES (?, ?, ?)').run(number, month, JSON.stringify(mentions));
    this.#add(mentions, month, 1);
  }

  /** Takes back what a document said. */
  strike(number: number): void {
    const row = this.#prepare('DELETE FROM mentions WHERE number = ? RETURNING month, list').get(number);
    if (row !== undefined) this.#add(JSON.parse(String(row.list)), String(row.month), -1);
  }

  settle(): void {
    const sums = this.#sums;
    this.#sums = new Map();
    for (const [key, by] of sums) {
      if (by === 0) continue;
      const [table, ...values] = JSON.parse(key) as [SumTable, string, string, string];
      this.#prepare(
        `INSERT INTO ${table} VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions`,
      ).run(...values, by);
    }
  }

  discard(): void {
    this.#sums = new Map();
  }

  /** See `Account.mentions`. */
  of(entity: string): EntityMentions {
    const months = this.#prepare(
      `SELECT language, month, mentions FROM mention_months WHERE entity = ? AND mentions > 0 ORDER BY month, language`,
    ).all(entity);
    const spellings = this.#prepare(
      `SELECT language, spelling, mentions FROM mention_spellings WHERE entity = ? AND mentions > 0
       ORDER BY mentions DESC, spelling`,
    ).all(entity);
    return {
      months: months.map(({ language, month, mentions }) => ({
        month: month === '' ? null : String(month),
        language: String(language),
        mentions: Number(mentions),
      })),
      spellings: spellings.map(({ language, spelling, mentions }) => ({
        spelling: String(spelling),
        language: String(language),
        mentions: Number(mentions),
      })),
    };
  }

  #add(mentions: readonly RecordMention[], month: string, sign: 1 | -1): void {
    for (const { entity, language, spelling, count } of mentions) {
      this.#bump('mention_months', entity, language, month, sign * count);
      this.#bump('mention_spellings', entity, language, spelling, sign * count);
    }
  }

  #bump(table: SumTable, entity: string, language: string, value: string, by: number): void {
    const key = JSON.stringify([table, entity, language, value]);
    this.#sums.set(key, (this.#sums.get(key) ?? 0) + by);
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

/** Table and its key as JSON -> what the batch adds to it. */
type Sums = Map<string, number>;
