/** The filter language of the port: conditions on facets and date, and what builds them. */
import { type Facet, filterKeepsAny } from './facets.ts';

export type Condition =
  /** An empty list is met by every document. */
  | { all: readonly Condition[] }
  /** An empty list is met by none. */
  | { any: readonly Condition[] }
  | { not: Condition }
  /** Has any of the values; without `values`, any value at all. An empty list is met by none. */
  | { facet: Facet; values?: readonly string[] }
  /** Has the term, of those in `IndexRecord.terms`. */
  | { term: string }
  /** Published within a time; `{}` is met by every document with a date. A document without one is never within. */
  | { published: Period };

/** A stretch of time in seconds since 1970: from the start, before the end. A missing limit is open. */
export interface Period {
  from?: number;
  before?: number;
}

/** The condition that every document meets. */
export const EVERY_DOCUMENT: Condition = { all: [] };

/** All of the conditions; those that every document meets are left out. */
export function allOf(...conditions: readonly Condition[]): Condition {
  const parts = conditions.flatMap((condition) => ('all' in condition ? condition.all : [condition]));
  return parts.length === 1 ? parts[0]! : { all: parts };
}

/** The filter of a list of values, any or every one of which a document must have by the kind of the facet. */
export function hasValues(facet: Facet, values: readonly string[]): Condition {
  if (values.length === 0) return EVERY_DOCUMENT;
  if (filterKeepsAny(facet)) return { facet, values };
  return allOf(...values.map((value): Condition => ({ facet, values: [value] })));
}

/** Published within a period; one that is open on both sides is no condition. */
export function publishedWithin(period: Period): Condition {
  return period.from === undefined && period.before === undefined ? EVERY_DOCUMENT : { published: period };
}

/** The filter of a request: values of facets and a period. What is missing filters nothing. */
export function filterOf({
  from,
  before,
  ...values
}: Partial<Record<Facet, readonly string[]>> & Period): Condition {
  return allOf(
    ...Object.entries(values).map(([facet, list]) => hasValues(facet as Facet, list)),
    publishedWithin({ ...(from !== undefined && { from }), ...(before !== undefined && { before }) }),
  );
}
