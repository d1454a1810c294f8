/** JSON Schema as people read it: what a value may be, and the properties of an object. */
import { escapeHtml } from '../../../common/html.ts';
import { code, prose } from './text.ts';

/** The parts of JSON Schema that the description of the API uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

/** A named shape: its properties, and whatever is within them. */
export function shapeSection(name: string, schema: Schema): string {
  return `<section class="shape" aria-labelledby="${anchorOf(name)}">
<h3 id="${anchorOf(name)}">${escapeHtml(name)}</h3>
${schema.description === undefined ? '' : `<p>${prose(schema.description)}</p>`}
${schema.properties === undefined ? `<p>${typeOf(schema)}</p>` : properties(schema)}
</section>`;
}

/** The properties of an object, each with its type and meaning; those of objects without a name follow below. */
export function properties({ properties: listed = {}, required = [] }: Schema): string {
  const rows = Object.entries(listed).map(([name, schema]) => {
    const optional = required.includes(name) ? '' : ' <span class="type">optional</span>';
    const inner = inlineObject(schema);
    const nested = inner === undefined ? '' : `<div class="nested">${properties(inner)}</div>`;
    const meaning = schema.description === undefined ? '' : prose(schema.description);
    return `<div><dt>${code(name)}<span class="type">${typeOf(schema)}</span>${optional}</dt><dd>${meaning}${nested}</dd></div>`;
  });
  return `<dl>${rows.join('')}</dl>`;
}

/** What a value may be, in a few words; shapes are links. */
export function typeOf(schema: Schema): string {
  const { $ref, type = 'any', format, enum: values, items, anyOf, additionalProperties } = schema;
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1)!;
    return `<a href="#${anchorOf(name)}">${escapeHtml(name)}</a>`;
  }
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (values !== undefined) return values.map((value) => code(String(value))).join(', ');
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (items !== undefined) return `list of ${typeOf(items)}`;
  if (typeof additionalProperties === 'object') return `object of ${typeOf(additionalProperties)} by key`;
  const name = format ?? [type].flat().join(' or ');
  return [escapeHtml(name), limits(schema)].filter((part) => part !== '').join(' ');
}

function limits({ minimum, maximum, maxLength }: Schema): string {
  // JSON Schema writes the limit of exact integers; it says nothing to a reader.
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (most !== undefined) return `from ${minimum ?? 0} to ${most}`;
  return maxLength === undefined ? '' : `of at most ${maxLength} characters`;
}

/** The object within a property, a list or a choice that has no name of its own. */
function inlineObject(schema: Schema): Schema | undefined {
  if (schema.properties !== undefined) return schema;
  if (schema.items !== undefined) return inlineObject(schema.items);
  return schema.anyOf?.map(inlineObject).find((inner) => inner !== undefined);
}

const anchorOf = (name: string): string => `shape-${name.replace(/[^\w-]/g, '-')}`;
