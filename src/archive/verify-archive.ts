/** Verification of the archive: damaged documents are recorded by id, everything else is reported. */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { LisanError, messageOf } from '../common/errors.ts';
import { addChecksumFunction } from '../common/row-checksum.ts';
import { storageError } from '../common/sqlite.ts';
import {
  type Damage,
  type VerifyPoint,
  type VerifyStep,
  verifyAll,
  verifySteps,
} from '../common/verify-database.ts';
import type { Archive } from './archive.ts';
import { ARCHIVE_KIND } from './schema.ts';

/** Up to this size an archive is verified when a service or a command opens it. */
export const MAX_VERIFIED_ON_OPEN_BYTES = 16 * 2 ** 20;

/** Steps of a verification, with the damaged documents recorded in the archive. */
export function* verifyArchiveSteps(archive: Archive, from?: VerifyPoint): Generator<VerifyStep> {
  const database = readOnly(archive.file);
  try {
    for (const step of verifySteps(database, ARCHIVE_KIND, from)) {
      recordDamaged(archive, step.damage);
      yield step;
    }
  } finally {
    database.close();
  }
}

/**
 * Verifies a small archive: damaged documents are recorded.
 * @throws LisanError `archive_broken` if its structure is damaged, so that documents may be missing.
 */
export function verifyArchiveOnOpen(archive: Archive): void {
  if (statSync(archive.file).size > MAX_VERIFIED_ON_OPEN_BYTES) return;
  let damage: Damage[];
  const database = readOnly(archive.file);
  try {
    damage = verifyAll(database, ARCHIVE_KIND);
  } catch (thrown) {
    throw storageError(thrown, archive.file, ARCHIVE_KIND) ?? archiveBroken(archive.file, messageOf(thrown));
  } finally {
    database.close();
  }
  recordDamaged(archive, damage);
  const structure = damage.find(({ row }) => row === undefined);
  if (structure !== undefined) throw archiveBroken(archive.file, structure.message);
}

/**
 * Verifies a copy of an archive.
 * @returns ids of damaged documents, and which earlier revisions and alerts are damaged.
 * @throws Error if anything else is damaged, so that documents may be missing.
 */
export function damagedInCopy(database: DatabaseSync): string[] {
  addChecksumFunction(database);
  return verifyAll(database, ARCHIVE_KIND).map(({ table, message, row }) => {
    if (row === undefined) throw new Error(message);
    if (table === 'revisions') return `${row.id}, revision ${row.revision}`;
    if (table === 'alerts') return `alert ${row.id}`;
    return table === 'alert_articles' ? `${row.document}, found for the alert ${row.alert}` : String(row.id);
  });
}

function recordDamaged(archive: Archive, damage: readonly Damage[]): void {
  for (const { table, row } of damage)
    if (table === 'documents' && row !== undefined) archive.noteDamaged(String(row.id));
}

function readOnly(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true });
  addChecksumFunction(database);
  return database;
}

function archiveBroken(file: string, reason: string): LisanError {
  return new LisanError({
    code: 'archive_broken',
    message: `${file} is damaged: ${reason}.`,
    remedy: ARCHIVE_KIND.remedy,
    status: 503,
  });
}
