/** Where bytes come from: a file, an entry of an archive, or the standard input; unpacked if needed. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { LisanError } from '../common/errors.ts';

export interface Source {
  /** The path, as problems name it; an entry of an archive is `archive.zip/entry`. */
  file: string;
  /** The bytes from the beginning; can be called more than once. */
  bytes(): AsyncIterable<Buffer>;
  /** Path of the file on disk, if the source is one: for formats whose directory is at the end. */
  path?: string;
}

/** Largest text that is read as a whole; formats of records and lines may be of any size. */
export const MAX_WHOLE_BYTES = 16 * 1024 * 1024;
/** Largest packed document (PDF, DOCX, mail) that is read as a whole. */
export const MAX_DOCUMENT_BYTES = 256 * 1024 * 1024;

/** Unpacked size from which on the ratio is checked, and the largest ratio of unpacked to packed size. */
const RATIO_CHECKED_FROM_BYTES = 64 * 1024 * 1024;
const MAX_RATIO = 200;

export function fileSource(file: string): Source {
  return { file, path: file, bytes: () => createReadStream(file) };
}

/** Bytes that are held in memory. */
export function bufferSource(file: string, buffer: Buffer): Source {
  return {
    file,
    async *bytes() {
      yield buffer;
    },
  };
}

/**
 * The content of a gzip file with one or more members. News text is packed to about a fifth; a file that expands more
 * than 200-fold was made to fill a disk or to occupy a reader, and is rejected.
 */
export function unpacked({ file, bytes }: Source): Source {
  return {
    file,
    async *bytes() {
      const gunzip = createGunzip();
      let read = 0;
      const input = async (): Promise<void> => {
        for await (const chunk of bytes()) {
          read += chunk.length;
          if (gunzip.destroyed) return;
          if (!gunzip.write(chunk))
            await new Promise<void>((resolve) => gunzip.once('drain', resolve).once('close', resolve));
        }
        gunzip.end();
      };
      const feeding = input().catch((thrown) => gunzip.destroy(thrown));
      try {
        yield* checkedRatio(gunzip, () => read);
      } finally {
        gunzip.destroy();
        await feeding;
      }
    },
  };
}

/** Passes unpacked bytes on while their size is plausible. @throws LisanError `expands`. */
export async function* checkedRatio(
  chunks: AsyncIterable<Buffer>,
  packedBytes: () => number,
): AsyncGenerator<Buffer> {
  let written = 0;
  for await (const chunk of chunks) {
    written += chunk.length;
    if (written > RATIO_CHECKED_FROM_BYTES && written > packedBytes() * MAX_RATIO) {
      throw new LisanError({
        code: 'expands',
        message: `the packed content expands more than ${MAX_RATIO}-fold`,
        remedy: 'Unpack it by hand if it is what it should be.',
      });
    }
    yield chunk;
  }
}

/** All bytes of a source. @throws LisanError `too_large` if there are more than `maxBytes`. */
export async function wholeOf(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes = MAX_WHOLE_BYTES,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new LisanError({
        code: 'too_large',
        message: `larger than ${maxBytes / 1024 / 1024} MiB`,
        remedy: 'Split it.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
