/**
 * What was searched for, counted by day: kept beside the archive, for `lisan report`. It is a help and no truth: where
 * it cannot be written, searches go on.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type DatabaseKind, openDatabase, transaction } from '../common/sqlite.ts';

const KIND: DatabaseKind = {
  applicationId: 0x6c697334,
  version: 1,
  synchronous: 'normal',
  broken: 'journal_broken',
  remedy: 'Delete the file; only the record of past searches is lost.',
  schema: `
    CREATE TABLE searches (
      day TEXT NOT NULL,
      query TEXT NOT NULL,
      times INTEGER NOT NULL,
      empty INTEGER NOT NULL,
      slowest REAL NOT NULL,
      PRIMARY KEY (day, query)
    ) WITHOUT ROWID;`,
};

/** Different queries that are held before they are written, and milliseconds after which they are. */
const HELD = 1000;
const INTERVAL = 10_000;
/** Days that are kept. */
const KEPT = 90;

/** One query on one day. */
interface Count {
  times: number;
  /** How often nothing was found. */
  empty: number;
  /** Longest time in milliseconds. */
  slowest: number;
}

export interface QueryCount extends Count {
  query: string;
}

export interface Report {
  days: number;
  searches: number;
  /** Searches that found nothing. */
  empty: number;
  /** Queries that found nothing, the most frequent first; then the most frequent of all, and the slowest. */
  withoutHits: QueryCount[];
  frequent: QueryCount[];
  slow: QueryCount[];
}

/** Counts searches in memory and writes them now and then. */
export class QueryLog {
  readonly #database: DatabaseSync;
  readonly #timer: NodeJS.Timeout;
  #counts = new Map<string, Count & { day: string; query: string }>();

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#database = openDatabase(file, KIND);
    this.#timer = setInterval(() => {
      try {
        this.flush();
      } catch {
        // The counts of a few seconds are lost; the next ones may have more luck.
      }
    }, INTERVAL).unref();
  }

  /** `query` in the words of the user; empty where they are not to be kept. */
  note(query: string, found: number, milliseconds: number, now = new Date()): void {
    const day = now.toISOString().slice(0, 10);
    const text = query.trim().toWellFormed();
    const key = `${day} ${text}`;
    const count = this.#counts.get(key) ?? { day, query: text, times: 0, empty: 0, slowest: 0 };
    count.times++;
    if (found === 0) count.empty++;
    count.slowest = Math.max(count.slowest, milliseconds);
    this.#counts.set(key, count);
    if (this.#counts.size >= HELD) this.flush();
  }

  /** Writes what is held. */
  flush(): void {
    if (this.#counts.size === 0) return;
    const counts = this.#counts;
    this.#counts = new Map();
    transaction(this.#database, () => {
      const add = this.#database.prepare(
        `INSERT INTO searches VALUES (?, ?, ?, ?, ?) ON CONFLICT (day, query) DO UPDATE SET times = times + excluded.times,
           empty = empty + excluded.empty, slowest = max(slowest, excluded.slowest)`,
      );
      for (const { day, query, times, empty, slowest } of counts.values())
        add.run(day, query, times, empty, slowest);
      this.#database.prepare('DELETE FROM searches WHERE day < ?').run(daysAgo(KEPT));
    });
  }

  /** What was searched for in the last days, today included. */
  report(days: number, limit: number): Report {
    this.flush();
    const since = daysAgo(days - 1);
    const total = this.#database
      .prepare('SELECT sum(times) AS searches, sum(empty) AS empty FROM searches WHERE day >= ?')
      .get(since);
    const list = (order: string, where = 'TRUE'): QueryCount[] =>
      this.#database
        .prepare(
          `SELECT query, sum(times) AS times, sum(empty) AS empty, max(slowest) AS slowest FROM searches
           WHERE day >= ? AND query <> '' GROUP BY query HAVING ${where} ORDER BY ${order}, query LIMIT ?`,
        )
        .all(since, limit)
        .map((row) => ({
          query: String(row.query),
          times: Number(row.times),
          empty: Number(row.empty),
          slowest: Number(row.slowest),
        }));
    return {
      days,
      searches: Number(total?.searches ?? 0),
      empty: Number(total?.empty ?? 0),
      withoutHits: list('sum(empty) DESC', 'sum(empty) > 0'),
      frequent: list('sum(times) DESC'),
      slow: list('max(slowest) DESC'),
    };
  }

  close(): void {
    clearInterval(this.#timer);
    this.flush();
    this.#database.close();
  }
}

/** The report of a journal that may not be there yet. */
export function reportOf(file: string, days: number, limit: number): Report {
  if (!existsSync(file)) return { days, searches: 0, empty: 0, withoutHits: [], frequent: [], slow: [] };
  const journal = new QueryLog(file);
  try {
    return journal.report(days, limit);
  } finally {
    journal.close();
  }
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
