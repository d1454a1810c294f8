/** URLs of the API requests that the page sends. */
import { addressOfId } from '../../common/document-address.ts';
import { type Facet, LISTED_FACETS, nameOfFacet } from '../../engines/facets.ts';
import { mentionsOf, type Search } from '../app/address.ts';
import { onHost } from '../app/base-path.ts';
import { declaredFacets } from '../app/declared-facets.ts';

/** Hits of one page. */
export const PAGE_SIZE = 20;
/** The service pages to no hit beyond this one. */
export const MAX_OFFSET = 10_000;
/** Most articles of one export. */
export const MAX_EXPORTED = 10_000;

/** What is searched for, as the API's parameters. */
function parametersOf(search: Search): URLSearchParams {
  const { q, chosen, from, to, exact, listed, copies, across, strict } = search;
  const parameters = new URLSearchParams();
  const declared = declaredFacets();
  const given = {
    q,
    // A comma separates the values of a list; one in a value is marked.
    ...Object.fromEntries(
      LISTED_FACETS.map((facet) => [
        nameOfFacet(facet, declared),
        chosen[facet].map((value) => value.replaceAll(',', '\\,')).join(','),
      ]),
    ),
    from,
    to,
    match: exact ? 'exact' : '',
    listed: listed ? 'true' : '',
    collapse: copies ? 'false' : '',
    across: across === undefined ? '' : String(across),
    strict: strict ? 'true' : '',
  };
  for (const [name, value] of Object.entries(given)) if (value !== '') parameters.set(name, value);
  return parameters;
}

const orderOf = (search: Search): string => search.sort ?? (search.q.trim() === '' ? 'newest' : 'relevance');

/** The hits of a search with the counts of `facets`. */
export function searchPath(search: Search, facets: readonly Facet[], limit = PAGE_SIZE): string {
  const parameters = parametersOf(search);
  parameters.set('limit', String(limit));
  if (limit > 0) {
    parameters.set('sort', orderOf(search));
    parameters.set('explain', 'true');
    if (search.page > 1)
      parameters.set('offset', String(Math.min((search.page - 1) * PAGE_SIZE, MAX_OFFSET)));
  }
  const declared = declaredFacets();
  parameters.set('facets', facets.map((facet) => nameOfFacet(facet, declared)).join(','));
  return onHost(`/api/search?${parameters}`);
}

/** Where a search can be followed in a feed reader. Feeds and exports have nothing but articles that match. */
export const feedPath = (search: Search): string =>
  onHost(`/api/search.atom?${parametersOf({ ...search, strict: false })}`);

/** What is searched for, as an alert keeps it. */
export const alertSearch = (search: Search): string => parametersOf({ ...search, strict: false }).toString();

/** How many articles of a search came in since the last look. */
export function newArticlesPath(search: Search, seen: string): string {
  const parameters = parametersOf({ ...search, strict: false });
  if (seen !== '') parameters.set('seen', seen);
  return onHost(`/api/search/new?${parameters}`);
}

export const alertsPath = (): string => onHost('/api/alerts');
export const offerPath = (): string => onHost('/api/alerts/offer');

/** Formats in which a search can be taken away; `html` is a list to print. */
export const EXPORT_FORMATS = ['csv', 'jsonl', 'ris', 'bib', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The articles of a search as a file. */
export function exportPath(search: Search, format: ExportFormat): string {
  const parameters = parametersOf({ ...search, strict: false });
  parameters.set('sort', orderOf(search));
  parameters.set('limit', String(MAX_EXPORTED));
  return onHost(`/api/search.${format}?${parameters}`);
}

export const articlePath = (id: string): string => onHost(`/api/documents/${addressOfId(id)}`);
/** How often queries match; the filters of the search hold for each. */
export function comparePath(search: Search, queries: readonly string[], by: string, ending = ''): string {
  const parameters = parametersOf({ ...search, q: '', strict: false });
  // A comma would begin another query.
  for (const query of queries) parameters.append('q', query.replaceAll(',', '\\,'));
  parameters.set('by', by);
  return onHost(`/api/compare${ending}?${parameters}`);
}

/** Who appears with whom in the articles of a search. */
export function togetherPath(search: Search, around: string, types: readonly string[], ending = ''): string {
  const parameters = parametersOf({ ...search, strict: false });
  if (around !== '') parameters.set('around', around);
  if (types.length > 0) parameters.set('types', types.join(','));
  return onHost(`/api/together${ending}?${parameters}`);
}

/** Most queries of one list. */
export const MAX_BATCH_QUERIES = 500;

/** Where a list of queries is sent to; the filters of the search hold for each. */
export function batchPath(search: Search): string {
  const parameters = parametersOf({ ...search, q: '', strict: false });
  return onHost(`/api/batch?${parameters}`);
}

export const citationPath = (id: string, format: 'ris' | 'bibtex'): string =>
  `${articlePath(id)}/citation?format=${format}`;
export const marksPath = (id: string, q: string, across?: boolean): string =>
  `${articlePath(id)}/marks?${new URLSearchParams({ q, ...(across !== undefined && { across: String(across) }) })}`;
export const revisionsPath = (id: string): string => `${articlePath(id)}/revisions`;
export const revisionPath = (id: string, revision: number): string => `${revisionsPath(id)}/${revision}`;
export const similarPath = (id: string): string => onHost(`/api/similar/${addressOfId(id)}?limit=6`);
/** `date`: the day for which a person's position is given. */
export const entityPath = (id: string, date?: string): string =>
  onHost(`/api/entities/${encodeURIComponent(id)}${date === undefined ? '' : `?date=${date}`}`);
/** What was decided about entities; of one decision, to take it back. */
export const decisionsPath = (id = ''): string =>
  onHost(`/api/entity-decisions${id === '' ? '' : `/${encodeURIComponent(id)}`}`);
export const entitiesPath = (q: string, limit: number): string =>
  onHost(`/api/entities?${new URLSearchParams({ q, limit: String(limit) })}`);
export const suggestPath = (q: string): string =>
  onHost(`/api/suggest?${new URLSearchParams({ q, limit: '8' })}`);
/** The newest articles that mention an entity, and their months. */
export const mentionsPath = (id: string, hits: number): string =>
  searchPath(mentionsOf({ id }), ['date'], hits);
