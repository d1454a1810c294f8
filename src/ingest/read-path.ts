/** From a path to articles: walks folders and picks the reader by the file's ending. */
import { realpathSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { LisanError, messageOf } from '../common/errors.ts';
import type { ReadResult } from '../common/types.ts';
import { fileSource, type Source, unpacked, wholeOf } from './byte-source.ts';
import { readJsonl } from './formats/jsonl.ts';
import { readText } from './formats/plain-text.ts';
import { isPage, readPage } from './formats/scraped-page.ts';

interface Format {
  /** What it is called in the command line's help. */
  name: string;
  extensions: readonly string[];
  read: (source: Source) => AsyncIterable<ReadResult>;
}

/** The formats there are, each also packed with gzip. One line a format; what needs a library is loaded when it is met. */
export const FORMATS: readonly Format[] = [
  { name: 'JSON Lines', extensions: ['.jsonl', '.ndjson'], read: readJsonl },
  {
    name: 'text',
    extensions: ['.txt'],
    read: whole(async () => (text, file) => (isPage(text) ? readPage : readText)(text, file)),
  },
  {
    name: 'HTML',
    extensions: ['.html', '.htm', '.xhtml'],
    read: whole(async () => (await import('./formats/html.ts')).readHtml),
  },
  {
    name: 'RSS or Atom',
    extensions: ['.xml', '.rss', '.atom', '.rdf'],
    read: whole(async () => (await import('./formats/feed.ts')).readFeed),
  },
  {
    name: 'CSV',
    extensions: ['.csv', '.tsv'],
    read: loaded(async () => (await import('./formats/csv.ts')).readCsv),
  },
  {
    name: 'WARC',
    extensions: ['.warc'],
    read: loaded(async () => (await import('./formats/warc.ts')).readWarc),
  },
];

/** A reader that is loaded when there is something to read. */
function loaded(load: () => Promise<Format['read']>): Format['read'] {
  return async function* (source) {
    yield* (await load())(source);
  };
}

/** Reads a file of one text, in whatever encoding it is. */
function whole(load: () => Promise<(text: string, file: string) => Iterable<ReadResult>>): Format['read'] {
  return async function* ({ file, bytes }) {
    const { decode } = await import('./charset.ts');
    const decoded = decode(await wholeOf(bytes()));
    if (decoded === undefined) yield skipped(file, 'the file is no text in an encoding that is known');
    else yield* (await load())(decoded.text, file);
  };
}

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

/** `above`: the real folders that lead here, none of which is read again through a link. */
async function* readEntry(
  path: string,
  root: string,
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
        yield skipped(path, 'a link to a folder that it is in');
        return;
      }
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      for (const name of names) yield* readEntry(join(path, name), root, [...above, real]);
    } else if (entry.isFile()) {
      yield* readFile(path);
    } else {
      yield skipped(path, 'neither a file nor a folder');
    }
  } catch (cause) {
    yield skipped(path, messageOf(cause));
  }
}

async function* readFile(file: string): AsyncGenerator<ReadResult> {
  const packed = extname(file).toLowerCase() === '.gz';
  const extension = extname(packed ? file.slice(0, -3) : file).toLowerCase();
  const format = FORMATS.find(({ extensions }) => extensions.includes(extension));
  if (format === undefined) {
    const supported = FORMATS.flatMap(({ extensions }) => extensions).join(', ');
    yield skipped(
      file,
      `no reader for ${extension || 'files without an ending'}; there are readers for ${supported}, each also with .gz`,
    );
    return;
  }
  const source = fileSource(file);
  yield* format.read(packed ? unpacked(source) : source);
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function skipped(file: string, reason: string): ReadResult {
  return { problem: { file, line: 1, effect: 'skipped', reason } };
}
