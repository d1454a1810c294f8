/** `POST /api/batch`: a list of queries in, their hits out, streamed. */
import express, { type RequestHandler } from 'express';
import { z } from 'zod';
import { type BatchRequest, type BatchResult, searchBatchQuery } from '../../search/batch/batch.ts';
import { BATCH_HEAD, batchRows, queriesOf } from '../../search/batch/batch-table.ts';
import { readBody } from '../middleware/json-body.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { checkBody } from '../parameters/body.ts';
import { parametersOf } from '../parameters/check.ts';
import { filterParameters, sharedRequest, sortBy } from '../parameters/search-request.ts';
import { MAX_QUERY_LENGTH, wholeNumber } from '../parameters/values.ts';
import { sendStreamed } from '../streamed-file.ts';
import { defineRead } from '../workers/read.ts';
import type { Route } from './route.ts';

/** Most queries of one request. */
const MAX_QUERIES = 500;
const MAX_BODY_BYTES = 1024 * 1024;
const MAX_HITS = 100;

const { q: _, ...filters } = filterParameters;
const parameters = z.strictObject({
  ...filters,
  sort: sortBy('relevance'),
  limit: wholeNumber(MAX_HITS, 10, 'Hits of each query.'),
  start: wholeNumber(MAX_QUERIES, 1, 'The first query that is searched, from 1: after a stop, the rest.'),
  format: z.enum(['csv', 'jsonl']).default('csv').meta({ description: 'How the hits are written.' }),
});

const batchBody = z.strictObject({
  queries: z.array(z.string().max(MAX_QUERY_LENGTH)).min(1).max(MAX_QUERIES),
});

interface BatchRead {
  position: number;
  query: string;
  request: BatchRequest;
}

const batchRead = defineRead<BatchRead, BatchResult>({
  name: 'batch',
  module: import.meta.url,
  run: ({ searcher }, { position, query, request }) =>
    searchBatchQuery(searcher, { position, query }, request),
});

const readTable = express.text({ type: ['text/csv', 'text/plain'], limit: MAX_BODY_BYTES });
/** JSON, or a table as a text. */
const readList: RequestHandler = (request, response, next) =>
  request.is(['text/csv', 'text/plain'])
    ? readTable(request, response, next)
    : readBody(request, response, next);

export const batch: Route = {
  method: 'post',
  path: '/api/batch',
  summary: `Search for up to ${MAX_QUERIES} queries, one after the other. Each counts for the rate limit.`,
  scope: 'search',
  parameters,
  body: {
    description:
      'The queries; as text/csv or text/plain, one a line, or those of the column `query` of a table. Hits match their query as typed.',
    content: { 'application/json': batchBody, 'text/csv': undefined, 'text/plain': undefined },
  },
  reader: readList,
  answer: {
    status: 200,
    description: 'A row for each hit, or a line of JSON for each query, in the order of the queries.',
    content: { 'text/csv': undefined, 'application/x-ndjson': undefined },
  },
  errors: { 413: 'The body is too large.', 415: 'The body is neither JSON nor a text.' },
  handler({ readPool, rateLimit, config }) {
    return async (request, response) => {
      const { format, start, ...wanted } = parametersOf(request, parameters, config.facets);
      const shared = sharedRequest(wanted, interfaceLanguage(request));
      const queries = listOf(request.body);
      await rateLimit.count(request, queries.length - start);
      const options = { client: response, bulk: true };
      const results = async function* (): AsyncGenerator<BatchResult> {
        for (let position = Math.max(1, start); position <= queries.length; position++) {
          // A client that has left is not searched for.
          if (response.destroyed) return;
          const query = queries[position - 1]!;
          yield await readPool.answer(batchRead, { position, query, request: shared }, options);
        }
      };
      const isTable = format === 'csv';
      await sendStreamed(response, results(), {
        headers: {
          'Content-Type': isTable ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
          'Content-Disposition': `attachment; filename="hits.${format}"`,
        },
        // Spreadsheets take a file without a byte order mark for something else than UTF-8.
        head: isTable ? `\uFEFF${BATCH_HEAD}` : undefined,
        write: isTable ? batchRows : (result) => `${JSON.stringify(result)}\n`,
      });
    };
  },
};

function listOf(body: unknown): string[] {
  const queries = typeof body === 'string' ? queriesOf(body) : undefined;
  return checkBody(batchBody, queries === undefined ? body : { queries }, {
    code: 'invalid_batch',
    remedy: `Send {"queries": ["…", "…"]}, or one query a line as text/plain, with at most ${MAX_QUERIES} queries.`,
  }).queries;
}
