/**
 * The file of vectors, beside the index. Everything in it is derived from the archive and the model: a damaged file is made
 * again. Rows have checksums. Vectors belong to documents of the archive, not to an index, so that building an index again
 * embeds nothing again, and one file serves every engine.
 */
import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { LisanError } from '../common/errors.ts';
import { rowChecksum } from '../common/row-checksum.ts';
import {
  type DatabaseKind,
  openDatabase,
  placeholders,
  rowsInTurn,
  type Statement,
  Statements,
  transaction,
} from '../common/sqlite.ts';
import type { QuantisedVectors } from './quantised.ts';

const VECTORS_KIND: DatabaseKind = {
  applicationId: 0x6c697337,
  version: 1,
  schema: `
    CREATE TABLE documents (
      id TEXT PRIMARY KEY,
      -- Of what was embedded; see digestOf.
      digest TEXT NOT NULL,
      -- Float32 and int8 values; empty if the model refused the text.
      scales BLOB NOT NULL,
      vectors BLOB NOT NULL,
      checksum INTEGER NOT NULL
    );
    -- model, dimensions, position
    CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL, checksum INTEGER NOT NULL) WITHOUT ROWID;`,
  broken: 'vectors_broken',
  remedy: 'A running service makes it again, and so does `lisan vectors`.',
  synchronous: 'normal',
};

/** Codes of errors after which the file is made again. */
const UNUSABLE = ['vectors_broken', 'database_older'];

export interface StoredVectors extends QuantisedVectors {
  id: string;
  digest: string;
}

/** Which model made the vectors, and how far. */
export interface VectorState {
  model: string;
  /** Values of a vector. */
  dimensions: number;
  /** Sequence of the last change of the archive that is in it. */
  position: number;
}

export class VectorFile {
  readonly #database: DatabaseSync;
  readonly #statements: Statements;

  private constructor(database: DatabaseSync) {
    this.#database = database;
    // What was taken down must not stay readable in free pages.
    database.exec('PRAGMA secure_delete = ON');
    this.#statements = new Statements(database, VECTORS_KIND);
  }

  /** Opens the file, and creates it if it is missing. @throws LisanError `vectors_broken` …; see `isUnusable`. */
  static open(path: string): VectorFile {
    return new VectorFile(openDatabase(path, VECTORS_KIND));
  }

  static remove(path: string): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  }

  /** Whether an error means that the file must be made again. */
  static isUnusable(thrown: unknown): boolean {
    return thrown instanceof LisanError && UNUSABLE.includes(thrown.code);
  }

  /** @returns `undefined` before the first vectors. @throws LisanError `vectors_broken`. */
  state(): VectorState | undefined {
    const values = new Map<string, string>();
    for (const { name, value, checksum } of this.#prepare('SELECT * FROM state').all()) {
      if (rowChecksum(name!, value!) !== checksum) throw damaged('state');
      values.set(String(name), String(value));
    }
    if (values.size === 0) return undefined;
    const [model, dimensions, position] = ['model', 'dimensions', 'position'].map((name) => values.get(name));
    if (model === undefined || dimensions === undefined || position === undefined) throw damaged('state');
    return { model, dimensions: Number(dimensions), position: Number(position) };
  }

  /** Changes whenever another connection has written. */
  version(): number {
    return Number(this.#prepare('PRAGMA data_version').get()?.data_version);
  }

  /** All documents. @throws LisanError `vectors_broken`. */
  *documents(): Generator<StoredVectors> {
    const page = this.#prepare(
      'SELECT rowid AS number, * FROM documents WHERE rowid > ? ORDER BY rowid LIMIT 500',
    );
    for (const row of rowsInTurn(page, 'number', 0)) {
      const { id, digest, scales, vectors, checksum } = row;
      if (rowChecksum(id!, digest!, scales!, vectors!) !== checksum) throw damaged('documents');
      const [factors, values] = [scales as Uint8Array, vectors as Uint8Array];
      yield {
        id: String(id),
        digest: String(digest),
        scales: new Float32Array(factors.slice().buffer),
        values: new Int8Array(values.buffer, values.byteOffset, values.byteLength),
      };
    }
  }

  /** The digests of documents, by id; those without vectors are left out. */
  digests(ids: readonly string[]): Map<string, string> {
    const rows = this.#prepare(`SELECT id, digest FROM documents WHERE id IN (${placeholders(ids)})`).all(
      ...ids,
    );
    return new Map(rows.map(({ id, digest }) => [String(id), String(digest)]));
  }

  /**
   * Stores what a step made, if the file is still in the state that the step began from. @returns false if it is not:
   * another process works on it. `fresh`: what is in it is removed first.
   */
  apply(
    from: VectorState | undefined,
    to: VectorState,
    { stored, deleted }: { stored: readonly StoredVectors[]; deleted: readonly string[] },
    fresh: boolean,
  ): boolean {
    return this.#statements.guard(() =>
      transaction(this.#database, () => {
        if (JSON.stringify(this.state()) !== JSON.stringify(from)) return false;
        if (fresh) this.#prepare('DELETE FROM documents').run();
        for (const id of deleted) this.#prepare('DELETE FROM documents WHERE id = ?').run(id);
        const insert = this.#prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)');
        for (const { id, digest, scales, values } of stored) {
          const row = [id, digest, bytesOf(scales), bytesOf(values)] as const;
          insert.run(...row, rowChecksum(...row));
        }
        for (const name of ['model', 'dimensions', 'position'] as const) {
          const value = String(to[name]);
          this.#prepare('INSERT OR REPLACE INTO state VALUES (?, ?, ?)').run(
            name,
            value,
            rowChecksum(name, value),
          );
        }
        return true;
      }),
    );
  }

  /** Removes everything. */
  clear(): void {
    this.#statements.guard(() =>
      transaction(this.#database, () => {
        this.#prepare('DELETE FROM documents').run();
        this.#prepare('DELETE FROM state').run();
      }),
    );
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function damaged(table: string): LisanError {
  return new LisanError({
    code: 'vectors_broken',
    message: `The file of vectors is damaged: a row of ${table} does not have its checksum.`,
    remedy: VECTORS_KIND.remedy,
    status: 503,
  });
}
