/**
 * Restores damaged documents from a backup or another copy of the archive, else from their earlier revisions; and
 * damaged alerts from the copy.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { LisanError, messageOf } from '../common/errors.ts';
import { addChecksumFunction } from '../common/row-checksum.ts';
import type { StoredArticle } from '../common/types.ts';
import type { Archive } from './archive.ts';
import { ARCHIVE_KIND } from './schema.ts';
import { intactArticle, RAW_ARTICLES } from './stored-row.ts';

export interface Repaired {
  id: string;
  from: 'copy' | 'revision';
  /** The revision of the document that was restored; it is stored as a new one. */
  revision: number;
}

export interface RepairReport {
  repaired: Repaired[];
  /** Ids of documents of which no intact version was found, or that were taken down. */
  left: string[];
  /** Ids of damaged alerts that were restored, and that are still damaged: these are not delivered. Missing if there are none. */
  alerts?: { repaired: string[]; left: string[] };
}

/**
 * Stores an intact version of each damaged document again, as its newest revision: of the copy's and of its own earlier
 * ones the latest. `copy`: file of a backup or of another copy of the archive.
 * @throws LisanError `copy_unusable`.
 */
export function repair(archive: Archive, copy?: string): RepairReport {
  const source = copy === undefined ? undefined : openCopy(copy);
  const report: RepairReport = { repaired: [], left: [] };
  try {
    for (const { id } of archive.damaged()) {
      const copied = source && articleOf(source, id);
      const earlier = archive.revisions(id).at(-1);
      const useCopy = copied !== undefined && copied.revision >= (earlier?.revision ?? 0);
      const article = useCopy ? copied : earlier && { ...earlier.article, id };
      const stored = article !== undefined && archive.put([article]).refused.length === 0;
      if (stored)
        report.repaired.push({
          id,
          from: useCopy ? 'copy' : 'revision',
          revision: useCopy ? copied.revision : earlier!.revision,
        });
      else report.left.push(id);
    }
    archive.alerts.repairArticles();
    const damaged = archive.alerts.damaged();
    if (damaged.length === 0) return report;
    const alertOf = source?.prepare('SELECT * FROM alerts WHERE id = ?');
    const repaired = damaged.filter((id) => archive.alerts.replaceDamaged(alertOf?.get(id)));
    return { ...report, alerts: { repaired, left: damaged.filter((id) => !repaired.includes(id)) } };
  } finally {
    source?.close();
  }
}

function openCopy(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) throw new Error('there is no such file');
    database = new DatabaseSync(file, { readOnly: true });
    const ask = (pragma: string): number =>
      Number(Object.values(database!.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
    if (ask('application_id') !== ARCHIVE_KIND.applicationId)
      throw new Error('it is not an archive of lisan');
    // Earlier ones have no checksums by which an intact row could be told.
    if (ask('user_version') !== ARCHIVE_KIND.version) throw new Error('another version of lisan wrote it');
    addChecksumFunction(database);
    return database;
  } catch (cause) {
    database?.close();
    throw new LisanError({
      code: 'copy_unusable',
      message: `${file} cannot be used as a copy of the archive: ${messageOf(cause)}.`,
      remedy: 'Nothing was changed. Use a backup of this version, or `lisan restore` with an older one.',
      cause,
    });
  }
}

/** The intact article of a copy. */
function articleOf(copy: DatabaseSync, id: string): StoredArticle | undefined {
  const row = copy.prepare(`${RAW_ARTICLES} WHERE id = ?`).get(id);
  const article = row && intactArticle(row);
  return article?.deleted === false ? article : undefined;
}
