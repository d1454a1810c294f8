/**
 * The parameters of the API: what is allowed, and what a wrong one is answered with. `openapi.ts` makes the
 * description of the API from these same schemas.
 */
import { z } from 'zod';
import { LANGUAGES } from '../../analysis/languages/registry.ts';
import { LisanError } from '../../common/errors.ts';
import { filterOf } from '../../engines/conditions.ts';
import { SORTS } from '../../engines/engine.ts';
import {
  byFacet,
  FACETS,
  helpOf,
  kindOf,
  LISTED_FACETS,
  type ListedFacet,
  longestValueOf,
} from '../../engines/facets.ts';
import { dateRange } from '../../search/query/dates.ts';
import type { SearchRequest } from '../../search/searcher.ts';

/** Longest query, in UTF-16 code units. */
export const QUERY_LENGTH = 512;
/** Most hits on one page. */
export const LIMIT = 100;
/** Deepest hit that can be paged to; beyond it a narrower query serves better. */
export const OFFSET = 10_000;
/** Most values in one list. */
const LIST = 50;
/** Most documents of one export, and of one feed. */
export const EXPORTED = 10_000;
const FEED = 100;

const languageCodes = LANGUAGES.map(({ code }) => code) as [string, ...string[]];

/** `a,b,c` as a list; an empty text is an empty list. A comma within a value has a backslash before it. */
function list<T extends string>(item: z.ZodType<T, string>, description: string) {
  const { $schema: _, ...items } = z.toJSONSchema(item);
  return z
    .string()
    .default('')
    .transform((text) =>
      text === '' ? [] : text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',')),
    )
    .pipe(z.array(item).max(LIST))
    .meta({ description, type: 'array', items, maxItems: LIST, default: [] });
}

const wholeNumber = (most: number, fallback: number, description: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().max(most))
    .default(fallback)
    .meta({ description, type: 'integer', minimum: 0, maximum: most, default: fallback });

const yesOrNo = (fallback: boolean, description: string) =>
  z
    .enum(['true', 'false'])
    .default(fallback ? 'true' : 'false')
    .transform((text) => text === 'true')
    .meta({ description, type: 'boolean', default: fallback });

const date = (description: string) =>
  z
    .string()
    .regex(/^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/, 'must be a date like 2023-10-31')
    .refine((day) => day === '' || dateRange(day) !== undefined, 'must be a day of the calendar')
    .default('')
    .meta({ description: `${description} Like 2023-10-31.` });

const query = (description: string) => z.string().max(QUERY_LENGTH).default('').meta({ description });

/** The parameter of a facet: values to filter by. */
function valuesParameter(facet: ListedFacet) {
  const value: z.ZodType<string, string> =
    kindOf(facet) === 'language' ? z.enum(languageCodes) : z.string().min(1).max(longestValueOf(facet));
  return list(value, helpOf(facet));
}

/** What is searched for: the same for pages of hits, feeds and exports. */
const wanted = {
  q: query(
    'The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `title:word`, `lang:tr`, `date:2023-10` …',
  ),
  ...byFacet(valuesParameter, LISTED_FACETS),
  from: date('Documents published on this day or later.'),
  to: date('Documents published on this day or earlier.'),
  match: z
    .enum(['all', 'exact'])
    .default('all')
    .meta({ description: '`all`: every spelling and form of every word; `exact`: the words as typed.' }),
  names: yesOrNo(true, 'Find names that no entity has in every script, by how they sound.'),
  collapse: yesOrNo(true, 'Fold near-duplicates into one hit; `duplicates` of a hit counts the others.'),
};

const sortBy = (fallback: (typeof SORTS)[number]) =>
  z
    .enum(SORTS)
    .default(fallback)
    .meta({ description: 'The order of the hits; undated documents come last.' });

export const searchParameters = z.strictObject({
  ...wanted,
  sort: sortBy('relevance'),
  limit: wholeNumber(LIMIT, 20, 'Hits on the page.'),
  offset: wholeNumber(OFFSET, 0, 'Hits before the page.'),
  facets: list(z.enum(FACETS), 'Values to count over all hits; `date` counts by month.'),
  explain: yesOrNo(false, 'Give the parts of each score.'),
  strict: yesOrNo(
    false,
    'Never relax the query: only documents with every word as spelt, every phrase and every field; `relaxed` is null.',
  ),
});

/** A search request from the query string. Parameters that are not known are refused, so that a misspelt one is noticed. */
export function readSearch(given: unknown, language: string): SearchRequest {
  return requestOf(check(searchParameters, given), language);
}

export const feedParameters = z.strictObject({
  ...wanted,
  sort: sortBy('newest'),
  limit: wholeNumber(FEED, 50, 'Entries of the feed.'),
});

/** A saved search that is followed as a feed. */
export function readFeed(given: unknown, language: string): SearchRequest {
  return requestOf(check(feedParameters, given), language);
}

export const exportParameters = z.strictObject({
  ...wanted,
  sort: sortBy('relevance'),
  limit: wholeNumber(EXPORTED, 1000, 'Documents that are exported at most.'),
});

/** An export: one request for all of it. */
export function readExport(given: unknown, language: string): SearchRequest {
  return requestOf(check(exportParameters, given), language);
}

type Wanted = Omit<z.output<typeof searchParameters>, 'offset' | 'facets' | 'explain' | 'strict'>;

function requestOf(
  { from, to, ...rest }: Wanted & Partial<z.output<typeof searchParameters>>,
  language: string,
): SearchRequest {
  const filter = filterOf({
    ...byFacet((facet) => rest[facet], LISTED_FACETS),
    ...(from !== '' && { from: dateRange(from)!.from! }),
    ...(to !== '' && { before: dateRange(to)!.before! }),
  });
  const { q, match, names, collapse, sort, limit, offset = 0, facets = [], explain = false, strict } = rest;
  return {
    ...{ q, match, names, collapse, sort, limit, offset, facets, explain, filter, language },
    ...(strict && { relax: [] }),
  };
}

export const entityParameters = z.strictObject({
  q: z.string().max(100).default('').meta({ description: 'The beginning of any name; empty for all.' }),
  limit: wholeNumber(LIMIT, 20, 'Entities that are given.'),
});

export function readEntityQuery(given: unknown): { q: string; limit: number } {
  return check(entityParameters, given);
}

export const suggestParameters = z.strictObject({
  q: query('What is typed so far.'),
  limit: wholeNumber(20, 8, 'Suggestions that are given.'),
});

export function readSuggest(given: unknown): { q: string; limit: number } {
  return check(suggestParameters, given);
}

export const similarParameters = z.strictObject({ limit: wholeNumber(20, 6, 'Articles that are given.') });

export function readSimilar(given: unknown): { limit: number } {
  return check(similarParameters, given);
}

export const writeParameters = z.strictObject({
  wait: yesOrNo(false, 'Answer when the index has the change, and not already when the archive has it.'),
});

export function readWrite(given: unknown): { wait: boolean } {
  return check(writeParameters, given);
}

export const marksParameters = z.strictObject({ q: wanted.q, match: wanted.match });

export function readMarks(given: unknown): { q: string; match: 'all' | 'exact' } {
  return check(marksParameters, given);
}

/** No parameters at all. */
export const noParameters = z.strictObject({});

export function readNone(given: unknown): void {
  check(noParameters, given);
}

/** @throws LisanError `invalid_parameter`, naming the first parameter that is wrong. */
function check<T extends z.ZodObject>(schema: T, given: unknown): z.output<T> {
  const result = schema.safeParse(given);
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
        ? `Use ${Object.keys(schema.shape).join(', ') || 'none'}.`
        : `Correct ${name}; /docs lists what each parameter takes.`,
    status: 400,
  });
}
