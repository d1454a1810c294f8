/**
 * JSON: a list of records, an object that holds one, or one record. Read as a stream. The list is found by the names
 * that APIs, search engines and exports use, or given with `--records`.
 */
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import { type Source, wholeOf } from '../byte-source.ts';
import { decode, decodeStream } from '../charset.ts';
import { fieldOf } from '../field-names.ts';
import { areColumnNames, recordPathIn, recordsOfTable, tableShapeOf } from '../json-shape.ts';
import { jsonRecords, MAX_RECORD_LENGTH } from '../json-stream.ts';
import { parseLooseJson } from '../json-value.ts';
import type { ReadOptions } from '../read-options.ts';
import { plainText, type RecordOptions, readRecord } from '../record.ts';
import { telegramChat, telegramMessage } from './telegram.ts';

/** Where lists of records are, the most specific first. */
const LISTS = [
  'articles',
  'data.articles',
  'response.results',
  'response.docs',
  'hits.hits',
  'messages',
  'items',
  'data.items',
  'results',
  'data.results',
  '@graph',
  'posts',
  'entries',
  'feed.entries',
  'documents',
  'docs',
  'records',
  'rows',
  'news',
  'stories',
  'data',
  'response',
  'value',
  'content',
] as const;
/** Lists of an object that has a title of its own: a feed (JSON Feed), a collection. In others it is the article. */
const COLLECTIONS: ReadonlySet<string> = new Set([
  ...['articles', 'items', 'posts', 'entries', 'results', 'documents', 'docs', 'records', 'news', 'stories'],
]);
/** Largest table that is written as JSON. */
const MAX_TABLE_BYTES = 64 * 1024 * 1024;
/** Characters in which the kind of an object is looked for. */
const HEAD_LENGTH = 64 * 1024;

export async function* readJson(
  { file, bytes }: Source,
  { records, ...options }: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  const skipped = (line: number, reason: string): ReadResult => ({
    problem: { file, line, effect: 'skipped', reason },
  });
  const head = await headOf(bytes());
  const isObject = /^\uFEFF?\s*\{/.test(head);
  const isTable = records === undefined && (isObject ? tableShapeOf(head) !== undefined : isListOfRows(head));
  if (isTable) {
    yield* readTable(bytes, file, options);
    return;
  }
  const path = records ?? (isObject ? listIn(head) : '');
  const chat = isObject && records === undefined ? telegramChat(head) : undefined;
  let count = 0;
  let line = 1;
  try {
    for await (const piece of jsonRecords(decodeStream(bytes()), path ?? '')) {
      count++;
      line = piece.line;
      if (piece.text === undefined) {
        yield skipped(line, `the record is longer than ${MAX_RECORD_LENGTH / 1024 / 1024} Mi characters`);
        continue;
      }
      let record: unknown;
      try {
        record = parseLooseJson(piece.text);
        if (piece.key !== undefined) record = { id: piece.key, ...(record as object) };
      } catch (thrown) {
        yield skipped(line, `not JSON: ${messageOf(thrown)}`);
        continue;
      }
      if (chat === undefined)
        yield* fromFeed(
          readRecord(record, file, line, options),
          path && isObject ? titleIn(head) : undefined,
        );
      else {
        const message = telegramMessage(record, chat);
        if (message !== undefined) yield* readRecord(message, file, line, options);
      }
    }
    if (count === 0) {
      yield skipped(
        1,
        records === undefined
          ? 'there is no record in it: say with --records where they are'
          : `there is no record at ${JSON.stringify(records)}`,
      );
    }
  } catch (thrown) {
    yield skipped(line, `the rest cannot be read as JSON: ${messageOf(thrown)}`);
  }
}

/** A table that was written as JSON is read as a whole: its rows are known only at its end. */
async function* readTable(
  bytes: Source['bytes'],
  file: string,
  options: RecordOptions,
): AsyncGenerator<ReadResult> {
  const problem = (reason: string): ReadResult => ({ problem: { file, line: 1, effect: 'skipped', reason } });
  try {
    const decoded = decode(await wholeOf(bytes(), MAX_TABLE_BYTES));
    const rows = recordsOfTable(parseLooseJson((decoded?.text ?? '').replace(/^\uFEFF/, '')));
    for (const [index, row] of rows.entries()) yield* readRecord(row, file, index + 1, options);
  } catch (thrown) {
    yield problem(`it cannot be read as a table in JSON: ${messageOf(thrown)}`);
  }
}

/** Whether a list begins with a list of names of columns. */
function isListOfRows(head: string): boolean {
  const first = /^\uFEFF?\s*\[\s*(\[[^[\]{}]{0,4000}\])\s*,\s*\[/.exec(head)?.[1];
  try {
    return first !== undefined && areColumnNames(JSON.parse(first));
  } catch {
    return false;
  }
}

async function headOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  let head = '';
  for await (const chunk of decodeStream(bytes)) {
    head += chunk;
    if (head.length >= HEAD_LENGTH) break;
  }
  return head;
}

/** The path of the list of records in an object; `undefined` if the object itself is a record. */
function listIn(head: string): string | undefined {
  const keys = topKeys(head);
  const says = (wanted: string): boolean =>
    [...keys].some((key) => fieldOf(key)?.field === wanted && !keys.has('messages') && isText(head, key));
  if (says('body')) return undefined;
  const isTitled = says('title');
  const usual = LISTS.find((path) => {
    if (isTitled && !COLLECTIONS.has(path)) return false;
    const [first, second] = path.split('.') as [string, string?];
    if (!keys.has(first)) return false;
    if (second === undefined) return new RegExp(`"${first}"\\s*:\\s*\\[\\s*[\\[{]`).test(head);
    return new RegExp(`"${first}"\\s*:\\s*\\{[\\s\\S]*?"${second}"\\s*:\\s*\\[`).test(head);
  });
  return usual ?? (isTitled ? undefined : recordPathIn(head));
}

/** The title of a feed, before its items: JSON Feed. */
function titleIn(head: string): string | undefined {
  const found =
    /^\uFEFF?\s*\{(?:\s*"[^"\\]*"\s*:\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"|[\w.+-]+)\s*,)*?\s*"title"\s*:\s*("[^"\\]*(?:\\.[^"\\]*)*")/.exec(
      head,
    )?.[1];
  return found === undefined ? undefined : plainText(parseLooseJson(found)).trim() || undefined;
}

/** Articles of a feed have its title as their source, unless they name another. */
function* fromFeed(results: Iterable<ReadResult>, title: string | undefined): Generator<ReadResult> {
  for (const result of results) {
    if ('article' in result && title !== undefined && result.article.source === undefined)
      yield { ...result, article: { ...result.article, source: title } };
    else yield result;
  }
}

/** Keys of the root object that are in the head. */
function topKeys(head: string): Set<string> {
  const keys = new Set<string>();
  let depth = 0;
  for (const [token] of head.matchAll(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 1 && token.endsWith(':')) keys.add(token.slice(1, token.lastIndexOf('"')));
  }
  return keys;
}

function isText(head: string, key: string): boolean {
  return new RegExp(`"${key.replace(/[^\w]/g, '\\$&')}"\\s*:\\s*"`).test(head);
}
