/** Where the lines of an export go. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes lines to a file that does not exist yet, or to the standard output, as fast as they are taken. */
export async function writeLines(
  lines: Iterable<string> | AsyncIterable<string>,
  file: string | undefined,
): Promise<void> {
  const target = file === undefined ? process.stdout : createWriteStream(file, { flags: 'wx' });
  await pipeline(Readable.from(lines), target, { end: file !== undefined });
}
