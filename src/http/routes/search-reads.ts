/** The reads of searches, apart from their address: a reader thread loads them at its start, and needs no more of it. */
import type { SearchAnswer } from '../../answers/search.ts';
import { type ListedPage, MAX_LISTED } from '../../search/lists/result-lists.ts';
import type { ListedSearch, SearchRequest } from '../../search/searcher.ts';
import { defineRead } from '../workers/read.ts';

export const pageRead = defineRead<SearchRequest, SearchAnswer>({
  name: 'search',
  module: import.meta.url,
  run: ({ searcher }, request) => searcher.search(request),
});

export const listRead = defineRead<SearchRequest, ListedSearch>({
  name: 'search/list',
  module: import.meta.url,
  run: ({ searcher }, request) => searcher.list(request, MAX_LISTED),
});

interface ListedPageRequest {
  search: SearchRequest;
  page: Omit<ListedPage, 'cursor'>;
}

export const listedPageRead = defineRead<ListedPageRequest, SearchAnswer>({
  name: 'search/page',
  module: import.meta.url,
  run: ({ searcher }, { search, page }) => searcher.pageOf(search, page.first, page.documents),
});
