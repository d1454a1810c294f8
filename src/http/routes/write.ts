/** What the addresses share that change the archive: the answer follows the disk, and the index follows the answer. */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import type { IndexMaintenance } from '../../service/index-maintenance.ts';
import { yesOrNo } from '../parameters/values.ts';

/** How long a client may wait for the index. */
const MAX_WAIT_MS = 25_000;

export const writeParameters = z.strictObject({
  wait: yesOrNo(false, 'Respond when the index has the change, not already when the archive has it.'),
});

export const indexed = z.boolean().meta(described('True if the index already has the change.'));

export const WRITE_ERRORS = {
  403: 'The service has no key for writing, or the key lacks the scope.',
};

/** Updates the index. True if it has the change when the answer leaves. */
export async function updateIndex(maintenance: IndexMaintenance, wait: boolean): Promise<boolean> {
  const update = maintenance.update();
  if (!wait) return false;
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), MAX_WAIT_MS).unref());
  return Promise.race([update.then(() => true), late]).catch(() => false);
}
