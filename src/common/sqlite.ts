/** Opens SQLite files with the settings and error messages that all files of lisan share. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { LisanError, messageOf } from './errors.ts';

/** First bytes of every SQLite file. */
const HEADER = 'SQLite format 3\0';
/** How long a statement waits for another process's write. */
const BUSY_TIMEOUT_MS = 10_000;

export interface DatabaseKind {
  /** Written to the file's header, so that files of other programs are recognised. */
  applicationId: number;
  /** Version of the tables; a file with a newer version is refused. */
  version: number;
  /** SQL that creates the tables. */
  schema: string;
  /** `upgrades[n - 1]` is the SQL that upgrades version n to n + 1. Without it, an older file is refused. */
  upgrades?: readonly string[];
  /** Error code for a file that cannot be read. */
  broken: string;
  /** `full`: a commit survives power loss. `normal`: it survives a killed process; the file can be rebuilt. */
  synchronous: 'full' | 'normal';
  /** Page size in bytes. Default 4096, as in SQLite. */
  pageSize?: number;
  /** What to do if the file is broken. */
  remedy: string;
}

/**
 * Opens or creates a database in WAL mode.
 * @param waitMs How long a statement waits for another process's write.
 * @throws LisanError `kind.broken`, `database_foreign`, `database_older`, `database_newer`, or as `storageError`; the
 * file is then unchanged.
 */
export function openDatabase(file: string, kind: DatabaseKind, waitMs = BUSY_TIMEOUT_MS): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    refuseForeignBytes(file);
    database = new DatabaseSync(file, { timeout: waitMs });
    const version = pragma(database, 'user_version');
    const owner = pragma(database, 'application_id');
    const empty = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0;
    if (!empty && owner !== kind.applicationId) {
      throw new LisanError({
        code: 'database_foreign',
        message: `${file} is an SQLite file that lisan did not create.`,
        remedy: 'Move it away or set LISAN_DATA to another folder.',
      });
    }
    if (version > kind.version) {
      throw new LisanError({
        code: 'database_newer',
        message: `${file} was written by a newer lisan (table version ${version}, this one knows ${kind.version}).`,
        remedy: 'Start the newer lisan, or restore a backup made by this one.',
      });
    }
    if (empty && kind.pageSize !== undefined) database.exec(`PRAGMA page_size = ${kind.pageSize};`);
    if (!empty && version < kind.version) upgrade(database, file, kind);
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${kind.synchronous}; PRAGMA foreign_keys = ON;`,
    );
    if (empty) {
      transaction(database, () => {
        // Another process may have created the tables between our check and our lock.
        if (database!.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n !== 0) return;
        database!.exec(kind.schema);
        database!.exec(
          `PRAGMA application_id = ${kind.applicationId}; PRAGMA user_version = ${kind.version};`,
        );
      });
    }
    return database;
  } catch (cause) {
    database?.close();
    throw storageError(cause, file, kind) ?? broken(cause, file, kind);
  }
}

/** Refuses a file without SQLite's header: with a `-wal` file next to it, SQLite would treat it as an empty database. */
function refuseForeignBytes(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return;
  const head = Buffer.alloc(HEADER.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  if (head.toString('latin1') !== HEADER) throw new Error('the file is not a database');
}

function upgrade(database: DatabaseSync, file: string, kind: DatabaseKind): void {
  transaction(database, () => {
    for (let version = pragma(database, 'user_version'); version < kind.version; version++) {
      const step = kind.upgrades?.[version - 1];
      if (step === undefined) {
        throw new LisanError({
          code: 'database_older',
          message: `${file} was written by an older lisan (table version ${version}, this one knows ${kind.version}).`,
          remedy: kind.remedy,
          status: 503,
        });
      }
      database.exec(step);
    }
    database.exec(`PRAGMA user_version = ${kind.version};`);
  });
}

/** SQLite result codes with a cause outside the file: error code, status, problem, remedy. */
const OUTSIDE: Readonly<
  Record<number, readonly [code: string, status: number, what: string, remedy: string]>
> = {
  5: ['storage_locked', 503, 'is locked by another process', 'Wait for that process to end, or stop it.'],
  6: ['storage_locked', 503, 'is locked by another process', 'Wait for that process to end, or stop it.'],
  8: ['storage_read_only', 507, 'cannot be written', 'Make the disk and the folder writable for this user.'],
  10: ['storage_failed', 507, 'could not be read or written', 'Check the disk for errors and free space.'],
  13: ['storage_full', 507, 'cannot grow because the disk is full', 'Free some space, then try again.'],
  14: [
    'storage_unreadable',
    503,
    'cannot be opened',
    'Make the file and its folder readable and writable for this user.',
  ],
};

/** Result codes for a damaged file, or one that is not an SQLite file. */
const DAMAGED = [11, 26];

/** Translates an error of SQLite or the file system; `undefined` for other errors. */
export function storageError(
  thrown: unknown,
  file: string,
  kind: Pick<DatabaseKind, 'broken' | 'remedy'>,
): LisanError | undefined {
  if (thrown instanceof LisanError) return thrown;
  const { errcode = 0, code } = thrown as { errcode?: number; code?: string };
  const known = OUTSIDE[code === 'EACCES' ? 14 : errcode & 0xff];
  if (known !== undefined) {
    const [name, status, what, remedy] = known;
    const message = `${file} ${what}: ${messageOf(thrown)}.`;
    return new LisanError({ code: name, status, message, remedy, cause: thrown });
  }
  return DAMAGED.includes(errcode & 0xff) ? broken(thrown, file, kind) : undefined;
}

function broken(cause: unknown, file: string, kind: Pick<DatabaseKind, 'broken' | 'remedy'>): LisanError {
  return new LisanError({
    code: kind.broken,
    status: 503,
    message: `${file} cannot be read: ${messageOf(cause)}.`,
    remedy: kind.remedy,
    cause,
  });
}

type Row = Record<string, SQLOutputValue>;

/** A prepared statement whose errors are mapped by `storageError`. */
export interface Statement {
  get(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): Row[];
  run(...values: SQLInputValue[]): ReturnType<StatementSync['run']>;
}

/** The prepared statements of one database, each prepared once. */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #kind: Pick<DatabaseKind, 'broken' | 'remedy'>;
  readonly #known = new Map<string, Statement>();

  constructor(database: DatabaseSync, kind: Pick<DatabaseKind, 'broken' | 'remedy'>) {
    this.#database = database;
    this.#kind = kind;
  }

  /** Values are always bound, never part of the SQL, so the number of statements is small. */
  prepare(sql: string): Statement {
    let statement = this.#known.get(sql);
    if (statement === undefined) {
      const prepared = this.guard(() => this.#database.prepare(sql));
      statement = {
        get: (...values) => this.guard(() => prepared.get(...values)),
        all: (...values) => this.guard(() => prepared.all(...values)),
        run: (...values) => this.guard(() => prepared.run(...values)),
      };
      this.#known.set(sql, statement);
    }
    return statement;
  }

  /** Runs an `INSERT … VALUES` for rows of `width` values, with many rows per statement. */
  insert(sql: string, width: number, values: readonly SQLInputValue[]): void {
    const whole = ROWS_PER_INSERT * width;
    let at = 0;
    for (; at + whole <= values.length; at += whole)
      this.prepare(`${sql} ${rowsOf(width, ROWS_PER_INSERT)}`).run(...values.slice(at, at + whole));
    for (; at < values.length; at += width)
      this.prepare(`${sql} ${rowsOf(width, 1)}`).run(...values.slice(at, at + width));
  }

  /** Runs `work` and converts SQLite's errors to LisanErrors. */
  guard<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      throw storageError(thrown, this.#database.location() ?? '', this.#kind) ?? thrown;
    }
  }
}

/** Rows per `INSERT`. */
const ROWS_PER_INSERT = 50;

function rowsOf(width: number, rows: number): string {
  return new Array(rows).fill(`(${new Array(width).fill('?').join(', ')})`).join(', ');
}

/** Runs `work` in one write transaction, which is rolled back if `work` throws. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}

/** Placeholders for a list of values: `?, ?, ?`. */
export function placeholders(values: readonly SQLInputValue[]): string {
  return values.map(() => '?').join(', ');
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}
