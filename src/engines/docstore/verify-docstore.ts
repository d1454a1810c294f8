/** Verification of a document store: its tables, then its records. */
import type { VerifyPoint, VerifyStep } from '../../common/verify-database.ts';
import type { SharedFile } from '../storage/shared-file.ts';
import type { DocStore } from './docstore.ts';

/** `tables`: the steps of the tables of its database. `from`: where an earlier run stopped, in either. */
export function* verifyDocStore(
  docStore: DocStore,
  file: SharedFile,
  tables: Iterable<VerifyStep>,
  from: VerifyPoint | undefined,
): Generator<VerifyStep> {
  let last: VerifyStep | undefined;
  for (const step of tables) {
    last = step;
    yield step;
  }
  yield* docStore.verifyRecords((work) => file.read(work), from, last);
}
