/** The description of the API (OpenAPI 3.1), made from the routes and from the schemas that check requests. */
import { z } from 'zod';
import { errorAnswer } from '../../answers/error.ts';
import type { Body, Route } from '../routes/route.ts';

export type Json = { [name: string]: unknown };

/** Statuses that every address may answer with, and when. */
const EVERYWHERE: Readonly<Record<number, string>> = {
  400: 'Something in the request is wrong.',
  429: 'Too many requests came within a minute; Retry-After says when to go on.',
  503: 'The engine or the index is not there.',
};
const KEYED = { 401: 'A key is missing or wrong.' };

/** The document that `/openapi.json` serves. */
export function describeApi(routes: readonly Route[], version: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route, schemas) };
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
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of LISAN_API_KEYS with the scope that is named.',
        },
      },
    },
  };
}

function operation(route: Route, schemas: Json): Json {
  const { method, path, summary, scope, parts = {}, parameters, body, answer, cacheable } = route;
  const problems = {
    ...EVERYWHERE,
    ...(scope !== 'open' && { ...KEYED, 403: 'The key is for something else.' }),
    ...route.errors,
  };
  const wrong = { 'application/json': { schema: jsonSchema(errorAnswer, 'output', schemas) } };
  const succeeded = (status: number): Json => ({
    [status]: { description: answer.description, content: media(answer, 'output', schemas) },
  });
  return {
    operationId: operationId(method, path),
    summary,
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
        304: { description: 'The answer with the ETag of If-None-Match is still the answer.' },
      }),
      431: { description: 'The address or a header is too long.' },
      ...Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [status, { description, content: wrong }]),
      ),
    },
    ...(scope !== 'open' && {
      // Search is open unless a key is set for it, which the description cannot know.
      security: scope === 'ingest' ? [{ key: [] }] : [{}, { key: [] }],
      'x-scope': scope,
    }),
  };
}

function operationId(method: string, path: string): string {
  return [method, ...path.split(/[^A-Za-z]+/).filter((part) => part !== '' && part !== 'api')]
    .map((part, index) => (index === 0 ? part : part[0]!.toUpperCase() + part.slice(1)))
    .join('');
}

function queryParameters(parameters: z.ZodObject): Json[] {
  return Object.entries(parameters.shape).map(([name, schema]) => {
    const { description, ...shape } = jsonSchema(schema as z.ZodType, 'input', {});
    // A whole number is a text of digits to the parser, and a number to the client; a default is one to both.
    if (shape.type === 'integer') delete shape.pattern;
    if (shape.type === 'boolean') delete shape.enum;
    shape.default = (schema as z.ZodType).meta()?.default ?? shape.default;
    const list = shape.type === 'array';
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

/** A schema as JSON Schema; those with an id are put among the components and referred to. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const { $schema: _, $defs = {}, ...shape } = z.toJSONSchema(schema, { io }) as Json;
  const refer = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, definition] of Object.entries($defs as Json))
    components[name] = withoutId(refer(definition));
  const { id, ...rest } = refer(shape) as Json;
  if (typeof id !== 'string') return rest;
  components[id] = rest;
  return { $ref: `#/components/schemas/${id}` };
}

function withoutId(definition: unknown): Json {
  const { id: _, ...rest } = definition as Json;
  return rest;
}
