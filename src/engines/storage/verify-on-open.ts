/** A small index is verified as a whole when it is opened; larger ones by `lisan verify`, and each row when it is read. */
import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from '../../common/errors.ts';
import { type DatabaseKind, storageError } from '../../common/sqlite.ts';
import { verifyAll } from '../../common/verify-database.ts';
import { indexBroken } from '../index-broken.ts';

/** Up to this size a file is verified when it is opened, which takes about 5 ms per MiB. */
export const MAX_VERIFIED_ON_OPEN_BYTES = 16 * 2 ** 20;

/** @throws LisanError `index_broken` if the file is small and damaged. */
export function verifyOnOpen(file: string, database: DatabaseSync, kind: DatabaseKind): void {
  if (statSync(file).size > MAX_VERIFIED_ON_OPEN_BYTES) return;
  let damage: string | undefined;
  try {
    damage = verifyAll(database, kind)[0]?.message;
  } catch (thrown) {
    throw (
      storageError(thrown, file, kind) ?? indexBroken(`${file} cannot be read: ${messageOf(thrown)}.`, thrown)
    );
  }
  if (damage !== undefined) throw indexBroken(`${file} is damaged: ${damage}.`);
}
