/** From a path to articles: walks folders and picks the reader by the file's ending. */
import { readFileSync, realpathSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { LisanError, messageOf } from '../errors.ts';
import type { ReadResult } from '../types.ts';
import { readJsonl } from './jsonl.ts';
import { isPage, readPage } from './page.ts';
import { readText } from './text.ts';

interface Format {
  extensions: readonly string[];
  read: (file: string) => Iterable<ReadResult> | AsyncIterable<ReadResult>;
}

/** The formats there are. One line a format. */
const FORMATS: readonly Format[] = [
  { extensions: ['.jsonl', '.ndjson'], read: readJsonl },
  { extensions: ['.txt'], read: readTextFile },
];

/** Largest text file, in bytes; JSON Lines may be of any size. */
const TEXT_FILE = 16 * 1024 * 1024;

/**
 * Everything under a path, files in order of name. Dot files are passed over, links that lead out of the folder and
 * files of other formats are reported.
 * @throws LisanError `path_unreadable` where the path itself cannot be read.
 */
export async function* readPath(path: string): AsyncGenerator<ReadResult> {
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
  yield* readEntry(path, root);
}

async function* readEntry(path: string, root: string): AsyncGenerator<ReadResult> {
  try {
    if ((await lstat(path)).isSymbolicLink() && !isInside(realpathSync(path), root)) {
      yield skipped(path, 'a link that leads out of the folder');
    } else if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      for (const name of names) yield* readEntry(join(path, name), root);
    } else {
      yield* readFile(path);
    }
  } catch (cause) {
    yield skipped(path, messageOf(cause));
  }
}

async function* readFile(file: string): AsyncGenerator<ReadResult> {
  const extension = extname(file).toLowerCase();
  const format = FORMATS.find(({ extensions }) => extensions.includes(extension));
  if (format === undefined) {
    const supported = FORMATS.flatMap(({ extensions }) => extensions).join(', ');
    yield skipped(
      file,
      `no reader for ${extension || 'files without an ending'}; there are readers for ${supported}`,
    );
    return;
  }
  yield* format.read(file);
}

function* readTextFile(file: string): Generator<ReadResult> {
  const bytes = readFileSync(file);
  if (bytes.length > TEXT_FILE) {
    yield skipped(file, `larger than ${TEXT_FILE / 1024 / 1024} MiB`);
    return;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    yield skipped(file, 'the file is not UTF-8');
    return;
  }
  yield* isPage(text) ? readPage(text, file) : readText(text, file);
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function skipped(file: string, reason: string): ReadResult {
  return { problem: { file, line: 1, effect: 'skipped', reason } };
}
