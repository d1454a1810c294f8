/**
 * Counts queries by day in a file beside the archive, for `lisan report`. Best effort, and not part of the archive: if it
 * cannot be written, searches work all the same.
 */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { makePrivateFolder } from '../common/private-files.ts';
import { type DatabaseKind, openDatabase, transaction } from '../common/sqlite.ts';

const KIND: DatabaseKind = {
  applicationId: 0x6c697334,
  version: 1,
  synchronous: 'normal',
  broken: 'query_log_broken',
  remedy: 'Delete the file; only the counts of past searches are lost.',
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

/** Counts are written after this many different queries or this time, whichever comes first. */
const MAX_UNWRITTEN = 1000;
const WRITE_INTERVAL_MS = 10_000;
/** Queries are kept up to this length, in UTF-16 code units. */
const MAX_QUERY_LENGTH = 256;
/** Beyond this many counts, the rarest and oldest queries are merged into one count without text per day. */
const MAX_COUNTS = 50_000;

/** One query on one day. */
interface Count {
  times: number;
  /** How many of them found nothing. */
  empty: number;
  /** Duration of the slowest one, in milliseconds. */
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
  /** Queries without a hit, most frequent first; then the most frequent of all, and the slowest. */
  withoutHits: QueryCount[];
  frequent: QueryCount[];
  slow: QueryCount[];
}

/** Counts searches in memory and writes the counts from time to time. */
export class QueryLog {
  readonly #database: DatabaseSync;
  readonly #timer: NodeJS.Timeout;
  readonly #retentionDays: number;
  readonly #maxCounts: number;
  #counts = new Map<string, Count & { day: string; query: string }>();

  /** `retentionDays`: counts of earlier days are deleted. */
  constructor(file: string, retentionDays: number, maxCounts = MAX_COUNTS) {
    this.#retentionDays = retentionDays;
    this.#maxCounts = maxCounts;
    makePrivateFolder(dirname(file));
    this.#database = openDatabase(file, KIND);
    this.#forgetOld();
    this.#timer = setInterval(() => {
      try {
        this.flush();
      } catch {
        // The counts of a few seconds are lost; later ones are written again.
      }
    }, WRITE_INTERVAL_MS).unref();
  }

  /** `query` as the user typed it; empty if query texts are not kept. */
  note(query: string, found: number, milliseconds: number, now = new Date()): void {
    const day = now.toISOString().slice(0, 10);
    const text = query.trim().slice(0, MAX_QUERY_LENGTH).toWellFormed();
    const key = `${day} ${text}`;
    const count = this.#counts.get(key) ?? { day, query: text, times: 0, empty: 0, slowest: 0 };
    count.times++;
    if (found === 0) count.empty++;
    count.slowest = Math.max(count.slowest, milliseconds);
    this.#counts.set(key, count);
    if (this.#counts.size >= MAX_UNWRITTEN) this.flush();
  }

  /** Writes the counts in memory to the file. */
  flush(): void {
    if (this.#counts.size === 0) return;
    const counts = this.#counts;
    this.#counts = new Map();
    transaction(this.#database, () => {
      for (const { day, query, ...count } of counts.values()) this.#add(day, query, count);
      this.#forgetOld();
      this.#mergeRare();
    });
  }

  #forgetOld(): void {
    this.#database.prepare('DELETE FROM searches WHERE day <= ?').run(daysAgo(this.#retentionDays));
  }

  /** Distinct queries of strangers must not fill the disk. The number of searches stays right. */
  #mergeRare(): void {
    const held = Number(this.#database.prepare('SELECT count(*) AS n FROM searches').get()!.n);
    if (held <= this.#maxCounts) return;
    // A tenth more, so that it is not needed again at once.
    const excess = held - Math.floor(this.#maxCounts * 0.9);
    const rare = this.#database
      .prepare(
        `SELECT day, query, times, empty, slowest FROM searches WHERE query <> '' ORDER BY times, day LIMIT ?`,
      )
      .all(excess);
    const remove = this.#database.prepare('DELETE FROM searches WHERE day = ? AND query = ?');
    for (const { day, query, times, empty, slowest } of rare) {
      remove.run(day!, query!);
      this.#add(String(day), '', { times: Number(times), empty: Number(empty), slowest: Number(slowest) });
    }
  }

  #add(day: string, query: string, { times, empty, slowest }: Count): void {
    this.#database
      .prepare(
        `INSERT INTO searches VALUES (?, ?, ?, ?, ?) ON CONFLICT (day, query) DO UPDATE SET times = times + excluded.times,
           empty = empty + excluded.empty, slowest = max(slowest, excluded.slowest)`,
      )
      .run(day, query, times, empty, slowest);
  }

  /** A report on the last days, today included. */
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

/** The report of a log that may not exist yet. */
export function reportOf(file: string, retentionDays: number, days: number, limit: number): Report {
  if (!existsSync(file)) return { days, searches: 0, empty: 0, withoutHits: [], frequent: [], slow: [] };
  const log = new QueryLog(file, retentionDays);
  try {
    return log.report(days, limit);
  } finally {
    log.close();
  }
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
