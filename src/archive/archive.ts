/**
 * The archive: original articles, their earlier revisions, tombstones, and the order of changes. It is the source of
 * truth: every index is built from it and can be rebuilt. SQLite in WAL mode; every commit is synced to disk.
 */
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LisanError } from '../common/errors.ts';
import { FileIdentity } from '../common/file-identity.ts';
import { makePrivateFolder } from '../common/private-files.ts';
import { DAMAGED_CHECKSUM } from '../common/row-checksum.ts';
import { openDatabase, placeholders, type Statement, Statements, transaction } from '../common/sqlite.ts';
import type { Article, StoredArticle } from '../common/types.ts';
import { AlertTable } from './alert-table.ts';
import { ChangeWatch } from './change-watch.ts';
import { contentHash, formerIdentity, identityOf } from './document-id.ts';
import { ARCHIVE_KIND, DOCUMENT_COLUMNS, REVISION_COLUMNS } from './schema.ts';
import {
  damagedDocument,
  deserialise,
  intactArticle,
  isIntact,
  isIntactRevision,
  RAW_ARTICLES,
  type RawArticle,
  type Row,
  serialise,
  toArticle,
} from './stored-row.ts';

/** Counts of the articles of one `put`. */
export interface PutCounts {
  added: number;
  changed: number;
  unchanged: number;
}

export interface PutResult extends PutCounts {
  /** The document of each article, in the order of the articles. */
  ids: string[];
  /** Documents that were taken down: their articles were not stored. */
  refused: { id: string; reason: string }[];
  /** With `deferEarlier`: articles that are an earlier revision of their document, and were not stored. */
  earlier: { index: number; revision: number }[];
}

export interface PutOptions {
  /** Default: the current time. */
  now?: Date;
  /**
   * Do not store an article that equals an earlier revision of its document, but report it, so that reading the same
   * files again changes nothing. Default false: it becomes the newest revision.
   */
  deferEarlier?: boolean;
}

/** The last change of a document, without its text. */
export interface ChangedDocument {
  id: string;
  revision: number;
  sequence: number;
  deleted: boolean;
}

/** The state of one index of an engine. */
export interface IndexEntry {
  engine: string;
  /** Names one build of the index; engines use it in file and index names. */
  generation: string;
  /** `indexFingerprint` of the code and gazetteer that filled it. */
  analysis: string;
  /** Sequence of the last change that is in the index. */
  position: number;
  /** Digest of the batches that were applied up to there; the index records the same (`AppliedState`). */
  digest: string;
  /** True for the index that answers searches; one of an engine. */
  live: boolean;
  /** `ready`: verified, may become live. `failed`: must not become live; `failure` says why. */
  stage: 'building' | 'ready' | 'failed';
  failure?: string;
}

/** What a document was before it changed. */
export interface EarlierRevision {
  revision: number;
  article: Article;
  /** ISO 8601 instant. */
  storedAt: string;
}

export interface LeaseEntry {
  owner: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Earlier revisions of a document that an article is compared with. */
const MAX_REVISIONS_COMPARED = 200;

export class Archive {
  readonly file: string;
  readonly alerts: AlertTable;
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #identity: FileIdentity;
  readonly #watch: ChangeWatch;

  /**
   * Opens the archive at `file`, and creates it and its folder if they are missing. `waitMs`: time to wait for another
   * process's write. @throws LisanError if the file is broken.
   */
  constructor(file: string, waitMs?: number) {
    makePrivateFolder(dirname(file));
    this.file = file;
    this.#database = openDatabase(file, ARCHIVE_KIND, waitMs);
    this.#statements = new Statements(this.#database, ARCHIVE_KIND);
    this.#identity = new FileIdentity(file);
    this.#watch = new ChangeWatch(this.#statements);
    this.alerts = new AlertTable(
      (sql) => this.#prepare(sql),
      (work) => this.#transaction(work),
    );
  }

  /**
   * Checks that the open files are still those under their names. @throws LisanError `archive_gone`.
   */
  checkPlace(): void {
    const problem = this.#identity.problem();
    if (problem !== undefined) throw archiveGone(this.file, problem);
  }

  close(): void {
    this.#database.close();
  }

  /** See `ChangeWatch`: what `read` gives of this archive, read again after a change only. */
  keep<T>(read: () => T): () => T {
    return this.#watch.keep(read);
  }

  /** See `ChangeWatch`: what `make` makes of a text of this archive, made again only when the text is another. */
  keepMade<T>(textOf: () => string, make: (text: string) => T): () => T {
    return this.#watch.keepMade(textOf, make);
  }

  /** Looks for changes by other processes and threads now; what is kept is then read again. */
  look(): void {
    this.#watch.look();
  }

  /**
   * Stores articles in one transaction; when it returns they are on disk. Same id and content: nothing changes. Same id
   * and other content: a new revision, and the earlier one is kept.
   */
  put(articles: readonly Article[], { now = new Date(), deferEarlier = false }: PutOptions = {}): PutResult {
    const result: PutResult = { added: 0, changed: 0, unchanged: 0, ids: [], refused: [], earlier: [] };
    const storedAt = now.toISOString();
    this.#transaction(() => {
      let sequence = this.lastSequence();
      for (const article of articles) {
        const hash = contentHash(article);
        const id = this.#formerId(article, hash) ?? identityOf(article);
        result.ids.push(id);
        const before = this.#prepare(`${RAW_ARTICLES} WHERE id = ?`).get(id);
        if (before !== undefined && before.hash === hash && before.deleted === 0 && isIntact(before)) {
          result.unchanged++;
          continue;
        }
        const takedown = this.takedown(id) ?? this.takedown(formerIdentity(article) ?? id);
        if (takedown !== undefined) {
          result.refused.push({ id, reason: takedown });
          continue;
        }
        const earlier = before && deferEarlier ? this.#revisionWith(id, hash) : undefined;
        if (earlier !== undefined) {
          result.earlier.push({ index: result.ids.length - 1, revision: earlier });
          continue;
        }
        this.#store(id, article, hash, ++sequence, storedAt, before);
        if (before === undefined) result.added++;
        else result.changed++;
      }
    });
    return result;
  }

  /** Makes an earlier revision the newest one. False if there is no such revision. */
  restoreRevision(id: string, revision: number, now: Date = new Date()): boolean {
    return this.#transaction(() => {
      const row = this.#prepare('SELECT * FROM revisions WHERE id = ? AND revision = ?').get(id, revision);
      const before = this.#prepare('SELECT revision, deleted FROM documents WHERE id = ?').get(id);
      if (row === undefined || before === undefined) return false;
      if (!isIntactRevision(row)) throw damagedDocument(`${id}, revision ${revision}`);
      const article = deserialise(String(row.content));
      const sequence = this.lastSequence() + 1;
      this.#store(id, article, contentHash(article), sequence, now.toISOString(), before);
      return true;
    });
  }

  #store(
    id: string,
    article: Article,
    hash: string,
    sequence: number,
    storedAt: string,
    before: Row | undefined,
  ): void {
    const revision = before === undefined ? 1 : Number(before.revision) + 1;
    if (before?.deleted === 0) this.#keepRevision(id);
    this.#prepare(
      `INSERT INTO documents (${DOCUMENT_COLUMNS}, checksum) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7,
         row_checksum(?1, ?2, ?3, 0, ?4, ?5, ?6, ?7))
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, sequence = excluded.sequence, deleted = 0,
         hash = excluded.hash, content = excluded.content, page = excluded.page, stored_at = excluded.stored_at,
         checksum = excluded.checksum`,
    ).run(id, revision, sequence, hash, serialise(article), article.page ?? null, storedAt);
    this.#prepare('DELETE FROM damaged WHERE id = ?').run(id);
  }

  /** The id of an earlier lisan under which this very article is stored. */
  #formerId(article: Article, hash: string): string | undefined {
    const id = formerIdentity(article);
    if (id === undefined) return undefined;
    const { authors: _, section: __, image: ___, language: ____, fields: _____, ...former } = article;
    const row = this.#prepare('SELECT 1 FROM documents WHERE id = ? AND hash IN (?, ?) AND deleted = 0').get(
      id,
      hash,
      contentHash(former),
    );
    return row && id;
  }

  /** The newest earlier revision of a document with this content. */
  #revisionWith(id: string, hash: string): number | undefined {
    const rows = this.#prepare('SELECT * FROM revisions WHERE id = ? ORDER BY revision DESC LIMIT ?').all(
      id,
      MAX_REVISIONS_COMPARED,
    );
    for (const row of rows)
      if (isIntactRevision(row) && contentHash(deserialise(String(row.content))) === hash)
        return Number(row.revision);
    return undefined;
  }

  /** Deletes a document and its revisions; a tombstone tells every index. False if there is no such document. */
  delete(id: string, now: Date = new Date()): boolean {
    return this.#transaction(() => {
      const gone = this.#prepare(
        `UPDATE documents SET deleted = 1, revision = revision + 1, sequence = ?, hash = '', content = '{}', page = NULL,
           stored_at = ? WHERE id = ? AND deleted = 0`,
      ).run(this.lastSequence() + 1, now.toISOString(), id);
      this.#prepare(
        `UPDATE documents SET checksum = row_checksum(${DOCUMENT_COLUMNS}) WHERE id = ? AND deleted = 1 AND hash = ''`,
      ).run(id);
      this.#prepare('DELETE FROM damaged WHERE id = ?').run(id);
      this.#prepare('DELETE FROM revisions WHERE id = ?').run(id);
      return gone.changes === 1;
    });
  }

  /** Deletes a document and refuses it from now on, also if it is ingested again. Ids that are unknown are noted too. */
  takeDown(id: string, reason: string, now: Date = new Date()): boolean {
    this.#transaction(() => {
      this.#prepare('INSERT OR REPLACE INTO takedowns VALUES (?1, ?2, ?3, row_checksum(?1, ?2, ?3))').run(
        id,
        reason,
        now.toISOString(),
      );
    });
    return this.delete(id, now);
  }

  /** Why a document is refused; `undefined` if it is not. */
  takedown(id: string): string | undefined {
    return this.#prepare('SELECT reason FROM takedowns WHERE id = ?').get(id)?.reason as string | undefined;
  }

  /** All documents that were taken down. */
  takedowns(): { id: string; reason: string; madeAt: string }[] {
    return this.#prepare('SELECT * FROM takedowns ORDER BY made_at, id')
      .all()
      .map((row) => ({ id: String(row.id), reason: String(row.reason), madeAt: String(row.made_at) }));
  }

  /** Allows a document again that was taken down. False if it was not. */
  liftTakedown(id: string): boolean {
    return this.#transaction(() => this.#prepare('DELETE FROM takedowns WHERE id = ?').run(id).changes === 1);
  }

  /** A setting that is kept in the archive. */
  setting(name: string): string | undefined {
    return this.#prepare('SELECT value FROM settings WHERE name = ?').get(name)?.value as string | undefined;
  }

  /** Keeps a setting in the archive; `undefined` removes it. */
  setSetting(name: string, value: string | undefined): void {
    this.setSettings({ [name]: value });
  }

  /** A setting that is made once, by whoever needs it first. */
  settingMadeOnce(name: string, make: () => string): string {
    return this.#transaction(() => {
      this.#prepare('INSERT OR IGNORE INTO settings VALUES (?, ?)').run(name, make());
      return this.setting(name)!;
    });
  }

  /** Keeps settings that belong together: all of them or none. */
  setSettings(settings: Readonly<Record<string, string | undefined>>): void {
    this.#transaction(() => {
      for (const [name, value] of Object.entries(settings)) {
        if (value === undefined) this.#prepare('DELETE FROM settings WHERE name = ?').run(name);
        else this.#prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(name, value);
      }
    });
  }

  /**
   * The current revision of a document; `undefined` if it is unknown or was deleted.
   * @throws LisanError `document_damaged` if what is stored is not what was stored once.
   */
  get(id: string): StoredArticle | undefined {
    // A damaged row may look as if the document was deleted.
    const row = this.#prepare(`${RAW_ARTICLES} WHERE id = ?`).get(id);
    if (row === undefined) return undefined;
    const article = intactArticle(row);
    if (article === undefined) {
      this.#noteDamagedRead(id);
      throw damagedDocument(id);
    }
    return article.deleted ? undefined : article;
  }

  /** Current revisions by id; ids that are unknown, deleted or damaged are left out, and damaged ones recorded. */
  getMany(ids: readonly string[]): Map<string, StoredArticle> {
    const articles = new Map<string, StoredArticle>();
    for (const row of this.#rowsOf(ids)) {
      const article = intactArticle(row);
      if (article === undefined) this.#noteDamagedRead(String(row.id));
      else if (!article.deleted) articles.set(article.id, article);
    }
    return articles;
  }

  /** When documents were stored in their current revision, by id: ISO 8601 instants. */
  storedAt(ids: readonly string[]): Map<string, string> {
    const rows = this.#rowsOf(ids).filter((row) => isIntact(row) && row.deleted === 0);
    return new Map(rows.map((row) => [String(row.id), String(row.stored_at)]));
  }

  #rowsOf(ids: readonly string[]): Row[] {
    return this.#prepare(`${RAW_ARTICLES} WHERE id IN (${placeholders(ids)})`).all(...ids);
  }

  /** Documents that were found to be damaged and neither stored again nor deleted since. */
  damaged(): { id: string; noticedAt: string }[] {
    return this.#prepare('SELECT * FROM damaged ORDER BY id')
      .all()
      .map((row) => ({ id: String(row.id), noticedAt: String(row.noticed_at) }));
  }

  /**
   * Records that a document is damaged. It counts as a change, so that the next update removes it from every index. Its
   * row stays as it is, and never counts as intact again.
   */
  noteDamaged(id: string, now: Date = new Date()): void {
    this.#transaction(() => {
      const row = this.#prepare(`${RAW_ARTICLES} WHERE id = ?`).get(id);
      // It may have been stored again meanwhile.
      if (row !== undefined && isIntact(row)) return;
      const { changes } = this.#prepare('INSERT OR IGNORE INTO damaged VALUES (?, ?)').run(
        id,
        now.toISOString(),
      );
      if (changes === 0) return;
      this.#prepare('UPDATE documents SET sequence = ?, checksum = ? WHERE id = ?').run(
        this.lastSequence() + 1,
        DAMAGED_CHECKSUM,
        id,
      );
    });
  }

  /** What a read finds is recorded if that is possible; the read itself says that the document is damaged. */
  #noteDamagedRead(id: string): void {
    try {
      this.noteDamaged(id);
    } catch {
      // The archive is locked or cannot be written: the next read, or `lisan verify`, records it.
    }
  }

  /** Earlier revisions of a document, oldest first; damaged ones are left out. `newest`: only so many of the newest. */
  revisions(id: string, newest = Number.MAX_SAFE_INTEGER): EarlierRevision[] {
    return this.#prepare('SELECT * FROM revisions WHERE id = ? ORDER BY revision DESC LIMIT ?')
      .all(id, newest)
      .reverse()
      .filter(isIntactRevision)
      .map((row) => ({
        revision: Number(row.revision),
        article: deserialise(String(row.content)),
        storedAt: String(row.stored_at),
      }));
  }

  /** Number of earlier revisions of a document, damaged ones included. */
  countRevisions(id: string): number {
    return Number(this.#prepare('SELECT count(*) AS n FROM revisions WHERE id = ?').get(id)?.n);
  }

  /** The other articles of the page an article came from. */
  related(article: StoredArticle): StoredArticle[] {
    if (article.page === undefined) return [];
    return this.#prepare(`${RAW_ARTICLES} WHERE page = ? AND id <> ? AND deleted = 0 ORDER BY sequence`)
      .all(article.page, article.id)
      .flatMap((row) => intactArticle(row) ?? []);
  }

  /**
   * The last state of up to `limit` documents that changed after `position`, in order of change. Tombstones are
   * included; so are damaged documents, as tombstones with `damaged`.
   */
  changesAfter(position: number, limit: number): StoredArticle[] {
    return this.rawChangesAfter(position, limit).map(toArticle);
  }

  /**
   * The same as stored rows, which `toArticle` can read on any thread. Ends with the document with which they reach
   * `maxBytes`.
   */
  rawChangesAfter(position: number, limit: number, maxBytes = Number.POSITIVE_INFINITY): RawArticle[] {
    const sizes = this.#prepare(
      'SELECT octet_length(content) AS size FROM documents WHERE sequence > ? ORDER BY sequence LIMIT ?',
    ).all(position, limit);
    let count = 0;
    for (let read = 0; count < sizes.length && read < maxBytes; count++) read += Number(sizes[count]!.size);
    return this.#prepare(`${RAW_ARTICLES} WHERE sequence > ? ORDER BY sequence LIMIT ?`).all(
      position,
      count,
    ) as unknown as RawArticle[];
  }

  /**
   * All documents in order of change, as of now: what is written meanwhile is not seen. Tombstones are left out, damaged
   * documents are marked as such.
   */
  *allArticles(): Generator<StoredArticle> {
    const snapshot = new DatabaseSync(this.file, { readOnly: true });
    try {
      snapshot.exec('BEGIN');
      const rows = snapshot.prepare(`${RAW_ARTICLES} WHERE deleted = 0 ORDER BY sequence`).iterate();
      for (const row of rows) yield toArticle(row);
    } finally {
      snapshot.close();
    }
  }

  /** Up to `limit` documents whose last change is after `position` and up to `last`, in order of change. */
  changedBetween(position: number, last: number, limit: number): ChangedDocument[] {
    return this.#prepare(
      'SELECT id, revision, sequence, deleted FROM documents WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?',
    )
      .all(position, last, limit)
      .map((row) => ({
        id: String(row.id),
        revision: Number(row.revision),
        sequence: Number(row.sequence),
        deleted: row.deleted === 1,
      }));
  }

  /** A document as it is stored; `undefined` if there is none or it was deleted. */
  rawArticle(id: string): RawArticle | undefined {
    return this.#prepare(`${RAW_ARTICLES} WHERE id = ? AND deleted = 0`).get(id) as RawArticle | undefined;
  }

  /** Up to `size` documents picked at random, without tombstones and damaged ones. */
  sample(size: number): StoredArticle[] {
    const last = this.lastSequence();
    const picked = new Map<string, StoredArticle>();
    const next = this.#prepare(
      `${RAW_ARTICLES} WHERE sequence >= ? AND deleted = 0 ORDER BY sequence LIMIT 1`,
    );
    for (let tries = 0; tries < size * 2 && picked.size < size; tries++) {
      const row = next.get(1 + Math.floor(Math.random() * last));
      const article = row && intactArticle(row);
      if (article !== undefined) picked.set(article.id, article);
    }
    return [...picked.values()];
  }

  /** Number of documents whose last change is after `position`, tombstones included. */
  countAfter(position: number): number {
    return Number(this.#prepare('SELECT count(*) AS n FROM documents WHERE sequence > ?').get(position)?.n);
  }

  /** Number of documents that can be indexed: neither tombstones nor known to be damaged. */
  countIntact(): number {
    return this.count() - Number(this.#prepare('SELECT count(*) AS n FROM damaged').get()?.n);
  }

  /** Number of documents, tombstones not counted. */
  count(): number {
    const all = Number(this.#prepare('SELECT count(*) AS n FROM documents').get()?.n);
    return all - Number(this.#prepare('SELECT count(*) AS n FROM documents WHERE deleted = 1').get()?.n);
  }

  /** Sequence of the newest change; 0 for an archive that was never written to. */
  lastSequence(): number {
    return Number(this.#prepare('SELECT max(sequence) AS n FROM documents').get()?.n ?? 0);
  }

  /** The index of an engine that answers searches. */
  liveIndex(engine: string): IndexEntry | undefined {
    const row = this.#prepare('SELECT * FROM indexes WHERE engine = ? AND live = 1').get(engine);
    return row === undefined ? undefined : toIndexEntry(row);
  }

  /** All indexes of an engine, oldest first. */
  indexes(engine: string): IndexEntry[] {
    return this.#prepare('SELECT * FROM indexes WHERE engine = ? ORDER BY made_at')
      .all(engine)
      .map(toIndexEntry);
  }

  /** Adds a new, empty index that is not live yet. */
  addIndex(engine: string, generation: string, analysis: string, now: Date = new Date()): void {
    this.#prepare('INSERT INTO indexes (engine, generation, analysis, made_at) VALUES (?, ?, ?, ?)').run(
      engine,
      generation,
      analysis,
      now.toISOString(),
    );
  }

  /** Records that an index holds every change up to `position`, and the digest of what was applied to it. */
  setPosition(engine: string, generation: string, position: number, digest: string): void {
    this.#prepare('UPDATE indexes SET position = ?, digest = ? WHERE engine = ? AND generation = ?').run(
      position,
      digest,
      engine,
      generation,
    );
  }

  /** Records that an index is now as another version of the analysis would build it. */
  setAnalysis(engine: string, generation: string, analysis: string): void {
    this.#prepare('UPDATE indexes SET analysis = ? WHERE engine = ? AND generation = ?').run(
      analysis,
      engine,
      generation,
    );
  }

  /** Makes one index of the engine the live one, atomically; it is `ready` from then on. */
  setLive(engine: string, generation: string): void {
    this.#prepare(
      `UPDATE indexes SET live = (generation = ?1), stage = iif(generation = ?1, 'ready', stage) WHERE engine = ?2`,
    ).run(generation, engine);
  }

  /** Records why an index must not become live. */
  setFailed(engine: string, generation: string, failure: string): void {
    this.#prepare(`UPDATE indexes SET stage = 'failed', failure = ? WHERE engine = ? AND generation = ?`).run(
      failure,
      engine,
      generation,
    );
  }

  /** Removes the entry of an index. */
  removeIndex(engine: string, generation: string): void {
    this.#prepare('DELETE FROM indexes WHERE engine = ? AND generation = ?').run(engine, generation);
  }

  /** The holder of the lease with this name. */
  lease(name: string): LeaseEntry | undefined {
    const row = this.#prepare('SELECT * FROM leases WHERE name = ?').get(name);
    return row && { owner: String(row.owner), expiresAt: Number(row.expires_at) };
  }

  /**
   * Gives the lease to `owner` if it is free, if `owner` holds it, or if `mayTake` says that its holder is gone.
   * @returns the holder afterwards.
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

  /** Releases a lease; does nothing if another owner holds it. */
  dropLease(name: string, owner: string): void {
    this.#prepare('DELETE FROM leases WHERE name = ? AND owner = ?').run(name, owner);
  }

  /** Frees disk space of changed and deleted documents. Needs room for a second copy of the archive meanwhile. */
  vacuum(): void {
    this.#prepare('VACUUM').run();
    this.#prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  }

  /** A damaged revision is not kept. */
  #keepRevision(id: string): void {
    this.#prepare(
      `INSERT INTO revisions SELECT ${REVISION_COLUMNS}, row_checksum(${REVISION_COLUMNS}) FROM documents
       WHERE id = ? AND checksum = row_checksum(${DOCUMENT_COLUMNS})`,
    ).run(id);
  }

  #transaction<T>(work: () => T): T {
    const result = this.#statements.guard(() =>
      transaction(this.#database, () => {
        this.#requireContent();
        return work();
      }),
    );
    // A write to a file that nobody can open again must not be acknowledged.
    this.#requireContent();
    return result;
  }

  /** @throws LisanError `archive_gone` if the files were removed, replaced, truncated or overwritten. */
  #requireContent(): void {
    const problem = this.#identity.problemWithContent();
    if (problem !== undefined) throw archiveGone(this.file, problem);
  }

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}

/** The files of the archive are no longer those that were opened. */
export function archiveGone(file: string, problem = 'was removed'): LisanError {
  return new LisanError({
    code: 'archive_gone',
    message: `The archive ${file} ${problem}.`,
    remedy: 'Stop the service, put the file back (or restore a backup), and start the service again.',
    status: 503,
  });
}

function toIndexEntry(row: Row): IndexEntry {
  return {
    engine: String(row.engine),
    generation: String(row.generation),
    analysis: String(row.analysis),
    position: Number(row.position),
    digest: String(row.digest),
    live: row.live === 1,
    stage: row.stage as IndexEntry['stage'],
    ...(row.failure !== null && { failure: String(row.failure) }),
  };
}
