/** Where bytes come from: a file as it is, or unpacked on the way. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { LisanError } from '../common/errors.ts';

export interface Source {
  /** The path, as problems name it. */
  file: string;
  /** The bytes from the beginning; can be asked for more than once. */
  bytes(): AsyncIterable<Buffer>;
}

/** Largest text that is read as a whole, in bytes; formats of records and lines may be of any size. */
export const WHOLE = 16 * 1024 * 1024;

/** Bytes from which on a packed file must not be more than so many times smaller than what is in it. */
const BOMB_FROM = 64 * 1024 * 1024;
const BOMB_RATIO = 200;

export function fileSource(file: string): Source {
  return { file, bytes: () => createReadStream(file) };
}

/**
 * What is in a gzip file, one or several members. News text is packed to about a fifth; what swells 200-fold was made
 * to fill a disk or to keep a reader busy, and is given up.
 */
export function unpacked({ file, bytes }: Source): Source {
  return {
    file,
    async *bytes() {
      const gunzip = createGunzip();
      let read = 0;
      let written = 0;
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
        for await (const chunk of gunzip as AsyncIterable<Buffer>) {
          written += chunk.length;
          if (written > BOMB_FROM && written > read * BOMB_RATIO) throw bomb();
          yield chunk;
        }
      } finally {
        gunzip.destroy();
        await feeding;
      }
    },
  };
}

export function bomb(): LisanError {
  return new LisanError({
    code: 'swells',
    message: `what is packed swells more than ${BOMB_RATIO}-fold`,
    remedy: 'Unpack it by hand where it is what it should be.',
  });
}

/** All bytes of a source. @throws LisanError `too_large` where there are more than `most`. */
export async function wholeOf(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most = WHOLE,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > most) {
      throw new LisanError({
        code: 'too_large',
        message: `larger than ${most / 1024 / 1024} MiB`,
        remedy: 'Split it.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
