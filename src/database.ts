/** Opening of SQLite files: the settings, and the errors, that the archive and the embedded index share. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { LisanError, messageOf } from './errors.ts';

/** Milliseconds a statement waits for another process's write before it gives up. */
const BUSY_TIMEOUT = 10_000;

export interface DatabaseKind {
  /** Written to the file's header, so that a stranger's file is not taken for ours. */
  applicationId: number;
  /** Version of the tables; a file of a newer one is refused. */
  version: number;
  /** Makes the tables of an empty file. */
  schema: string;
  /** `full`: a commit survives power loss. `normal`: it survives a killed process; the file can be rebuilt. */
  synchronous: 'full' | 'normal';
  /** What to tell a person whose file is broken. */
  remedy: string;
}

/**
 * Opens or makes a database in WAL mode.
 * @throws LisanError `database_broken`, `database_foreign` or `database_newer`; the file is left as it is.
 */
export function openDatabase(file: string, kind: DatabaseKind): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
    const version = pragma(database, 'user_version');
    const owner = pragma(database, 'application_id');
    const empty = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0;
    if (!empty && owner !== kind.applicationId) {
      throw new LisanError({
        code: 'database_foreign',
        message: `${file} is a SQLite file that lisan did not make.`,
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
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${kind.synchronous}; PRAGMA foreign_keys = ON;`,
    );
    if (empty) {
      transaction(database, () => {
        // A second process may have made the tables between our look and our lock.
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
    if (cause instanceof LisanError) throw cause;
    throw new LisanError({
      code: 'database_broken',
      message: `${file} cannot be opened: ${messageOf(cause)}.`,
      remedy: kind.remedy,
      cause,
    });
  }
}

/** Runs `work` in one write transaction; any throw undoes all of it. */
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
