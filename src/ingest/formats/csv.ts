/** CSV and TSV with a row of column names, read as a stream. The columns are those of JSON Lines, in any order. */
import { parse } from 'csv-parse';
import { foldLatin } from '../../analysis/folding/latin.ts';
import type { Column } from '../../analysis/language.ts';
import { LANGUAGES } from '../../analysis/languages/list.ts';
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import { encodingOf } from '../charset.ts';
import { readRecord } from './jsonl.ts';

/** Longest row, in bytes, and bytes from which encoding and delimiter are told. */
const ROW = 16 * 1024 * 1024;
const SAMPLE = 256 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Folded name of a column -> the field it holds. */
const FIELD_OF = new Map<string, Column>(
  LANGUAGES.flatMap(({ columnNames = {} }) =>
    Object.entries(columnNames).flatMap(([field, names]) =>
      names.map((name): [string, Column] => [plain(name), field as Column]),
    ),
  ),
);

export async function* readCsv({ file, bytes }: Source): AsyncGenerator<ReadResult> {
  const skipped = (line: number, reason: string): ReadResult => ({
    problem: { file, line, effect: 'skipped', reason },
  });
  const { head, rest } = await headOf(bytes());
  const encoding = encodingOf(head, undefined, head.length < SAMPLE);
  if (encoding === undefined) {
    yield skipped(1, 'its encoding is not known');
    return;
  }
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(new TextDecoder(encoding).decode(head)),
    // Names that are not known are no columns; without a known one there is nothing to read.
    columns: (names: string[]) => names.map((name) => FIELD_OF.get(plain(name)) ?? false),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: ROW,
  });
  const feeding = feed(parser, rest, encoding);
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      if (rows++ === 0 && record.title === undefined && record.body === undefined) {
        yield skipped(1, 'the first row names neither a title nor a body');
        return;
      }
      yield* readRecord(record, file, info.lines);
    }
    if (rows === 0) yield skipped(1, 'there is no row below the names of the columns');
  } catch (thrown) {
    const line = (thrown as { lines?: number }).lines ?? 1;
    yield skipped(line, `the rest cannot be read as CSV: ${messageOf(thrown)}`);
  } finally {
    parser.destroy();
    await feeding;
  }
}

/** Lower case without diacritics, spaces and hyphens. */
function plain(name: string): string {
  return foldLatin(name.trim().replaceAll('İ', 'i').toLowerCase()).replace(/[\s_-]/g, '');
}

/** The delimiter that the first line has most of, outside of quotation marks. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '\n') break;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const count = (delimiter: string): number => counts.get(delimiter) ?? 0;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** The first bytes, and all of them from the beginning. */
async function headOf(bytes: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < SAMPLE) {
    const { done, value } = await iterator.next();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    try {
      yield* chunks;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(chunks), rest: all() };
}

/** Decodes bytes into the parser; what is wrong with them is an error of the parser. */
async function feed(
  parser: ReturnType<typeof parse>,
  bytes: AsyncIterable<Buffer>,
  encoding: string,
): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of bytes) {
      if (parser.destroyed) return;
      if (!parser.write(decoder.decode(chunk, { stream: true })))
        await new Promise<void>((resolve) => parser.once('drain', resolve).once('close', resolve));
    }
    parser.end(decoder.decode());
  } catch (thrown) {
    parser.destroy(thrown instanceof Error ? thrown : new Error(messageOf(thrown)));
  }
}
