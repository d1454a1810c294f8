/** One request over HTTP, with limits of time and size. Redirects are given back, not followed. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { http } from '../../common/node-http.ts';
import { checkedRatio, wholeOf } from '../byte-source.ts';
import { publicLookup, requirePublicHost } from './public-addresses.ts';

/** Largest answer once it is unpacked, and the time in which all of it must have come. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
const MAX_HEADERS_BYTES = 32 * 1024;

export interface RequestOptions {
  /** Who asks: the header User-Agent. */
  agent: string;
  /** Connect to private addresses too. */
  allowPrivate: boolean;
  /** Milliseconds. Default 30,000. */
  timeoutMs?: number;
  /** Default 32 MiB. */
  maxBytes?: number;
  signal?: AbortSignal | undefined;
}

export interface Answer {
  /** The address that answered. */
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  /** Empty unless the status is 200. */
  body: Buffer;
}

/** @throws Error that says what went wrong: no connection, no answer in time, too large, a private address. */
export async function request(
  address: string,
  headers: Readonly<Record<string, string>>,
  { agent, allowPrivate, timeoutMs = TIMEOUT_MS, maxBytes = MAX_ANSWER_BYTES, signal }: RequestOptions,
): Promise<Answer> {
  const url = new URL(address);
  if (!allowPrivate) requirePublicHost(url);
  const timeout = AbortSignal.timeout(timeoutMs);
  const ends = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : http.request;
      send(
        url,
        {
          agent: false,
          signal: ends,
          maxHeaderSize: MAX_HEADERS_BYTES,
          headers: {
            'User-Agent': agent,
            Accept:
              'text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5',
            'Accept-Encoding': 'gzip, deflate, br, zstd',
            ...headers,
          },
          ...(!allowPrivate && { lookup: publicLookup }),
        },
        resolve,
      )
        .on('error', reject)
        .end();
    });
    const status = response.statusCode ?? 0;
    const answer = { url: url.href, status, headers: response.headers };
    if (status !== 200) {
      response.destroy();
      return { ...answer, body: Buffer.alloc(0) };
    }
    const declared = Number(response.headers['content-length'] ?? 0);
    if (declared > maxBytes) {
      response.destroy();
      throw new Error(`larger than ${maxBytes / 1024 / 1024} MiB`);
    }
    return { ...answer, body: await wholeOf(unpacked(response), maxBytes) };
  } catch (thrown) {
    if (timeout.aborted) throw new Error(`no whole answer within ${timeoutMs / 1000} s`);
    throw thrown;
  }
}

/** The content of an answer without its content encoding. */
function unpacked(response: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const decompress = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
    zstd: createZstdDecompress,
  }[encoding];
  if (decompress === undefined) {
    if (encoding === '' || encoding === 'identity') return response;
    response.destroy();
    throw new Error(`the content encoding ${JSON.stringify(encoding)} is not known`);
  }
  let packed = 0;
  response.on('data', (chunk: Buffer) => {
    packed += chunk.length;
  });
  const stream = decompress();
  response.on('error', (thrown) => stream.destroy(thrown));
  response.on('aborted', () => stream.destroy(new Error('the answer ends too early')));
  return checkedRatio(response.pipe(stream), () => packed);
}
