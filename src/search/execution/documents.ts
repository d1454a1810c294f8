/** The documents that a search found, and what they are found with. */
import type { MeaningUse } from '../../answers/search.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import type { Index, Total } from '../../engines/engine.ts';
import type { FacetCounts } from '../../engines/facets.ts';
import type { MeaningSearch } from '../../meaning/meaning.ts';
import type { Score } from '../ranking/ranker.ts';
import type { Timings } from '../timings.ts';
import type { FacetReader } from './facet-counts.ts';

/** What is searched by meaning. */
export interface MeaningRequest {
  search: MeaningSearch;
  /** Of meaning in the order of hits; above 0, at most 1. */
  weight: number;
  /** What is asked for, without operators. */
  text: string;
}

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
  /** Set if it is found by its meaning only: which of its leading passages is near to the query. */
  nearPassage?: number;
  /** See `Hit.pinned`. */
  pinned?: true;
}

export type FoundDocument = Omit<RankedDocument, 'duplicates'>;

/** Documents in order, and what was counted over all. */
export interface OrderedDocuments {
  /** Set if meaning was searched. */
  meaning?: MeaningUse;
  documents: FoundDocument[];
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
  /** Ids of documents that `index` leaves out: editors placed or hid them. */
  leftOut?: ReadonlySet<string>;
  /** Absent: words alone are searched. */
  meaning?: MeaningRequest;
  /** Whether documents after the window are only listed, without their forward index. */
  listed: boolean;
  /** For freshness. */
  now: Date;
  /** The time of ranking is added. */
  timings: Timings;
}
