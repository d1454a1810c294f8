/** The parameters of the API: what is allowed, and what a wrong one is answered with. */
import { z } from 'zod';
import { FACETS, type Filter, SORTS } from '../engines/engine.ts';
import { LisanError } from '../errors.ts';
import { dateRange } from '../restrictions.ts';
import type { SearchRequest } from '../search.ts';
import { LANGUAGES } from '../text/languages.ts';

/** Longest query, in UTF-16 code units. */
export const QUERY_LENGTH = 512;
/** Most hits on one page. */
export const LIMIT = 100;
/** Deepest hit that can be paged to; beyond it a narrower query serves better. */
export const OFFSET = 10_000;
/** Most values in one list. */
const LIST = 50;

const languageCodes = LANGUAGES.map(({ code }) => code) as [string, ...string[]];

/** `a,b,c` as a list; an empty text is an empty list. */
function list<T extends string>(item: z.ZodType<T, string>) {
  return z
    .string()
    .default('')
    .transform((text) => (text === '' ? [] : text.split(',')))
    .pipe(z.array(item).max(LIST));
}

const wholeNumber = (most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().max(most))
    .default(fallback);

const date = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'must be a date like 2023-10-31')
  .default('');

const searchParameters = z.object({
  q: z.string().max(QUERY_LENGTH).default(''),
  limit: wholeNumber(LIMIT, 20),
  offset: wholeNumber(OFFSET, 0),
  lang: list(z.enum(languageCodes)),
  entity: list(z.string().min(1).max(100)),
  source: list(z.string().min(1).max(200)),
  from: date,
  to: date,
  sort: z.enum(SORTS).default('relevance'),
  match: z.enum(['all', 'exact']).default('all'),
  names: z.enum(['true', 'false']).default('true'),
  facets: list(z.enum(FACETS)),
  explain: z.enum(['true', 'false']).default('false'),
});

/** A search request from the query string. Parameters that are not known are refused, so that a misspelt one is noticed. */
export function readSearch(query: unknown, language: string): SearchRequest {
  const { lang, entity, source, from, to, names, explain, ...rest } = check(searchParameters.strict(), query);
  const filter: Filter = {
    languages: lang,
    entities: entity,
    sources: source,
    ...(from !== '' && { from: dateRange(from).from! }),
    ...(to !== '' && { before: dateRange(to).before! }),
  };
  return { ...rest, filter, names: names === 'true', explain: explain === 'true', language };
}

const entityParameters = z.object({ q: z.string().max(100).default(''), limit: wholeNumber(LIMIT, 20) });

export function readEntityQuery(query: unknown): { q: string; limit: number } {
  return check(entityParameters.strict(), query);
}

/** @throws LisanError `invalid_parameter`, naming the first parameter that is wrong. */
function check<T extends z.ZodType>(schema: T, query: unknown): z.output<T> {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const name = unknown[0] ?? String(issue?.path[0] ?? '');
  throw new LisanError({
    code: 'invalid_parameter',
    message:
      unknown.length > 0
        ? `There is no parameter ${name}.`
        : `The parameter ${name} is wrong: ${issue?.message}.`,
    remedy:
      unknown.length > 0
        ? `Use ${Object.keys(schema instanceof z.ZodObject ? schema.shape : {}).join(', ')}.`
        : `Correct ${name}; the README lists what each parameter takes.`,
    status: 400,
  });
}
