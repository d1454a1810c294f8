/**
 * What is read of archive and index to answer a request: everything that costs more than a look-up. Requests and
 * answers are plain data, so that each can be done on this thread or on another (`read-pool.ts`).
 */

import type { AutocompleteRequest } from '../../search/autocomplete.ts';
import { type MoreLikeThisRequest, moreLikeThis } from '../../search/more-like-this.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';
import {
  type DocumentsRequest,
  type FacetSearchRequest,
  readDocuments,
  searchFacetValues,
} from '../meilisearch/documents.ts';
import type { SearchBody } from '../meilisearch/parameters.ts';
import { compatDocument, compatSearch } from '../meilisearch/search.ts';
import { readArticles } from '../reads/articles.ts';
import { type DocumentRequest, readDocument } from '../reads/document.ts';
import { type EntitiesRequest, type EntityRequest, readEntities, readEntity } from '../reads/entities.ts';
import { readFeedEntries } from '../reads/feed.ts';
import { type MarksRequest, readDocumentMarks } from '../reads/marks.ts';

/** The reads of a service, by name. @throws LisanError as the functions do that are called. */
export function readsOf(service: Service) {
  return {
    search: (asked: SearchRequest) => service.searcher.search(asked),
    feed: (asked: SearchRequest) => readFeedEntries(service, asked),
    articles: (asked: SearchRequest) => readArticles(service, asked),
    suggest: async (asked: AutocompleteRequest) => ({
      query: asked.q,
      suggestions: await service.suggester.suggest(asked),
    }),
    similar: async (asked: MoreLikeThisRequest) => ({
      id: asked.id,
      hits: await moreLikeThis(service, asked),
    }),
    document: (asked: DocumentRequest) => readDocument(service, asked),
    marks: (asked: MarksRequest) => readDocumentMarks(service, asked),
    entities: (asked: EntitiesRequest) => readEntities(service, asked),
    entity: (asked: EntityRequest) => readEntity(service, asked),
    compatSearch: ({ body, language }: { body: SearchBody; language: string }) =>
      compatSearch(service, body, language),
    compatFacets: (asked: FacetSearchRequest) => searchFacetValues(service, asked),
    compatDocuments: (asked: DocumentsRequest) => readDocuments(service, asked),
    compatDocument: async ({ id, fields }: { id: string; fields?: readonly string[] | undefined }) =>
      compatDocument(service, id, fields),
  };
}

export type Reads = ReturnType<typeof readsOf>;
export type ReadName = keyof Reads;
export type ReadRequest<R extends ReadName> = Parameters<Reads[R]>[0];
export type ReadResponse<R extends ReadName> = Awaited<ReturnType<Reads[R]>>;

/** Does one read. */
export async function read<R extends ReadName>(
  reads: Reads,
  name: R,
  asked: ReadRequest<R>,
): Promise<ReadResponse<R>> {
  return (await (reads[name] as (asked: ReadRequest<R>) => unknown)(asked)) as ReadResponse<R>;
}
