/** Requests and responses of a search. */
import type { Condition } from '../engines/conditions.ts';
import type { Sort, Total } from '../engines/engine.ts';
import type { Facet, FacetCounts } from '../engines/facets.ts';
import type { Score } from './ranking/ranker.ts';
import type { NamedFacetCount, RecognisedEntity } from './results/entity-names.ts';
import type { Highlights } from './results/highlighter.ts';
import type { Summary } from './results/summary.ts';

/** The part of a request that says what is searched for. */
export interface QueryRequest {
  q: string;
  /** `all`: every spelling and form of every word; `exact`: the words as typed. */
  match: 'all' | 'exact';
  /** Find names also in other scripts by their sound. Default true. */
  names?: boolean;
}

/** Days, both included; a missing one is open. */
export interface Days {
  from?: string;
  to?: string;
}

/** What the answer is for. `lisan report` counts only `search`; `facets` are counts without hits. */
export type Purpose = 'search' | 'facets' | 'feed' | 'export' | 'documents';

export interface SearchRequest extends QueryRequest {
  limit: number;
  offset: number;
  /** First and last day of publication, like `2023-10-31`, in the time zone of the service. */
  days?: Days;
  /** Documents to search. Default: every document. */
  filter?: Condition;
  sort: Sort;
  facets: readonly Facet[];
  /** See `CandidateRequest.valuesPerFacet`. */
  valuesPerFacet?: number;
  /** Leave out documents that lack a word, however few have all words. Default false. */
  strict?: boolean;
  /** Collapse documents with nearly the same text into one hit. Default false. */
  collapse?: boolean;
  /** Give the parts of each score. */
  explain: boolean;
  /** BCP 47 code for names of entities. */
  language: string;
  /** Default `search`, or `facets` for a request of no hits. */
  purpose?: Purpose;
}

export interface Hit extends Summary {
  /** Orders the hits of one answer; null if hits are sorted by date or beyond the ranked window. */
  score: number | null;
  /** Number of further matching documents with nearly the same text, collapsed into this hit. */
  duplicates: number;
  highlights: Highlights;
  explanation?: Score;
}

export interface SearchResponse {
  query: string;
  tookMs: number;
  engine: string;
  /** Documents, collapsed ones included. */
  total: Total;
  /** Number of documents collapsed into other hits: the difference between documents and hits. */
  collapsed: number;
  hits: Hit[];
  /** The most frequent values first, months in order; entities have their names in the client's language. */
  facets: FacetCounts<NamedFacetCount>;
  /** The entities that the query names: all their names are searched. */
  recognised: RecognisedEntity[];
  /** The query in other words, if it finds little and the archive has frequent words that are spelt alike. */
  suggestion: string | null;
}
