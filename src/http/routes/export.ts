/**
 * `GET /api/search.jsonl`, `.csv`, `.ris`, `.bib` and `.html`: the documents of a search, streamed in order. JSON Lines
 * are what `lisan ingest` reads. Only one batch is in memory, and the next one is read when the client has taken it.
 */
import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import { LisanError } from '../../common/errors.ts';
import type { StoredArticle } from '../../common/types.ts';
import { CSV_HEAD, csvLine, jsonLine } from '../../ingest/export-format.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { parametersOf } from '../parameters/check.ts';
import { filterParameters, searchRequest, sortBy } from '../parameters/search-request.ts';
import { wholeNumber } from '../parameters/values.ts';
import { bibtexEntry } from '../references/bibtex.ts';
import { PRINTABLE_END, PRINTABLE_POLICY, printableHead, printableItem } from '../references/printable.ts';
import { type Edition, editionFor } from '../references/reference.ts';
import { risRecord } from '../references/ris.ts';
import { sendStreamed } from '../streamed-file.ts';
import { defineRead } from '../workers/read.ts';
import { type Route, text } from './route.ts';

/** Documents that are read at once: as many as are in memory for an export. */
const BATCH = 50;
/** Text after which a batch is full, in UTF-16 code units. */
const BATCH_SIZE = 4_000_000;
/** Exports at once: each waits for its client. */
const MAX_EXPORTS = 16;
const RETRY_SECONDS = 10;
/** Most documents of one export. */
const MAX_EXPORTED = 10_000;

const parameters = z.strictObject({
  ...filterParameters,
  sort: sortBy('relevance'),
  limit: wholeNumber(MAX_EXPORTED, 1000, 'Maximum number of documents.'),
});

/** The ids of what a search finds, in order. One search, so that writes meanwhile neither repeat nor hide a document. */
const ids = defineRead<SearchRequest, string[]>({
  name: 'export/ids',
  module: import.meta.url,
  async run({ searcher }, request) {
    const { documents } = await searcher.find({ ...request, relax: [], purpose: 'export' });
    return documents.map(({ id }) => id);
  },
});

interface Batch {
  /** Ids that were looked up, those of documents that were deleted meanwhile among them. */
  read: number;
  articles: StoredArticle[];
}

/** The first articles of a list: as many as fit. */
const articles = defineRead<readonly string[], Batch>({
  name: 'export/articles',
  module: import.meta.url,
  run({ archive }, wanted) {
    const batch: Batch = { read: 0, articles: [] };
    let size = 0;
    for (const id of wanted) {
      if (size > BATCH_SIZE) break;
      batch.read++;
      const article = archive.get(id);
      if (article === undefined) continue;
      size += article.body.length;
      batch.articles.push(article);
    }
    return batch;
  },
});

/** How an export is written. */
interface Format {
  fileName: string;
  mediaType: string;
  /** Before the first article. `q`: the query as typed. */
  head?(q: string, edition: Edition): string;
  write(article: StoredArticle, edition: Edition): string;
  /** After the last article. */
  end?: string;
  /** Headers of a page that is shown and not saved. */
  shown?: Readonly<Record<string, string>>;
}

const JSON_LINES: Format = {
  fileName: 'search.jsonl',
  mediaType: 'application/x-ndjson',
  write: jsonLine,
};

const CSV: Format = {
  fileName: 'search.csv',
  mediaType: 'text/csv; charset=utf-8',
  // Spreadsheets take a file without a byte order mark for something else than UTF-8.
  head: () => `\uFEFF${CSV_HEAD}`,
  write: csvLine,
};

const RIS: Format = {
  fileName: 'search.ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  write: (article, edition) => risRecord(edition.referenceOf(article), edition),
};

const BIBTEX: Format = {
  fileName: 'search.bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  write: (article, edition) => bibtexEntry(edition.referenceOf(article), edition),
};

const PRINTABLE: Format = {
  fileName: 'search.html',
  mediaType: 'text/html; charset=utf-8',
  head: printableHead,
  write: (article, edition) => printableItem(edition.referenceOf(article), edition),
  end: PRINTABLE_END,
  shown: { 'Content-Security-Policy': PRINTABLE_POLICY },
};

export const exportJsonLines: Route = {
  method: 'get',
  path: '/api/search.jsonl',
  summary: 'Export the documents of a search as JSON Lines, which `lisan ingest` reads.',
  scope: 'search',
  parameters,
  answer: text('One document a line.', 'application/x-ndjson'),
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

export const exportRis: Route = {
  method: 'get',
  path: '/api/search.ris',
  summary: 'Export the documents of a search as references in RIS, for Zotero, EndNote and others.',
  scope: 'search',
  parameters,
  answer: text('One reference for each document.', 'application/x-research-info-systems'),
  handler: (context) => exportAs(RIS, context),
};

export const exportBibtex: Route = {
  method: 'get',
  path: '/api/search.bib',
  summary: 'Export the documents of a search as references in BibTeX.',
  scope: 'search',
  parameters,
  answer: text('One entry for each document.', 'application/x-bibtex'),
  handler: (context) => exportAs(BIBTEX, context),
};

export const exportPrintable: Route = {
  method: 'get',
  path: '/api/search.html',
  summary: 'Show the documents of a search as a list to print, in the language of Accept-Language.',
  scope: 'search',
  parameters,
  answer: text('A page with title, source, date, beginning and address of each document.', 'text/html'),
  handler: (context) => exportAs(PRINTABLE, context),
};

let underWay = 0;

function exportAs(format: Format, { readPool, config, zone }: AppContext): RequestHandler {
  const { fileName, mediaType, head, write, end, shown } = format;
  return async (request, response) => {
    const checked = parametersOf(request, parameters, config.facets);
    const search = searchRequest(checked, interfaceLanguage(request));
    if (underWay >= MAX_EXPORTS) throw tooManyExports();
    underWay++;
    try {
      const edition = editionFor(config, zone, request);
      await sendStreamed(response, exported(readPool, search, response), {
        headers: { 'Content-Type': mediaType, ...(shown ?? attachment(fileName)) },
        head: head?.(search.q, edition),
        end,
        write: (article) => write(article, edition),
      });
    } finally {
      underWay--;
    }
  };
}

const attachment = (fileName: string): Readonly<Record<string, string>> => ({
  'Content-Disposition': `attachment; filename="${fileName}"`,
});

function tooManyExports(): LisanError {
  return new LisanError({
    code: 'too_many_exports',
    message: `The service is at capacity: ${MAX_EXPORTS} exports are under way.`,
    remedy: 'Try again after Retry-After.',
    status: 503,
    retryAfter: RETRY_SECONDS,
  });
}

/** The documents in order, batch by batch. */
async function* exported(
  readPool: AppContext['readPool'],
  search: SearchRequest,
  client: Response,
): AsyncGenerator<StoredArticle> {
  const options = { client, bulk: true };
  const found = await readPool.answer(ids, search, options);
  // A client that has left is not read for.
  for (let at = 0; at < found.length && !client.destroyed; ) {
    const batch = await readPool.answer(articles, found.slice(at, at + BATCH), options);
    yield* batch.articles;
    at += batch.read;
  }
}
