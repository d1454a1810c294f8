/** Lists of queries, and their hits, as tables (CSV). */
import { parse } from 'csv-parse/sync';
import { cell, uncell } from '../../common/csv-cell.ts';
import { LisanError } from '../../common/errors.ts';
import type { BatchResult } from './batch.ts';

/** Names of the column with the queries, if the first row has names. */
const QUERY_COLUMNS = ['query', 'q', 'name', 'sorgu', 'ad', 'запрос', 'имя', 'استعلام', 'اسم'];

/**
 * The queries of a table: of the column that is called so, otherwise of the first one. Empty cells are no queries.
 * @throws LisanError `invalid_batch`.
 */
export function queriesOf(text: string): string[] {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LisanError({
      code: 'invalid_batch',
      message: `The list of queries cannot be read: ${reason}.`,
      remedy:
        'Write one query a line, or a table (CSV) with the queries in the first column or in one called query.',
      status: 400,
      cause,
    });
  }
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const named = head.findIndex((name) => QUERY_COLUMNS.includes(name));
  return (named === -1 ? rows : rows.slice(1))
    .map((row) => uncell((row[Math.max(named, 0)] ?? '').trim()))
    .filter((query) => query !== '');
}

const COLUMNS = [
  'position',
  'query',
  'total',
  'relation',
  'remarks',
  'rank',
  'id',
  'title',
  'source',
  'publishedAt',
  'url',
  'excerpt',
];

export const BATCH_HEAD = `${COLUMNS.join(',')}\r\n`;

/** A row for each hit; one row without a hit for a query that has none. */
export function batchRows({ position, query, total, relation, notices, error, hits }: BatchResult): string {
  const remarks = [...notices, ...(error === undefined ? [] : [`${error.code}: ${error.message}`])].join(
    '; ',
  );
  const about = [position, cell(query), total, relation, cell(remarks)];
  const rows = hits.map(({ id, title, source, publishedAt, url, excerpt }, index) => [
    index + 1,
    ...[id, title, source ?? '', publishedAt ?? '', url ?? '', excerpt].map(cell),
  ]);
  return (rows.length === 0 ? [['', '', '', '', '', '', '']] : rows)
    .map((row) => `${[...about, ...row].join(',')}\r\n`)
    .join('');
}
