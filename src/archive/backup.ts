/** Backups of the archive: copied while it is in use, verified, and restored without losing the replaced archive. */
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
import { ARCHIVE_KIND } from './schema.ts';
import { damagedInCopy } from './verify-archive.ts';

/** Database pages copied per step. */
const PAGES_PER_STEP = 5_000;

export interface BackupReport {
  file: string;
  /** Number of articles, without tombstones. */
  documents: number;
  /** Sequence of the newest change in it. */
  lastChange: number;
  /** Damaged documents and revisions that were copied as they are; missing if there are none. */
  damaged?: string[];
}

/**
 * Copies the archive to a new file; other processes may read and write the archive meanwhile. The copy gets its final
 * name once it is complete, verified and on disk.
 * @throws LisanError `backup_exists`, `backup_broken`, or a storage error of the archive or the disk.
 */
export async function backUp(
  archive: string,
  file: string,
  onProgress?: (done: number, total: number) => void,
): Promise<BackupReport> {
  if (existsSync(file)) {
    throw new LisanError({
      code: 'backup_exists',
      message: `${file} already exists.`,
      remedy: 'Choose another name, or remove that file.',
      status: 409,
    });
  }
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    makePrivateFile(part);
    const source = new DatabaseSync(archive, { readOnly: true });
    try {
      // One snapshot for the whole copy: without it every write would restart the copy.
      source.exec('BEGIN; SELECT count(*) FROM sqlite_schema;');
      await copyPages(source, part, {
        rate: PAGES_PER_STEP,
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
  /** New path of the archive that was replaced. */
  replaced?: string;
}

/**
 * Makes a backup the archive. An existing archive is kept beside it under another name; no process may be using it.
 * The restored archive has no entries of indexes, since existing indexes may hold changes that it lacks.
 * @throws LisanError `backup_broken`, `archive_exists`, `archive_in_use`.
 */
export function restore(file: string, archive: string, replace: boolean, now = new Date()): RestoreReport {
  inspect(file);
  if (existsSync(archive) && !replace) {
    throw new LisanError({
      code: 'archive_exists',
      message: `${archive} already exists.`,
      remedy: 'Use --replace; the existing archive is kept under another name.',
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

/** Verifies a whole file and then runs `change` on it. @throws LisanError `backup_broken`. */
function inspect(file: string, change?: string): BackupReport {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: change === undefined });
    const ask = (sql: string): string => String(Object.values(database!.prepare(sql).get() ?? {})[0]);
    const problem =
      Number(ask('PRAGMA application_id')) !== ARCHIVE_KIND.applicationId
        ? 'it is not an archive of lisan'
        : Number(ask('PRAGMA user_version')) > ARCHIVE_KIND.version
          ? 'it was written by a newer lisan'
          : ask('PRAGMA integrity_check') !== 'ok'
            ? ask('PRAGMA integrity_check')
            : undefined;
    if (problem !== undefined) throw new Error(problem);
    // Earlier versions had no checksums.
    const current = Number(ask('PRAGMA user_version')) === ARCHIVE_KIND.version;
    const damaged = current ? damagedInCopy(database) : [];
    if (change !== undefined) database.exec(change);
    return {
      file,
      documents: Number(ask('SELECT count(*) FROM documents WHERE deleted = 0')),
      lastChange: Number(ask('SELECT coalesce(max(sequence), 0) FROM documents')),
      ...(damaged.length > 0 && { damaged }),
    };
  } catch (cause) {
    throw new LisanError({
      code: 'backup_broken',
      message: `${file} cannot be used as a backup: ${messageOf(cause)}.`,
      remedy: 'Nothing was changed. Use another backup.',
      cause,
    });
  } finally {
    database?.close();
  }
}

/** Gives the archive a second name, so that it survives being replaced and there is an archive at every moment. */
function setAside(archive: string, now: Date): string {
  const aside = archive.replace(
    /(\.\w+)?$/,
    `-replaced-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}$1`,
  );
  let database: DatabaseSync | undefined;
  let mode: unknown;
  try {
    database = new DatabaseSync(archive, { timeout: 1_000 });
    // Leaving WAL mode requires that no other connection is open, and removes the -wal and -shm files.
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
  // A broken archive may have kept its -wal and -shm files.
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
