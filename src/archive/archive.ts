/**
 * The archive: original articles, their earlier revisions, tombstones, and the order of changes. It is the truth;
 * every index is made from it and can be made again. SQLite in WAL mode, every commit synced to disk.
 */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { LisanError } from '../common/errors.ts';
import {
  type DatabaseKind,
  openDatabase,
  placeholders,
  type Statement,
  Statements,
  transaction,
} from '../common/sqlite.ts';
import type { Article, StoredArticle } from '../common/types.ts';
import { contentHash, identityOf } from './document-id.ts';

const INDEXES = `
    CREATE TABLE indexes (
      engine TEXT NOT NULL,
      generation TEXT NOT NULL,
      analysis TEXT NOT NULL,
      position INTEGER NOT NULL DEFAULT 0,
      live INTEGER NOT NULL DEFAULT 0,
      stage TEXT NOT NULL DEFAULT 'building' CHECK (stage IN ('building', 'ready', 'failed')),
      failure TEXT,
      made_at TEXT NOT NULL,
      PRIMARY KEY (engine, generation)
    ) WITHOUT ROWID;
    CREATE TABLE leases (
      name TEXT PRIMARY KEY,
      owner TEXT NOT NULL,
      expires_at INTEGER NOT NULL
    ) WITHOUT ROWID;
    -- What is counted at every start must not need a look at every document.
    CREATE INDEX tombstones ON documents (sequence) WHERE deleted = 1;`;

export const ARCHIVE_KIND: DatabaseKind = {
  applicationId: 0x6c697331,
  version: 2,
  synchronous: 'full',
  broken: 'archive_broken',
  remedy: 'Nothing was changed. Restore the file from a backup, or move it away to begin an empty archive.',
  schema: `
    CREATE TABLE documents (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      sequence INTEGER NOT NULL UNIQUE,
      deleted INTEGER NOT NULL DEFAULT 0,
      hash TEXT NOT NULL,
      content TEXT NOT NULL,
      page TEXT,
      stored_at TEXT NOT NULL
    );
    CREATE INDEX documents_of_page ON documents (page) WHERE page IS NOT NULL;
    CREATE TABLE revisions (
      id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      content TEXT NOT NULL,
      stored_at TEXT NOT NULL,
      PRIMARY KEY (id, revision)
    ) WITHOUT ROWID;
    ${INDEXES}`,
  upgrades: [
    `ALTER TABLE indexes RENAME TO earlier; ${INDEXES}
     INSERT INTO indexes SELECT engine, generation, analysis, position, live, iif(live, 'ready', 'building'), NULL, made_at FROM earlier;
     DROP TABLE earlier;`,
  ],
};

/** What became of the articles of one `put`. */
export interface PutResult {
  added: number;
  changed: number;
  unchanged: number;
}

/** One index of an engine, as the archive keeps account of it. */
export interface IndexEntry {
  engine: string;
  /** Names one build of the index; engines use it in file and index names. */
  generation: string;
  /** `indexFingerprint` of the code and gazetteer that filled it. */
  analysis: string;
  /** Sequence of the last change that is in the index. */
  position: number;
  /** True for the one index of the engine that answers searches. */
  live: boolean;
  /** `ready`: it was verified and may be live. `failed`: it must not be, because of `failure`. */
  stage: 'building' | 'ready' | 'failed';
  failure?: string;
}

/** Who holds a lease, and until when in milliseconds since 1970. */
export interface LeaseEntry {
  owner: string;
  expiresAt: number;
}

export class Archive {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  /** Number of the file that is open: another one of its name is another archive. */
  readonly #inode: bigint | undefined;

  /**
   * Opens the archive at `file`, making it and its folder where they are missing. `wait`: milliseconds to wait for
   * another process's write. @throws LisanError where it is broken.
   */
  constructor(file: string, wait?: number) {
    mkdirSync(dirname(file), { recursive: true });
    this.file = file;
    this.#database = openDatabase(file, ARCHIVE_KIND, wait);
    this.#statements = new Statements(this.#database, ARCHIVE_KIND);
    this.#inode = inodeOf(file);
  }

  /**
   * Looks whether the open file is still the one of this name: SQLite goes on with a file that was deleted, and all of
   * it is lost at the end. @throws LisanError `archive_gone`.
   */
  checkPlace(): void {
    if (inodeOf(this.file) !== this.#inode) throw archiveGone(this.file);
  }

  close(): void {
    this.#database.close();
  }

  /**
   * Stores articles, all or none; when it returns they are on disk. Same id and content: nothing changes; same id
   * and other content: a new revision, and the one before is kept.
   */
  put(articles: readonly Article[], now: Date = new Date()): PutResult {
    const result: PutResult = { added: 0, changed: 0, unchanged: 0 };
    const storedAt = now.toISOString();
    this.#transaction(() => {
      let sequence = this.lastSequence();
      for (const article of articles) {
        const id = identityOf(article);
        const hash = contentHash(article);
        const before = this.#prepare(
          'SELECT revision, hash, deleted, content FROM documents WHERE id = ?',
        ).get(id);
        if (before !== undefined && before.hash === hash && before.deleted === 0) {
          result.unchanged++;
          continue;
        }
        const revision = before === undefined ? 1 : Number(before.revision) + 1;
        if (before !== undefined && before.deleted === 0) this.#keepRevision(id);
        this.#prepare(
          `INSERT INTO documents (id, revision, sequence, hash, content, page, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, sequence = excluded.sequence, deleted = 0,
             hash = excluded.hash, content = excluded.content, page = excluded.page, stored_at = excluded.stored_at`,
        ).run(id, revision, ++sequence, hash, serialise(article), article.page ?? null, storedAt);
        if (before === undefined) result.added++;
        else result.changed++;
      }
    });
    return result;
  }

  /** Deletes a document and its revisions; the tombstone tells every index. False where there is no such document. */
  delete(id: string, now: Date = new Date()): boolean {
    return this.#transaction(() => {
      const gone = this.#prepare(
        `UPDATE documents SET deleted = 1, revision = revision + 1, sequence = ?, hash = '', content = '{}', page = NULL,
           stored_at = ? WHERE id = ? AND deleted = 0`,
      ).run(this.lastSequence() + 1, now.toISOString(), id);
      this.#prepare('DELETE FROM revisions WHERE id = ?').run(id);
      return gone.changes === 1;
    });
  }

  /** The current revision of a document; `undefined` where there is none or it was deleted. */
  get(id: string): StoredArticle | undefined {
    const row = this.#prepare('SELECT * FROM documents WHERE id = ? AND deleted = 0').get(id);
    return row === undefined ? undefined : toArticle(row);
  }

  /** Current revisions by id; ids that are unknown or deleted are left out. */
  getMany(ids: readonly string[]): Map<string, StoredArticle> {
    const rows = this.#prepare(
      `SELECT * FROM documents WHERE deleted = 0 AND id IN (${placeholders(ids)})`,
    ).all(...ids);
    return new Map(rows.map((row) => [String(row.id), toArticle(row)]));
  }

  /** When documents were stored in their current revision, by id: ISO 8601 instants. */
  storedAt(ids: readonly string[]): Map<string, string> {
    const rows = this.#database
      .prepare(`SELECT id, stored_at FROM documents WHERE deleted = 0 AND id IN (${placeholders(ids)})`)
      .all(...ids);
    return new Map(rows.map((row) => [String(row.id), String(row.stored_at)]));
  }

  /** Earlier revisions of a document, oldest first. */
  revisions(id: string): { revision: number; article: Article; storedAt: string }[] {
    return this.#prepare('SELECT * FROM revisions WHERE id = ? ORDER BY revision')
      .all(id)
      .map((row) => ({
        revision: Number(row.revision),
        article: deserialise(String(row.content)),
        storedAt: String(row.stored_at),
      }));
  }

  /** The other articles of the page an article came from. */
  related(article: StoredArticle): StoredArticle[] {
    if (article.page === undefined) return [];
    return this.#prepare(
      'SELECT * FROM documents WHERE page = ? AND id <> ? AND deleted = 0 ORDER BY sequence',
    )
      .all(article.page, article.id)
      .map(toArticle);
  }

  /** The last state, tombstones included, of up to `limit` documents that changed after `position`, in order of change. */
  changesAfter(position: number, limit: number): StoredArticle[] {
    return this.rawChangesAfter(position, limit).map(toArticle);
  }

  /**
   * The same as they are stored, to be read by `toArticle` on any thread; fewer where they are large: the last one is
   * that with which they reach `bytes`.
   */
  rawChangesAfter(position: number, limit: number, bytes = Number.POSITIVE_INFINITY): RawArticle[] {
    const sizes = this.#prepare(
      'SELECT octet_length(content) AS size FROM documents WHERE sequence > ? ORDER BY sequence LIMIT ?',
    ).all(position, limit);
    let count = 0;
    for (let read = 0; count < sizes.length && read < bytes; count++) read += Number(sizes[count]!.size);
    return this.#prepare(
      'SELECT id, revision, sequence, deleted, content FROM documents WHERE sequence > ? ORDER BY sequence LIMIT ?',
    ).all(position, count) as unknown as RawArticle[];
  }

  /** Up to `size` documents picked at random, tombstones not counted. */
  sample(size: number): StoredArticle[] {
    const last = this.lastSequence();
    const picked = new Map<string, StoredArticle>();
    const next = this.#prepare(
      'SELECT * FROM documents WHERE sequence >= ? AND deleted = 0 ORDER BY sequence LIMIT 1',
    );
    for (let tries = 0; tries < size * 2 && picked.size < size; tries++) {
      const row = next.get(1 + Math.floor(Math.random() * last));
      if (row !== undefined) picked.set(String(row.id), toArticle(row));
    }
    return [...picked.values()];
  }

  /** Number of documents whose last change is after `position`, tombstones included. */
  countAfter(position: number): number {
    return Number(this.#prepare('SELECT count(*) AS n FROM documents WHERE sequence > ?').get(position)?.n);
  }

  /** Number of documents, tombstones not counted. */
  count(): number {
    const all = Number(this.#prepare('SELECT count(*) AS n FROM documents').get()?.n);
    return all - Number(this.#prepare('SELECT count(*) AS n FROM documents WHERE deleted = 1').get()?.n);
  }

  /** Sequence of the newest change; 0 for an archive that never held anything. */
  lastSequence(): number {
    return Number(this.#prepare('SELECT max(sequence) AS n FROM documents').get()?.n ?? 0);
  }

  /** The index of an engine that answers searches, if there is one. */
  liveIndex(engine: string): IndexEntry | undefined {
    const row = this.#prepare('SELECT * FROM indexes WHERE engine = ? AND live = 1').get(engine);
    return row === undefined ? undefined : toIndexEntry(row);
  }

  /** Every index of an engine, the oldest first. */
  indexes(engine: string): IndexEntry[] {
    return this.#prepare('SELECT * FROM indexes WHERE engine = ? ORDER BY made_at')
      .all(engine)
      .map(toIndexEntry);
  }

  /** Notes a new, empty index that is not live yet. */
  addIndex(engine: string, generation: string, analysis: string, now: Date = new Date()): void {
    this.#prepare('INSERT INTO indexes (engine, generation, analysis, made_at) VALUES (?, ?, ?, ?)').run(
      engine,
      generation,
      analysis,
      now.toISOString(),
    );
  }

  /** Notes that an index holds every change up to `position`. */
  setPosition(engine: string, generation: string, position: number): void {
    this.#prepare('UPDATE indexes SET position = ? WHERE engine = ? AND generation = ?').run(
      position,
      engine,
      generation,
    );
  }

  /** Notes that an index is now as another version of the analysis makes it. */
  setAnalysis(engine: string, generation: string, analysis: string): void {
    this.#prepare('UPDATE indexes SET analysis = ? WHERE engine = ? AND generation = ?').run(
      analysis,
      engine,
      generation,
    );
  }

  /** Makes one index of the engine the live one, in a single step; it is `ready` from then on. */
  setLive(engine: string, generation: string): void {
    this.#prepare(
      `UPDATE indexes SET live = (generation = ?1), stage = iif(generation = ?1, 'ready', stage) WHERE engine = ?2`,
    ).run(generation, engine);
  }

  /** Notes why an index must not become the live one. */
  setFailed(engine: string, generation: string, failure: string): void {
    this.#prepare(`UPDATE indexes SET stage = 'failed', failure = ? WHERE engine = ? AND generation = ?`).run(
      failure,
      engine,
      generation,
    );
  }

  /** Forgets an index. */
  removeIndex(engine: string, generation: string): void {
    this.#prepare('DELETE FROM indexes WHERE engine = ? AND generation = ?').run(engine, generation);
  }

  /** Who holds the lease of this name, if anybody does. */
  lease(name: string): LeaseEntry | undefined {
    const row = this.#prepare('SELECT * FROM leases WHERE name = ?').get(name);
    return row && { owner: String(row.owner), expiresAt: Number(row.expires_at) };
  }

  /**
   * Gives the lease to `owner` where nobody has it, where `owner` has it, or where `mayTake` says that its holder is
   * gone. @returns the holder afterwards.
   */
  takeLease(
    name: string,
    { owner, expiresAt }: LeaseEntry,
    mayTake: (held: LeaseEntry) => boolean,
  ): LeaseEntry {
    return this.#transaction(() => {
      const held = this.lease(name);
      if (held !== undefined && held.owner !== owner && !mayTake(held)) return held;
      this.#prepare('INSERT OR REPLACE INTO leases VALUES (?, ?, ?)').run(name, owner, expiresAt);
      return { owner, expiresAt };
    });
  }

  /** Gives a lease back; nothing where another one has it. */
  dropLease(name: string, owner: string): void {
    this.#prepare('DELETE FROM leases WHERE name = ? AND owner = ?').run(name, owner);
  }

  /** Gives the disk back what changed and deleted documents leave unused. Needs room for a second archive meanwhile. */
  vacuum(): void {
    this.#prepare('VACUUM').run();
    this.#prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  }

  #keepRevision(id: string): void {
    this.#prepare(
      'INSERT INTO revisions (id, revision, content, stored_at) SELECT id, revision, content, stored_at FROM documents WHERE id = ?',
    ).run(id);
  }

  #transaction<T>(work: () => T): T {
    return this.#statements.guard(() =>
      transaction(this.#database, () => {
        const result = work();
        // What is written to a file that nobody can open again must not be acknowledged.
        this.checkPlace();
        return result;
      }),
    );
  }

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}

function inodeOf(file: string): bigint | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
}

/** The archive was there and is not any more, or another one is in its place. */
export function archiveGone(file: string): LisanError {
  return new LisanError({
    code: 'archive_gone',
    message: `The archive ${file} is not there any more, or another file has taken its place.`,
    remedy: 'Stop the service, put the file back (or restore a backup), and start the service again.',
    status: 503,
  });
}

type Row = Record<string, SQLOutputValue>;

/** JSON escapes what UTF-8 cannot hold (half a surrogate pair), so every string comes back as it was. */
function serialise(article: Article): string {
  const { id: _, ...content } = article;
  return JSON.stringify(content);
}

function deserialise(content: string): Article {
  return { keywords: [], title: '', body: '', ...JSON.parse(content) };
}

/** An article as the archive has it on disk. */
export interface RawArticle {
  id: string;
  revision: number;
  sequence: number;
  /** 1 for a tombstone. */
  deleted: number;
  /** JSON. */
  content: string;
}

export function toArticle(row: RawArticle | Row): StoredArticle {
  return {
    ...deserialise(String(row.content)),
    id: String(row.id),
    revision: Number(row.revision),
    sequence: Number(row.sequence),
    deleted: row.deleted === 1,
  };
}

function toIndexEntry(row: Row): IndexEntry {
  return {
    engine: String(row.engine),
    generation: String(row.generation),
    analysis: String(row.analysis),
    position: Number(row.position),
    live: row.live === 1,
    stage: row.stage as IndexEntry['stage'],
    ...(row.failure !== null && { failure: String(row.failure) }),
  };
}
export function unknownDocument(id: string): LisanError {
  return new LisanError({
    code: 'document_unknown',
    message: `There is no document ${JSON.stringify(id)}.`,
    remedy: 'Take ids from the hits of a search.',
    status: 404,
  });
}
