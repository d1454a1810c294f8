/** The settings that Meilisearch's clients may read: what they would be if this were a Meilisearch. They are fixed. */
import { isDeepStrictEqual } from 'node:util';
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

/** Settings that hold if they ask for some of what is there. */
const SUBSETS = ['filterableAttributes', 'sortableAttributes'];

/** One setting by the name in its address: `filterable-attributes`. @throws LisanError if there is none. */
export function settingOf(name: string): unknown {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (Object.hasOwn(SETTINGS, camel)) return SETTINGS[camel as keyof typeof SETTINGS];
  throw meilisearchError('not_found', `There is no setting \`${name}\`.`, 404);
}

/** A sentence for each requested setting that differs from the fixed one. `null` requests the default. */
export function differencesOf(wanted: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    if (!Object.hasOwn(SETTINGS, name)) return [`There is no setting \`${name}\`.`];
    const is: unknown = SETTINGS[name as keyof typeof SETTINGS];
    if (value === null || holds(name, value, is)) return [];
    return [`\`${name}\` cannot be changed: it is ${JSON.stringify(is)}.`];
  });
}

function holds(name: string, wanted: unknown, is: unknown): boolean {
  if (Array.isArray(wanted) && Array.isArray(is) && SUBSETS.includes(name))
    return wanted.every((value) => is.includes(value));
  const isObject = typeof wanted === 'object' && typeof is === 'object' && wanted !== null && is !== null;
  if (isObject && !Array.isArray(wanted) && !Array.isArray(is)) {
    // Only the members named in an object are requested.
    return Object.entries(wanted).every(
      ([member, value]) => value === null || holds('', value, (is as Record<string, unknown>)[member]),
    );
  }
  return isDeepStrictEqual(wanted, is);
}
