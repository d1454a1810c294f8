/**
 * The facets of an article: values that a search can be filtered by and that are counted over its hits. Everything
 * that treats facets one by one is made from this table: doc values, the settings and mappings of the servers, the
 * parameters of the API, the fields of the query box, the filters of the page. The page imports this file, so it
 * depends on nothing that runs.
 *
 * The name of a facet is also its parameter in the API, its field in the query box (`lang:tr`) and its field on a server.
 * The operator can declare further ones in `LISAN_FACETS`: these are `field1` to `field8` here and on a server, and have
 * the name of their field everywhere else (`fields.desk`).
 */
import type { StoredArticle } from '../common/types.ts';
import { MAX_VALUES_OF_FIELD } from '../config/analysis-limits.ts';

/** What the values of a facet are. */
export type FacetKind = keyof typeof KINDS;

/** The data that the values of an article are derived from. */
export interface FacetInput {
  article: StoredArticle;
  /** BCP 47 codes of its passages. */
  languages: readonly string[];
  /** Ids of the entities that it mentions. */
  entities: readonly string[];
  /** Month of publication in the time zone of the service: `2023-10`. */
  month: string | undefined;
  declared: DeclaredFacets;
}

/** Names of the fields that the operator declared as facets, at most as many as `DECLARABLE`: `['desk', 'geo.country']`. */
export type DeclaredFacets = readonly string[];

interface FacetDefinition {
  kind: FacetKind;
  /** Describes its parameter in the API description. */
  help: string;
  /** The values of an article, each once. */
  valuesOf(input: FacetInput): readonly string[];
}

const KINDS = {
  /** BCP 47 codes. */
  language: { filterKeeps: 'any', order: 'count', longest: 35 },
  /** Ids of the gazetteer. */
  entity: { filterKeeps: 'every', order: 'count', longest: 100 },
  /** Any text. Two values are the same only if every character is. */
  text: { filterKeeps: 'any', order: 'count', longest: 200 },
  /** Months like `2023-10`. They are filtered by dates, with the parameters `from` and `to`. */
  month: { filterKeeps: 'any', order: 'value', longest: 7 },
} as const satisfies Record<
  string,
  {
    /** Whether a filter of several values keeps documents that have any of them, or every one. */
    filterKeeps: 'any' | 'every';
    /** The order of counts in answers. Facets in order of value are timelines: they are given whole. */
    order: 'count' | 'value';
    /** Longest value that a filter can ask for, in UTF-16 code units. */
    longest: number;
  }
>;

const TABLE = {
  lang: {
    kind: 'language',
    help: 'Documents with a passage in any of these languages.',
    valuesOf: ({ languages }) => languages,
  },
  entity: {
    kind: 'entity',
    help: 'Documents that mention every one of these entities, by id.',
    valuesOf: ({ entities }) => entities,
  },
  source: {
    kind: 'text',
    help: 'Documents from any of these sources. Write a comma within a name as `\\,`.',
    valuesOf: ({ article: { source } }) => (source === undefined ? [] : [source]),
  },
  author: {
    kind: 'text',
    help: 'Documents by any of these authors.',
    valuesOf: ({ article: { authors = [] } }) => each(authors),
  },
  section: {
    kind: 'text',
    help: 'Documents of any of these sections.',
    valuesOf: ({ article: { section } }) => (section === undefined ? [] : [section]),
  },
  keywords: {
    kind: 'text',
    help: 'Documents with any of these keywords.',
    valuesOf: ({ article: { keywords } }) => each(keywords),
  },
  date: {
    kind: 'month',
    help: 'Documents published in any of these months.',
    valuesOf: ({ month }) => (month === undefined ? [] : [month]),
  },
  field1: declared(0),
  field2: declared(1),
  field3: declared(2),
  field4: declared(3),
  field5: declared(4),
  field6: declared(5),
  field7: declared(6),
  field8: declared(7),
} as const satisfies Record<string, FacetDefinition>;

function declared(place: number) {
  return {
    kind: 'text',
    help: 'Documents with any of these values in a field that is listed in `LISAN_FACETS`.',
    valuesOf: ({ article: { fields }, declared }) =>
      each([fields?.[declared[place] ?? ''] ?? []].flat().map(String)),
  } as const satisfies FacetDefinition;
}

/** Most values of one facet that an index keeps of one article. */
const MAX_STORED_VALUES = 100;

/** Each value once. */
function each(values: readonly string[]): string[] {
  return [...new Set(values)].slice(0, MAX_STORED_VALUES);
}

export type Facet = keyof typeof TABLE;

/** Facets that a filter lists values of: all but months, which are filtered by date. */
export type ListedFacet = {
  [F in Facet]: (typeof TABLE)[F]['kind'] extends 'month' ? never : F;
}[Facet];

/** All facets, in the order in which they are shown. */
export const FACETS = Object.keys(TABLE) as [Facet, ...Facet[]];
export const LISTED_FACETS = FACETS.filter((facet) => TABLE[facet].kind !== 'month') as [
  ListedFacet,
  ...ListedFacet[],
];

/** The facets for fields that the operator declares, in the order of declaration. */
export const DECLARABLE = FACETS.filter((facet) => /^field\d$/u.test(facet)) as ListedFacet[];

/** The facets that an archive with these declared ones has. */
export function facetsWith(declared: DeclaredFacets): Facet[] {
  return FACETS.filter((facet) => DECLARABLE.indexOf(facet as ListedFacet) < declared.length);
}

/** Before the name of a field: `fields.desk`. */
export const FIELD_PREFIX = 'fields.';

/** The facets that every archive has. */
export const FIXED_FACETS = FACETS.filter((facet) => !/^field\d$/u.test(facet)) as FixedFacet[];
export type FixedFacet = Exclude<Facet, `field${number}`>;

/** A facet as requests and answers name it. */
export type NamedFacet = FixedFacet | `${typeof FIELD_PREFIX}${string}`;

export function nameOfFacet(facet: Facet, declared: DeclaredFacets): NamedFacet {
  const name = declared[DECLARABLE.indexOf(facet as ListedFacet)];
  return name === undefined ? (facet as FixedFacet) : `${FIELD_PREFIX}${name}`;
}

/** The facet that has a name in requests and answers. */
export function facetNamed(name: string, declared: DeclaredFacets): Facet | undefined {
  return facetsWith(declared).find((facet) => nameOfFacet(facet, declared) === name);
}

/** Most values of a facet in one answer; also the limit for months if a server counts them. */
export const MAX_FACET_VALUES = 1000;

/**
 * Longest value that an index keeps, in UTF-16 code units. No request can contain a longer one, and OpenSearch refuses a
 * whole document for a value of more than 32,766 bytes.
 */
const LONGEST_STORED_UNITS = 1000;

export type FacetValues = Readonly<Record<Facet, readonly string[]>>;

/** One value of a facet with the number of documents that have it. */
export interface FacetCount {
  value: string;
  count: number;
  /** Of an unlisted entity with several spellings: the ids of all that are counted here, `value` among them. */
  spellings?: readonly string[];
}

/** The order of counts: the most frequent first, equal ones by the UTF-16 code units of the value, whatever a server does. */
export function byFrequency(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
}

/** Counts of the requested facets, as lists: objects would put keys that look like integers first. */
export type FacetCounts<C extends FacetCount = FacetCount> = Partial<Record<Facet, C[]>>;

/** A record with an entry for each facet. */
export function byFacet<T, F extends Facet = Facet>(
  entryOf: (facet: F) => T,
  facets: readonly F[] = FACETS as readonly Facet[] as readonly F[],
): Record<F, T> {
  return Object.fromEntries(facets.map((facet) => [facet, entryOf(facet)])) as Record<F, T>;
}

/** The values of an article in every facet, as indexes keep them. */
export function facetValuesOf(input: FacetInput): FacetValues {
  const all: Record<Facet, readonly string[]> = { ...NO_FACET_VALUES };
  for (const facet of input.declared.length === 0 ? FIXED_FACETS : FACETS) {
    const values = (TABLE[facet] as FacetDefinition).valuesOf(input);
    if (values.length === 0) continue;
    const most = kindOf(facet) === 'text' ? MAX_VALUES_OF_FIELD : values.length;
    all[facet] = values.slice(0, most).map(stored);
  }
  return all;
}

/** No values at all. */
export const NO_FACET_VALUES: FacetValues = byFacet(() => []);

const stored = (value: string): string => value.slice(0, LONGEST_STORED_UNITS).toWellFormed();

export const kindOf = (facet: Facet): FacetKind => TABLE[facet].kind;
export const helpOf = (facet: Facet): string => TABLE[facet].help;
export const longestValueOf = (facet: Facet): number => KINDS[kindOf(facet)].longest;
export const filterKeepsAny = (facet: Facet): boolean => KINDS[kindOf(facet)].filterKeeps === 'any';
export const isTimeline = (facet: Facet): boolean => KINDS[kindOf(facet)].order === 'value';

/** The counts of an answer: of timelines in order of value, of other facets as they are, the most frequent first. */
export function inAnswerOrder(facets: FacetCounts): FacetCounts {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, counts]) => [
      facet,
      isTimeline(facet as Facet) ? counts.toSorted((a, b) => (a.value < b.value ? -1 : 1)) : counts,
    ]),
  );
}
