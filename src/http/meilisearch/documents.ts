/** Documents and values of facets as Meilisearch's clients ask for them. */
import { z } from 'zod';
import type { Condition } from '../../engines/conditions.ts';
import { type Facet, kindOf, MAX_FACET_VALUES } from '../../engines/facets.ts';
import { foldedText } from '../../search/autocomplete.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';
import { meilisearchError } from './errors.ts';
import { conditionOf } from './filter.ts';
import { checked, filterOf, sortOf } from './parameters.ts';
import { meilisearchDocument } from './search.ts';

/** Most values of a facet search. */
const MAX_FACET_HITS = 100;
/** Most documents of one page: a greater limit is taken as this one, and the answer says so. */
const MAX_DOCUMENTS = 10_000;
/** More documents than there are. */
const EVERY_DOCUMENT = Number.MAX_SAFE_INTEGER;

const id = z.union([z.string(), z.int()]).transform(String);

export const documentsQuery = z.strictObject({
  offset: z.int().min(0).nullish(),
  limit: z.int().min(0).nullish(),
  fields: z.array(z.string()).nullish(),
  filter: z.unknown().optional(),
  ids: z.array(id).nullish(),
  sort: z.array(z.string()).nullish(),
  retrieveVectors: z.literal(false).nullish(),
});

/** The same parameters in an address. @throws LisanError in Meilisearch's terms. */
export function queryOfDocuments(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { offset, limit, fields, sort, ids, filter, retrieveVectors, ...others } = query;
  return {
    ...(offset !== undefined && { offset: numberOf('offset', offset) }),
    ...(limit !== undefined && { limit: numberOf('limit', limit) }),
    ...(fields !== undefined && { fields: fieldsOf(fields) }),
    ...(sort !== undefined && { sort: listOf(sort) }),
    ...(ids !== undefined && { ids: listOf(ids) }),
    ...(filter !== undefined && { filter: filterOf(String(filter)) }),
    ...(retrieveVectors !== undefined && {
      retrieveVectors: retrieveVectors === 'false' ? false : retrieveVectors,
    }),
    ...others,
  };
}

/** Values with commas between, or a parameter several times. */
const listOf = (value: unknown): string[] => [value].flat().flatMap((text) => String(text).split(','));

/** Attributes that are wanted; all if undefined. */
export function fieldsOf(value: unknown): string[] | undefined {
  const fields = value === undefined ? undefined : listOf(value);
  return fields?.includes('*') ? undefined : fields;
}

function numberOf(name: string, value: unknown): number {
  if (/^\d{1,15}$/.test(String(value))) return Number(value);
  throw meilisearchError(
    `invalid_document_${name}`,
    `Invalid value in parameter \`${name}\`: could not parse \`${String(value)}\` as a positive integer`,
  );
}

export interface DocumentsRequest {
  /** As it was sent. */
  query: unknown;
  /** BCP 47 code for names of entities. */
  language: string;
}

/** A page of documents: those with some ids, those that a filter lets pass, or all in the order of their storing. */
export async function readDocuments(
  service: Service,
  { query, language }: DocumentsRequest,
): Promise<object> {
  const { archive, searcher } = service;
  const { fields, filter, ids, sort, ...page } = checked(documentsQuery, query ?? {}, 'document');
  const offset = page.offset ?? 0;
  const limit = Math.min(page.limit ?? 20, MAX_DOCUMENTS);
  const answer = (found: readonly string[], total: number) => ({
    results: found.map((id) => meilisearchDocument(service, id, fields ?? undefined)),
    offset,
    limit,
    total,
  });
  if (ids !== undefined && ids !== null) {
    const known = [...archive.getMany([...new Set(ids)]).keys()];
    const inOrder = [...new Set(ids)].filter((each) => known.includes(each));
    return answer(inOrder.slice(offset, offset + limit), inOrder.length);
  }
  const condition = conditionOf(filter, service.zone, service.config.facets, 'invalid_document_filter');
  const { documents, total } = await searcher.find({
    ...ALL,
    ...(condition !== undefined && { filter: condition }),
    sort: sortOf(sort, 'invalid_document_sort') === 'oldest' ? 'oldest' : 'newest',
    language,
    offset,
    limit,
  });
  return answer(
    documents.map((document) => document.id),
    total.value,
  );
}

/** A search for everything. */
const ALL = { q: '', match: 'all', facets: [], explain: false, purpose: 'documents' } as const;

/** The ids of all documents that a filter lets pass, as of one moment. */
export async function readIds({ searcher }: Service, filter: Condition): Promise<string[]> {
  const every = { ...ALL, filter, sort: 'newest', language: 'en', offset: 0, limit: EVERY_DOCUMENT } as const;
  const { documents } = await searcher.find(every);
  return documents.map((document) => document.id);
}

export interface FacetSearchRequest {
  search: SearchRequest;
  facet: Facet;
  /** What a word of a value, or of a name of the entity that it is, begins with. */
  beginning: string;
}

/** Values of a facet with the number of their documents, the most frequent first. */
export async function searchFacetValues(
  { searcher, gazetteer }: Service,
  { search, facet, beginning }: FacetSearchRequest,
): Promise<{ value: string; count: number }[]> {
  const wanted = foldedText(beginning);
  const { facets } = await searcher.find({ ...search, facets: [facet], valuesPerFacet: MAX_FACET_VALUES });
  const isWanted = (value: string): boolean => {
    const names =
      kindOf(facet) === 'entity' ? Object.values(gazetteer.entities.get(value)?.names ?? {}).flat() : [];
    return [value, ...names].some((name) => ` ${foldedText(name)}`.includes(` ${wanted}`));
  };
  return (facets[facet] ?? [])
    .filter(({ value }) => wanted === '' || isWanted(value))
    .slice(0, MAX_FACET_HITS);
}
