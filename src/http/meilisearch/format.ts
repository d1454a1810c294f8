/**
 * Documents as Meilisearch's clients get them: the whole, `_formatted` with marks and crops, and `_matchesPosition`.
 * As with Meilisearch, `_formatted` is text with tags and not HTML: what it holds is for the client to escape.
 */

import { tokenize } from '../../analysis/tokenizer.ts';
import type { Mark } from '../../answers/passage.ts';
import type { TimeZone } from '../../common/time-zone.ts';
import { FIELDS, type StoredArticle } from '../../common/types.ts';
import { type AnnotatedPassage, languagesOf, mentionedEntities } from '../../document/annotate.ts';
import type { QueryClause } from '../../search/query/query.ts';
import { marksOf } from '../../search/results/marks.ts';
import { hasName, type Names } from './names.ts';

/** Attributes that are searched and marked. */
export const SEARCHED = FIELDS;

type Value = string | number | readonly (string | number)[] | null;
/** Attributes by name: those of lisan, and what else was stored with the article. */
export type Document = Readonly<Record<string, Value>>;

export function toMeilisearchDocument(
  article: StoredArticle,
  passages: readonly AnnotatedPassage[],
  zone: TimeZone,
): Document {
  const { id, title, body, url, source, publishedAt, keywords, fields } = article;
  const { authors, section, image, language } = article;
  return {
    id,
    title,
    body,
    url: url ?? null,
    source: source ?? null,
    publishedAt: publishedAt ?? null,
    date: publishedAt === undefined ? null : zone.dayOf(zone.secondsOf(publishedAt)).slice(0, 7),
    keywords,
    lang: languagesOf(passages),
    entity: mentionedEntities(passages),
    ...(authors !== undefined && { authors }),
    ...(section !== undefined && { section }),
    ...(image !== undefined && { image }),
    ...(language !== undefined && { language }),
    // An id that was a number is among them.
    ...fields,
  };
}

export interface Formatting {
  /** Attributes whose words are marked. */
  highlighted: Names;
  /** Attribute -> words that are left of it. */
  cropped: ReadonlyMap<string, number>;
  preTag: string;
  postTag: string;
  cropMarker: string;
}

/** Marks within a text: offsets of UTF-16 code units from its beginning. */
type Span = Pick<Mark, 'start' | 'end'>;

/** The marks of each text of a document: one list for title and body, one for each keyword. */
export interface MarkedTexts {
  title: Span[];
  body: Span[];
  keywords: Span[][];
}

export function markedTexts(
  article: StoredArticle,
  passages: readonly AnnotatedPassage[],
  clauses: readonly QueryClause[],
): MarkedTexts {
  // Keywords are one to a line of their field.
  const inKeywords = marksOf(article, passages, clauses, 'keywords');
  let start = 0;
  let next = 0;
  const keywords = article.keywords.map((keyword) => {
    const from = start;
    const to = from + keyword.length;
    start = to + 1;
    const inside: Span[] = [];
    while (next < inKeywords.length && inKeywords[next]!.start < to) {
      const mark = inKeywords[next++]!;
      if (mark.start >= from && mark.end <= to)
        inside.push({ start: mark.start - from, end: mark.end - from });
    }
    return inside;
  });
  return {
    title: marksOf(article, passages, clauses, 'title'),
    body: marksOf(article, passages, clauses, 'body'),
    keywords,
  };
}

/** `_formatted`: the attributes of a document as texts, highlighted and cropped on request. */
export function formatted(
  document: Document,
  marks: MarkedTexts,
  formatting: Formatting,
): Record<string, unknown> {
  const { highlighted, cropped } = formatting;
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => {
      const write = (text: string | number, spans: readonly Span[]): string =>
        written(
          String(text),
          hasName(highlighted, name) ? spans : [],
          spans,
          cropped.get(name) ?? cropped.get('*'),
          formatting,
        );
      if (value === null) return [name, null];
      if (typeof value === 'object') {
        const spans = name === 'keywords' ? marks.keywords : [];
        return [name, value.map((text, index) => write(text, spans[index] ?? []))];
      }
      return [name, write(value, name === 'title' || name === 'body' ? marks[name] : [])];
    }),
  );
}

function written(
  text: string,
  shown: readonly Span[],
  spans: readonly Span[],
  words: number | undefined,
  { preTag, postTag, cropMarker }: Formatting,
): string {
  const { start, end } =
    words === undefined ? { start: 0, end: text.length } : cropAround(text, spans, words);
  let result = start > 0 ? cropMarker : '';
  let at = start;
  for (const mark of shown) {
    if (mark.start < start || mark.end > end) continue;
    result += `${text.slice(at, mark.start)}${preTag}${text.slice(mark.start, mark.end)}${postTag}`;
    at = mark.end;
  }
  return result + text.slice(at, end) + (end < text.length ? cropMarker : '');
}

/**
 * The stretch of `count` words with the most marks, the first of several, with the marks in the middle; all of the text
 * if it has no more words, or for a count of 0. As Meilisearch does it, an odd word goes before the marks.
 */
function cropAround(text: string, marks: readonly Span[], count: number): { start: number; end: number } {
  const words: Span[] = [];
  tokenize(text, (start, end) => words.push({ start, end }));
  if (count === 0 || words.length <= count) return { start: 0, end: text.length };
  const [firstMarked, lastMarked] = bestStretch(words, marks, count);
  const spare = count - (lastMarked - firstMarked + 1);
  const first = Math.max(0, Math.min(firstMarked - Math.ceil(spare / 2), words.length - count));
  const last = first + count - 1;
  return {
    start: first === 0 ? 0 : words[first]!.start,
    end: last === words.length - 1 ? text.length : words[last]!.end,
  };
}

/** First and last marked word of the stretch of `count` words with the most marks; the first word if there are none. */
function bestStretch(words: readonly Span[], marks: readonly Span[], count: number): [number, number] {
  /** The word in which each mark begins, and in which it ends. Marks are in order, and so are words. */
  const places: [number, number][] = [];
  let word = 0;
  for (const { start, end } of marks) {
    while (word < words.length - 1 && words[word]!.end <= start) word++;
    let last = word;
    while (last < words.length - 1 && words[last + 1]!.start < end) last++;
    places.push([word, last]);
  }
  let best: [number, number] = places.length === 0 ? [0, 0] : [places[0]![0], places[0]![0]];
  let most = 0;
  let from = 0;
  for (let to = 0; to < places.length; to++) {
    while (from < to && places[to]![1] - places[from]![0] >= count) from++;
    if (to - from + 1 > most && places[to]![1] - places[from]![0] < count) {
      most = to - from + 1;
      best = [places[from]![0], places[to]![1]];
    }
  }
  return best;
}

/** `_matchesPosition`: where the marks are, in bytes of UTF-8 as Meilisearch counts. */
export function matchesPosition(
  article: StoredArticle,
  marks: MarkedTexts,
): Record<string, { start: number; length: number; indices?: number[] }[]> {
  const found: Record<string, { start: number; length: number; indices?: number[] }[]> = {};
  for (const attribute of ['title', 'body'] as const) {
    const positions = inBytes(article[attribute], marks[attribute]);
    if (positions.length > 0) found[attribute] = positions;
  }
  const keywords = article.keywords.flatMap((keyword, index) =>
    inBytes(keyword, marks.keywords[index] ?? []).map((position) => ({ ...position, indices: [index] })),
  );
  if (keywords.length > 0) found.keywords = keywords;
  return found;
}

function inBytes(text: string, marks: readonly Span[]): { start: number; length: number }[] {
  let bytes = 0;
  let at = 0;
  return marks.map(({ start, end }) => {
    bytes += Buffer.byteLength(text.slice(at, start));
    at = start;
    return { start: bytes, length: Buffer.byteLength(text.slice(start, end)) };
  });
}
