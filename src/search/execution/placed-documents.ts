/** The pinned and hidden documents of a search, as the index has them. */
import type { Condition } from '../../engines/conditions.ts';
import type { Candidate } from '../../engines/engine.ts';
import type { PinRule } from '../pins/pin-list.ts';
import type { SearchRequest } from '../request.ts';
import { meets } from './document-check.ts';
import type { Retrieval } from './documents.ts';
import { NO_VALUES } from './facet-counts.ts';

export interface PlacedDocuments {
  /** Those that come first. */
  pinned: Candidate[];
  /** Those that are left out. */
  hidden: Candidate[];
}

/**
 * Of the articles of a rule those that are in the index and that the filter of the request lets through: a pinned article
 * of another language is no hit of a search within one. Only the order by relevance has places at its top.
 */
export function placedDocuments(
  { index, facetReader }: Pick<Retrieval, 'index' | 'facetReader'>,
  rule: PinRule | undefined,
  filter: Condition,
  { pins, sort }: Pick<SearchRequest, 'pins' | 'sort'>,
): PlacedDocuments {
  if (rule === undefined || pins === undefined) return { pinned: [], hidden: [] };
  const pinned = pins === 'place' && sort === 'relevance' ? rule.pinned : [];
  const documents = index.metadata.candidates([...pinned, ...rule.hidden]);
  const values = facetReader.valuesOf(documents);
  const passing = documents.filter(({ id, publishedAt }) =>
    meets(filter, publishedAt, () => values.get(id) ?? NO_VALUES),
  );
  return {
    pinned: passing.filter(({ id }) => pinned.includes(id)),
    hidden: passing.filter(({ id }) => rule.hidden.includes(id)),
  };
}
