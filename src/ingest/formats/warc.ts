/**
 * Web archives (WARC, ISO 28500), read with Webrecorder's warcio record by record: HTML pages, feeds, texts that were
 * extracted from pages (WET), and the articles of lisan's own export. Of two captures of one address the later one is the
 * newer revision.
 */
import { WARCParser, type WARCRecord } from 'warcio';
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import { bufferSource, type Source, wholeOf } from '../byte-source.ts';
import { decode } from '../charset.ts';
import { parseJson } from '../json-value.ts';
import type { ReadOptions } from '../read-options.ts';
import { OWN_FORMAT, readRecord } from '../record.ts';
import { readHtml } from './html.ts';
import { MAX_TITLE_LENGTH } from './plain-text.ts';
import { readXml } from './xml.ts';

/** What a record holds that can be read. */
type Content = 'html' | 'text' | 'feed' | 'exported';

/** Articles of every page that was answered with 200. Line numbers are numbers of records. */
export async function* readWarc(
  { file, bytes }: Source,
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  let number = 0;
  let articles = 0;
  const skipped = (reason: string): ReadResult => ({
    problem: { file, line: number, effect: 'skipped', reason },
  });
  const records = WARCParser.iterRecords(untilEnd(bytes()));
  try {
    for (;;) {
      number++;
      const { done, value: record } = await records.next();
      if (done) break;
      const content = contentOf(record);
      if (content === undefined) continue;
      try {
        for await (const result of resultsOf(record, content, file, options)) {
          if ('article' in result) articles++;
          const capturedAt = captureTime(record);
          yield 'article' in result
            ? { ...result, line: number, ...(capturedAt !== undefined && { capturedAt }) }
            : { problem: { ...result.problem, line: number } };
        }
      } catch (thrown) {
        yield skipped(`${record.warcTargetURI ?? 'a page'}: ${messageOf(thrown)}`);
      }
    }
    if (number === 1) yield skipped('there is no record in it');
    else if (articles === 0) {
      yield skipped(
        `none of its ${number - 1} records is a page, a text or a feed that was answered with 200`,
      );
    }
  } catch (thrown) {
    yield skipped(`from this record on it cannot be read: ${messageOf(thrown)}`);
  }
}

/** Reads beyond the end after which a record counts as cut off; warcio would ask for ever. */
const MAX_READS_AFTER_END = 100;

function untilEnd(bytes: AsyncIterable<Buffer>): AsyncIterable<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  let asked = 0;
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const next = await iterator.next();
        if (next.done && ++asked > MAX_READS_AFTER_END) throw new Error('the file ends within it');
        return next;
      },
      async return() {
        await iterator.return?.();
        return { done: true, value: undefined };
      },
    }),
  };
}

function contentOf(record: WARCRecord): Content | undefined {
  const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
  switch (record.warcType) {
    case 'response':
    case 'resource':
      if (record.httpHeaders !== null && Number(record.httpHeaders.statusCode) !== 200) return undefined;
      if (/\b(?:rss|atom|rdf)\+xml|\btext\/xml|\bapplication\/xml\b/i.test(type)) return 'feed';
      return /\bx?html\b/i.test(type) ? 'html' : undefined;
    case 'conversion':
      return /\btext\/plain\b/i.test(type) ? 'text' : undefined;
    case 'metadata':
      return /\bapplication\/json\b/i.test(type) ? 'exported' : undefined;
    default:
      return undefined;
  }
}

async function* resultsOf(
  record: WARCRecord,
  content: Content,
  file: string,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  // The content with transfer and content encodings undone, never more than one page may have.
  const bytes = await wholeOf(record.contentReader);
  const type = record.httpHeaders?.headers.get('content-type') ?? '';
  if (content === 'feed') {
    const { text } = decoded(bytes, type);
    // A document of XML that is no feed is no article either; it was not saved as one.
    if (/<(?:\w+:)?(?:rss|feed|rdf|urlset)\b/i.test(text.slice(0, 4096)))
      yield* readXml(bufferSource(file, Buffer.from(text)), options);
    return;
  }
  if (content === 'exported') {
    const value = parseJson(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null && OWN_FORMAT in value) yield* readRecord(value, file, 1);
    return;
  }
  const { text, remark } = decoded(bytes, type);
  const address = record.warcTargetURI?.replace(/^<|>$/g, '') || undefined;
  if (remark !== undefined) {
    yield { problem: { file, line: 1, effect: 'kept', reason: `${address ?? 'a page'}: ${remark}` } };
  }
  if (content === 'html') yield* readHtml(text, file, address);
  else yield* extractedText(text, address);
}

function decoded(bytes: Buffer, type: string): { text: string; remark?: string } {
  const found = decode(bytes, /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1]);
  if (found === undefined) throw new Error('its encoding is not known');
  return found;
}

/** The text of a page, whose first line is its title. */
function* extractedText(text: string, url: string | undefined): Generator<ReadResult> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return;
  const hasTitle = lines[first]!.length <= MAX_TITLE_LENGTH;
  const body = lines
    .slice(hasTitle ? first + 1 : first)
    .join('\n')
    .trimEnd();
  const source = url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./, '');
  const title = hasTitle ? lines[first]!.trim() : '';
  yield {
    article: { title, body, ...(url !== undefined && { url }), ...(source && { source }), keywords: [] },
    line: 1,
  };
}

/** When the page was captured, as an ISO instant. */
function captureTime(record: WARCRecord): string | undefined {
  const time = Date.parse(record.warcDate ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
