/** The answers of the service, as the page uses them. */
import type { ArticleAnswer, ArticleMark, ArticleReference } from '../../answers/article.ts';
import type { EntityAnswer, EntitySummary } from '../../answers/entity.ts';
import type {
  SearchAnswer as AnswerOfSearch,
  Explanation,
  Hit as HitOfSearch,
  SuggestAnswer,
  Suggestion,
} from '../../answers/search.ts';

export type { ArticleMark, ArticleReference, Explanation, SuggestAnswer, Suggestion };
export type Article = ArticleAnswer;
export type Entity = EntityAnswer;
/** An entity with a name in the language of the interface. */
export type Named = EntitySummary;

/** What a search gave up because nothing matched all of the query. */
export interface Relaxation {
  why: string;
  dropped: { kind: string; text: string }[];
}

export type Hit = HitOfSearch & {
  /** Words of a relaxed search that the article lacks. */
  missing?: string[];
};

/** The answer to a search. */
export type SearchAnswer = Omit<AnswerOfSearch, 'hits'> & { hits: Hit[]; relaxed?: Relaxation | null };
