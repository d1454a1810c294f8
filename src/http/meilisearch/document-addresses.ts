/** Meilisearch's addresses for reading documents. */
import { interfaceLanguage } from '../middleware/language.ts';
import type { Address } from './address.ts';
import { jsonBody } from './body.ts';
import { documentsQuery, fieldsOf, queryOfDocuments } from './documents.ts';
import { documentRead, documentsRead } from './reads.ts';

const getDocuments: Address = {
  method: 'get',
  path: '/indexes/:uid/documents',
  summary: 'Get documents, page by page.',
  scope: 'search',
  parameters: {
    offset: 'Documents before the page.',
    limit: 'Documents of the page; at most 10,000.',
    fields: 'Comma-separated list of attributes to return.',
    filter: 'A filter expression, or a list of them as JSON.',
    ids: 'Comma-separated list of ids.',
    sort: '`publishedAt:asc` or `publishedAt:desc`.',
    retrieveVectors: 'Documents have no vectors: only `false` is allowed.',
  },
  handler:
    ({ readPool }) =>
    async (request, response) => {
      const query = queryOfDocuments(request.query);
      await readPool.send(response, documentsRead, { query, language: interfaceLanguage(request) });
    },
};

const fetchDocuments: Address = {
  method: 'post',
  path: '/indexes/:uid/documents/fetch',
  summary: 'Get documents, with the parameters in the body.',
  scope: 'search',
  body: 'json',
  shape: documentsQuery,
  handler:
    ({ readPool }) =>
    async (request, response) => {
      const read = { query: jsonBody(request), language: interfaceLanguage(request) };
      await readPool.send(response, documentsRead, read);
    },
};

const getDocument: Address = {
  method: 'get',
  path: '/indexes/:uid/documents/:id',
  summary: 'Get a document.',
  scope: 'search',
  parameters: { fields: 'Comma-separated list of attributes to return.' },
  handler:
    ({ readPool }) =>
    async (request, response) => {
      await readPool.send(response, documentRead, {
        id: request.params.id,
        fields: fieldsOf(request.query.fields),
      });
    },
};

export const DOCUMENT_ADDRESSES: readonly Address[] = [getDocuments, fetchDocuments, getDocument];
