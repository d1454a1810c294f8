/** Opens SQLite files, with the settings and errors that the archive and the indexes share. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { LisanError, messageOf } from './errors.ts';
import { makePrivateFile } from './private-files.ts';
import { addChecksumFunction } from './row-checksum.ts';

/** First bytes of every SQLite file. */
const HEADER = 'SQLite format 3\0';
/** How long a statement waits for another process's write before it fails. */
const BUSY_TIMEOUT_MS = 10_000;

export interface DatabaseKind {
  /** Written to the file header, so that a file of another program is not mistaken for ours. */
  applicationId: number;
  /** Version of the tables; a file with a newer one is refused. */
  version: number;
  /** SQL that creates the tables in an empty file. */
  schema: string;
  /** SQL that upgrades the tables from version n to n + 1, at n - 1. A file without an upgrade for its version is refused. */
  upgrades?: readonly string[];
  /** Error code for a file that cannot be read. */
  broken: string;
  /** Called with each new connection: adds the functions that `upgrades` use. */
  prepare?: (database: DatabaseSync) => void;
  /** `full`: a commit survives power loss. `normal`: it survives a killed process; the file can be rebuilt. */
  synchronous: 'full' | 'normal';
  /** Bytes of a page. Default: SQLite's, 4096. */
  pageSize?: number;
  /** What to do about a broken file. */
  remedy: string;
}

/**
 * Opens a database in WAL mode; a new file can be read by this user only. `wait`: milliseconds that a statement waits for another process's write.
 * @throws LisanError `kind.broken`, `database_foreign`, `database_older`, `database_newer`, or as `storageError` maps
 * it; the file is not changed.
 */
export function openDatabase(file: string, kind: DatabaseKind, wait = BUSY_TIMEOUT_MS): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    refuseForeignBytes(file);
    makePrivateFile(file);
    database = new DatabaseSync(file, { timeout: wait });
    addChecksumFunction(database);
    kind.prepare?.(database);
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
        message: `${file} was written by a newer lisan (table version ${version}, this version supports ${kind.version}).`,
        remedy: 'Use the newer lisan, or restore a backup made by this version.',
      });
    }
    if (empty && kind.pageSize !== undefined) database.exec(`PRAGMA page_size = ${kind.pageSize};`);
    if (!empty && version < kind.version) upgrade(database, file, kind);
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${kind.synchronous}; PRAGMA foreign_keys = ON;`,
    );
    if (empty) {
      transaction(database, () => {
        // Another process may have created the tables before we got the lock.
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

/** With only a -wal file, SQLite would treat a file without a header as empty and overwrite it. */
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
          message: `${file} was written by an older lisan (table version ${version}, this version supports ${kind.version}).`,
          remedy: kind.remedy,
          status: 503,
        });
      }
      database.exec(step);
    }
    database.exec(`PRAGMA user_version = ${kind.version};`);
  });
}

/** SQLite result codes with a cause outside of the file: code, status, what is wrong, what to do. */
const OUTSIDE: Readonly<
  Record<number, readonly [code: string, status: number, what: string, remedy: string]>
> = {
  5: ['storage_locked', 503, 'is locked by another process', 'Wait until that process ends, or stop it.'],
  6: ['storage_locked', 503, 'is locked by another process', 'Wait until that process ends, or stop it.'],
  8: ['storage_read_only', 507, 'cannot be written', 'Make the disk and the folder writable for this user.'],
  10: ['storage_failed', 507, 'could not be read or written', 'Check the disk for free space and errors.'],
  13: ['storage_full', 507, 'has no room on the disk', 'Free some space, then try again.'],
  14: [
    'storage_unreadable',
    503,
    'cannot be opened',
    'Let this user read and write the file and its folder.',
  ],
};

/** The result codes of errors of the system. */
const SYSTEM: Readonly<Record<string, number>> = {
  EROFS: 8,
  EIO: 10,
  ENOSPC: 13,
  EDQUOT: 13,
  EFBIG: 13,
  EACCES: 14,
};

/** Result codes of a damaged file, or of one that is not an SQLite file. */
const DAMAGED = [11, 26];

/** Maps an error of SQLite or of the file system to a LisanError; `undefined` for any other error. */
export function storageError(
  thrown: unknown,
  file: string,
  kind: Pick<DatabaseKind, 'broken' | 'remedy'>,
): LisanError | undefined {
  if (thrown instanceof LisanError) return thrown;
  const { errcode = 0, code = '' } = thrown as { errcode?: number; code?: string };
  const known = OUTSIDE[SYSTEM[code] ?? errcode & 0xff];
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

/** Prepared statements of one database, each prepared once. */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #kind: Pick<DatabaseKind, 'broken' | 'remedy'>;
  readonly #known = new Map<string, Statement>();
  /** How often rows were written. */
  writes = 0;

  constructor(database: DatabaseSync, kind: Pick<DatabaseKind, 'broken' | 'remedy'>) {
    this.#database = database;
    this.#kind = kind;
  }

  /** There are few statement texts: values are bound, never interpolated. */
  prepare(sql: string): Statement {
    let statement = this.#known.get(sql);
    if (statement === undefined) {
      const prepared = this.guard(() => this.#database.prepare(sql));
      statement = {
        get: (...values) => this.guard(() => prepared.get(...values)),
        all: (...values) => this.guard(() => prepared.all(...values)),
        run: (...values) => {
          this.writes++;
          return this.guard(() => prepared.run(...values));
        },
      };
      this.#known.set(sql, statement);
    }
    return statement;
  }

  /** Runs an `INSERT` that ends in `VALUES` for rows of `width` values, many rows per call of SQLite. */
  insert(sql: string, width: number, values: readonly SQLInputValue[]): void {
    const whole = ROWS_PER_INSERT * width;
    let at = 0;
    for (; at + whole <= values.length; at += whole)
      this.prepare(`${sql} ${rowsOf(width, ROWS_PER_INSERT)}`).run(...values.slice(at, at + whole));
    for (; at < values.length; at += width)
      this.prepare(`${sql} ${rowsOf(width, 1)}`).run(...values.slice(at, at + width));
  }

  /** Runs `work`; errors of SQLite in it become LisanErrors. */
  guard<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      throw storageError(thrown, this.#database.location() ?? '', this.#kind) ?? thrown;
    }
  }
}

const ROWS_PER_INSERT = 50;

function rowsOf(width: number, rows: number): string {
  return new Array(rows).fill(`(${new Array(width).fill('?').join(', ')})`).join(', ');
}

/**
 * All rows, in order of a key: `next` gives some of those after a value of it, which is the first parameter, and none after the
 * last. `after` is below every key.
 */
export function* rowsInTurn(next: Statement, key: string, after: SQLInputValue): Generator<Row> {
  for (let rows = next.all(after); rows.length > 0; rows = next.all(rows.at(-1)![key]!)) yield* rows;
}

/** Runs `work` in one write transaction; if it throws, everything is rolled back. */
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

/** What `make` makes of an open database; the database is closed if it throws. */
export function closedOnError<T>(database: DatabaseSync, make: () => T): T {
  try {
    return make();
  } catch (thrown) {
    database.close();
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
