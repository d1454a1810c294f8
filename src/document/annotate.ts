/** What analysis knows of an article: its passages with language and direction, their words, and who is named in them. */

import type { Token } from '../analysis/forms.ts';
import { detectLanguage, directionOf, languageOf } from '../analysis/language-detection.ts';
import { analyzerFor } from '../analysis/languages/registry.ts';
import { isInsideWord } from '../analysis/line-end-hyphen.ts';
import { type Words, wordsIn } from '../analysis/word-cache.ts';
import { type Article, FIELDS, type Field, type Passage } from '../common/types.ts';
import type { AnalysisLimits } from '../config/analysis-limits.ts';
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
  if (keywords.length < 2) return keywords[0] ?? '';
  let joined = joinedKeywords.get(keywords);
  if (joined === undefined) {
    joined = keywords.join('\n');
    joinedKeywords.set(keywords, joined);
  }
  return joined;
}

/**
 * Cuts an article into passages (one a line that is not blank), finds the language of each, its words and mentions. What
 * exceeds the limits is left out; see `truncated.ts`.
 */
export function annotate(article: Article, tagger: Tagger): AnnotatedPassage[] {
  const { limits } = tagger;
  let whole: string | undefined;
  const hint = (): string => {
    whole ??= detectLanguage(`${article.title}\n${article.body}`);
    return whole;
  };
  const passages: (Omit<AnnotatedPassage, 'mentions'> & { end: number })[] = [];
  let room = limits.words;
  for (const field of FIELDS) {
    for (const { start, end } of linesOf(article, field, limits)) {
      if (room <= 0 || passages.length === limits.passages) break;
      const text = fieldText(article, field).slice(start, end);
      const all = wordsIn(text);
      const words = all.words.length <= room ? all : firstWords(all, room);
      room -= words.words.length;
      const lang = languageOf(text, words, hint);
      passages.push({
        field,
        start,
        end: words === all ? end : start + words.ends.at(-1)!,
        lang,
        dir: directionOf(text),
        tokens: analyzerFor(lang).tokensOf(words, start),
      });
    }
  }
  const mentions = tagger.tagArticle(
    passages.map(({ tokens }) => tokens),
    passages.map(({ field }) => fieldText(article, field)),
    article.id,
  );
  let mentionRoom = limits.mentions;
  return passages.map((passage, index) => {
    const found = mentions[index] ?? [];
    const kept = found.length <= mentionRoom ? found : found.slice(0, mentionRoom);
    mentionRoom -= kept.length;
    return { ...passage, mentions: kept };
  });
}

const firstWords = ({ starts, ends, words }: Words, count: number): Words => ({
  starts: starts.slice(0, count),
  ends: ends.slice(0, count),
  words: words.slice(0, count),
});

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

/**
 * The lines of a field that are not blank, each a passage; a line that ends inside of a word goes on in the next, and a very
 * long one is cut into several. Title and keywords end at their limit.
 */
export function* linesOf(
  article: Article,
  field: Field,
  { title, keywords, passage }: Pick<AnalysisLimits, 'title' | 'keywords' | 'passage'>,
): Generator<{ start: number; end: number }> {
  const text = fieldText(article, field);
  const length = field === 'title' ? endOfPart(text, 0, text.length, title) : text.length;
  let left = field === 'keywords' ? keywords : Number.POSITIVE_INFINITY;
  let start = 0;
  while (start < length) {
    let lineFeed = text.indexOf('\n', start);
    while (lineFeed !== -1 && isInsideWord(text, lineFeed)) lineFeed = text.indexOf('\n', lineFeed + 1);
    const lineEnd = lineFeed === -1 ? length : Math.min(lineFeed, length);
    for (let end = start; end < lineEnd; start = end) {
      end = endOfPart(text, start, lineEnd, passage);
      if (isBlank(text, start, end)) continue;
      if (left-- === 0) return;
      yield { start, end };
    }
    start = lineEnd + 1;
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(text[at]!)) return false;
  return true;
}

/** How far before its limit a part may end, in UTF-16 code units. */
const LAST_WORD_UNITS = 500;

/** The end of a part of `[start, end)` of at most `longest` code units: behind its last word, where it must be cut. */
function endOfPart(text: string, start: number, end: number, longest: number): number {
  const limit = start + longest;
  if (end <= limit) return end;
  const least = Math.max(start + 1, limit - LAST_WORD_UNITS);
  for (let at = limit; at > least; at--) if (text.charCodeAt(at) === SPACE) return at;
  return isSecondOfPair(text, limit) ? limit - 1 : limit;
}

const SPACE = 0x20;

const isSecondOfPair = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
