/** What Meilisearch's clients send with a search, checked; what lisan has no answer to is refused by name. */
import { z } from 'zod';
import type { LisanError } from '../../common/errors.ts';
import { type DeclaredFacets, type Facet, facetsWith } from '../../engines/facets.ts';
import { MAX_OFFSET } from '../parameters/search-request.ts';
import { MAX_QUERY_LENGTH } from '../parameters/values.ts';
import { meilisearchError, unsupported } from './errors.ts';
import { attributeOf, facetOfAttribute } from './facets.ts';
import { SEARCHED } from './format.ts';

/** Most hits of one answer; a greater limit is reduced to it, as Meilisearch does with `maxTotalHits`. */
export const MAX_HITS = 1000;
/** Most queries of one multi-search. */
export const MAX_QUERIES = 50;

const wholeNumber = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const names = z.array(z.string().max(200)).max(100);

const shape = {
  q: z.string().nullish(),
  offset: wholeNumber.nullish(),
  limit: wholeNumber.nullish(),
  page: wholeNumber.nullish(),
  hitsPerPage: wholeNumber.nullish(),
  filter: z.unknown().optional(),
  facets: names.nullish(),
  sort: names.nullish(),
  attributesToRetrieve: names.nullish(),
  attributesToHighlight: names.nullish(),
  attributesToCrop: names.nullish(),
  cropLength: wholeNumber.nullish(),
  cropMarker: z.string().max(100).nullish(),
  highlightPreTag: z.string().max(200).nullish(),
  highlightPostTag: z.string().max(200).nullish(),
  showMatchesPosition: z.boolean().nullish(),
  showRankingScore: z.boolean().nullish(),
  matchingStrategy: z.enum(['last', 'all', 'frequency']).nullish(),
  attributesToSearchOn: names.nullish(),
  distinct: z.string().nullish(),
  locales: names.nullish(),
  hybrid: z
    .strictObject({ embedder: z.string().max(200), semanticRatio: z.number().min(0).max(1).nullish() })
    .nullish(),
};

export const searchBody = z.strictObject(shape);
export type SearchBody = z.output<typeof searchBody>;

/** Parameters that Meilisearch knows and lisan has no answer to. */
const UNSUPPORTED = [
  'vector',
  'retrieveVectors',
  'media',
  'personalize',
  'rankingScoreThreshold',
  'showRankingScoreDetails',
  'showPerformanceDetails',
  'useNetwork',
  'federationOptions',
];

/** A search as it came in a body. @throws LisanError in Meilisearch's terms. */
export function readBody(given: unknown): SearchBody {
  refuseUnsupported(given);
  return checked(searchBody, given ?? {}, 'search');
}

function refuseUnsupported(given: unknown): void {
  if (typeof given !== 'object' || given === null) return;
  for (const name of UNSUPPORTED) {
    const value = (given as Record<string, unknown>)[name];
    if (value !== undefined && value !== null && value !== false) throw unsupported(`the parameter ${name}`);
  }
  for (const name of UNSUPPORTED) delete (given as Record<string, unknown>)[name];
}

/** The parameters of a search in an address, for its description. */
export const SEARCH_PARAMETERS = Object.fromEntries(
  Object.keys(shape).map((name) => [name, 'As in the body of a POST search.']),
);

/** The same from a query string, where lists have commas between. */
export function readQuery(given: Readonly<Record<string, unknown>>): SearchBody {
  const typed = Object.entries(given).map(([name, value]) => {
    if (typeof value !== 'string')
      throw meilisearchError('bad_request', `The parameter ${name} is there twice.`);
    const type = kindOf(name);
    if (type === 'number' && /^\d{1,15}$/.test(value)) return [name, Number(value)];
    if (type === 'boolean' && /^(?:true|false)$/.test(value)) return [name, value === 'true'];
    return [name, type === 'list' ? value.split(',') : value];
  });
  return readBody(withHybrid(Object.fromEntries(typed)));
}

/** In an address the two members of `hybrid` are parameters of their own. */
function withHybrid({
  hybridEmbedder: embedder,
  hybridSemanticRatio: ratio,
  ...rest
}: Record<string, unknown>): Record<string, unknown> {
  if (embedder === undefined && ratio === undefined) return rest;
  const semanticRatio = typeof ratio === 'string' && /^[\d.]{1,10}$/.test(ratio) ? Number(ratio) : ratio;
  return { ...rest, hybrid: { embedder, ...(ratio !== undefined && { semanticRatio }) } };
}

const NUMBERS = ['offset', 'limit', 'page', 'hitsPerPage', 'cropLength'];
const BOOLEANS = ['showMatchesPosition', 'showRankingScore', 'showRankingScoreDetails', 'retrieveVectors'];
const LISTS = [
  'facets',
  'sort',
  'attributesToRetrieve',
  'attributesToHighlight',
  'attributesToCrop',
  'attributesToSearchOn',
  'locales',
];

/** A filter by GET may be a list, as JSON. */
export function filterOf(text: string): unknown {
  if (!text.trimStart().startsWith('[')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function kindOf(name: string): 'number' | 'boolean' | 'list' | 'text' {
  if (NUMBERS.includes(name)) return 'number';
  if (BOOLEANS.includes(name)) return 'boolean';
  return LISTS.includes(name) ? 'list' : 'text';
}

/** @throws LisanError whose code names the parameter, as Meilisearch's do: `invalid_search_limit`. */
export function checked<T extends z.ZodObject>(schema: T, given: unknown, what: string): z.output<T> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const expected = Object.keys(schema.shape).map((name) => `\`${name}\``);
    throw meilisearchError(
      'bad_request',
      `Unknown field \`${issue.keys[0]}\`: expected one of ${expected.join(', ')}.`,
    );
  }
  const name = String(issue?.path[0] ?? '');
  if (name !== '' && (given as Record<string, unknown> | null)?.[name] === undefined)
    throw meilisearchError(`missing_${what}_${snakeCase(name)}`, `Missing field \`${name}\``);
  const code = `invalid_${what}_${snakeCase(name)}`;
  throw meilisearchError(
    name === '' ? 'bad_request' : (CODES[code] ?? code),
    `Invalid value at \`.${issue?.path.join('.') ?? ''}\`: ${issue?.message}.`,
  );
}

/** Parameters whose codes do not have their name. */
const CODES: Readonly<Record<string, string>> = {
  invalid_facet_search_facet_query: 'invalid_facet_search_query',
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Offset and limit, computed from pages if pages are requested. */
export function pageOf({ offset, limit, page, hitsPerPage }: SearchBody): {
  /** What is searched for. */
  offset: number;
  limit: number;
  /** What the answer says. */
  size: number;
  from: number;
  byPage: boolean;
} {
  const byPage = (page ?? undefined) !== undefined || (hitsPerPage ?? undefined) !== undefined;
  const size = Math.min((byPage ? hitsPerPage : limit) ?? 20, MAX_HITS);
  const from = byPage ? Math.max(0, (page ?? 1) - 1) * size : (offset ?? 0);
  // Page 0, and pages beyond the deepest hit, are empty.
  const isEmpty = page === 0 || from > MAX_OFFSET;
  return { offset: isEmpty ? 0 : from, limit: isEmpty ? 0 : size, size, from, byPage };
}

/** @throws LisanError with this code. */
export function sortOf(
  sort: SearchBody['sort'],
  code = 'invalid_search_sort',
): 'relevance' | 'newest' | 'oldest' {
  if (sort === undefined || sort === null || sort.length === 0) return 'relevance';
  if (sort.length === 1 && sort[0] === 'publishedAt:desc') return 'newest';
  if (sort.length === 1 && sort[0] === 'publishedAt:asc') return 'oldest';
  throw meilisearchError(code, 'Sort by publishedAt:asc or publishedAt:desc; nothing else is sortable.');
}

/** Facets of a search; `publishedAt` has figures and no counts. @throws LisanError with this code. */
export function facetsOf(
  facets: SearchBody['facets'],
  declared: DeclaredFacets,
  code = 'invalid_search_facets',
): Facet[] {
  if (facets?.includes('*')) return facetsWith(declared);
  return (facets ?? []).flatMap((name) => {
    if (name === 'publishedAt' && code === 'invalid_search_facets') return [];
    const facet = facetOfAttribute(name, declared);
    if (facet !== undefined) return facet;
    const known = [...facetsWith(declared).map((each) => attributeOf(each, declared)), 'publishedAt'];
    throw meilisearchError(
      code,
      `Attribute \`${name}\` is not a facet. Facets are ${known.map((each) => `\`${each}\``).join(', ')}.`,
    );
  });
}

/** Whether the figures of `publishedAt` are wanted. */
export const wantsDates = (facets: SearchBody['facets']): boolean =>
  facets?.some((name) => name === 'publishedAt' || name === '*') === true;

/** Words of a query that are searched for; Meilisearch takes the first ten. */
const MAX_WORDS = 60;

/** The first words of a query, up to the number that is searched. */
export function firstWords(q: string): string {
  const words = q.match(/\S+/gu) ?? [];
  if (q.length <= MAX_QUERY_LENGTH && words.length <= MAX_WORDS) return q;
  let end = 0;
  for (const [, text] of [...q.matchAll(/(\S+)/gu)].slice(0, MAX_WORDS).entries()) {
    const after = text.index + text[0].length;
    if (after > MAX_QUERY_LENGTH) break;
    end = after;
  }
  return end === 0 ? q.trimStart().slice(0, MAX_QUERY_LENGTH).toWellFormed() : q.slice(0, end);
}

/** An error if a search should look at some of the attributes only. */
export function refuseOtherFields(attributes: SearchBody['attributesToSearchOn']): LisanError | undefined {
  const wanted = attributes ?? ['*'];
  if (wanted.includes('*') || SEARCHED.every((field) => wanted.includes(field))) return undefined;
  return unsupported('attributesToSearchOn; write title:WORD in the query to search in titles');
}
