/** `lisan backup`, `lisan restore` and `lisan vacuum`: the files of the archive and of the index. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Archive } from '../../archive/archive.ts';
import { type BackupReport, backUp, type RestoreReport, restore } from '../../archive/backup.ts';
import { LisanError } from '../../common/errors.ts';
import type { Config } from '../../config/settings.ts';
import { restartVerification } from '../../indexing/verification.ts';
import { vectorsFile } from '../../meaning/open-meaning.ts';
import { VectorFile } from '../../meaning/vector-file.ts';
import { ARCHIVE_FILE, openService, type Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';

export async function backUpTo({ data }: Config, file: string): Promise<BackupReport> {
  const progress = new Progress('pages');
  try {
    return await backUp(archiveIn(data), file, (done, total) => progress.update(done, total));
  } finally {
    progress.end();
  }
}

/** Restores, and removes the indexes of the replaced archive: they may have changes that the restored one lacks. */
export async function restoreFrom(config: Config, file: string, replace: boolean): Promise<RestoreReport> {
  const archive = join(config.data, ARCHIVE_FILE);
  const before = replace && existsSync(archive) ? generationsOf(archive, config.engine) : [];
  const report = restore(file, archive, replace);
  // They are of the archive that was replaced.
  VectorFile.remove(vectorsFile(config));
  const service = openService(config);
  try {
    for (const generation of before) await service.engine.remove(generation);
  } catch (thrown) {
    if (!(thrown instanceof LisanError)) throw thrown;
    console.error(
      `lisan: the indexes of the replaced archive could not be removed from the engine: ${thrown.message}`,
    );
  } finally {
    await service.close();
  }
  return report;
}

/** Releases disk space that deleted and changed documents no longer need; searches continue. */
export async function vacuum({ archive, engine, live }: Service): Promise<void> {
  archive.vacuum();
  restartVerification(archive);
  if (archive.liveIndex(engine.name) === undefined) return;
  await (await live.current()).vacuum?.();
}

function archiveIn(data: string): string {
  const archive = join(data, ARCHIVE_FILE);
  if (existsSync(archive)) return archive;
  throw new LisanError({
    code: 'archive_missing',
    message: `There is no archive ${archive}.`,
    remedy: 'Set LISAN_DATA to the folder of the archive.',
  });
}

function generationsOf(file: string, engine: string): string[] {
  try {
    const archive = new Archive(file);
    try {
      return archive.indexes(engine).map(({ generation }) => generation);
    } finally {
      archive.close();
    }
  } catch {
    // A broken archive is replaced too; its indexes are unknown.
    return [];
  }
}
