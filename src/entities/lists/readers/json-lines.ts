/** JSON objects, one a line. A list with a comma behind each, as Wikidata's dumps are, is read as well. */
import { messageOf } from '../../../common/errors.ts';
import { linesOf } from '../../../ingest/lines.ts';
import type { ListItem, ListSource } from '../listed.ts';

export type Json = Record<string, unknown>;

/** Each object with its line number, or what is wrong with a line. */
export async function* jsonLines(
  source: ListSource,
): AsyncGenerator<{ line: number; value: Json } | Extract<ListItem, { broken: unknown }>> {
  let line = 0;
  for await (const text of linesOf(source.text())) {
    line++;
    const trimmed = text?.trim().replace(/,$/, '');
    if (trimmed === undefined) yield { broken: { line, reason: 'the line is too long' } };
    if (!trimmed || trimmed === '[' || trimmed === ']') continue;
    let value: unknown;
    try {
      value = JSON.parse(trimmed);
    } catch (thrown) {
      yield { broken: { line, reason: `it is not JSON (${messageOf(thrown)})` } };
      continue;
    }
    if (isObject(value)) yield { line, value };
    else yield { broken: { line, reason: 'it is not an object' } };
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in a field; an empty one if there is none. */
export function objectIn(value: Json, field: string): Json {
  const inner = value[field];
  return isObject(inner) ? inner : {};
}

/** The list in a field; a single value is a list of one. */
export function listIn(value: Json, field: string): unknown[] {
  const inner = value[field];
  return Array.isArray(inner) ? inner : inner === undefined || inner === null ? [] : [inner];
}

/** The texts in a field that are not empty. */
export function textsIn(value: Json, field: string): string[] {
  return listIn(value, field)
    .filter((text): text is string => typeof text === 'string')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
