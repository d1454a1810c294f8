/** From an article to the row that the archive stores, and back. */
import type { SQLOutputValue } from 'node:sqlite';
import { LisanError } from '../common/errors.ts';
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
  /** JSON. */
  content: string;
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

/** The article of a row; `undefined` where the stored text is not what was stored. */
export function intactArticle(row: RawArticle | Row): StoredArticle | undefined {
  try {
    const article = deserialise(String(row.content));
    if (row.deleted !== 1 && contentHash(article) !== row.hash) return undefined;
    return {
      ...article,
      id: String(row.id),
      revision: Number(row.revision),
      sequence: Number(row.sequence),
      deleted: row.deleted === 1,
    };
  } catch {
    return undefined;
  }
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

/** The article of a row. @throws LisanError `document_damaged` if it is not what was stored. */
export function readableArticle(row: RawArticle | Row): StoredArticle {
  const article = intactArticle(row);
  if (article === undefined) throw damagedDocument(String(row.id));
  return article;
}

export function damagedDocument(id: string): LisanError {
  return new LisanError({
    code: 'document_damaged',
    message: `The stored text of document ${JSON.stringify(id)} is damaged.`,
    remedy: 'Ingest the article again, or restore the archive from a backup.',
    status: 500,
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
