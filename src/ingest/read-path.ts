/** From a path to articles: walks folders and reads each file by the ending of its name. */
import { realpathSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { LisanError, messageOf } from '../common/errors.ts';
import type { ReadResult } from '../common/types.ts';
import { fileSource } from './byte-source.ts';
import { readSource, skipped } from './formats.ts';
import type { ReadOptions } from './read-options.ts';
import { standardInput } from './standard-input.ts';

/**
 * Everything under a path, files in order of name; `-` is the standard input. Files and folders whose name begins with
 * a dot are ignored; links that lead out of the folder and files of unknown formats are reported.
 * @throws LisanError `path_unreadable` if the path itself cannot be read.
 */
export async function* readPath(path: string, options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  if (path === '-') {
    const { source, format } = await standardInput(options.format);
    yield* named('standard input', readSource(source, { ...options, format }));
    return;
  }
  let root: string;
  try {
    root = await realpath(path);
  } catch (cause) {
    throw new LisanError({
      code: 'path_unreadable',
      message: `${path} cannot be read: ${messageOf(cause)}.`,
      remedy: 'Give a file or a folder that exists and may be read.',
      cause,
    });
  }
  yield* readEntry(path, root, options);
}

/** `above`: the real folders that lead here, none of which is read again through a link. */
async function* readEntry(
  path: string,
  root: string,
  options: ReadOptions,
  above: readonly string[] = [],
): AsyncGenerator<ReadResult> {
  try {
    const real = realpathSync(path);
    if ((await lstat(path)).isSymbolicLink() && !isInside(real, root)) {
      yield skipped(path, 'a link that leads out of the folder');
      return;
    }
    const entry = await stat(path);
    if (entry.isDirectory()) {
      if (above.includes(real)) {
        yield skipped(path, 'a link to a folder that contains it');
        return;
      }
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      if (names.length === 0 && above.length === 0) yield skipped(path, 'the folder is empty');
      for (const name of names) yield* readEntry(join(path, name), root, options, [...above, real]);
    } else if (!entry.isFile()) {
      yield skipped(path, 'neither a file nor a folder');
    } else if (entry.size === 0) {
      yield skipped(path, 'the file is empty');
    } else {
      yield* named(path, readSource(fileSource(path), options));
    }
  } catch (cause) {
    yield skipped(path, messageOf(cause));
  }
}

/** Says of each article which file it is from. */
async function* named(file: string, results: AsyncIterable<ReadResult>): AsyncGenerator<ReadResult> {
  for await (const result of results) {
    yield 'article' in result && result.file === undefined ? { ...result, file } : result;
  }
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
