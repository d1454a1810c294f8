/** Meilisearch's addresses in the description of the API. */
import { z } from 'zod';
import type { Address } from '../meilisearch/address.ts';
import { DOCUMENT_TYPES, JSON_TYPE } from '../meilisearch/body.ts';
import { type Json, jsonSchema } from './schemas.ts';

export const MEILISEARCH_TAG = {
  name: 'Meilisearch',
  description: 'For programs written for Meilisearch; see docs/compat.md.',
};

const problem = z
  .strictObject({ message: z.string(), code: z.string(), type: z.string(), link: z.string() })
  .meta({ id: 'MeilisearchError' });

/** What comes back is described by Meilisearch's own documentation. */
const ANSWER = { type: 'object', additionalProperties: true };

export function meilisearchOperation(address: Address, schemas: Json): Json {
  const { method, path, summary, scope, parameters = {}, body, status = 200 } = address;
  const wrong = { [JSON_TYPE]: { schema: jsonSchema(problem, 'output', schemas) } };
  const parts = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const errors: Record<string, string> = {
    400: 'The request is invalid.',
    401: 'A key is missing.',
    403: 'The key is unknown or lacks the scope.',
    ...(parts.length > 0 && { 404: 'No such index, document, task or setting.' }),
    ...(body !== undefined && { 413: 'The body is too large.', 415: 'The content type is wrong.' }),
    429: 'Too many requests within a minute; Retry-After says when to try again.',
    503: 'The service is at capacity, or the index is not ready.',
  };
  return {
    operationId: `meilisearch${method[0]!.toUpperCase()}${method.slice(1)}${camelCase(path)}`,
    summary,
    tags: [MEILISEARCH_TAG.name],
    parameters: [
      ...parts.map((name) => ({
        name,
        in: 'path',
        required: true,
        description: name === 'uid' ? 'The index: `articles`.' : `The ${name}.`,
        schema: { type: 'string', minLength: 1 },
      })),
      ...Object.entries(parameters).map(([name, description]) => ({
        name,
        in: 'query',
        description,
        schema: { type: 'string' },
      })),
    ],
    ...(body !== undefined && { requestBody: requestBody(address, schemas) }),
    responses: {
      [status]: { description: 'As in Meilisearch.', content: { [JSON_TYPE]: { schema: ANSWER } } },
      ...Object.fromEntries(
        Object.entries(errors).map(([code, description]) => [code, { description, content: wrong }]),
      ),
    },
    security: scope === 'ingest' ? [{ key: [] }] : [{}, { key: [] }],
    'x-scope': scope,
  };
}

function requestBody({ body, shape }: Address, schemas: Json): Json {
  const isDocuments = body === 'documents';
  const schema = shape === undefined ? {} : jsonSchema(shape, 'input', schemas);
  const types = isDocuments ? DOCUMENT_TYPES : [JSON_TYPE];
  return {
    required: true,
    description: isDocuments ? 'Documents.' : 'As in Meilisearch.',
    content: Object.fromEntries(
      types.map((type) => [
        type,
        { schema: type === JSON_TYPE ? (isDocuments ? DOCUMENTS : schema) : { type: 'string' } },
      ]),
    ),
  };
}

const DOCUMENT = { type: 'object', additionalProperties: true };
const DOCUMENTS = { anyOf: [DOCUMENT, { type: 'array', items: DOCUMENT }] };

const camelCase = (path: string): string =>
  path
    .split(/[^A-Za-z]+/)
    .filter((part) => part !== '')
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join('');
