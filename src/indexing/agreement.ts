/**
 * Whether an index is what the archive believes. Both record how far it is, and a digest of everything that was applied
 * to it: an index file that was restored, copied or lost writes is noticed, and so is one that holds other documents.
 */
import type { Archive, IndexEntry } from '../archive/archive.ts';
import type { AppliedState, Index, IndexPoint } from '../engines/engine.ts';
import { indexBroken } from '../engines/index-broken.ts';

/** Times that index and archive are read again because a writer was between the two. */
const READS = 20;

export type Agreement =
  | { state: 'agrees'; applied: AppliedState }
  /** The index is an earlier state of itself: it lacks changes, and catches up from there. */
  | { state: 'behind'; applied: AppliedState; reason: string }
  /** It cannot be said which changes it holds: it must be rebuilt. */
  | { state: 'diverged'; reason: string };

/** Compares an open index with what the archive recorded of it. @throws what the index throws. */
export async function agreementOf(archive: Archive, entry: IndexEntry, index: Index): Promise<Agreement> {
  const { engine, generation } = entry;
  let before: IndexEntry | undefined = entry;
  let applied = await index.applied();
  for (let read = 0; read < READS; read++) {
    const after = archive.indexes(engine).find((other) => other.generation === generation);
    // A writer may have recorded a batch between the two reads.
    if (after !== undefined && after.position === before?.position && after.digest === before.digest)
      return (await miscounted(index, applied)) ?? compared(after, applied, archive.lastSequence());
    before = after;
    applied = await index.applied();
  }
  return { state: 'agrees', applied };
}

function compared(entry: IndexEntry, applied: AppliedState, last: number): Agreement {
  const { generation, position, digest } = entry;
  const { previous } = applied;
  if (applied.position > last)
    return {
      state: 'diverged',
      reason: `The index ${generation} holds changes up to ${applied.position}, and the archive has only ${last}`,
    };
  if (applied.position === position && applied.digest === digest) return { state: 'agrees', applied };
  // A process was killed, or is, between the two records of one batch.
  if (previous.position === position && previous.digest === digest) return { state: 'agrees', applied };
  if (applied.position < position)
    return {
      state: 'behind',
      applied,
      reason: `The index ${generation} holds the changes up to ${applied.position} only, although it had those up to ${position}: its file is an earlier copy, or the disk lost writes`,
    };
  return {
    state: 'diverged',
    reason: `The index ${generation} was given other changes than the archive recorded`,
  };
}

/** Whether the index has lost or gained documents since its last batch. */
async function miscounted(index: Index, recorded: AppliedState): Promise<Agreement | undefined> {
  const documents = await index.count();
  if (documents === recorded.documents) return undefined;
  const now = await index.applied();
  // A batch came in between.
  if (now.position !== recorded.position || now.documents !== recorded.documents) return undefined;
  return {
    state: 'diverged',
    reason: `The index ${index.generation} holds ${documents} documents, and ${recorded.documents} were applied to it`,
  };
}

/**
 * Makes the archive record what the index really holds, so that the index catches up from there. `writing`: the caller
 * holds the lease of the index, so that a difference of one batch is what a killed process left.
 * @returns what the index holds, and why it is less than the archive recorded, if it is.
 * @throws LisanError `index_broken` if the index must be rebuilt.
 */
export async function settle(
  archive: Archive,
  entry: IndexEntry,
  index: Index,
  { writing = false } = {},
): Promise<{ point: IndexPoint; behind?: string }> {
  const found = await agreementOf(archive, entry, index);
  if (found.state === 'diverged') throw indexBroken(`${found.reason}.`);
  const { position, digest } = found.applied;
  const point = { position, digest };
  if (found.state === 'behind' || writing)
    archive.setPosition(entry.engine, entry.generation, position, digest);
  return found.state === 'behind' ? { point, behind: found.reason } : { point };
}
