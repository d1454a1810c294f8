/** The error of an index that cannot be used as it is, and the check of its rows that leads to it. */
import type { SQLInputValue } from 'node:sqlite';
import { LisanError } from '../common/errors.ts';
import { rowChecksum } from '../common/row-checksum.ts';

const BROKEN = {
  code: 'index_broken',
  remedy: 'Run `lisan reindex`; it builds the index again from the archive.',
  status: 503,
};

/** An index that has to be built again from the archive. */
export function indexBroken(message: string, cause?: unknown): LisanError {
  return new LisanError({ ...BROKEN, message, cause });
}

/** The same of a file beside the database that is missing, unless another one took its place in a newer state of the database. */
export class FileMissing extends LisanError {
  constructor(file: string) {
    super({ ...BROKEN, message: `The file ${file} of the index is missing.` });
  }
}

/** @throws LisanError `index_broken` if the values of a row are not those that its checksum was made of. */
export function requireIntact(table: string, checksum: unknown, ...values: unknown[]): void {
  if (rowChecksum(...(values as SQLInputValue[])) !== checksum) throw damagedRow(table);
}

/** A row that is damaged, or missing although others refer to it. */
export function damagedRow(table: string): LisanError {
  return indexBroken(`The table ${table} of the index is damaged.`);
}
