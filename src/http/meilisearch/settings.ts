/** The settings that Meilisearch's clients may read: what they would be if this were a Meilisearch. */
import { meilisearchError } from './errors.ts';
import { FILTERABLE } from './filter.ts';
import { SEARCHED } from './format.ts';
import { MAX_HITS } from './parameters.ts';

export const SETTINGS = {
  displayedAttributes: ['*'],
  searchableAttributes: [...SEARCHED],
  filterableAttributes: [...FILTERABLE],
  sortableAttributes: ['publishedAt'],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
  stopWords: [],
  nonSeparatorTokens: [],
  separatorTokens: [],
  dictionary: [],
  synonyms: {},
  distinctAttribute: null,
  proximityPrecision: 'byWord',
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: MAX_HITS },
  embedders: {},
  searchCutoffMs: null,
  localizedAttributes: null,
  facetSearch: true,
  prefixSearch: 'indexingTime',
} as const;

/** One setting by the name in its address: `filterable-attributes`. @throws LisanError where there is none. */
export function settingOf(name: string): unknown {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (Object.hasOwn(SETTINGS, camel)) return SETTINGS[camel as keyof typeof SETTINGS];
  throw meilisearchError('not_found', `There is no setting \`${name}\`.`, 404);
}
