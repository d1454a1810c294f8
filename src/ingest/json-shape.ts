/**
 * Where the records of a JSON object are, where no usual name says so: by the names within the objects that it begins
 * with. And tables that programs write as JSON: by columns (pandas), and rows as lists below a list of names.
 */
import { fieldOf } from './field-names.ts';

/** An object at the beginning of a text. */
interface SeenObject {
  /** Keys that lead to it. */
  path: string[];
  /** True if it is an item of a list. */
  inList: boolean;
  keys: string[];
}

const TOKENS = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"(?:\s*:)?|[{}[\]]/g;
/** Keys that lead to records at most. */
const MAX_DEPTH = 4;
/** Stands in a path for any key. */
export const ANY_KEY = '*';

const isKnown = (key: string, ...fields: string[]): boolean => fields.includes(fieldOf(key)?.field ?? '');
const isArticle = ({ keys }: SeenObject): boolean =>
  keys.some((key) => isKnown(key, 'title', 'body')) && keys.length > 1;

/** The path of the records, with `*` for any key; `undefined` if nothing looks like one. */
export function recordPathIn(head: string): string | undefined {
  const objects = objectsIn(head).filter(({ path }) => path.length > 0 && path.length <= MAX_DEPTH);
  const listed = objects.find((one) => one.inList && isArticle(one));
  if (listed !== undefined) return listed.path.join('.');
  // An object that has records by their ids: several of them, each with a title and more.
  const keyed = objects.find(
    (one) => !one.inList && isArticle(one) && !one.path.some((key) => fieldOf(key) !== undefined),
  );
  return keyed === undefined ? undefined : [...keyed.path.slice(0, -1), ANY_KEY].join('.');
}

/** `columns`: an object of columns, each by row number; `split`: names of columns and rows as lists. */
export function tableShapeOf(head: string): 'columns' | 'split' | undefined {
  const [root, ...others] = objectsIn(head);
  if (root === undefined || root.inList || root.path.length > 0) return undefined;
  if (/"columns"\s*:\s*\[\s*"/.test(head) && /"data"\s*:\s*\[\s*\[/.test(head)) return 'split';
  const [first] = others;
  const isColumn =
    first?.path.length === 1 &&
    !first.inList &&
    first.keys.length > 0 &&
    first.keys.every((key) => /^\d+$/.test(key));
  return isColumn && root.keys.some((key) => isKnown(key, 'title', 'body')) ? 'columns' : undefined;
}

/** Rows of a table of such a shape as records. @throws TypeError if it is none. */
export function recordsOfTable(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) {
    const [names, ...rows] = value as unknown[][];
    return rows.map((row) => recordOfRow(names as string[], row));
  }
  const table = value as Record<string, unknown>;
  if (Array.isArray(table.columns) && Array.isArray(table.data))
    return (table.data as unknown[][]).map((row) => recordOfRow(table.columns as string[], row));
  const columns = Object.entries(table as Record<string, Record<string, unknown>>);
  const numbers = new Set(columns.flatMap(([, column]) => Object.keys(column)));
  return Array.from(numbers, (number) =>
    Object.fromEntries(columns.map(([name, column]) => [name, column[number]])),
  );
}

/** A row as a record, by the names of its columns. */
export function recordOfRow(names: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(row.map((value, index) => [names[index] ?? `column ${index + 1}`, value]));
}

/** Whether a list has the names of columns, of which one is a title or a body. */
export function areColumnNames(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((name) => typeof name === 'string') &&
    value.some((name) => isKnown(name, 'title', 'body'))
  );
}

function objectsIn(head: string): SeenObject[] {
  const objects: SeenObject[] = [];
  const stack: { list: boolean; key: string; seen?: SeenObject }[] = [];
  for (const [token] of head.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      const path = stack.filter(({ list }) => !list).map(({ key }) => key);
      const seen = { path, inList: stack.at(-1)?.list === true, keys: [] };
      if (token === '{') objects.push(seen);
      stack.push({ list: token === '[', key: '', ...(token === '{' && { seen }) });
    } else if (token === '}' || token === ']') stack.pop();
    else if (token.endsWith(':')) {
      const level = stack.at(-1);
      if (level?.seen === undefined) continue;
      level.key = token.slice(1, token.lastIndexOf('"'));
      level.seen.keys.push(level.key);
    }
  }
  return objects;
}
