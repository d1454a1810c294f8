/** The part of an answer that every list of documents gives of each document. */

import type { Summary } from '../../answers/search.ts';
import type { StoredArticle } from '../../common/types.ts';
import type { AnalysisLimits } from '../../config/analysis-limits.ts';
import { type AnnotatedPassage, languagesOf } from '../../document/annotate.ts';
import { truncatedParts } from '../../document/truncated.ts';
import type { Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import { mentionedIn } from './entity-names.ts';

export type { Summary };

export function summaryOf(
  article: StoredArticle,
  passages: readonly AnnotatedPassage[],
  gazetteer: Gazetteer,
  language: string,
  limits: AnalysisLimits,
): Summary {
  const truncated = truncatedParts(article, passages, limits);
  return {
    id: article.id,
    title: article.title,
    url: article.url ?? null,
    source: article.source ?? null,
    publishedAt: article.publishedAt ?? null,
    languages: languagesOf(passages),
    entities: mentionedIn(article, passages, gazetteer.entities, language),
    ...(truncated.length > 0 && { truncated }),
  };
}
