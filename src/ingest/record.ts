/** One record (an object of JSON, a row of a table) as an article. */
import { z } from 'zod';
import type { Article, ReadResult } from '../common/types.ts';
import { readDate } from './dates.ts';
import { ExtraFields } from './extra-fields.ts';
import { fieldOf, RECORD_FIELDS, type RecordField } from './field-names.ts';
import { hasMarkup, textOfMarkup } from './markup.ts';

const text = z.string().nullish();
const values = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);

/** A record with the names that `lisan export` writes; `field-names.ts` lists all other names that are read. */
export const recordSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  title: text,
  body: text,
  text,
  url: text,
  source: text,
  publishedAt: text,
  publishedText: text,
  keywords: z.union([z.string(), z.array(z.string())]).nullish(),
  authors: z.union([z.string(), z.array(z.string())]).nullish(),
  section: text,
  image: text,
  language: text,
  fields: z.record(z.string(), values).nullish(),
});

/** Names of a record by the field of the article that they fill: `title`, `body` …, or `fields.NAME`. */
export type FieldMap = Readonly<Record<string, string>>;

export interface RecordOptions {
  /** Takes precedence over the known names. */
  map?: FieldMap;
  /**
   * For records that a program makes: names of `recordSchema` must have its types, and texts are not read as HTML.
   * Default false. Texts of lisan's own exports are never read as HTML.
   */
  typed?: boolean;
}

/** Objects that contain the data in records of search engines and APIs. */
const WRAPPERS = ['_source', 'data', 'attributes', 'document', 'article', 'doc', 'item', 'fields'] as const;
/** Members of an object that say what it is: `{"name": "…"}`, `{"rendered": "…"}`, `{"$oid": "…"}`. */
const SAYING = [
  'name',
  'rendered',
  'text',
  'value',
  '@value',
  '#text',
  '_text',
  'url',
  'href',
  '@id',
  '$oid',
] as const;
const SAYING_MORE = [
  // NYT, and what APIs have for names in full.
  'main',
  'original',
  'full',
  '$date',
  '$numberLong',
  'title',
  'screen_name',
  'username',
  'id',
] as const;
/** Nesting of values that is looked into. */
const MAX_DEPTH = 4;
/** Marks records that lisan exported: their texts are read as they are. */
export const OWN_FORMAT = 'lisan';

interface Candidate {
  name: string;
  value: unknown;
  rank: number;
}

/** Reads one record; what cannot be an article is a problem at `line`. */
export function* readRecord(
  record: unknown,
  file: string,
  line: number,
  { map = {}, typed = false }: RecordOptions = {},
): Generator<ReadResult> {
  const problem = (effect: 'kept' | 'skipped', reason: string): ReadResult => ({
    problem: { file, line, effect, reason },
  });
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    yield problem(
      'skipped',
      `the record is ${Array.isArray(record) ? 'a list' : `a ${typeof record}`}, not an object`,
    );
    return;
  }
  if (typed) {
    const [issue] = recordSchema.safeParse(record).error?.issues ?? [];
    if (issue !== undefined) {
      yield problem('skipped', `${issue.path.join('.') || 'the record'}: ${issue.message}`);
      return;
    }
  }
  const plain = OWN_FORMAT in record || typed;
  const { candidates, extra } = candidatesOf(plain ? { ...record } : unwrapped(record), map);
  const pick = (field: RecordField): Candidate | undefined => {
    const list = candidates.get(field);
    if (list === undefined) return undefined;
    const best = field === 'body' ? longest(list) : list[0]!;
    for (const other of list) if (other !== best) extra.add(other.name, other.value);
    return best;
  };
  const textOf = (field: RecordField): string => plainText(pick(field)?.value);

  const id = textOf('id');
  if (!id.isWellFormed()) {
    yield problem('skipped', 'the id is not valid Unicode (half of a surrogate pair)');
    return;
  }
  const title = readable(textOf('title'), plain).replace(/\s+/gu, plain ? '$&' : ' ');
  const main = pick('body');
  const summary = pick('summary');
  let body = main === undefined ? '' : readable(bodyText(main.value), plain);
  if (body.trim() === '' && summary !== undefined) body = readable(bodyText(summary.value), plain);
  else if (summary !== undefined) extra.add(summary.name, readable(plainText(summary.value), plain));
  if (title.trim() === '' && body.trim() === '') {
    const names = Object.keys(record)
      .slice(0, 8)
      .map((name) => JSON.stringify(name))
      .join(', ');
    yield problem(
      'skipped',
      candidates.has('title') || candidates.has('body') || names === ''
        ? 'neither title nor body'
        : `neither title nor body; the record has ${names}: name the right ones with --map`,
    );
    return;
  }
  const dateText = textOf('publishedAt');
  const own = OWN_FORMAT in record;
  const saidText = (record as { publishedText?: unknown }).publishedText;
  const publishedText = typeof saidText === 'string' ? saidText : own ? '' : dateText;
  // A date that was exported without a reading stays unread, so that the article is the same.
  const readFrom = dateText !== '' || own ? dateText : publishedText;
  const publishedAt = readFrom === '' ? undefined : readDate(readFrom);
  const trimmed = (value: string): string => (own ? value : value.trim());
  const url = trimmed(textOf('url'));
  const source = readable(textOf('source'), plain);
  const keywords = listOf(pick('keywords')?.value, /[,،;؛|]/u, own);
  const authors = listOf(pick('authors')?.value, /[;؛|]|,\s*(?=\p{Lu}[\p{L}.'’-]*\s)/u, own);
  const section = trimmed(readable(textOf('section'), plain));
  const image = trimmed(textOf('image'));
  const language = trimmed(textOf('language'));
  const page = own && 'page' in record && typeof record.page === 'string' ? record.page : '';
  if (publishedText !== '' && publishedAt === undefined && !own) {
    yield problem('kept', `the date ${JSON.stringify(publishedText.slice(0, 200))} was not understood`);
  }
  const fields = extra.result;
  const article: Article = {
    ...(id !== '' && { id }),
    title,
    body: own ? body : body.replace(/\r\n?/g, '\n'),
    ...(url !== '' && { url }),
    ...(source !== '' && { source }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publishedText !== '' && { publishedText }),
    keywords,
    ...(authors.length > 0 && { authors }),
    ...(section !== '' && { section }),
    ...(image !== '' && { image }),
    ...(language !== '' && { language }),
    ...(fields !== undefined && { fields }),
    ...(page !== '' && { page }),
  };
  yield { article, line, ...(extra.unused.length > 0 && { unused: extra.unused }) };
}

/** The record inside a record of a search engine or API, with the values next to it. */
function unwrapped(record: object): Record<string, unknown> {
  const outer = record as Record<string, unknown>;
  const says = (some: object, ...fields: RecordField[]): boolean =>
    Object.entries(some).some(([name, value]) => {
      const field = fieldOf(name)?.field;
      return field !== undefined && fields.includes(field) && typeof value !== 'object';
    });
  // A title beside the object may have its text in it.
  const wanted: RecordField[] = says(outer, 'title') ? ['body'] : ['title', 'body'];
  if (says(outer, 'body')) return outer;
  for (const name of WRAPPERS) {
    const inner = outer[name];
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner) || !says(inner, ...wanted))
      continue;
    const { [name]: _, ...rest } = outer;
    return wanted.length === 1 ? { ...inner, ...rest } : { ...rest, ...inner };
  }
  return outer;
}

/** The values of a record by the field that they can fill, in order of rank; what can fill none is extra. */
function candidatesOf(
  record: Record<string, unknown>,
  map: FieldMap,
): { candidates: Map<RecordField, Candidate[]>; extra: ExtraFields } {
  const candidates = new Map<RecordField, Candidate[]>();
  const extra = new ExtraFields();
  const mapped = new Set<string>();
  const offer = (field: RecordField, candidate: Candidate): void => {
    const list = candidates.get(field);
    if (list === undefined) candidates.set(field, [candidate]);
    else list.push(candidate);
  };
  for (const [field, name] of Object.entries(map)) {
    const value = valueAt(record, name);
    if (value === undefined) continue;
    mapped.add(Object.hasOwn(record, name) ? name : name.split('.')[0]!);
    if (field.startsWith('fields.')) extra.add(field.slice('fields.'.length), value);
    else if (isRecordField(field)) offer(field, { name, value, rank: -1 });
  }
  const own = OWN_FORMAT in record;
  for (const [name, value] of Object.entries(record)) {
    if (mapped.has(name)) continue;
    if (name === OWN_FORMAT || name === 'publishedText' || (own && name === 'page')) continue;
    if (name === 'fields' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [inner, innerValue] of Object.entries(value)) extra.add(inner, innerValue, 1);
      continue;
    }
    const known = fieldOf(name);
    if (known === undefined) {
      extra.add(name, value);
      continue;
    }
    if (!own && plainText(value) === '' && bodyText(value) === '') {
      if (hasValue(value)) extra.unused.push(name);
      continue;
    }
    if (map[known.field] !== undefined && candidates.has(known.field)) extra.add(name, value);
    else offer(known.field, { name, value, rank: known.rank });
  }
  for (const list of candidates.values()) list.sort((one, other) => one.rank - other.rank);
  return { candidates, extra };
}

function isRecordField(field: string): field is RecordField {
  return (RECORD_FIELDS as readonly string[]).includes(field);
}

/** Whether a name can be the target of a map. */
export function isMapTarget(field: string): boolean {
  return isRecordField(field) || /^fields\.\S/u.test(field);
}

function valueAt(record: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function longest(list: readonly Candidate[]): Candidate {
  if (list[0]!.rank === -1) return list[0]!;
  return list.reduce((best, other) =>
    bodyText(other.value).length > bodyText(best.value).length ? other : best,
  );
}

function hasValue(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== null && value !== undefined && value !== '';
}

/** A value as one text: numbers as digits, lists with commas, objects by the member that says what they are. */
export function plainText(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean' || value === null || value === undefined || depth > MAX_DEPTH) return '';
  if (Array.isArray(value)) {
    return value
      .slice(0, 1000)
      .map((item) => plainText(item, depth + 1))
      .filter((item) => item !== '')
      .join(', ');
  }
  const record = value as Record<string, unknown>;
  // A pair says its value; its name is that of a kind.
  if (typeof record.name === 'string' && typeof record.value === 'string') return record.value;
  for (const name of [...SAYING, ...SAYING_MORE]) {
    const said = plainText(record[name], depth + 1);
    if (said !== '') return said;
  }
  return '';
}

/** A body: paragraphs of a list are lines; pieces of a text with formatting, as Telegram exports it, are joined. */
function bodyText(value: unknown): string {
  if (!Array.isArray(value)) return plainText(value);
  const pieces = value.some((item) => typeof item === 'object' && item !== null && 'text' in item);
  return value.map((item) => plainText(item)).join(pieces ? '' : '\n');
}

function readable(value: string, plain: boolean): string {
  return plain || !hasMarkup(value) ? value : textOfMarkup(value);
}

/** A list of values; one text is split. */
function listOf(value: unknown, separator: RegExp, own: boolean): string[] {
  if (value === undefined || value === null) return [];
  if (own && Array.isArray(value)) return value.map(String);
  const items = Array.isArray(value)
    ? value.map((item) => plainText(item))
    : plainText(value).split(separator);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
