/** What an engine stores of one document. All of it is derived and can be rebuilt. */
import type { FacetValues } from './facets.ts';

export interface IndexRecord {
  id: string;
  /** Space-free terms to find the document by, repeated as often as they occur (see `terms.ts`). */
  terms: readonly string[];
  /** Those of title and keywords, in the same way. */
  heading: readonly string[];
  /** The distinct words in their folded form, each with one way in which it is written: for completion and correction. */
  words: ReadonlyMap<string, string>;
  /** The distinct words used as names in it, in their exact form (see `name-candidates.ts`). */
  names: ReadonlySet<string>;
  /** See `forward-index.ts`. */
  forwardIndex: Uint8Array;
  /** Every key of the forward index once, for document frequencies; `keyOfTerm` of each term is among them. */
  hashes: Iterable<number>;
  facets: FacetValues;
  /** How the entities are mentioned. */
  mentions: readonly RecordMention[];
  /** Seconds since 1970, UTC. */
  publishedAt?: number;
}

/** One spelling of an entity in one language of a document. */
export interface RecordMention {
  entity: string;
  /** BCP 47 code of the passages. */
  language: string;
  /** As the text has it. */
  spelling: string;
  count: number;
}
