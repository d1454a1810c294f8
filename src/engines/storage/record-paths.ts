/** Where the files of records are: beside their database, with a number that rises when the records are written anew. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Begins the paths of the files of records beside a database. */
const recordFiles = (database: string): string => `${database.replace(/\.db$/, '')}.records-`;

export const recordFileOf = (database: string, file: number): string => `${recordFiles(database)}${file}`;

/** Removes the files of records beside a database. */
export function removeRecordFiles(database: string): void {
  const folder = dirname(database);
  if (!existsSync(folder)) return;
  const begin = basename(recordFiles(database));
  for (const name of readdirSync(folder)) if (name.startsWith(begin)) rmSync(join(folder, name));
}

/** Waits until the disk has the names of a folder's files. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
