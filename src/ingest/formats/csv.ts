/** CSV and TSV with a row of column names, read as a stream. Columns have the names of `field-names.ts`, in any order. */
import { type CsvError, type Info, type Parser, parse } from 'csv-parse';
import { uncell } from '../../common/csv-cell.ts';
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import { decodeStream, remarkOn } from '../charset.ts';
import { fieldOf } from '../field-names.ts';
import type { ReadOptions } from '../read-options.ts';
import { OWN_FORMAT, readRecord } from '../record.ts';

/** Longest row, in bytes. */
const MAX_ROW_BYTES = 16 * 1024 * 1024;
/** Characters from which the delimiter is found. */
const SAMPLE_LENGTH = 64 * 1024;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Those that only count if the names between them are known. */
const RARE_DELIMITERS = ['\u0001', '~', '^'] as const;
/** Rows above the names of the columns: titles, comments. */
const MAX_ROWS_ABOVE = 10;
/** Known names that make a row below others the row of names. */
const MIN_NAMES_BELOW = 2;
/** Maximum number of broken rows after which reading resumes at the next line. */
const MAX_RESTARTS = 20;

interface Dialect {
  delimiter: string;
  quote: '"' | "'";
  escape: '"' | "'" | '\\';
  /** 1-based line of the row of names. */
  firstLine: number;
}

interface Row {
  cells: string[];
  /** 1-based line where it starts. */
  line: number;
}

/** The articles of a table. Broken rows are reported, and reading continues with the line after. */
export async function* readCsv(
  { file, bytes }: Source,
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  const skipped = (line: number, reason: string): ReadResult => ({
    problem: { file, line, effect: 'skipped', reason },
  });
  let dialect: Dialect;
  try {
    dialect = dialectOf(await headOf(bytes()));
  } catch (thrown) {
    yield skipped(1, messageOf(thrown));
    return;
  }
  let from = dialect.firstLine;
  let names = numberedColumns(options);
  let rows = 0;
  const above: Row[] = [];
  for (let restarts = 0; ; restarts++) {
    const broken: { line: number; reason: string }[] = [];
    for await (const { cells, line } of rowsFrom(bytes(), dialect, from, broken)) {
      if (names === undefined) {
        const found = uniqueNames(cells);
        if (canBeArticles(found, options) && (above.length === 0 || knownNames(found) >= MIN_NAMES_BELOW)) {
          names = found;
          if (above.length > 0) {
            const reason =
              above.length === 1
                ? '1 row above the names of the columns is no article'
                : `${above.length} rows above the names of the columns are no articles`;
            yield { problem: { file, line, effect: 'kept', reason } };
          }
        } else if (above.push({ cells, line }) > MAX_ROWS_ABOVE) {
          yield withoutNames(above[0]!, file);
          return;
        }
        continue;
      }
      const remark = cells.map(remarkOn).find((some) => some !== undefined);
      if (remark !== undefined) yield { problem: { file, line, effect: 'kept', reason: remark } };
      yield* readRecord(recordOf(names, cells, rows++), file, line, options);
    }
    const [failure] = broken;
    if (failure === undefined) break;
    const { line, reason } = failure;
    if (restarts === MAX_RESTARTS) {
      yield skipped(line, `the rest cannot be read as CSV: ${reason}`);
      return;
    }
    yield skipped(line, `the row cannot be read as CSV: ${reason}`);
    from = line + 1;
  }
  if (names === undefined && above.length > 0) yield withoutNames(above[0]!, file);
  else if (rows === 0) yield skipped(dialect.firstLine, 'there is no row below the names of the columns');
}

/** A table of which no column is known. */
function withoutNames({ cells, line }: Row, file: string): ReadResult {
  const names = cells.slice(0, 8).map((name) => JSON.stringify(name));
  const reason = `no column is known as a title or a body (${names.join(', ')}): name them with --map title=NAME --map body=NAME, or by number in a table without a row of names`;
  return { problem: { file, line, effect: 'skipped', reason } };
}

const knownNames = (names: readonly string[]): number =>
  names.filter((name) => fieldOf(name) !== undefined).length;

/**
 * Rows from line `from` on, as long as they can be read. The first one that cannot is added to `broken`. The parser's
 * own stream would lose the rows that it has parsed but not handed out when it fails, so they are collected here.
 */
async function* rowsFrom(
  bytes: AsyncIterable<Buffer>,
  { delimiter, quote, escape: escapeSign }: Dialect,
  from: number,
  broken: { line: number; reason: string }[],
): AsyncGenerator<Row> {
  let queue: Row[] = [];
  let nextLine = from;
  let emptyLines = 0;
  const parser = parse({
    bom: true,
    delimiter,
    quote,
    escape: escapeSign,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
    on_record: (cells: string[], { lines, empty_lines }: Info) => {
      queue.push({ cells, line: nextLine + empty_lines - emptyLines });
      nextLine = from + lines;
      emptyLines = empty_lines;
      return null;
    },
  });
  const fail = (thrown: unknown): void => {
    const { code } = thrown as CsvError;
    const reason = code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is never closed' : messageOf(thrown);
    broken.push({ line: nextLine, reason });
  };
  try {
    for await (const text of linesFrom(from, withLineFeeds(decodeStream(bytes)))) {
      await written(parser, text);
      yield* queue;
      queue = [];
    }
    await written(parser);
  } catch (thrown) {
    fail(thrown);
  } finally {
    parser.destroy();
  }
  yield* queue;
}

/** The text from a line on, counted from 1. The parser's own option would look for quotation marks before that line. */
async function* linesFrom(from: number, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let missing = from - 1;
  for await (const chunk of chunks) {
    let start = 0;
    while (missing > 0) {
      const end = chunk.indexOf('\n', start);
      if (end === -1) break;
      start = end + 1;
      missing--;
    }
    if (missing === 0 && start < chunk.length) yield chunk.slice(start);
  }
}

/** Every end of a line as one line feed: the parser would count the two signs of Windows as two lines. */
async function* withLineFeeds(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of chunks) {
    const text = held + chunk;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

/** Writes a piece of text, or ends the parser, and waits until it has been parsed. */
function written(parser: Parser, text?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject);
    const done = (thrown?: Error | null): void => {
      parser.off('error', reject);
      if (thrown) reject(thrown);
      else resolve();
    };
    if (text === undefined) parser.end(done);
    else parser.write(text, done);
  });
}

/** The record of a row; cells without a name are numbered. */
function recordOf(names: readonly string[], cells: readonly string[], row: number): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null);
  cells.forEach((cell, index) => {
    const name = names[index] || `column ${index + 1}`;
    // The row numbers that pandas writes are no data.
    if (index === 0 && !names[0] && cell === String(row)) return;
    if (index === 0 && /^unnamed: 0$/i.test(names[0] ?? '') && cell === String(row)) return;
    record[name] = cell;
  });
  return names[0] === OWN_FORMAT ? exportedRecord(record) : record;
}

/** A row of lisan's own export: lists and further fields are JSON, and formulas have an apostrophe before them. */
function exportedRecord(row: Record<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const text = uncell(String(value));
    if (text === '' && name !== 'title' && name !== 'body') continue;
    record[name] = text;
    if (name === 'fields' || ((name === 'keywords' || name === 'authors') && text.startsWith('[')))
      record[name] = JSON.parse(text);
    else if (name === 'keywords' || name === 'authors') record[name] = text.split('; ');
  }
  return record;
}

/** Column names that a map gives by number; then there is no header row. */
function numberedColumns({ map = {} }: ReadOptions): string[] | undefined {
  const targets = Object.values(map);
  if (targets.length === 0 || !targets.every((name) => /^[1-9]\d{0,3}$/.test(name))) return undefined;
  return Array.from({ length: Math.max(...targets.map(Number)) }, (_, index) => String(index + 1));
}

function uniqueNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const name = cell.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 || name === '' ? name : `${name} ${times}`;
  });
}

function canBeArticles(names: readonly string[], { map = {} }: ReadOptions): boolean {
  return (
    Object.keys(map).some((field) => ['title', 'body', 'summary'].includes(field)) ||
    names.some((name) => ['title', 'body', 'summary'].includes(fieldOf(name)?.field ?? ''))
  );
}

async function headOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  let head = '';
  for await (const text of decodeStream(bytes)) {
    head += text;
    if (head.length >= SAMPLE_LENGTH) break;
  }
  return head.replace(/^\uFEFF/, '');
}

function dialectOf(head: string): Dialect {
  const named = /^"?sep=(.)"?\r?\n/i.exec(head);
  const text = named === null ? head : head.slice(named[0].length);
  const delimiter = named?.[1] ?? delimiterOf(text);
  const quote = hasSingleQuotes(text, delimiter) ? "'" : '"';
  return {
    delimiter,
    quote,
    escape: /\\"/.test(text) && !/""/.test(text.replaceAll('\\"', '')) ? '\\' : quote,
    firstLine: named === null ? 1 : 2,
  };
}

/** Whether cells stand within single quotation marks; apostrophes begin and end words, and seldom cells. */
function hasSingleQuotes(text: string, delimiter: string): boolean {
  if (text.includes('"')) return false;
  const lines = text
    .split(/\r\n?|\n/)
    .slice(1, 51)
    .filter((line) => line.trim() !== '');
  const cell = delimiter.replace(/[|^.\\]/g, '\\$&');
  const quoted = new RegExp(`(?:^|${cell})'[^']*(?:''[^']*)*'(?=${cell}|$)`);
  return lines.length > 0 && lines.every((line) => quoted.test(line));
}

/**
 * The delimiter between known names in one of the first lines; else the one that splits the first line into the most
 * columns, outside of quotation marks.
 */
export function delimiterOf(text: string): string {
  const counted = mostFrequentDelimiter(text);
  const lines = text.split(/\r\n?|\n/, MAX_ROWS_ABOVE + 1);
  const namesBy = (delimiter: string): number =>
    Math.max(
      ...lines.map((line) => knownNames(line.split(delimiter).map((name) => name.replace(/^"|"$/g, '')))),
    );
  const [best, names]: readonly [string, number] = [...DELIMITERS, ...RARE_DELIMITERS]
    .map((delimiter) => [delimiter, namesBy(delimiter)] as const)
    .reduce<readonly [string, number]>(
      (one, other) => (other[1] > one[1] ? other : one),
      [counted, namesBy(counted)],
    );
  return names >= MIN_NAMES_BELOW ? best : counted;
}

function mostFrequentDelimiter(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r') && counts.size > 0) break;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const count = (delimiter: string): number => counts.get(delimiter) ?? 0;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
