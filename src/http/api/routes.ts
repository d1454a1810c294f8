/** The addresses of the API. The service serves this list and `/openapi.json` describes it. */

import type { AppContext } from '../context.ts';
import { documents } from '../handlers/documents.ts';
import { entities, entity } from '../handlers/entities.ts';
import { exportCsv, exportJsonl } from '../handlers/export.ts';
import { feed } from '../handlers/feed.ts';
import { health } from '../handlers/health.ts';
import { marks } from '../handlers/marks.ts';
import type { Metrics } from '../handlers/metrics.ts';
import { deleteDocument, documentsBody, storeDocuments } from '../handlers/write.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import * as parameters from '../schemas/parameters.ts';
import * as answers from '../schemas/responses.ts';
import type { Route } from '../schemas/route.ts';

const json = (description: string, schema: Route['answer']['content'][string]): Route['answer'] => ({
  status: 200,
  description,
  content: { 'application/json': schema },
});
const text = (description: string, type: string): Route['answer'] => ({
  status: 200,
  description,
  content: { [type]: undefined },
});

const DOCUMENT = { id: 'Id of a document, as the hits of a search have it.' };
const ENTITY = { id: 'Id of an entity, like `person-sergey-lavrov`.' };
const UNKNOWN = { 404: 'There is no such id.' };
const WRITING = {
  403: 'The service has no key for writing, or the one that was sent is for something else.',
};

export function routes(served: AppContext, metrics: Metrics): Route[] {
  const { readPool } = served;
  return [
    {
      method: 'get',
      path: '/api/search',
      summary: 'Search the archive.',
      scope: 'search',
      parameters: parameters.searchParameters,
      answer: json('A page of hits.', answers.searchAnswer),
      cacheable: true,
      async handle(request, response) {
        const asked = parameters.readSearch(request.query, interfaceLanguage(request));
        await readPool.send(response, 'search', asked);
      },
    },
    {
      method: 'get',
      path: '/api/search.atom',
      summary: 'Follow a search in a feed reader.',
      scope: 'search',
      parameters: parameters.feedParameters,
      answer: text('An Atom feed, the newest documents first.', 'application/atom+xml'),
      cacheable: true,
      handle: feed(served),
    },
    {
      method: 'get',
      path: '/api/search.jsonl',
      summary: 'Export the documents of a search as JSON Lines, which `lisan ingest` reads.',
      scope: 'search',
      parameters: parameters.exportParameters,
      answer: text('One document a line.', 'application/x-ndjson'),
      handle: exportJsonl(served),
    },
    {
      method: 'get',
      path: '/api/search.csv',
      summary:
        'Export the documents of a search for a spreadsheet. Cells that it would calculate begin with an apostrophe.',
      scope: 'search',
      parameters: parameters.exportParameters,
      answer: text('One document a row, after a row with the names of the columns.', 'text/csv'),
      handle: exportCsv(served),
    },
    {
      method: 'get',
      path: '/api/suggest',
      summary: 'Suggest entities and words for what is typed so far.',
      scope: 'search',
      parameters: parameters.suggestParameters,
      answer: json('Suggestions, entities first.', answers.suggestAnswer),
      cacheable: true,
      async handle(request, response) {
        const asked = { ...parameters.readSuggest(request.query), language: interfaceLanguage(request) };
        await readPool.send(response, 'suggest', asked);
      },
    },
    {
      method: 'get',
      path: '/api/similar/:id',
      summary: 'Find articles like one of the archive.',
      scope: 'search',
      parts: DOCUMENT,
      parameters: parameters.similarParameters,
      answer: json('The most similar articles first.', answers.similarAnswer),
      errors: UNKNOWN,
      cacheable: true,
      async handle(request, response) {
        const { id } = request.params as { id: string };
        const asked = { id, ...parameters.readSimilar(request.query), language: interfaceLanguage(request) };
        await readPool.send(response, 'similar', asked);
      },
    },
    {
      method: 'get',
      path: '/api/documents/:id',
      summary: 'Get a whole article with its passages, mentions and related articles.',
      scope: 'search',
      parts: DOCUMENT,
      parameters: parameters.noParameters,
      answer: json('The article as it is stored, with what analysis knows of it.', answers.documentAnswer),
      errors: UNKNOWN,
      cacheable: true,
      handle: documents(served),
    },
    {
      method: 'get',
      path: '/api/documents/:id/marks',
      summary: 'Mark the words of a query in a whole article.',
      scope: 'search',
      parts: DOCUMENT,
      parameters: parameters.marksParameters,
      answer: json('The marks of title and body, in order.', answers.marksAnswer),
      errors: UNKNOWN,
      cacheable: true,
      handle: marks(served),
    },
    {
      method: 'post',
      path: '/api/documents',
      summary: 'Store documents. Those that are answered for are on disk; the index follows.',
      scope: 'ingest',
      parameters: parameters.writeParameters,
      body: {
        description:
          'Documents, each with `title`, `body` and what else a line of JSON Lines has. The same id, else the same URL, is the same document.',
        content: { 'application/json': documentsBody },
      },
      answer: { ...json('What became of the documents.', answers.writtenAnswer), status: 202 },
      errors: { ...WRITING, 413: 'The body is too large.' },
      handle: storeDocuments(served),
    },
    {
      method: 'delete',
      path: '/api/documents/:id',
      summary: 'Delete a document and its earlier revisions.',
      scope: 'ingest',
      parts: DOCUMENT,
      parameters: parameters.writeParameters,
      answer: { ...json('It is deleted.', answers.deletedAnswer), status: 202 },
      errors: { ...WRITING, ...UNKNOWN },
      handle: deleteDocument(served),
    },
    {
      method: 'get',
      path: '/api/entities',
      summary: 'Find people, places, organisations and events by any of their names.',
      scope: 'search',
      parameters: parameters.entityParameters,
      answer: json('Entities.', answers.entitiesAnswer),
      cacheable: true,
      handle: entities(served),
    },
    {
      method: 'get',
      path: '/api/entities/:id',
      summary: 'Get an entity with its names and how many documents mention it.',
      scope: 'search',
      parts: ENTITY,
      parameters: parameters.noParameters,
      answer: json('The entity.', answers.entityAnswer),
      errors: UNKNOWN,
      cacheable: true,
      handle: entity(served),
    },
    {
      method: 'get',
      path: '/health',
      summary: 'Tell whether search works, and how far the index is.',
      scope: 'open',
      parameters: parameters.noParameters,
      answer: json('It does.', answers.healthAnswer),
      handle: health(served),
    },
    {
      method: 'get',
      path: '/metrics',
      summary: 'Metrics for Prometheus.',
      scope: 'admin',
      parameters: parameters.noParameters,
      answer: text("Prometheus' text format.", 'text/plain'),
      handle: metrics.serve,
    },
  ];
}
