/** The sample articles: told apart from the articles of the user, and removed when the first of those comes. */
import type { Archive } from '../archive/archive.ts';
import { ingest } from './ingest.ts';

/** Setting of the archive that lists the ids of the sample. */
const SAMPLE = 'sample';

/** Fills an archive that was never written to with the sample. */
export async function ingestSample(archive: Archive, folder: string): Promise<void> {
  if (archive.lastSequence() !== 0) return;
  const ids = new Set<string>();
  await ingest(archive, [folder], {
    onStored: (stored) => {
      for (const id of stored) ids.add(id);
    },
  });
  archive.setSetting(SAMPLE, JSON.stringify([...ids]));
}

/** Ids of the sample articles; empty if there are none, or if they are kept. */
export function sampleIds(archive: Archive): string[] {
  return JSON.parse(archive.setting(SAMPLE) ?? '[]') as string[];
}

/** Makes the sample part of the archive: it does not go by itself any more. @returns how many articles it has. */
export function keepSample(archive: Archive): number {
  const ids = sampleIds(archive);
  archive.setSetting(SAMPLE, undefined);
  return ids.length;
}

/** Deletes the sample, except what is stored as an article of the user now. @returns how many were deleted. */
export function removeSample(archive: Archive, except: readonly string[] = []): number {
  const ids = sampleIds(archive);
  if (ids.length === 0) return 0;
  const kept = new Set(except);
  let deleted = 0;
  for (const id of ids) if (!kept.has(id) && archive.delete(id)) deleted++;
  archive.setSetting(SAMPLE, undefined);
  return deleted;
}
