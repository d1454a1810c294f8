/** `GET /api/compare` and `GET /api/compare.csv`: two to five queries by month, language or source. */
import { z } from 'zod';
import { COMPARED_BY, type CompareAnswer, type ComparedBy, compareAnswer } from '../../answers/compare.ts';
import { cell } from '../../common/csv-cell.ts';
import { type CompareRequest, compare as compareQueries } from '../../search/compare.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { parametersOf } from '../parameters/check.ts';
import { filterParameters, sharedRequest } from '../parameters/search-request.ts';
import { list, MAX_QUERY_LENGTH } from '../parameters/values.ts';
import { defineRead } from '../workers/read.ts';
import { type Route, readRoute, text } from './route.ts';

const MAX_QUERIES = 5;

const { q: _, ...filters } = filterParameters;
const parameters = z.strictObject({
  ...filters,
  q: list(z.string().max(MAX_QUERY_LENGTH), `One to ${MAX_QUERIES} queries, as several parameters.`).refine(
    ({ length }) => length >= 1 && length <= MAX_QUERIES,
    `must be one to ${MAX_QUERIES} queries`,
  ),
  by: z.enum(COMPARED_BY).default('date').meta({ description: 'What is counted by; `date` is by month.' }),
});

interface Compared {
  queries: readonly string[];
  by: ComparedBy;
  request: CompareRequest;
}

/** One for all documents, and one for each query. */
const searches = ({ q }: { q: readonly string[] }): number => 1 + q.length;

function comparedOf({ q, by, ...wanted }: z.output<typeof parameters>, language: string): Compared {
  const { sort: _, limit: __, ...shared } = sharedRequest({ ...wanted, sort: 'newest', limit: 0 }, language);
  return { queries: q, by, request: shared };
}

export const compare = readRoute({
  path: '/api/compare',
  module: import.meta.url,
  summary: 'Compare how often queries match, by month, language or source.',
  parameters,
  searches,
  answer: { description: 'The counts of each query, and of all documents.', schema: compareAnswer },
  request: (checked, { language }) => comparedOf(checked, language),
  read: ({ searcher }, { queries, by, request }): Promise<CompareAnswer> =>
    compareQueries(searcher, queries, by, request),
});

const compareRead = defineRead<Compared, CompareAnswer>({
  name: 'compare.csv',
  module: import.meta.url,
  run: ({ searcher }, { queries, by, request }) => compareQueries(searcher, queries, by, request),
});

export const compareCsv: Route = {
  method: 'get',
  path: '/api/compare.csv',
  summary: 'The same as a table.',
  scope: 'search',
  parameters,
  searches,
  answer: text('A row for each value, with a column for each query and one for all documents.', 'text/csv'),
  handler:
    ({ readPool, config }) =>
    async (request, response) => {
      const checked = parametersOf(request, parameters, config.facets);
      const read = comparedOf(checked, interfaceLanguage(request));
      const { by, queries, values } = await readPool.answer(compareRead, read, { client: response });
      const head = [by, ...queries.map(({ query }) => query), 'all'].map(cell).join(',');
      const rows = values.map(({ value, counts, all }) => [cell(value), ...counts, all].join(','));
      response.setHeader('Content-Type', 'text/csv; charset=utf-8');
      response.setHeader('Content-Disposition', 'attachment; filename="compare.csv"');
      response.setHeader('Cache-Control', 'private, no-store');
      response.send(`\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
    },
};
