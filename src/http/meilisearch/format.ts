/**
 * Documents as Meilisearch's clients get them: the whole, `_formatted` with marks and crops, and `_matchesPosition`.
 * As with Meilisearch, `_formatted` is text with tags and not HTML: what it holds is for the client to escape.
 */

import { tokenize } from '../../analysis/tokenizer.ts';
import type { Mark } from '../../answers/passage.ts';
import { FIELDS, type StoredArticle } from '../../common/types.ts';
import { type AnnotatedPassage, languagesOf, mentionedEntities } from '../../document/annotate.ts';
import type { QueryClause } from '../../search/query/query.ts';
import { marksOf } from '../../search/results/marks.ts';

/** Attributes of a document, in order. */
export const ATTRIBUTES = [
  'id',
  'title',
  'body',
  'url',
  'source',
  'publishedAt',
  'date',
  'keywords',
  'lang',
  'entity',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
/** Attributes that are searched and marked. */
export const SEARCHED = FIELDS;

export type Document = Record<Attribute, string | string[] | null>;

export function toMeilisearchDocument(
  article: StoredArticle,
  passages: readonly AnnotatedPassage[],
): Document {
  const { id, title, body, url, source, publishedAt, keywords } = article;
  return {
    id,
    title,
    body,
    url: url ?? null,
    source: source ?? null,
    publishedAt: publishedAt ?? null,
    date: publishedAt === undefined ? null : new Date(publishedAt).toISOString().slice(0, 7),
    keywords,
    lang: languagesOf(passages),
    entity: mentionedEntities(passages),
  };
}

export interface Formatting {
  /** Attributes whose words are marked. */
  highlighted: ReadonlySet<Attribute>;
  /** Attribute -> words that are left of it. */
  cropped: ReadonlyMap<Attribute, number>;
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
  const keywords = article.keywords.map((keyword) => {
    const from = start;
    start += keyword.length + 1;
    return inKeywords
      .filter((mark) => mark.start >= from && mark.end <= from + keyword.length)
      .map((mark) => ({ start: mark.start - from, end: mark.end - from }));
  });
  return {
    title: marksOf(article, passages, clauses, 'title'),
    body: marksOf(article, passages, clauses, 'body'),
    keywords,
  };
}

/** `_formatted`: the attributes of a document as texts, marked and cropped where that is asked for. */
export function formatted(
  document: Partial<Document>,
  marks: MarkedTexts,
  formatting: Formatting,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => {
      const attribute = name as Attribute;
      const write = (text: string, spans: readonly Span[]): string =>
        written(text, formatting.highlighted.has(attribute) ? spans : [], spans, attribute, formatting);
      if (Array.isArray(value)) {
        const spans = attribute === 'keywords' ? marks.keywords : [];
        return [name, value.map((text, index) => write(text, spans[index] ?? []))];
      }
      if (value === null || value === undefined) return [name, value];
      const spans = attribute === 'title' || attribute === 'body' ? marks[attribute] : [];
      return [name, write(value, spans)];
    }),
  );
}

function written(
  text: string,
  shown: readonly Span[],
  spans: readonly Span[],
  attribute: Attribute,
  { cropped, preTag, postTag, cropMarker }: Formatting,
): string {
  const words = cropped.get(attribute);
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

/** The run of `count` words with the most marks, the first of several; all of the text where it has no more words. */
function cropAround(text: string, marks: readonly Span[], count: number): { start: number; end: number } {
  const words: Span[] = [];
  tokenize(text, (start, end) => words.push({ start, end }));
  if (words.length <= count) return { start: 0, end: text.length };
  let first = 0;
  let most = 0;
  let from = 0;
  let to = 0;
  for (let word = 0; word + count <= words.length; word++) {
    const start = words[word]!.start;
    const end = words[word + count - 1]!.end;
    // Marks are in order, so that the window only ever moves on.
    while (from < marks.length && marks[from]!.start < start) from++;
    while (to < marks.length && marks[to]!.end <= end) to++;
    if (to - from > most) {
      most = to - from;
      first = word;
    }
  }
  // The marks in the middle, as far as there are words on both sides.
  if (most > 0 && first + count < words.length) {
    const inside = marks.filter(
      ({ start, end }) => start >= words[first]!.start && end <= words[first + count - 1]!.end,
    );
    const last = words.findIndex(({ end }) => end >= inside.at(-1)!.end);
    const spare = Math.floor((first + count - 1 - last) / 2);
    first = Math.max(0, first - spare);
  }
  const last = Math.min(words.length, first + count) - 1;
  return {
    start: first === 0 ? 0 : words[first]!.start,
    end: last === words.length - 1 ? text.length : words[last]!.end,
  };
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
