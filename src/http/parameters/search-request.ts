/** The parameters that say what is searched for: the same for pages of hits, feeds and exports. */
import { z } from 'zod';
import { LANGUAGES } from '../../analysis/languages/registry.ts';
import { type Filter, SORTS } from '../../engines/engine.ts';
import { FACETS, type Facet } from '../../engines/facets.ts';
import { dateRange } from '../../search/query/filters.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import { date, list, query, wholeNumber, yesOrNo } from './values.ts';

/** Most hits on one page. */
export const MAX_HITS = 100;
/** Deepest hit that can be paged to; beyond it a narrower query serves better. */
export const MAX_OFFSET = 10_000;

const languageCodes = LANGUAGES.map(({ code }) => code) as [string, ...string[]];

export const filterParameters = {
  q: query(
    'The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `title:word`, `lang:tr`, `date:2023-10` …',
  ),
  lang: list(z.enum(languageCodes), 'Documents with a passage in any of these languages.'),
  entity: list(z.string().min(1).max(100), 'Documents that mention every one of these entities, by id.'),
  source: list(
    z.string().min(1).max(200),
    'Documents of any of these sources. A comma in a name has a backslash before it.',
  ),
  from: date('Documents published on this day or later.'),
  to: date('Documents published on this day or earlier.'),
  match: z
    .enum(['all', 'exact'])
    .default('all')
    .meta({ description: '`all`: every spelling and form of every word; `exact`: the words as typed.' }),
  names: yesOrNo(true, 'Also match names that are not in the gazetteer across scripts, by sound.'),
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
type Paging = Pick<SearchRequest, 'sort' | 'limit'> & Partial<SearchRequest>;

/** A search request from checked parameters. `language`: BCP 47 code for names of entities. */
export function searchRequest(
  { lang, entity, source, from, to, ...rest }: FilterParameters & Paging,
  language: string,
): SearchRequest {
  const filter: Filter = {
    languages: lang,
    entities: entity,
    sources: source,
    ...(from !== '' && { from: dateRange(from).from! }),
    ...(to !== '' && { before: dateRange(to).before! }),
  };
  return { offset: 0, facets: [], explain: false, ...rest, filter, language };
}
