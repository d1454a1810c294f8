/** What the page shows, as its address says it: every view can be shared, and back and forward work. */
import { addressOfId, idOfAddress } from '../../common/document-address.ts';
import type { Sort } from '../../engines/engine.ts';
import { byFacet, facetsWith, LISTED_FACETS, type ListedFacet, nameOfFacet } from '../../engines/facets.ts';
import { ENTITY_TYPES, type EntityType } from '../entity/types.ts';
import { onHost, onService } from './base-path.ts';
import { declaredFacets } from './declared-facets.ts';

/** What is searched for. Empty texts and lists restrict nothing. */
export interface Search {
  q: string;
  /** Values that are chosen of each facet. */
  chosen: Readonly<Record<ListedFacet, readonly string[]>>;
  /** Days, `2023-10-31`, both inclusive. */
  from: string;
  to: string;
  /** Undefined: the best first where words are looked for, the newest first where not. */
  sort: Sort | undefined;
  /** Words as typed only, no other spelling, form or name. */
  exact: boolean;
  /** No names but those of the list: none that only articles have. */
  listed: boolean;
  /** Copies of one text are shown one by one. */
  copies: boolean;
  /** Translations of the words are searched too. Undefined: as the service is set. */
  across?: boolean | undefined;
  /** Nothing but articles that match the whole query. */
  strict: boolean;
  /** 1-based. */
  page: number;
}

/** The pages for those who run the archive, the first one at the address without a section. */
export const ADMIN_SECTIONS = ['state', 'searches', 'synonyms', 'pins', 'takedowns', 'names'] as const;
export type AdminSection = (typeof ADMIN_SECTIONS)[number];

export type Address =
  | { view: 'search'; search: Search }
  /** `q` is marked in the article; `across` as in a search; `at` is where to begin, as an offset into the body. */
  | {
      view: 'article';
      id: string;
      q: string;
      across?: boolean | undefined;
      at?: number | undefined;
    }
  | { view: 'entity'; id: string }
  /** The versions of an article. `revision`: the one whose changes are shown; undefined is the present one. */
  | { view: 'versions'; id: string; revision?: number | undefined }
  /** Who appears with whom in the articles of a search; `around`: with one entity, by id. */
  | { view: 'together'; search: Search; around: string; types: readonly EntityType[] }
  /** For those who run the archive. `q`: the query that an action is about; `oneWay`: a synonym in one direction. */
  | { view: 'admin'; section: AdminSection; q: string; oneWay: boolean }
  /** The page has nothing at this address. */
  | { view: 'none'; path: string };

export const NO_SEARCH: Search = {
  q: '',
  chosen: byFacet(() => [], LISTED_FACETS),
  from: '',
  to: '',
  sort: undefined,
  exact: false,
  listed: false,
  copies: false,
  strict: false,
  page: 1,
};

const SORTS: readonly Sort[] = ['relevance', 'newest', 'oldest'];

/** Reads any address; parameters that are not understood are left out. */
export function parseAddress(hostPath: string, query: string): Address {
  const path = onService(hostPath);
  const parameters = new URLSearchParams(query);
  const q = parameters.get('q') ?? '';
  const named = /^\/(articles|entities)\/([^/]+)\/?$/.exec(path);
  const said = parameters.get('across');
  const across = said === 'true' || said === 'false' ? { across: said === 'true' } : {};
  const part = named === null ? undefined : decoded(named[2]!);
  const id = part === undefined ? undefined : idOfAddress(part);
  if (id !== undefined)
    return named![1] === 'articles'
      ? { view: 'article', id, q, ...across, ...placeOf(parameters) }
      : { view: 'entity', id };
  const versions = /^\/articles\/([^/]+)\/versions\/?$/.exec(path);
  const article = versions === null ? undefined : decoded(versions[1]!);
  if (article !== undefined) {
    const revision = Number(parameters.get('version'));
    const chosen = Number.isSafeInteger(revision) && revision > 0 ? { revision } : {};
    return { view: 'versions', id: idOfAddress(article), ...chosen };
  }
  const search = searchOf(parameters, q, across);
  if (path === '/') return { view: 'search', search };
  if (path === '/together') {
    const types = ENTITY_TYPES.filter((type) => parameters.getAll('types').includes(type));
    return { view: 'together', search, around: parameters.get('around') ?? '', types };
  }
  if (path === '/admin') {
    const section = ADMIN_SECTIONS.find((name) => name === parameters.get('section')) ?? 'state';
    return { view: 'admin', section, q, oneWay: parameters.get('oneway') === 'true' };
  }
  return { view: 'none', path: hostPath };
}

/** A place in the body of an article. */
function placeOf(parameters: URLSearchParams): { at?: number } {
  const at = parameters.get('at') ?? '';
  return /^\d{1,9}$/.test(at) ? { at: Number(at) } : {};
}

function searchOf(parameters: URLSearchParams, q: string, across: Pick<Search, 'across'>): Search {
  const declared = declaredFacets();
  const known = facetsWith(declared);
  const day = (name: string): string => {
    const value = parameters.get(name) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';
  };
  const page = Number(parameters.get('page'));
  return {
    q,
    chosen: byFacet(
      (facet) => (known.includes(facet) ? parameters.getAll(nameOfFacet(facet, declared)) : []),
      LISTED_FACETS,
    ),
    from: day('from'),
    to: day('to'),
    sort: SORTS.find((sort) => sort === parameters.get('sort')),
    exact: parameters.get('match') === 'exact',
    listed: parameters.get('names') === 'listed',
    copies: parameters.get('copies') === 'all',
    ...across,
    strict: parameters.get('strict') === 'true',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The shortest address that `parseAddress` reads as this. */
export function formatAddress(address: Address): string {
  if (address.view === 'none') return address.path;
  if (address.view === 'entity') return onHost(`/entities/${addressOfId(address.id)}`);
  if (address.view === 'article') {
    const across = address.across === undefined ? {} : { across: String(address.across) };
    const at = address.at === undefined ? {} : { at: String(address.at) };
    const query = new URLSearchParams({
      ...(address.q !== '' && { q: address.q }),
      ...across,
      ...at,
    }).toString();
    return onHost(`/articles/${addressOfId(address.id)}${query && `?${query}`}`);
  }
  if (address.view === 'admin') {
    const { section, q, oneWay } = address;
    const parameters = {
      ...(section !== ADMIN_SECTIONS[0] && { section }),
      ...(q !== '' && { q }),
      ...(oneWay && { oneway: 'true' }),
    };
    const query = new URLSearchParams(parameters).toString();
    return onHost(`/admin${query && `?${query}`}`);
  }
  if (address.view === 'versions') {
    const query = address.revision === undefined ? '' : `?version=${address.revision}`;
    return onHost(`/articles/${addressOfId(address.id)}/versions${query}`);
  }
  const { q, chosen, from, to, sort, exact, listed, copies, across, strict, page } = address.search;
  const parameters = new URLSearchParams();
  const add = (name: string, values: readonly string[]): void => {
    for (const value of values) if (value !== '') parameters.append(name, value);
  };
  add('q', [q]);
  const declared = declaredFacets();
  for (const facet of LISTED_FACETS) add(nameOfFacet(facet, declared), chosen[facet]);
  add('from', [from]);
  add('to', [to]);
  add('sort', sort === undefined ? [] : [sort]);
  add('match', exact ? ['exact'] : []);
  add('names', listed ? ['listed'] : []);
  add('copies', copies ? ['all'] : []);
  add('across', across === undefined ? [] : [String(across)]);
  add('strict', strict ? ['true'] : []);
  add('page', page > 1 ? [String(page)] : []);
  const together = address.view === 'together';
  if (together) add('around', [address.around]);
  if (together) add('types', address.types);
  const query = parameters.toString();
  return onHost(`/${together ? 'together' : ''}${query && `?${query}`}`);
}

/** How many restrictions there are besides the words. */
export function filterCount({ chosen, from, to, exact }: Search): number {
  return Object.values(chosen).flat().length + (from || to ? 1 : 0) + (exact ? 1 : 0);
}

/** The articles that mention an entity. They are searched for by its name too, so that it is marked in them. */
export function mentionsOf({ id, name = '' }: { id: string; name?: string }): Search {
  return { ...NO_SEARCH, q: name, chosen: { ...NO_SEARCH.chosen, entity: [id] } };
}

/** The articles of a search that mention some entities too; none that lack a part of the query. */
export function mentioning(search: Search, ids: readonly string[]): Search {
  const entity = [...new Set([...search.chosen.entity, ...ids])];
  return { ...search, chosen: { ...search.chosen, entity }, strict: search.q.trim() !== '', page: 1 };
}

/** The list with a value in it if it was not, and without it if it was. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
