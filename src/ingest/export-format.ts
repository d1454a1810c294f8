/** How lisan writes articles to files, so that ingesting them again gives the same articles. */
import { cell } from '../common/csv-cell.ts';
import type { Article, StoredArticle } from '../common/types.ts';
import { OWN_FORMAT } from './record.ts';

/** Version of the format, written as the field `lisan` of each record. */
const VERSION = 1;

/** Columns of a table, and fields of a line of JSON, in this order. */
export const EXPORT_FIELDS = [
  'id',
  'title',
  'source',
  'publishedAt',
  'publishedText',
  'url',
  'keywords',
  'authors',
  'section',
  'image',
  'language',
  'fields',
  'page',
  'body',
] as const satisfies readonly (keyof Article)[];

/** The line of an article in JSON Lines, with its line feed. */
export function jsonLine(article: StoredArticle): string {
  const record: Record<string, unknown> = { [OWN_FORMAT]: VERSION };
  for (const field of EXPORT_FIELDS) record[field] = article[field];
  return `${JSON.stringify(record)}\n`;
}

/** The first row of a table. */
export const CSV_HEAD = `${OWN_FORMAT},${EXPORT_FIELDS.join(',')}\r\n`;

/** The row of an article in a table. Lists that a comma or semicolon could split, and further fields, are JSON. */
export function csvLine(article: StoredArticle): string {
  const cells = EXPORT_FIELDS.map((field) => cell(cellText(article[field])));
  return `${[VERSION, ...cells].join(',')}\r\n`;
}

function cellText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (
    Array.isArray(value) &&
    value.every((item) => /^[^\s,;،؛|[{"][^,;،؛|]*$/u.test(item) && item === item.trim())
  )
    return value.join('; ');
  return JSON.stringify(value);
}
