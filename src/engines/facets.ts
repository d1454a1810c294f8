/** The facets an index counts. */
/** `date` counts by month, `2023-10`. */
export const FACETS = ['lang', 'entity', 'source', 'date'] as const;

export type Facet = (typeof FACETS)[number];

/** Values of a facet at most, and months at most where they are counted by a server. */
export const MOST_VALUES = 1000;
