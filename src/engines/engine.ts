/**
 * The port between lisan and a search engine. An engine stores terms and finds candidates; it neither analyses nor
 * ranks. Nothing of its query language or its responses leaves its file.
 */
import type { VerifyPoint, VerifyStep } from '../common/verify-database.ts';
import type { ForwardIndex } from '../document/forward-index.ts';
import type { Batch } from './batch/batch.ts';
import { type Condition, EVERY_DOCUMENT } from './conditions.ts';
import { type Facet, type FacetCounts, isTimeline } from './facets.ts';
import type { IndexRecord } from './index-record.ts';

/** Sums over all documents of an index; entries with 0 are left out. */
export interface EntityMentions {
  /** In order of time; `month` is like 2023-10, and null for documents without a date. */
  months: { month: string | null; language: string; mentions: number }[];
  /** The most frequent first. */
  spellings: { spelling: string; language: string; mentions: number }[];
}

export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

export interface CandidateRequest {
  /** One group for each clause of the query, the rarest first; any of its terms matches it. No groups match every document. */
  groups: readonly (readonly string[])[];
  /** `all`: documents match every group. `any`: at least one; more groups rank higher. */
  mode: 'all' | 'any';
  /** Set to find documents that match in part, too. Only for `relevance`; `mode` is then of no effect. */
  partial?: PartialMatches;
  /** Terms that no result has. */
  excluded: readonly string[];
  filter: Condition;
  /**
   * `newest`, `oldest`: by date, undated documents last, ties by id. `relevance`: a rough order of the engine's own, from
   * which the ranker takes its candidates; without groups the same as `newest`.
   */
  sort: Sort;
  /**
   * Pages of the same request neither overlap nor miss documents, up to the limit of the server: 20,000 documents in
   * OpenSearch, 1,000,000 in Meilisearch.
   */
  offset: number;
  limit: number;
  /** Values are counted over all matching documents. */
  facets: readonly Facet[];
  /** Most values of each facet, the most frequent; of a timeline all. 1 to `MAX_FACET_VALUES`. */
  valuesPerFacet: number;
}

/**
 * Documents that match in part beside those that match all clauses: the best by a weighted OR. Its score is the sum over
 * the clauses of the best term's `factor` * idf * the term's share of BM25. Only documents that hold at least a share of the
 * clauses' weight are found. Total and facets count the documents that match all clauses. `offset` is 0, unless both shares are
 * 1; then the documents are in the order that they have among the others.
 */
export interface PartialMatches {
  clauses: readonly WeightedClause[];
  /**
   * With fewer documents that match all clauses, few do: these come first, the others hold at least `shareIfFew`, and
   * similar terms count. With so many the order is by score, the others hold at least `shareIfEnough`, and similar terms
   * do not count. At most the smallest `rerankDepth`, so that the first window has all documents that match.
   */
  enough: number;
  shareIfFew: number;
  shareIfEnough: number;
}

/** One of the two ways to find documents that match in part. */
export interface PartialWay {
  /** Least share of the clauses' weight that a document holds; 1 for those that match all. */
  share: number;
  few: boolean;
}

/** The way if few documents match all clauses, and the way if many do. */
export const waysOf = ({
  shareIfFew,
  shareIfEnough,
}: PartialMatches): Record<'few' | 'many', PartialWay> => ({
  few: { share: shareIfFew, few: true },
  many: { share: shareIfEnough, few: false },
});

export interface WeightedClause {
  weight: number;
  terms: readonly WeightedTerm[];
}

export interface WeightedTerm {
  term: string;
  /** Number of documents that have it. */
  documents: number;
  /** What it counts, from 0 to 1. */
  factor: number;
  /** No match: it tells a similar word. It holds only `factor` of the clause's weight. */
  similar: boolean;
}

/** A request with what is left out as it usually is: every document, ranked, nothing counted. */
export function candidateRequest(
  given: Partial<CandidateRequest> & Pick<CandidateRequest, 'limit'>,
): CandidateRequest {
  return {
    groups: [],
    mode: 'all',
    excluded: [],
    filter: EVERY_DOCUMENT,
    sort: 'relevance',
    offset: 0,
    facets: [],
    valuesPerFacet: 100,
    ...given,
  };
}

/** How many values of a facet a request is given at most. */
export function valueLimit(
  { valuesPerFacet }: Pick<CandidateRequest, 'valuesPerFacet'>,
  facet: Facet,
): number {
  return isTimeline(facet) ? Number.POSITIVE_INFINITY : valuesPerFacet;
}

export interface Candidate {
  id: string;
  forwardIndex: ForwardIndex;
  publishedAt?: number;
}

export interface Total {
  value: number;
  /** `gte`: at least this many. */
  relation: 'eq' | 'gte';
}

export interface Candidates {
  candidates: Candidate[];
  total: Total;
  /** The most frequent first, of equal counts in order of value; as many as `valueLimit` says. */
  facets: FacetCounts;
}

/** A word of the archive. */
export interface VocabularyWord {
  /** Its folded form. */
  word: string;
  /** One way in which it is written, in lower case. */
  written: string;
  /** Documents that have it. */
  documents: number;
}

export interface SimilarWord extends VocabularyWord {
  /** Sum of the costs of the edits; above 0. */
  distance: number;
}

/** Numbers of the whole index that scores are made of. */
export interface Statistics {
  documents: number;
  /** Mean length in tokens of title, keywords and body. */
  meanLengths: readonly [title: number, keywords: number, body: number];
}

/** What lisan keeps of the documents of an index for every engine, on this machine: see `docstore.ts`. */
export interface IndexMetadata {
  /** Mentions of an entity. */
  mentions(entity: string): EntityMentions;
  /**
   * Ids of unlisted entities of which a word begins so (Latin letters as in ids, several words with hyphens between them),
   * the most mentioned first, `limit` at most. Reads all unlisted entities.
   */
  unlistedBeginning(begun: string, limit: number): string[];
  /** Ids of the entities that a document mentions; none for an unknown document. */
  mentionedBy(document: string): string[];
  /** Documents by id, in the given order; those that are not in the index are left out. */
  candidates(ids: readonly string[]): Candidate[];
  /** Folded forms of all words that documents have or had. */
  vocabulary(): Iterable<string>;
  /** Ids of the documents that pass a test by their forward index and id. Reads all forward indexes. */
  documentsThat(passes: (forwardIndex: ForwardIndex, id: string) => boolean): string[];
  /** A value stored with the index; `undefined` if it was never set. */
  note(name: string): string | undefined;
  setNote(name: string, value: string): void;
}

/** A point in the order of changes of the archive. */
export interface IndexPoint {
  /** Sequence of the last change up to it; 0 before the first. */
  position: number;
  /** Digest of the batches that led to it, in their order; empty before the first. */
  digest: string;
}

/** The two ends of one batch. */
export interface BatchStep {
  from: IndexPoint;
  to: IndexPoint;
}

/** What an index itself records of what was applied to it. */
export interface AppliedState extends IndexPoint {
  /** Where the last batch began. */
  previous: IndexPoint;
  /** Documents after the last batch. */
  documents: number;
}

/** One build of an engine's index, open for searching and filling. */
export interface Index {
  readonly generation: string;
  /** Number of candidates that are ranked; later hits keep the engine's order. */
  readonly rerankDepth: number;
  readonly metadata: IndexMetadata;
  candidates(request: CandidateRequest): Promise<Candidates>;
  /** Ids of the same candidates in the same order, without what ranking needs of them; nothing is counted. */
  ids(request: CandidateRequest): Promise<string[]>;
  statistics(): Promise<Statistics>;
  /** In how many documents each key occurs; keys that occur nowhere are left out. */
  frequencies(keys: readonly number[]): Promise<Map<number, number>>;
  /** Up to `limit` words of the archive that begin with `prefix` (a folded form), the most frequent first. */
  completions(prefix: string, limit: number): Promise<VocabularyWord[]>;
  /** Words of the archive that differ from `word` (a folded form) by edits of at most `budget`; see `analysis/fuzzy.ts`. */
  similar(word: string, budget: number): Promise<SimilarWord[]>;
  /**
   * The cluster of each document, at the place of its id: documents of one cluster have nearly the same text. `undefined` for
   * a document that shares its text with none, or that the index lacks.
   */
  clusters(ids: readonly string[]): Promise<(number | undefined)[]>;
  /** Up to `limit` documents with nearly the same text as one, by id. */
  duplicates(id: string, limit: number): Promise<string[]>;
  /**
   * By key of `phonetic-keys.ts` the words (exact forms) that are used as names in the archive and stored under it, in the
   * order of their code points with line feeds between them; nothing for keys without any. The frequency of their key as a name is the
   * number of documents in which they were used as names when these were indexed; changed documents count again.
   */
  names(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Ids of all spellings of the name of an unlisted entity, its own among them; the first stands for all. Present if
   * names that no list has are looked for.
   */
  sameNames?(id: string): Promise<readonly string[]>;
  /**
   * Adds, replaces and deletes; when it resolves the changes are found. Doing the same again changes nothing. `step`:
   * which changes of the archive these are; missing if documents are written again without a change of the archive.
   * @throws LisanError `engine_unreachable`, `engine_refused`, `engine_full`, `index_broken` …
   */
  apply(records: readonly IndexRecord[], deleted: readonly string[], step?: BatchStep): Promise<void>;
  /** The same with a batch that was prepared beforehand, on any thread, if the index is in files of lisan. */
  applyBatch?(batch: Batch, deleted: readonly string[], step?: BatchStep): Promise<void>;
  /** Verifies what is in files of lisan, step by step; see `verify-database.ts`. */
  verifySteps(from?: VerifyPoint): Iterable<VerifyStep>;
  /** What the index records of what was applied to it. */
  applied(): Promise<AppliedState>;
  /**
   * A text that differs after each write, by whomever: what is remembered of the index holds as long as it is the same. Not to be
   * compared with that of another object. `applied` stays the same when documents are written again without a change of the
   * archive.
   */
  state(): Promise<string>;
  /** Releases unused disk space, if the index is in files of lisan. */
  vacuum?(): Promise<void>;
  /** Optimises a new index for reading; called after it was filled and before it is searched. */
  compact?(): Promise<void>;
  /** Number of documents in the index. */
  count(): Promise<number>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /**
   * Version of how documents are stored: settings, fields, encodings. An index of another layout is rebuilt, like one of
   * another version of the analysis.
   */
  readonly layout: string;
  /** Opens a build of the index; with `create`, creates it if it is missing. @throws LisanError if it is missing or broken. */
  open(generation: string, create: boolean): Promise<Index>;
  /** Called with the live build after every switch and reindex; for engines that show it to other programs. */
  setLive?(generation: string): Promise<void>;
  /** Removes a build of the index with all its data; does nothing if there is none. */
  remove(generation: string): Promise<void>;
  /** Resolves if the engine can be used. @throws LisanError with the reason and a remedy. */
  check(): Promise<void>;
  close(): Promise<void>;
}
