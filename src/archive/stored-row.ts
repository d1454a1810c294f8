/** From an article to the row that the archive stores, and back. */
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { LisanError } from '../common/errors.ts';
import { checksumWith, checksumWithUtf8, DAMAGED_CHECKSUM, rowChecksum } from '../common/row-checksum.ts';
import type { Article, StoredArticle } from '../common/types.ts';
import { contentHash } from './document-id.ts';

export type Row = Record<string, SQLOutputValue>;

/** A document as it is on disk. */
export interface RawArticle {
  id: string;
  revision: number;
  sequence: number;
  /** 1 for a tombstone. */
  deleted: number;
  /** `contentHash` of the content; empty for a tombstone. */
  hash: string;
  /** JSON as UTF-8, which is made a string much faster than by SQLite; null if it is damaged and no text. */
  content: Uint8Array | null;
  page: string | null;
  stored_at: string;
  /** `rowChecksum` of the others. */
  checksum: number;
}

/** Beginning of a statement whose rows are `RawArticle`s. */
export const RAW_ARTICLES = `SELECT id, revision, sequence, deleted, hash,
  CASE typeof(content) WHEN 'text' THEN CAST(content AS BLOB) END AS content, page, stored_at, checksum
  FROM documents`;

/** Whether a row of `documents` is as it was written. */
export const isIntact = (row: RawArticle | Row): boolean => intactContent(row) !== undefined;

/** The content of a row as text; `undefined` if the row is not as it was written. */
function intactContent(row: RawArticle | Row): string | undefined {
  const { id, revision, sequence, deleted, hash, content, page, stored_at, checksum } = row as RawArticle;
  if (content === null) return undefined;
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
  const head = rowChecksum(id, revision, sequence, deleted, hash);
  const whole = checksumWith(checksumWithUtf8(head, content, text.length), page, stored_at);
  return whole === checksum ? text : undefined;
}

/** Whether a row of `revisions` is as it was written. */
export function isIntactRevision({ id, revision, content, stored_at, checksum }: Row): boolean {
  return rowChecksum(...([id, revision, content, stored_at] as SQLInputValue[])) === checksum;
}

/** Checksum of a row of `documents` that never had one: it is valid if the content is that of its hash. */
export function firstChecksum(...values: SQLInputValue[]): number {
  const [, , , deleted, hash, content] = values;
  try {
    if (deleted !== 1 && contentHash(deserialise(String(content))) !== hash) return DAMAGED_CHECKSUM;
    return rowChecksum(...values);
  } catch {
    return DAMAGED_CHECKSUM;
  }
}

/** JSON escapes what UTF-8 cannot hold (half a surrogate pair), so every string comes back as it was. */
export function serialise(article: Article): string {
  const { id: _, ...content } = article;
  return JSON.stringify(content);
}

/** @throws SyntaxError where the JSON is damaged. */
export function deserialise(content: string): Article {
  return { keywords: [], title: '', body: '', ...JSON.parse(content) };
}

/** The article of a row; `undefined` if the row is not as it was written. */
export function intactArticle(row: RawArticle | Row): StoredArticle | undefined {
  const content = intactContent(row);
  if (content === undefined) return undefined;
  return {
    ...deserialise(content),
    id: String(row.id),
    revision: Number(row.revision),
    sequence: Number(row.sequence),
    deleted: row.deleted === 1,
  };
}

/** The article of a row. A damaged one has no text and is marked as `damaged` and `deleted`, so that no index has it. */
export function toArticle(row: RawArticle | Row): StoredArticle {
  return (
    intactArticle(row) ?? {
      id: String(row.id),
      revision: Number(row.revision),
      sequence: Number(row.sequence),
      title: '',
      body: '',
      keywords: [],
      deleted: true,
      damaged: true,
    }
  );
}

export function damagedDocument(id: string): LisanError {
  return new LisanError({
    code: 'document_damaged',
    message: `The stored text of document ${JSON.stringify(id)} is damaged.`,
    remedy:
      'Run `lisan repair`, or `lisan repair --from BACKUP`; or ingest the article again. All others are intact.',
    // It is known and no longer there: neither a fault of the request nor of the service.
    status: 410,
  });
}

export function unknownDocument(id: string): LisanError {
  return new LisanError({
    code: 'document_unknown',
    message: `There is no document ${JSON.stringify(id)}.`,
    remedy: 'Take ids from the hits of a search.',
    status: 404,
  });
}
