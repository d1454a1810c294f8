/** The parameters that say what is searched for: the same for pages of hits, feeds and exports. */
import { z } from 'zod';
import { LANGUAGES } from '../../analysis/languages/registry.ts';
import { filterOf } from '../../engines/conditions.ts';
import { SORTS } from '../../engines/engine.ts';
import {
  byFacet,
  FACETS,
  type Facet,
  helpOf,
  kindOf,
  LISTED_FACETS,
  type ListedFacet,
  longestValueOf,
} from '../../engines/facets.ts';
import type { BatchRequest } from '../../search/batch/batch.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import { date, list, query, wholeNumber, yesOrNo, yesOrNoAsSet } from './values.ts';

/** Most hits on one page. */
export const MAX_HITS = 100;
/** Deepest hit that can be paged to; beyond it a narrower query serves better. */
export const MAX_OFFSET = 10_000;

const languageCodes = LANGUAGES.map(({ code }) => code) as [string, ...string[]];

/** The parameter of a facet: values to filter by. */
function valuesParameter(facet: ListedFacet) {
  const value: z.ZodType<string, string> =
    kindOf(facet) === 'language' ? z.enum(languageCodes) : z.string().min(1).max(longestValueOf(facet));
  return list(value, helpOf(facet));
}

/** Whether translations are searched. */
export const acrossParameter = yesOrNoAsSet(
  'Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says.',
);

export const filterParameters = {
  q: query(
    'The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it.',
  ),
  ...byFacet(valuesParameter, LISTED_FACETS),
  from: date('Documents published on this day or later, in the time zone of the service.'),
  to: date('Documents published on this day or earlier, in the time zone of the service.'),
  match: z
    .enum(['all', 'exact'])
    .default('all')
    .meta({ description: '`all`: every spelling and form of every word; `exact`: the words as typed.' }),
  names: yesOrNo(true, 'Also match names that are not in the gazetteer across scripts, by sound.'),
  listed: yesOrNo(
    false,
    'Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have.',
  ),
  across: acrossParameter,
  collapse: yesOrNo(true, 'Collapse near-duplicates into one hit; `duplicates` of a hit counts the others.'),
};

export const sortBy = (fallback: (typeof SORTS)[number]) =>
  z
    .enum(SORTS)
    .default(fallback)
    .meta({ description: 'The order of the hits; undated documents come last.' });

export const facetList = list<Facet>(
  z.enum(FACETS),
  'Values to count over all hits; `date` counts by month.',
);

export const hitLimit = wholeNumber(MAX_HITS, 20, 'Hits on the page.');
export const hitOffset = wholeNumber(MAX_OFFSET, 0, 'Hits before the page.');

type FilterParameters = z.output<z.ZodObject<typeof filterParameters>>;
type Paging = Pick<SearchRequest, 'sort' | 'limit'> & Partial<SearchRequest> & { strict?: boolean };

/** A search request from checked parameters. `language`: BCP 47 code for names of entities. */
export function searchRequest(
  { from, to, ...rest }: FilterParameters & Paging,
  language: string,
): SearchRequest {
  const days = { ...(from !== '' && { from }), ...(to !== '' && { to }) };
  const filter = filterOf(byFacet((facet) => rest[facet], LISTED_FACETS));
  const {
    q,
    match,
    names,
    listed,
    across,
    collapse,
    sort,
    limit,
    offset = 0,
    facets = [],
    explain = false,
    strict,
    hybrid,
  } = rest;
  return {
    ...{
      q,
      match,
      names,
      listed,
      across,
      collapse,
      sort,
      limit,
      offset,
      facets,
      explain,
      filter,
      days,
      language,
    },
    // Who insists on the words as typed gets no article without them.
    pins: strict || match === 'exact' ? 'hide' : 'place',
    ...(strict && { relax: [] }),
    ...(hybrid !== undefined && { hybrid }),
  };
}

/** What the searches for several queries have in common. */
export function sharedRequest(wanted: Omit<FilterParameters, 'q'> & Paging, language: string): BatchRequest {
  const {
    q: _,
    offset: __,
    facets: ___,
    explain: ____,
    pins: _____,
    ...shared
  } = searchRequest({ ...wanted, q: '' }, language);
  return shared;
}
