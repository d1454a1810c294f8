/** `GET /api/together` and `GET /api/together.csv`: who appears with whom in the articles of a search. */
import { z } from 'zod';
import { type TogetherAnswer, togetherAnswer } from '../../answers/together.ts';
import { cell } from '../../common/csv-cell.ts';
import { ENTITY_TYPES, type Entity } from '../../entities/gazetteer/gazetteer.ts';
import { MAX_NODES, type TogetherRequest, together as togetherIn } from '../../search/together.ts';
import { unknownEntity } from '../../service/decide.ts';
import type { Service } from '../../service/service.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { parametersOf } from '../parameters/check.ts';
import { filterParameters, searchRequest } from '../parameters/search-request.ts';
import { list, wholeNumber } from '../parameters/values.ts';
import { defineRead } from '../workers/read.ts';
import { type Route, readRoute, text, UNKNOWN_ID } from './route.ts';

const DEFAULT_NODES = 15;

export const togetherParameters = z.strictObject({
  ...filterParameters,
  around: z
    .string()
    .default('')
    .meta({ description: 'Id of the entity that the others appear with. Default: all of the search.' }),
  types: list(
    z.enum(ENTITY_TYPES),
    'Types of the entities, besides the one of `around`. Default: every type.',
  ),
  nodes: wholeNumber(MAX_NODES, DEFAULT_NODES, 'Entities, besides the one of `around`.'),
});

interface Together {
  request: TogetherRequest;
  around: string;
  nodes: number;
  types: readonly Entity['type'][];
  everywhere: readonly string[];
}

/** One for all documents, one for those of the entity, one for each of the others. */
const searches = ({ nodes }: { nodes: number }): number => 2 + nodes;

export function togetherOf(
  { around, nodes, types, ...wanted }: z.output<typeof togetherParameters>,
  language: string,
): Together {
  const {
    offset: _,
    limit: __,
    facets: ___,
    explain: ____,
    sort: _____,
    ...request
  } = searchRequest({ ...wanted, sort: 'newest', limit: 0 }, language);
  return { request, around, nodes, types, everywhere: wanted.entity };
}

/** @throws LisanError `entity_unknown`, or as a search. */
export async function readTogether(
  { searcher, gazetteer }: Service,
  { request, around: id, ...wanted }: Together,
): Promise<TogetherAnswer> {
  const around = id === '' ? undefined : gazetteer.entities.get(id);
  if (id !== '' && around === undefined) throw unknownEntity(id);
  return togetherIn(searcher, gazetteer, request, { around, ...wanted });
}

export const together = readRoute({
  path: '/api/together',
  module: import.meta.url,
  summary: 'Count which entities appear in the same articles of a search, or together with one entity.',
  parameters: togetherParameters,
  searches,
  answer: { description: 'Entities, and pairs of them.', schema: togetherAnswer },
  errors: UNKNOWN_ID,
  request: (checked, { language }) => togetherOf(checked, language),
  read: readTogether,
});

const togetherRead = defineRead<Together, TogetherAnswer>({
  name: 'together.csv',
  module: import.meta.url,
  run: readTogether,
});

export const togetherCsv: Route = {
  method: 'get',
  path: '/api/together.csv',
  summary: 'The same as a table.',
  scope: 'search',
  parameters: togetherParameters,
  searches,
  answer: text('A row for each pair, with names, ids, counts and the measure.', 'text/csv'),
  errors: UNKNOWN_ID,
  handler:
    ({ readPool, config }) =>
    async (request, response) => {
      const checked = parametersOf(request, togetherParameters, config.facets);
      const read = togetherOf(checked, interfaceLanguage(request));
      const { nodes, edges, documents } = await readPool.answer(togetherRead, read, { client: response });
      const byId = new Map(nodes.map((node) => [node.id, node]));
      const head = ['a', 'a_id', 'a_articles', 'b', 'b_id', 'b_articles', 'together', 'npmi', 'all'];
      const rows = edges.map(({ a, b, documents: both, npmi }) => {
        const [one, other] = [byId.get(a)!, byId.get(b)!];
        const cells = [one, other].flatMap(({ id, name, documents: own }) => [cell(name), cell(id), own]);
        return [...cells, both, npmi ?? '', documents].join(',');
      });
      response.setHeader('Content-Type', 'text/csv; charset=utf-8');
      response.setHeader('Content-Disposition', 'attachment; filename="together.csv"');
      response.setHeader('Cache-Control', 'private, no-store');
      response.send(`\uFEFF${[head.map(cell).join(','), ...rows].join('\r\n')}\r\n`);
    },
};
