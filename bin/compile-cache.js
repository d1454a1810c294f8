// Compiled code is kept between starts, which saves a quarter of a start. Whoever can write to the cache can run code as
// this user, so it lies in the data folder, and only if nobody else can write to either of the two. Threads learn of it by
// the environment.
import { lstatSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Does nothing if the data folder does not exist or is not private.
 * @param {string} data
 */
export function enablePrivateCompileCache(data) {
  try {
    if (!isOwnFolder(data)) return;
    const folder = join(data, 'compile-cache');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwnFolder(folder)) return;
    enableCompileCache(folder);
    process.env.NODE_COMPILE_CACHE ??= folder;
  } catch {
    // Without a cache the start takes longer, and that is all.
  }
}

/**
 * Whether it is a folder, no link, that belongs to this user and that nobody else can write to.
 * @param {string} path
 */
function isOwnFolder(path) {
  const state = lstatSync(path, { throwIfNoEntry: false });
  return state?.isDirectory() === true && state.uid === process.getuid?.() && (state.mode & 0o022) === 0;
}
