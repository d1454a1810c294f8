/**
 * What is known of sources and of the pages behind their items, in a file beside the archive: so that nothing is fetched
 * twice, and for `lisan status` and /metrics. Without the file everything is fetched again.
 */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { makePrivateFolder } from '../../common/private-files.ts';
import { type DatabaseKind, openDatabase, transaction } from '../../common/sqlite.ts';

const KIND: DatabaseKind = {
  applicationId: 0x6c697336,
  version: 1,
  synchronous: 'normal',
  broken: 'fetch_state_broken',
  remedy: 'Delete the file; the sources are then fetched again.',
  schema: `
    CREATE TABLE sources (url TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE pages (url TEXT PRIMARY KEY, digest TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;`,
};

/** Pages that no source has named for so long are forgotten. */
const MAX_PAGE_AGE_DAYS = 180;

/** The health of a source. Times are milliseconds since 1970. */
export interface SourceState {
  /** The last visit, and the last one that went well. */
  visitedAt: number;
  succeededAt?: number;
  /** Not before this time: after a failure, or as the host wishes. */
  notBefore?: number;
  /** Visits that failed since one went well, and why the last one did. */
  failures: number;
  reason?: string;
  /** Status of the last answer. */
  status?: number;
  etag?: string;
  lastModified?: string;
  /** Where the source has moved for good. */
  movedTo?: string;
  /** `list`: a feed or sitemap; one that becomes a page is broken. */
  kind?: 'list' | 'page';
  /** Articles that came from it, in all. */
  articles: number;
  /** Pages behind its items that could not be fetched at the last visit. */
  missingPages: number;
}

export const NEVER_VISITED: SourceState = { visitedAt: 0, failures: 0, articles: 0, missingPages: 0 };

export class FetchState {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    makePrivateFolder(dirname(file));
    this.#database = openDatabase(file, KIND);
  }

  source(url: string): SourceState {
    const row = this.#database.prepare('SELECT state FROM sources WHERE url = ?').get(url);
    return row === undefined ? NEVER_VISITED : JSON.parse(String(row.state));
  }

  /** All sources that were ever visited, in order of their addresses. */
  sources(): { url: string; state: SourceState }[] {
    return this.#database
      .prepare('SELECT url, state FROM sources ORDER BY url')
      .all()
      .map(({ url, state }) => ({ url: String(url), state: JSON.parse(String(state)) }));
  }

  /** What an item was when its page was fetched; `undefined` if it was not. */
  pageDigest(url: string): string | undefined {
    const row = this.#database.prepare('SELECT digest FROM pages WHERE url = ?').get(url);
    return row === undefined ? undefined : String(row.digest);
  }

  /** Notes a visit, and the pages that were fetched. */
  note(url: string, state: SourceState, pages: ReadonlyMap<string, string> = new Map()): void {
    transaction(this.#database, () => {
      this.#database.prepare('INSERT OR REPLACE INTO sources VALUES (?, ?)').run(url, JSON.stringify(state));
      const insert = this.#database.prepare('INSERT OR REPLACE INTO pages VALUES (?, ?, ?)');
      for (const [page, digest] of pages) insert.run(page, digest, state.visitedAt);
      this.#database
        .prepare('DELETE FROM pages WHERE at < ?')
        .run(state.visitedAt - MAX_PAGE_AGE_DAYS * 86_400_000);
    });
  }

  /** Forgets a source. */
  forget(url: string): void {
    this.#database.prepare('DELETE FROM sources WHERE url = ?').run(url);
  }

  close(): void {
    this.#database.close();
  }
}

/** The health of sources, from a file that may not exist yet. */
export function sourceHealth(file: string): { url: string; state: SourceState }[] {
  if (!existsSync(file)) return [];
  const state = new FetchState(file);
  try {
    return state.sources();
  } finally {
    state.close();
  }
}
