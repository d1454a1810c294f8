/** Answers as the bytes that clients get: JSON, compressed as they accept it, made on the thread that has the answer. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request } from 'express';
import { LisanError } from '../../common/errors.ts';

/** Largest answer before it is compressed: the thread that sends it has it in memory for each client. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Content codings, the preferred first. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The fastest levels make a sixth of a page of hits; the usual ones make 15 % less of it in three times the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const GZIP = { level: 1 };

export const encodingFor = (request: Request): Encoding =>
  ENCODINGS.find((encoding) => request.acceptsEncodings(encoding)) ?? 'identity';

/** In a buffer of its own, which can be transferred to another thread. @throws LisanError `answer_too_large`. */
export function jsonBytes(answer: unknown, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  if (bytes.length > MAX_ANSWER_BYTES) throw answerTooLarge();
  switch (encoding) {
    case 'br':
      return new Uint8Array(brotliCompressSync(bytes, BROTLI));
    case 'gzip':
      return new Uint8Array(gzipSync(bytes, GZIP));
    case 'identity':
      return bytes;
  }
}

function answerTooLarge(): LisanError {
  return new LisanError({
    code: 'answer_too_large',
    message: `The answer has more than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB.`,
    remedy: 'Ask for fewer documents, or for fewer of their attributes.',
    status: 400,
  });
}
