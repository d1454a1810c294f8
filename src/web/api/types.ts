/** The answers of the service, as the page uses them. */
import type { Passage } from '../../common/types.ts';
import type { Suggestion } from '../../search/autocomplete.ts';
import type { Score } from '../../search/ranking/ranker.ts';
import type { Mark } from '../../search/results/highlighter.ts';
import type { Hit as FoundHit, SearchResponse } from '../../search/searcher.ts';

export type { Score, Suggestion };

/** What a search gave up because nothing matched all of the query. */
export interface Relaxation {
  why: string;
  dropped: { kind: string; text: string }[];
}

export type Hit = FoundHit & {
  /** Words of a relaxed search that the article lacks. */
  missing?: string[];
};

/** The answer to a search. */
export type SearchAnswer = Omit<SearchResponse, 'hits'> & { hits: Hit[]; relaxed?: Relaxation | null };

export interface Named {
  id: string;
  type: string;
  name: string;
}

export interface Mention {
  field: Passage['field'];
  start: number;
  end: number;
  entity: string;
  type?: string;
  name?: string;
}

/** Another article, to read on. */
export interface ArticleLink {
  id: string;
  title: string;
  source?: string | null;
  publishedAt?: string | null;
}

export interface Article {
  id: string;
  title: string;
  body: string;
  url?: string;
  source?: string;
  publishedAt?: string;
  publishedText?: string;
  keywords: string[];
  languages: string[];
  passages: Passage[];
  mentions: Mention[];
  related: ArticleLink[];
  /** Nearly the same text. */
  duplicates?: ArticleLink[];
}

/** A mark of a query in a whole article. */
export type ArticleMark = Mark & { field: Passage['field'] };

export interface Entity extends Named {
  names: Record<string, string[]>;
  description: string | null;
  wikidata: string | null;
  /** Articles that mention it. */
  documents: number;
  /** As texts have it, the most frequent first; once for each language that has it. */
  spellings: { spelling: string; language: string; mentions: number }[];
  /** Who is mentioned in most of the same articles. */
  together: (Named & { documents: number })[];
}
