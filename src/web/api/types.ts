/** The answers of the service, as the page uses them. */
import type { ArticleAnswer, ArticleReference, ArticleMark as MarkInArticle } from '../../answers/article.ts';
import type { EntityAnswer, EntitySummary } from '../../answers/entity.ts';
import type { Mark as AnyMark, HighlightedPassage as PassageOfHit } from '../../answers/passage.ts';
import type {
  SearchAnswer as AnswerOfSearch,
  Explanation as ExplanationOfHit,
  Hit as HitOfSearch,
  SuggestAnswer,
  Suggestion,
} from '../../answers/search.ts';

export type { ArticleReference, SuggestAnswer, Suggestion };
export type Article = ArticleAnswer;
export type Entity = EntityAnswer;
/** An entity with a name in the language of the interface. */
export type Named = EntitySummary;

export type MarkKind = AnyMark['kind'] | 'completion' | 'similar';
export type Mark = Omit<AnyMark, 'kind'> & { kind: MarkKind };
/** A mark of a query in a whole article. */
export type ArticleMark = Omit<MarkInArticle, 'kind'> & { kind: MarkKind };
export type HighlightedPassage = Omit<PassageOfHit, 'marks'> & {
  marks: Mark[];
  cutStart?: boolean;
  cutEnd?: boolean;
};
export type Explanation = ExplanationOfHit & { demotion?: number };

export type RelaxationKind = 'phrase' | 'field' | 'spelling' | 'words' | 'similar';
export interface Relaxation {
  why: RelaxationKind;
  dropped: { kind: RelaxationKind; text: string }[];
}

export type NoticeCode =
  | 'unknown_field'
  | 'unknown_language'
  | 'unknown_entity'
  | 'invalid_date'
  | 'filter_beside_words'
  | 'many_completions'
  | 'no_words';
export interface Notice {
  code: NoticeCode;
  text: string;
}

export type Hit = Omit<HitOfSearch, 'highlights' | 'explanation'> & {
  highlights: { title: HighlightedPassage | null; body: HighlightedPassage[] };
  explanation?: Explanation | undefined;
  missing?: string[];
  similar?: string[];
};

/** The answer to a search. */
export type SearchAnswer = Omit<AnswerOfSearch, 'hits'> & {
  hits: Hit[];
  partial?: number;
  relaxed?: Relaxation | null;
  notices?: Notice[];
};
