/** The description of the API (OpenAPI 3.1), made from the routes and from the schemas that check requests. */
import type { z } from 'zod';
import { errorAnswer } from '../../answers/error.ts';
import { DECLARABLE, FIELD_PREFIX } from '../../engines/facets.ts';
import type { Address } from '../meilisearch/address.ts';
import type { Body, Route } from '../routes/route.ts';
import { MEILISEARCH_TAG, meilisearchOperation } from './meilisearch.ts';
import { type Json, jsonSchema } from './schemas.ts';

export type { Json };

const TAG = { name: 'lisan', description: 'Searching, reading and writing.' };

/** Statuses that every address may answer with, and when. */
const EVERYWHERE: Readonly<Record<number, string>> = {
  400: 'The request is invalid.',
  421: 'The service does not answer under this host name.',
  429: 'Too many requests within a minute; Retry-After says when to try again.',
  503: 'The service is at capacity, or the engine or the index is not ready.',
};
const KEYED = { 401: 'A key is missing or wrong.' };

/** The document that `/openapi.json` serves. */
export function describeApi(
  routes: readonly Route[],
  addresses: readonly Address[],
  version: string,
  base = '/',
): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = template(route.path);
    paths[path] = { ...paths[path], [route.method]: operation(route, schemas) };
  }
  for (const address of addresses) {
    const path = template(address.path);
    paths[path] = { ...paths[path], [address.method]: meilisearchOperation(address, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'lisan',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Full-text search for news archives in Arabic, Turkish, English and Russian. Offsets are UTF-16 code units into the stored fields.',
    },
    servers: [{ url: base }],
    tags: [TAG, MEILISEARCH_TAG],
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of LISAN_API_KEYS with the named scope.',
        },
      },
    },
  };
}

function operation(route: Route, schemas: Json): Json {
  const { method, path, summary, scope, parts = {}, parameters, body, answer, cacheable } = route;
  const problems = {
    ...EVERYWHERE,
    ...(scope !== 'open' && { ...KEYED, 403: 'The key does not have the scope.' }),
    ...route.errors,
  };
  const wrong = { 'application/json': { schema: jsonSchema(errorAnswer, 'output', schemas) } };
  const succeeded = (status: number): Json => ({
    [status]: { description: answer.description, content: media(answer, 'output', schemas) },
  });
  return {
    operationId: operationId(method, path),
    summary,
    tags: [TAG.name],
    parameters: [
      ...Object.entries(parts).map(([name, description]) => ({
        name,
        in: 'path',
        required: true,
        description,
        schema: { type: 'string', minLength: 1 },
      })),
      ...queryParameters(parameters),
    ],
    ...(body !== undefined && {
      requestBody: {
        required: true,
        description: body.description,
        content: media(body, 'input', schemas),
      },
    }),
    responses: {
      ...succeeded(answer.status),
      ...(answer.status === 202 && succeeded(200)),
      ...(cacheable && {
        304: { description: 'Not modified: the ETag of If-None-Match is still valid.' },
      }),
      431: { description: 'The address or a header is too long.' },
      ...Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [status, { description, content: wrong }]),
      ),
    },
    // Search is open unless a key names that scope, which the description cannot know.
    security: scope === 'open' ? [] : scope === 'ingest' || route.changes ? [{ key: [] }] : [{}, { key: [] }],
    ...(scope !== 'open' && { 'x-scope': scope }),
  };
}

const template = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function operationId(method: string, path: string): string {
  return [method, ...path.split(/[^A-Za-z]+/).filter((part) => part !== '' && part !== 'api')]
    .map((part, index) => (index === 0 ? part : part[0]!.toUpperCase() + part.slice(1)))
    .join('');
}

function queryParameters(parameters: z.ZodObject): Json[] {
  const [first, ...others] = DECLARABLE as readonly string[];
  const shown = Object.entries(parameters.shape).filter(([name]) => !others.includes(name));
  return shown.map(([key, schema]) => {
    // One stands for all that an operator can declare.
    const name = key === first ? `${FIELD_PREFIX}NAME` : key;
    const { description, ...shape } = jsonSchema(schema as z.ZodType, 'input', {});
    // A whole number is a text of digits to the parser, and a number to the client; a default is one to both.
    if (shape.type === 'integer') delete shape.pattern;
    if (shape.type === 'boolean') delete shape.enum;
    shape.default = (schema as z.ZodType).meta()?.default ?? shape.default;
    const list = shape.type === 'array';
    // To the parser a list is a text or several.
    if (list) delete shape.anyOf;
    return {
      name,
      in: 'query',
      description,
      schema: shape,
      ...(list && { style: 'form', explode: false }),
    };
  });
}

function media({ content }: Body, io: 'input' | 'output', schemas: Json): Json {
  return Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [
      type,
      { schema: schema === undefined ? { type: 'string' } : jsonSchema(schema, io, schemas) },
    ]),
  );
}
