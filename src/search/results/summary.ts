/** The part of an answer that every list of documents gives of each document. */

import type { StoredArticle } from '../../common/types.ts';
import { type AnnotatedPassage, languagesOf } from '../../document/annotate.ts';
import type { Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import { type MentionedEntity, mentionedIn } from './entity-names.ts';

export interface Summary {
  id: string;
  title: string;
  url: string | null;
  source: string | null;
  publishedAt: string | null;
  /** BCP 47 codes, the language with the most text first. */
  languages: string[];
  /** In order of first mention, with the name in the client's language. */
  entities: MentionedEntity[];
}

export function summaryOf(
  article: StoredArticle,
  passages: readonly AnnotatedPassage[],
  gazetteer: Gazetteer,
  language: string,
): Summary {
  return {
    id: article.id,
    title: article.title,
    url: article.url ?? null,
    source: article.source ?? null,
    publishedAt: article.publishedAt ?? null,
    languages: languagesOf(passages),
    entities: mentionedIn(passages, gazetteer.entities, language),
  };
}
