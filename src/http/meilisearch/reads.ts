/** The reads of Meilisearch's addresses. */
import type { Condition } from '../../engines/conditions.ts';
import { defineRead } from '../workers/read.ts';
import {
  type DocumentsRequest,
  type FacetSearchRequest,
  readDocuments,
  readIds,
  searchFacetValues,
} from './documents.ts';
import type { SearchBody } from './parameters.ts';
import { meilisearchDocument, meilisearchSearch } from './search.ts';

export interface SearchRead {
  body: SearchBody;
  /** BCP 47 code for names of entities. */
  language: string;
  /** What is added to the answer. */
  about?: object | undefined;
}

export const searchRead = defineRead<SearchRead, Record<string, unknown>>({
  name: 'meilisearch/search',
  module: import.meta.url,
  run: async (service, { body, language, about }) => ({
    ...(await meilisearchSearch(service, body, language)),
    ...about,
  }),
});

export const facetsRead = defineRead<FacetSearchRequest, { value: string; count: number }[]>({
  name: 'meilisearch/facet-search',
  module: import.meta.url,
  run: searchFacetValues,
});

export const documentsRead = defineRead<DocumentsRequest, object>({
  name: 'meilisearch/documents',
  module: import.meta.url,
  run: readDocuments,
});

export interface DocumentRead {
  id: string;
  /** Attributes that are wanted; all if undefined. */
  fields: readonly string[] | undefined;
}

export const documentRead = defineRead<DocumentRead, object>({
  name: 'meilisearch/document',
  module: import.meta.url,
  run: (service, { id, fields }) => meilisearchDocument(service, id, fields),
});

/** The ids of the documents that a filter lets pass. */
export const idsRead = defineRead<Condition, string[]>({
  name: 'meilisearch/ids',
  module: import.meta.url,
  run: readIds,
});
