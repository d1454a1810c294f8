/**
 * `GET /api/search.jsonl` and `GET /api/search.csv`: the documents of a search, streamed in order. JSON Lines are what
 * `lisan ingest` reads. Nothing is held but one batch, and a client that reads slowly is waited for.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import { cell } from '../../common/csv-cell.ts';
import type { StoredArticle } from '../../common/types.ts';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { readExport } from '../schemas/parameters.ts';

/** Documents that are looked up at once. */
const BATCH = 300;

const COLUMNS = ['id', 'title', 'source', 'publishedAt', 'url', 'keywords', 'body'] as const;

type Writer = (article: StoredArticle) => string;

const jsonLine: Writer = ({ id, title, body, url, source, publishedAt, publishedText, keywords }) => {
  // A date that was not understood is written as it stood, so that reading the file again says the same of it.
  const published = publishedAt ?? publishedText;
  return `${JSON.stringify({ id, title, body, url, source, publishedAt: published, keywords })}\n`;
};

const csvLine: Writer = (article) =>
  `${COLUMNS.map((column) => {
    const value = article[column];
    return cell(Array.isArray(value) ? value.join('; ') : (value ?? ''));
  }).join(',')}\r\n`;

export function exportJsonl(served: AppContext): RequestHandler {
  return async (request, response) => {
    const rows = documentsOf(served, request.query, interfaceLanguage(request));
    await stream(response, 'application/x-ndjson', 'search.jsonl', '', rows, jsonLine);
  };
}

export function exportCsv(served: AppContext): RequestHandler {
  return async (request, response) => {
    const rows = documentsOf(served, request.query, interfaceLanguage(request));
    // With a byte order mark, without which spreadsheets take UTF-8 for something else.
    const head = `\uFEFF${COLUMNS.join(',')}\r\n`;
    await stream(response, 'text/csv; charset=utf-8', 'search.csv', head, rows, csvLine);
  };
}

/** The documents in order, batch by batch. @throws before the first one where the request is wrong. */
async function* documentsOf(
  { readPool }: AppContext,
  query: unknown,
  language: string,
): AsyncGenerator<StoredArticle> {
  const { limit: most, ...request } = readExport(query, language);
  let offset = 0;
  while (offset < most) {
    const limit = Math.min(BATCH, most - offset);
    const { found, articles } = await readPool.answer('articles', { ...request, offset, limit });
    yield* articles;
    if (found < limit) return;
    offset += found;
  }
}

async function stream(
  response: Response,
  type: string,
  name: string,
  head: string,
  articles: AsyncGenerator<StoredArticle>,
  write: Writer,
): Promise<void> {
  // The first one before anything is sent, so that a wrong request is answered as such.
  const first = await articles.next();
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Cache-Control', 'private, no-store');
  async function* lines(): AsyncGenerator<string> {
    if (head !== '') yield head;
    if (first.done) return;
    yield write(first.value);
    for await (const article of articles) yield write(article);
  }
  try {
    await pipeline(Readable.from(lines()), response);
  } catch (thrown) {
    // A client that went away has nothing to be told.
    if (!response.destroyed) throw thrown;
  }
}
