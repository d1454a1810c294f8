/** What a search is asked for, and what it answers. */
import type { Condition } from '../engines/conditions.ts';
import type { Sort, Total } from '../engines/engine.ts';
import type { Facet, FacetCounts } from '../engines/facets.ts';
import type { Notice } from './query/syntax-tree.ts';
import type { Score } from './ranking/ranker.ts';
import type { NamedFacetCount, RecognisedEntity } from './results/entity-names.ts';
import type { Highlights } from './results/highlighter.ts';
import type { Summary } from './results/summary.ts';

/** Ways in which a query is relaxed if few documents match, the most important first. */
export const RELAXATION_KINDS = [
  /** A phrase that no document has: its words are searched. */
  'phrase',
  /** A field that has no such word: all fields are searched. */
  'field',
  /** A word that the archive does not have: words that are spelt alike are searched. */
  'spelling',
  /** Documents with some of the words are added. */
  'words',
  /** Documents with similar words, which may be other words, are added. */
  'similar',
] as const;
export type RelaxationKind = (typeof RELAXATION_KINDS)[number];

/** A part of the query that hits need not have. */
export interface Dropped {
  kind: RelaxationKind;
  /** As typed. */
  text: string;
}

export interface Relaxation {
  /** The most important kind of `dropped`. */
  why: RelaxationKind;
  dropped: Dropped[];
}

/** The part of a request that says what is searched for. */
export interface QueryRequest {
  q: string;
  /** `all`: every spelling and form of every word; `exact`: the words as typed. */
  match: 'all' | 'exact';
  /** Find names also in other scripts by their sound. Default true. */
  names?: boolean;
  /** How the query may be relaxed. Default: in every way. */
  relax?: readonly RelaxationKind[];
}

/** What the answer is for. `lisan report` counts only `search`; `facets` are counts without hits. */
export type Purpose = 'search' | 'facets' | 'feed' | 'export' | 'documents';

export interface SearchRequest extends QueryRequest {
  limit: number;
  offset: number;
  /** Documents to search. Default: every document. */
  filter?: Condition;
  sort: Sort;
  facets: readonly Facet[];
  /** See `CandidateRequest.valuesPerFacet`. */
  valuesPerFacet?: number;
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
  /** Words of the query that the document lacks. Empty if it matches. */
  missing: readonly string[];
  /** Words of the query of which the document only has similar ones. Empty if it matches. */
  similar: readonly string[];
  highlights: Highlights;
  explanation?: Score;
}

export interface SearchResponse {
  query: string;
  tookMs: number;
  engine: string;
  /** Documents that match, collapsed ones included. */
  total: Total;
  /**
   * Further documents among the hits, which lack something of the query (`Hit.missing`, `Hit.similar`). Neither `total`
   * nor `facets` count them.
   */
  partial: number;
  /** What of the query the hits need not have; null if they match it as typed. */
  relaxed: Relaxation | null;
  /** Parts of the query that were not taken as typed. */
  notices: Notice[];
  /** Documents that were collapsed into hits: there are so many fewer hits than documents. */
  collapsed: number;
  hits: Hit[];
  /** The most frequent values first, months in order; entities have their names in the client's language. */
  facets: FacetCounts<NamedFacetCount>;
  /** The entities that the query names: all their names are searched. */
  recognised: RecognisedEntity[];
  /** The query in other words, if it finds little and the archive has frequent words that are spelt alike. */
  suggestion: string | null;
}
