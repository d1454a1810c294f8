/** The documents that a search found, and what they are found with. */
import type { ForwardIndex } from '../../document/forward-index.ts';
import type { Index, Total } from '../../engines/engine.ts';
import type { FacetCounts } from '../../engines/facets.ts';
import type { Score } from '../ranking/ranker.ts';
import type { Timings } from '../timings.ts';
import type { FacetReader } from './facet-counts.ts';

/** A document of a page. */
export interface RankedDocument {
  id: string;
  /** Missing for documents after the window that are only listed. */
  forwardIndex: ForwardIndex | undefined;
  score: Score | null;
  /** Words of the query that it lacks, and those of which it only has similar ones. */
  missing: string[];
  similar: string[];
  /** See `Hit.duplicates`. */
  duplicates: number;
  /** See `Hit.pinned`. */
  pinned?: true;
}

/** Documents in order, and what was counted over all. */
export interface OrderedDocuments {
  documents: Omit<RankedDocument, 'duplicates'>[];
  /** Number of documents that match the query. */
  total: Total;
  /** Number of further documents, which lack something of the query. They are neither in `total` nor in `facets`. */
  partial: number;
  facets: FacetCounts;
  /** Words that some of the partial documents lack, and of which some only have similar ones. */
  missing: string[];
  similar: string[];
}

/** The documents of a page. */
export interface TopDocuments extends OrderedDocuments {
  documents: RankedDocument[];
  /** See `SearchResponse.collapsed`. */
  collapsed: number;
}

/** What documents are found with. */
export interface Retrieval {
  index: Index;
  facetReader: FacetReader;
  /** Whether documents after the window are only listed, without their forward index. */
  listed: boolean;
  /** For freshness. */
  now: Date;
  /** The time of ranking is added. */
  timings: Timings;
}
