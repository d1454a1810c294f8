/** Copies of the archive: made while it is in use, checked before they count, and put back without losing what was there. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { backup as copyPages, DatabaseSync } from 'node:sqlite';
import { LisanError, messageOf } from '../common/errors.ts';
import { makePrivateFile, makePrivateFolder } from '../common/private-files.ts';
import { storageError } from '../common/sqlite.ts';
import { ARCHIVE_KIND } from './archive.ts';

/** Pages copied at once. */
const PAGES = 5_000;

export interface BackupReport {
  file: string;
  /** Articles in it, tombstones not counted. */
  documents: number;
  /** Sequence of the last change that is in it. */
  lastChange: number;
}

/**
 * Writes the archive as it is now to a new file; others may read and write it meanwhile. The copy gets its name once
 * it is whole, checked and on disk.
 * @throws LisanError `backup_exists`, `backup_broken`, or what is wrong with archive or disk.
 */
export async function backUp(
  archive: string,
  file: string,
  onProgress?: (done: number, total: number) => void,
): Promise<BackupReport> {
  if (existsSync(file)) {
    throw new LisanError({
      code: 'backup_exists',
      message: `${file} is there already.`,
      remedy: 'Give another name, or remove that file.',
      status: 409,
    });
  }
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    makePrivateFile(part);
    const source = new DatabaseSync(archive, { readOnly: true });
    try {
      // One view of the archive for the whole copy: without it every write would make the copy begin anew.
      source.exec('BEGIN; SELECT count(*) FROM sqlite_schema;');
      await copyPages(source, part, {
        rate: PAGES,
        progress: ({ totalPages, remainingPages }) => onProgress?.(totalPages - remainingPages, totalPages),
      });
    } finally {
      source.close();
    }
    const report = inspect(part, 'DELETE FROM leases; PRAGMA journal_mode = DELETE;');
    sync(part);
    renameSync(part, file);
    sync(dirname(file));
    return { ...report, file };
  } catch (thrown) {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(part + suffix, { force: true });
    throw storageError(thrown, file, ARCHIVE_KIND) ?? thrown;
  }
}

export interface RestoreReport extends BackupReport {
  /** Where the archive that was replaced lies now. */
  replaced?: string;
}

/**
 * Makes a backup the archive. An archive that is there is kept beside it under another name, and must be in nobody's
 * use. The restored archive knows of no index: those that are there may hold changes that it lacks.
 * @throws LisanError `backup_broken`, `archive_exists`, `archive_in_use`.
 */
export function restore(file: string, archive: string, replace: boolean, now = new Date()): RestoreReport {
  inspect(file);
  if (existsSync(archive) && !replace) {
    throw new LisanError({
      code: 'archive_exists',
      message: `${archive} is there already.`,
      remedy: 'Use --replace; the archive that is there is kept under another name.',
      status: 409,
    });
  }
  makePrivateFolder(dirname(archive));
  const part = `${archive}.part`;
  try {
    makePrivateFile(part);
    copyFileSync(file, part);
    const report = inspect(part, 'DELETE FROM indexes; DELETE FROM leases;');
    sync(part);
    const replaced = existsSync(archive) ? setAside(archive, now) : undefined;
    renameSync(part, archive);
    sync(dirname(archive));
    return { ...report, file: archive, ...(replaced !== undefined && { replaced }) };
  } catch (thrown) {
    rmSync(part, { force: true });
    throw storageError(thrown, archive, ARCHIVE_KIND) ?? thrown;
  }
}

/** Checks a file from end to end and, where `change` is given, changes it then. @throws LisanError `backup_broken`. */
function inspect(file: string, change?: string): BackupReport {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: change === undefined });
    const ask = (sql: string): string => String(Object.values(database!.prepare(sql).get() ?? {})[0]);
    const problem =
      Number(ask('PRAGMA application_id')) !== ARCHIVE_KIND.applicationId
        ? 'it is no archive of lisan'
        : Number(ask('PRAGMA user_version')) > ARCHIVE_KIND.version
          ? 'a newer lisan made it'
          : ask('PRAGMA integrity_check') !== 'ok'
            ? ask('PRAGMA integrity_check')
            : undefined;
    if (problem !== undefined) throw new Error(problem);
    if (change !== undefined) database.exec(change);
    return {
      file,
      documents: Number(ask('SELECT count(*) FROM documents WHERE deleted = 0')),
      lastChange: Number(ask('SELECT coalesce(max(sequence), 0) FROM documents')),
    };
  } catch (cause) {
    throw new LisanError({
      code: 'backup_broken',
      message: `${file} cannot be used as a backup: ${messageOf(cause)}.`,
      remedy: 'Nothing was changed. Take another backup.',
      cause,
    });
  } finally {
    database?.close();
  }
}

/** Gives the archive a second name, so that replacing the first one loses nothing; no moment is without an archive. */
function setAside(archive: string, now: Date): string {
  const aside = archive.replace(
    /(\.\w+)?$/,
    `-replaced-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}$1`,
  );
  let database: DatabaseSync | undefined;
  let mode: unknown;
  try {
    database = new DatabaseSync(archive, { timeout: 1_000 });
    // Leaving the WAL mode needs every other connection to be closed, and leaves no file beside the archive.
    mode = database.prepare('PRAGMA journal_mode = DELETE').get()?.journal_mode;
  } catch (thrown) {
    mode = storageError(thrown, archive, ARCHIVE_KIND)?.code === 'storage_locked' ? 'locked' : 'broken';
  } finally {
    database?.close();
  }
  if (mode === 'locked' || mode === 'wal') {
    throw new LisanError({
      code: 'archive_in_use',
      message: `${archive} is in use by another process.`,
      remedy: 'Stop the service and every other lisan, then restore again.',
      status: 409,
    });
  }
  // What a broken archive has beside it goes with it.
  for (const suffix of ['-wal', '-shm', '-journal']) {
    if (existsSync(archive + suffix)) renameSync(archive + suffix, aside + suffix);
  }
  linkSync(archive, aside);
  return aside;
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
