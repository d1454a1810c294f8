/** Files and folders that only the user of lisan can read, whatever the umask: they hold articles and queries. */
import { closeSync, lstatSync, mkdirSync, openSync } from 'node:fs';

/** Creates the folder, and those above it, with mode 0700. Folders that exist keep their mode. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Creates an empty file with mode 0600. A file that exists keeps its content and mode. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/** Whether it is a folder, no link to one, that belongs to this user and that no other user can write to. */
export function isPrivateFolder(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return false;
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
}
