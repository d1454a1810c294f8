/** How lisan writes articles to files, so that ingesting them again gives the same articles. */
import { randomUUID } from 'node:crypto';
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

/** The record of an article in a web archive: metadata about its address. */
export function warcRecord(article: StoredArticle): string {
  const content = jsonLine(article);
  const address = article.url === undefined ? null : URL.parse(article.url);
  const uri = address?.href ?? `urn:lisan:${encodeURIComponent(article.id.toWellFormed())}`;
  const head = [
    'WARC/1.1',
    'WARC-Type: metadata',
    `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
    `WARC-Target-URI: ${uri}`,
    `WARC-Date: ${new Date().toISOString()}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(content)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${content}\r\n\r\n`;
}

export interface ExportFormat {
  /** Before the first article. */
  head: string;
  write(article: StoredArticle): string;
}

/** The formats of `lisan export`. */
export const EXPORT_FORMATS = {
  jsonl: { head: '', write: jsonLine },
  csv: { head: CSV_HEAD, write: csvLine },
  warc: { head: '', write: warcRecord },
} as const satisfies Record<string, ExportFormat>;

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
