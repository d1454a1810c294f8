/** Documents and values of facets as Meilisearch's clients ask for them. */
import { z } from 'zod';
import { type Facet, kindOf, MAX_FACET_VALUES } from '../../engines/facets.ts';
import { foldedText } from '../../search/autocomplete.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';
import { MAX_OFFSET } from '../parameters/search-request.ts';
import { checked } from './parameters.ts';
import { meilisearchDocument, toSearchRequest } from './search.ts';

/** Values of a facet search. */
const MAX_FACET_HITS = 100;

const documentsQuery = z.strictObject({
  offset: z.int().min(0).optional(),
  limit: z.int().min(0).max(1000).optional(),
  fields: z.array(z.string()).optional(),
  filter: z.unknown().optional(),
  ids: z.array(z.string()).max(1000).optional(),
  sort: z.array(z.string()).optional(),
  retrieveVectors: z.literal(false).optional(),
});

export interface DocumentsRequest {
  /** As it came. */
  given: unknown;
  /** BCP 47 code for names of entities. */
  language: string;
}

/** A page of documents: those with some ids, or those that a filter lets pass. */
export async function readDocuments(
  service: Service,
  { given, language }: DocumentsRequest,
): Promise<object> {
  const { archive, searcher } = service;
  const { offset = 0, limit = 20, fields, filter, ids, sort } = checked(documentsQuery, given, 'document');
  if (ids !== undefined) {
    const known = ids.filter((id) => archive.get(id) !== undefined);
    const results = known.slice(offset, offset + limit).map((id) => meilisearchDocument(service, id, fields));
    return { results, offset, limit, total: known.length };
  }
  const request = toSearchRequest({ filter, sort: sort ?? ['publishedAt:desc'] }, language);
  const { documents, total } = await searcher.find({
    ...request,
    offset: Math.min(offset, MAX_OFFSET),
    limit,
    purpose: 'documents',
  });
  return {
    results: documents.map(({ id }) => meilisearchDocument(service, id, fields)),
    offset,
    limit,
    total: total.value,
  };
}

export interface FacetSearchRequest {
  search: SearchRequest;
  facet: Facet;
  /** What a value, or a name of the entity that it is, has a word beginning with. */
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
