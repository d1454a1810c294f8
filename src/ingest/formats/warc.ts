/** Web archives (WARC, ISO 28500), read with Webrecorder's warcio: the HTML pages in one, record by record. */
import { WARCParser, type WARCRecord } from 'warcio';
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import { type Source, wholeOf } from '../byte-source.ts';
import { decode } from '../charset.ts';
import { readHtml } from './html.ts';

/** Articles of every page that was answered with 200; other records are passed over. */
export async function* readWarc({ file, bytes }: Source): AsyncGenerator<ReadResult> {
  let number = 0;
  const skipped = (reason: string): ReadResult => ({
    problem: { file, line: number, effect: 'skipped', reason },
  });
  const records = WARCParser.iterRecords(untilEnd(bytes()));
  try {
    for (;;) {
      number++;
      const { done, value: record } = await records.next();
      if (done) break;
      if (!isPage(record)) continue;
      try {
        yield* await pageOf(record, file, number);
      } catch (thrown) {
        yield skipped(`${record.warcTargetURI ?? 'a page'}: ${messageOf(thrown)}`);
      }
    }
    if (number === 1) yield skipped('there is no record in it');
  } catch (thrown) {
    yield skipped(`from this record on it cannot be read: ${messageOf(thrown)}`);
  }
}

/** Reads after the end that warcio may attempt; in a truncated record it would never stop. */
const PATIENCE = 100;

function untilEnd(bytes: AsyncIterable<Buffer>): AsyncIterable<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  let asked = 0;
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const next = await iterator.next();
        if (next.done && ++asked > PATIENCE) throw new Error('the file ends within it');
        return next;
      },
      async return() {
        await iterator.return?.();
        return { done: true, value: undefined };
      },
    }),
  };
}

function isPage(record: WARCRecord): boolean {
  const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
  const answered = record.httpHeaders === null || Number(record.httpHeaders.statusCode) === 200;
  return ['response', 'resource'].includes(record.warcType ?? '') && answered && /\b(?:x?html)\b/i.test(type);
}

/** Line numbers of problems are numbers of records here. */
async function pageOf(record: WARCRecord, file: string, number: number): Promise<ReadResult[]> {
  // The content with transfer and content encodings decoded, up to the maximum size of a page.
  const content = await wholeOf(record.contentReader);
  const type = record.httpHeaders?.headers.get('content-type') ?? '';
  const decoded = decode(content, /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1]);
  if (decoded === undefined) throw new Error('its encoding is not known');
  const results = [...readHtml(decoded.text, file, record.warcTargetURI ?? undefined)];
  return results.map((result) =>
    'article' in result
      ? { article: result.article, line: number }
      : { problem: { ...result.problem, line: number } },
  );
}
