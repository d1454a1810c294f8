/** The reads of Meilisearch's addresses. */
import type { Condition } from '../../engines/conditions.ts';
import type { AnyRead, Read } from '../workers/read.ts';
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

export const searchRead: Read<SearchRead, Record<string, unknown>> = {
  name: 'meilisearch/search',
  run: async (service, { body, language, about }) => ({
    ...(await meilisearchSearch(service, body, language)),
    ...about,
  }),
};

export const facetsRead: Read<FacetSearchRequest, { value: string; count: number }[]> = {
  name: 'meilisearch/facet-search',
  run: searchFacetValues,
};

export const documentsRead: Read<DocumentsRequest, object> = {
  name: 'meilisearch/documents',
  run: readDocuments,
};

export interface DocumentRead {
  id: string;
  /** Attributes that are wanted; all if undefined. */
  fields: readonly string[] | undefined;
}

export const documentRead: Read<DocumentRead, object> = {
  name: 'meilisearch/document',
  run: (service, { id, fields }) => meilisearchDocument(service, id, fields),
};

/** The ids of the documents that a filter lets pass. */
export const idsRead: Read<Condition, string[]> = { name: 'meilisearch/ids', run: readIds };

export const MEILISEARCH_READS: readonly AnyRead[] = [
  searchRead,
  facetsRead,
  documentsRead,
  documentRead,
  idsRead,
];
