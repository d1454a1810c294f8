/** JSON Lines: one record a line, read as a stream; a line that is no article is reported and the rest goes on. */
import { z } from 'zod';
import { messageOf } from '../../common/errors.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import { readDate } from '../dates.ts';
import { splitKeywords } from './scraped-page.ts';

/** Longest line, in bytes. */
const LINE = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;

const text = z.string().nullish();
/** A record as it comes; fields that are not named here are ignored. */
export const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: text,
  body: text,
  text,
  url: text,
  source: text,
  publishedAt: text,
  keywords: z.union([z.string(), z.array(z.string())]).nullish(),
});

/** Articles of a JSONL file. Fields: id, title, body or text, url, source, publishedAt, keywords; others are ignored. */
export async function* readJsonl({ file, bytes }: Source): AsyncGenerator<ReadResult> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  for await (const line of linesOf(bytes())) {
    number++;
    const skipped = (reason: string): ReadResult => ({
      problem: { file, line: number, effect: 'skipped', reason },
    });
    if (line === undefined) {
      yield skipped(`the line is longer than ${LINE / 1024 / 1024} MiB`);
      continue;
    }
    let record: unknown;
    try {
      const decoded = decoder.decode(line);
      if (decoded.trim() === '') continue;
      record = JSON.parse(decoded);
    } catch (cause) {
      yield skipped(cause instanceof SyntaxError ? `no JSON: ${messageOf(cause)}` : 'the line is not UTF-8');
      continue;
    }
    yield* readRecord(record, file, number);
  }
}

/** One record as an article. */
export function* readRecord(record: unknown, file: string, line: number): Generator<ReadResult> {
  const result = recordSchema.safeParse(record);
  if (!result.success) {
    const [issue] = result.error.issues;
    yield {
      problem: {
        file,
        line,
        effect: 'skipped',
        reason: `${issue?.path.join('.') || 'the record'}: ${issue?.message}`,
      },
    };
    return;
  }
  const { id, title, url, source, publishedAt, keywords } = result.data;
  const body = (result.data.body || result.data.text || '').replace(/\r\n?/g, '\n');
  if (!title?.trim() && body.trim() === '') {
    yield { problem: { file, line, effect: 'skipped', reason: 'neither title nor body' } };
    return;
  }
  const date = publishedAt ? readDate(publishedAt) : undefined;
  const article: Article = {
    ...(id != null && String(id) !== '' && { id: String(id) }),
    title: title ?? '',
    body,
    ...(url && { url }),
    ...(source && { source }),
    ...(date !== undefined && { publishedAt: date }),
    ...(publishedAt && { publishedText: publishedAt }),
    keywords: typeof keywords === 'string' ? splitKeywords(keywords) : (keywords ?? []),
  };
  if (publishedAt && date === undefined) {
    yield {
      problem: {
        file,
        line,
        effect: 'kept',
        reason: `the date ${JSON.stringify(publishedAt)} was not understood`,
      },
    };
  }
  yield { article, line };
}

/** Lines as bytes; `undefined` for one that is too long, whose bytes are passed over. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array | undefined> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): Uint8Array | undefined => {
    const line = length > LINE ? undefined : withoutMark(Buffer.concat(parts));
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      parts.push(chunk.subarray(start, end));
      length += end - start;
      yield take();
      start = end + 1;
    }
    length += chunk.length - start;
    if (length <= LINE) parts.push(chunk.subarray(start));
    else parts = [];
  }
  if (length > 0) yield take();
}

/** Without a byte order mark. */
function withoutMark(line: Buffer): Buffer {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}
