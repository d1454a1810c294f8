/** The answers of the service, by the names that the page uses. */
import type { AlertOffer, NewArticles } from '../../answers/alert.ts';
import type { ArticleAnswer, ArticleMark, ArticleReference, MarksAnswer } from '../../answers/article.ts';
import type { CompareAnswer, ComparedBy } from '../../answers/compare.ts';
import type { EntityAnswer, EntitySummary } from '../../answers/entity.ts';
import type { HighlightedPassage, Mark, MarkKind } from '../../answers/passage.ts';
import type { DifferencesAnswer, RevisionAnswer, RevisionsAnswer } from '../../answers/revision.ts';
import type {
  Explanation,
  Hit,
  Notice,
  RelaxationKind,
  SearchAnswer,
  SuggestAnswer,
  Suggestion,
} from '../../answers/search.ts';
import type { TogetherAnswer } from '../../answers/together.ts';
import type { Decision, ListedDecision } from '../../entities/decisions/decision.ts';

export type {
  AlertOffer,
  ArticleMark,
  ArticleReference,
  CompareAnswer,
  ComparedBy,
  Explanation,
  HighlightedPassage,
  Hit,
  Mark,
  MarkKind,
  MarksAnswer,
  NewArticles,
  Notice,
  RelaxationKind,
  SearchAnswer,
  SuggestAnswer,
  Suggestion,
  TogetherAnswer,
};
export type Article = ArticleAnswer;
export type { Decision };
export type Decided = ListedDecision;
export type Revisions = RevisionsAnswer;
export type Revision = RevisionAnswer;
export type Difference = DifferencesAnswer['parts'][number];
export type Entity = EntityAnswer;
/** An entity with a name in the language of the interface. */
export type Named = EntitySummary;
export type NoticeCode = Notice['code'];
