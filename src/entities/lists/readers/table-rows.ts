/** Rows of CSV or TSV with a row of column names, as objects; broken rows are told and left out. */
import { parse } from 'csv-parse';
import { messageOf } from '../../../common/errors.ts';
import type { ListItem, ListSource } from '../listed.ts';

export type TableRow = Readonly<Record<string, string>>;

/** The column names of the first line. */
export function columnsOf(head: string): string[] {
  const [first = ''] = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  return first.split(separatorOf(first)).map((name) => name.trim().replace(/^"|"$/g, ''));
}

/** Each row with its line number. Column names are taken as they are written. */
export async function* tableRows(
  source: ListSource,
): AsyncGenerator<{ line: number; row: TableRow } | Extract<ListItem, { broken: unknown }>> {
  const broken: Extract<ListItem, { broken: unknown }>[] = [];
  let first = '';
  const chunks = source.text()[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    first += value;
    if (first.includes('\n')) break;
  }
  async function* all(): AsyncGenerator<string> {
    yield first;
    for (;;) {
      const { done, value } = await chunks.next();
      if (done === true) return;
      yield value;
    }
  }
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim()),
    delimiter: separatorOf(first.split(/\r?\n/, 1)[0]!),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    info: true,
  });
  parser.on('skip', (error: Error & { lines?: number }) =>
    broken.push({ broken: { line: error.lines ?? 0, reason: `the row is not CSV (${error.message})` } }),
  );
  const feeding = (async () => {
    for await (const chunk of all())
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve));
    parser.end();
  })().catch((thrown) => parser.destroy(thrown));
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: TableRow;
      info: { lines: number };
    }>) {
      yield* broken.splice(0);
      yield { line: info.lines, row: record };
    }
    yield* broken.splice(0);
  } catch (thrown) {
    yield* broken.splice(0);
    yield { broken: { line: 0, reason: `the rest cannot be read as CSV (${messageOf(thrown)})` } };
  }
  await feeding;
}

function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((separator) => [separator, line.split(separator).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
