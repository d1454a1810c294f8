/** Searching by a program that uses lisan as a library. */
import { checkParameters } from '../http/parameters/check.ts';
import { searchRequest } from '../http/parameters/search-request.ts';
import { searchParameters } from '../http/routes/search.ts';
import { FIRST_CURSOR, MAX_LISTED, ResultLists } from '../search/lists/result-lists.ts';
import type { SearchResponse } from '../search/searcher.ts';
import type { Service } from '../service/service.ts';

/** The parameters of `GET /api/search`, with their defaults; lists are arrays. */
export interface SearchOptions {
  /** Hits on the page: 0 to 100. Default 20. */
  limit?: number;
  /** Hits before the page: 0 to 10,000. Default 0. */
  offset?: number;
  /** `*`, then the `cursor` of the last answer: pages of the same state, whatever is written meanwhile. */
  cursor?: string;
  /** Only documents with a passage in one of these languages (BCP 47 codes). */
  lang?: readonly string[];
  /** Only documents that mention every one of these entities, by id. */
  entity?: readonly string[];
  /** Only documents of one of these sources. */
  source?: readonly string[];
  /** Only documents by one of these authors. */
  author?: readonly string[];
  /** Only documents of one of these sections. */
  section?: readonly string[];
  /** Only documents with one of these keywords. */
  keywords?: readonly string[];
  /** Only documents with one of these values in a field that `LISAN_FACETS` lists. */
  [field: `fields.${string}`]: readonly string[];
  /** Only documents published on this day or later, like `2023-10-31`. */
  from?: string;
  /** Only documents published on this day or earlier. */
  to?: string;
  /** Default `relevance`. Documents without a date come last when sorted by date. */
  sort?: 'relevance' | 'newest' | 'oldest';
  /** `all` (default): every spelling and form of every word. `exact`: the words as typed. */
  match?: 'all' | 'exact';
  /** Whether translations of the words are searched too. Default: as `LISAN_ACROSS` says. */
  across?: boolean;
  /** Weight of meaning in the order of hits, from 0 to 1. Default: as `LISAN_HYBRID` says. Above 0 it needs an embedder. */
  hybrid?: number;
  /** Whether near-duplicates are folded into one hit. Default true. */
  collapse?: boolean;
  /** Facets to count over all hits: `lang`, `entity`, `source`, `author`, `section`, `keywords`, `date` (by month), `fields.NAME` of `LISAN_FACETS`. */
  facets?: readonly string[];
  /** Whether each hit has the parts of its score. Default false. */
  explain?: boolean;
  /** Language of entities' names in the answer (BCP 47 code). Default `en`. */
  language?: string;
}

/**
 * Searches as the search box does: words, `"a phrase"`, `-word`, `a OR b`, `title:word`, `date:2023-10` … The offsets
 * of marks are UTF-16 code units into the stored text.
 * @throws LisanError `invalid_parameter`; `no_embedder`; `invalid_cursor`, `cursor_expired`; `index_rebuilding` while there is no index (run `reindex`).
 * @example
 * import { addArticles, openService, search } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * await addArticles(service, [{ title: 'لافروف في أستانا', body: 'وصل وزير الخارجية الروسي سيرغي لافروف.' }]);
 * const { total, hits } = await search(service, 'Lavrov', { limit: 5 });
 * console.log(total.value, hits[0].title); // 1 لافروف في أستانا
 * await service.close();
 */
export async function search(
  service: Service,
  query: string,
  { language = 'en', ...options }: SearchOptions = {},
): Promise<SearchResponse> {
  const checked = checkParameters(searchParameters, parametersOf(query, options), service.config.facets);
  const { cursor, ...wanted } = checked;
  const request = searchRequest(wanted, language);
  if (cursor === '') return service.searcher.search(request);
  const lists = listsOf.get(service) ?? new ResultLists();
  listsOf.set(service, lists);
  if (cursor === FIRST_CURSOR) return lists.keep(request, await service.searcher.list(request, MAX_LISTED));
  const page = lists.page(cursor, request);
  return { ...(await service.searcher.pageOf(request, page.first, page.documents)), cursor: page.cursor };
}

/** Options as the parameters of an address. */
export function parametersOf(query: string, options: object): Record<string, string> {
  const parameters = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, asText(value)] as const],
  );
  return { ...Object.fromEntries(parameters), q: query };
}

/** What is paged through by cursor. */
const listsOf = new WeakMap<Service, ResultLists>();

/** A list has commas between its values, and a backslash before a comma within one. */
function asText(value: string | number | boolean | readonly string[]): string {
  return Array.isArray(value) ? value.map((item) => item.replaceAll(',', '\\,')).join(',') : String(value);
}
