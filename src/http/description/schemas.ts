/** zod schemas as the JSON Schema of the description. */
import { z } from 'zod';

export type Json = { [name: string]: unknown };

/** A schema as JSON Schema; those with an id are put among the components and referred to. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
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
