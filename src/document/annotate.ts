/** What analysis knows of an article: its passages with language and direction, their words, and who is named in them. */

import type { Token } from '../analysis/forms.ts';
import { detectLanguage, directionOf, languageOf } from '../analysis/language-detection.ts';
import { analyzerFor } from '../analysis/languages/registry.ts';
import { isInsideWord } from '../analysis/line-end-hyphen.ts';
import { wordsIn } from '../analysis/word-cache.ts';
import type { Article, Field, Passage } from '../common/types.ts';
import type { Mention, Tagger } from '../entities/tagger/tagger.ts';

/** Offsets of tokens and mentions count from the start of the field, as those of the passage do. */
export interface AnnotatedPassage extends Passage {
  tokens: Token[];
  mentions: Mention[];
}

/** Keywords as one text: it is asked for with each of their passages, and must not be joined each time. */
const joinedKeywords = new WeakMap<readonly string[], string>();

/** The stored text of a field. Keywords are one to a line. */
export function fieldText(article: Article, field: Field): string {
  if (field !== 'keywords') return article[field];
  const { keywords } = article;
  let joined = joinedKeywords.get(keywords);
  if (joined === undefined) {
    joined = keywords.join('\n');
    joinedKeywords.set(keywords, joined);
  }
  return joined;
}

/** Cuts an article into passages (one a line that is not blank), finds the language of each, its words and mentions. */
export function annotate(article: Article, tagger: Tagger): AnnotatedPassage[] {
  let whole: string | undefined;
  const hint = (): string => {
    whole ??= detectLanguage(`${article.title}\n${article.body}`);
    return whole;
  };
  const passages = [
    ...linesOf(article, 'title'),
    ...linesOf(article, 'keywords'),
    ...linesOf(article, 'body'),
  ].map(({ field, start, end, text }) => {
    const words = wordsIn(text);
    const lang = languageOf(text, words, hint);
    const tokens = analyzerFor(lang).tokensOf(words, start);
    return { field, start, end, lang, dir: directionOf(text), tokens, text };
  });
  const mentions = tagger.tagArticle(
    passages.map(({ tokens }) => tokens),
    passages.map(({ field }) => fieldText(article, field)),
    article.id,
  );
  return passages.map(({ text: _, ...passage }, index) => ({ ...passage, mentions: mentions[index] ?? [] }));
}

/** BCP 47 codes of the passages of title and body, those with the most text first; `und` is left out. */
export function languagesOf(passages: readonly AnnotatedPassage[]): string[] {
  const lengths = new Map<string, number>();
  for (const { field, lang, start, end } of passages) {
    if (field !== 'keywords' && lang !== 'und') lengths.set(lang, (lengths.get(lang) ?? 0) + end - start);
  }
  return [...lengths].sort((a, b) => b[1] - a[1]).map(([lang]) => lang);
}

/** Ids of the entities that are mentioned, in order of first mention. */
export function mentionedEntities(passages: readonly AnnotatedPassage[]): string[] {
  return [...new Set(passages.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)))];
}

/** The lines of a field that are not blank, each a passage; a line that ends inside of a word goes on in the next. */
export function* linesOf(
  article: Article,
  field: Field,
): Generator<{ field: Field; start: number; end: number; text: string }> {
  const text = fieldText(article, field);
  let start = 0;
  while (start < text.length) {
    let lineFeed = text.indexOf('\n', start);
    while (lineFeed !== -1 && isInsideWord(text, lineFeed)) lineFeed = text.indexOf('\n', lineFeed + 1);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(start, end);
    if (line.trim() !== '') yield { field, start, end, text: line };
    start = end + 1;
  }
}
