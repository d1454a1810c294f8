/** What a search is asked for. The shapes of answers are in `src/answers`. */
import type { RelaxationKind } from '../answers/search.ts';
import type { Condition } from '../engines/conditions.ts';
import type { Sort } from '../engines/engine.ts';
import type { Facet } from '../engines/facets.ts';

/** The part of a request that says what is searched for. */
export interface QueryRequest {
  q: string;
  /** `all`: every spelling and form of every word; `exact`: the words as typed. */
  match: 'all' | 'exact';
  /** Find names also in other scripts by their sound. Default true. */
  names?: boolean;
  /** Only entities of the gazetteer, none that only documents have. Default false. */
  listed?: boolean;
  /** Find words also in other languages, by lexicon and terms. Default: `SearchParts.across`. */
  across?: boolean | undefined;
  /** How the query may be relaxed. Default: in every way. */
  relax?: readonly RelaxationKind[];
}

/** Days, both included; a missing one is open. */
export interface Days {
  from?: string;
  to?: string;
}

/** What the answer is for. `lisan report` counts only `search`; `facets` are counts without hits. */
export type Purpose = 'search' | 'facets' | 'feed' | 'export' | 'documents';

export interface SearchRequest extends QueryRequest {
  /** Weight of meaning in the order of hits: 0, words alone, to 1, meaning alone. Default: `SearchParts.hybrid`. */
  hybrid?: number | undefined;
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
  /** Collapse documents with nearly the same text into one hit. Default false. */
  collapse?: boolean;
  /**
   * What the archive's list of pinned and hidden articles does. `place`: pinned articles come first in the order by
   * relevance, hidden ones are left out; `hide`: hidden ones are left out. Default: nothing.
   */
  pins?: 'place' | 'hide';
  /** Give the parts of each score. */
  explain: boolean;
  /** BCP 47 code for names of entities. */
  language: string;
  /** Default `search`, or `facets` for a request of no hits. */
  purpose?: Purpose;
}
