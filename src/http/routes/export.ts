/**
 * `GET /api/search.jsonl` and `GET /api/search.csv`: the documents of a search, streamed in order. JSON Lines are what
 * `lisan ingest` reads. Only one batch is in memory, and the next one is read when the client has taken it.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { StoredArticle } from '../../common/types.ts';
import { CSV_HEAD, csvLine, jsonLine } from '../../ingest/export-format.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { checkParameters } from '../parameters/check.ts';
import { filterParameters, searchRequest, sortBy } from '../parameters/search-request.ts';
import { wholeNumber } from '../parameters/values.ts';
import type { Read } from '../workers/read.ts';
import { type Route, text } from './route.ts';

/** Documents that are read at once. */
const BATCH = 300;
/** Most documents of one export. */
const MAX_EXPORTED = 10_000;

const parameters = z.strictObject({
  ...filterParameters,
  sort: sortBy('relevance'),
  limit: wholeNumber(MAX_EXPORTED, 1000, 'Maximum number of documents.'),
});

interface ArticlePage {
  /** Documents found on this page, those that were deleted meanwhile among them. */
  found: number;
  articles: StoredArticle[];
}

/** A page of the articles of a search, without marks. */
const articles: Read<SearchRequest, ArticlePage> = {
  name: 'export',
  async run({ searcher, archive }, request) {
    const { documents } = await searcher.find({ ...request, purpose: 'export' });
    const stored = archive.getMany(documents.map(({ id }) => id));
    return { found: documents.length, articles: documents.flatMap(({ id }) => stored.get(id) ?? []) };
  },
};

/** How an export is written. */
interface Format {
  fileName: string;
  mediaType: string;
  /** Before the first article. */
  head: string;
  write(article: StoredArticle): string;
}

const JSON_LINES: Format = {
  fileName: 'search.jsonl',
  mediaType: 'application/x-ndjson',
  head: '',
  write: jsonLine,
};

const CSV: Format = {
  fileName: 'search.csv',
  mediaType: 'text/csv; charset=utf-8',
  // Spreadsheets take a file without a byte order mark for something else than UTF-8.
  head: `\uFEFF${CSV_HEAD}`,
  write: csvLine,
};

export const exportJsonLines: Route = {
  method: 'get',
  path: '/api/search.jsonl',
  summary: 'Export the documents of a search as JSON Lines, which `lisan ingest` reads.',
  scope: 'search',
  parameters,
  answer: text('One document a line.', 'application/x-ndjson'),
  reads: [articles],
  handler: (context) => exportAs(JSON_LINES, context),
};

export const exportCsv: Route = {
  method: 'get',
  path: '/api/search.csv',
  summary:
    'Export the documents of a search for a spreadsheet. Cells that it would evaluate as formulas begin with an apostrophe.',
  scope: 'search',
  parameters,
  answer: text('One document a row, after a row with the names of the columns.', 'text/csv'),
  handler: (context) => exportAs(CSV, context),
};

function exportAs(format: Format, { readPool }: AppContext): RequestHandler {
  return async (request, response) => {
    const search = searchRequest(checkParameters(parameters, request.query), interfaceLanguage(request));
    await stream(response, format, exported(readPool, search));
  };
}

/** The documents in order, batch by batch. */
async function* exported(
  readPool: AppContext['readPool'],
  { limit: most, ...search }: SearchRequest,
): AsyncGenerator<StoredArticle> {
  let offset = 0;
  while (offset < most) {
    const limit = Math.min(BATCH, most - offset);
    const page = await readPool.answer(articles, { ...search, offset, limit });
    yield* page.articles;
    if (page.found < limit) return;
    offset += page.found;
  }
}

async function stream(
  response: Response,
  { fileName, mediaType, head, write }: Format,
  documents: AsyncGenerator<StoredArticle>,
): Promise<void> {
  // The first one is read before anything is sent, so that an error is answered as one.
  const first = await documents.next();
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  response.setHeader('Cache-Control', 'private, no-store');
  async function* lines(): AsyncGenerator<string> {
    if (head !== '') yield head;
    if (first.done) return;
    yield write(first.value);
    for await (const article of documents) yield write(article);
  }
  try {
    await pipeline(Readable.from(lines()), response);
  } catch (thrown) {
    // The client closed the connection; there is no one to answer.
    if (!response.destroyed) throw thrown;
  }
}
