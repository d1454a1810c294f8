/**
 * What is read of archive and index to answer a request: everything that costs more than a look-up. Requests and
 * answers are plain data, so that each can be done on this thread or on another (`read-pool.ts`).
 */

import type { SuggestRequest } from '../../search/autocomplete.ts';
import { type SimilarRequest, similar } from '../../search/more-like-this.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';
import { type DocumentsAsked, documentsFor, type FacetsAsked, facetsFor } from '../meilisearch/documents.ts';
import type { SearchBody } from '../meilisearch/parameters.ts';
import { compatDocument, compatSearch } from '../meilisearch/search.ts';
import { articlesOf } from '../reads/articles.ts';
import { type DocumentAsked, documentOf } from '../reads/document.ts';
import { type EntitiesAsked, type EntityAsked, entitiesNamed, entityOf } from '../reads/entities.ts';
import { entriesOf } from '../reads/feed.ts';
import { type MarksAsked, marksIn } from '../reads/marks.ts';

/** The reads of a service, by name. @throws LisanError as the functions do that are called. */
export function readsOf(service: Service) {
  return {
    search: (asked: SearchRequest) => service.searcher.search(asked),
    feed: (asked: SearchRequest) => entriesOf(service, asked),
    articles: (asked: SearchRequest) => articlesOf(service, asked),
    suggest: async (asked: SuggestRequest) => ({
      query: asked.q,
      suggestions: await service.suggester.suggest(asked),
    }),
    similar: async (asked: SimilarRequest) => ({ id: asked.id, hits: await similar(service, asked) }),
    document: (asked: DocumentAsked) => documentOf(service, asked),
    marks: (asked: MarksAsked) => marksIn(service, asked),
    entities: (asked: EntitiesAsked) => entitiesNamed(service, asked),
    entity: (asked: EntityAsked) => entityOf(service, asked),
    compatSearch: ({ body, language }: { body: SearchBody; language: string }) =>
      compatSearch(service, body, language),
    compatFacets: (asked: FacetsAsked) => facetsFor(service, asked),
    compatDocuments: (asked: DocumentsAsked) => documentsFor(service, asked),
    compatDocument: async ({ id, fields }: { id: string; fields?: readonly string[] | undefined }) =>
      compatDocument(service, id, fields),
  };
}

export type Reads = ReturnType<typeof readsOf>;
export type ReadName = keyof Reads;
export type Asked<R extends ReadName> = Parameters<Reads[R]>[0];
export type Given<R extends ReadName> = Awaited<ReturnType<Reads[R]>>;

/** Does one read. */
export async function read<R extends ReadName>(reads: Reads, name: R, asked: Asked<R>): Promise<Given<R>> {
  return (await (reads[name] as (asked: Asked<R>) => unknown)(asked)) as Given<R>;
}
