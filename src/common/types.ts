/** Types that all stages share. Offsets are UTF-16 code units into the stored field that they name. */

/** A page, record or feed item as a reader returns it, before the archive gives it an identity. */
export interface Article {
  /** Stable id from the source; without one, the archive derives it from the URL, or from title, date and source. */
  id?: string;
  title: string;
  /** Original text, never altered after reading. Line feeds separate paragraphs. */
  body: string;
  url?: string;
  /** Publisher or feed, as the page names it. */
  source?: string;
  /** ISO 8601 date (`2023-10-31`), or instant with its offset (`2023-10-31T08:00:00+03:00`), if it could be read without guessing. */
  publishedAt?: string;
  /** The date as written on the page, kept even if it could not be read. */
  publishedText?: string;
  keywords: string[];
  /** Articles of the same page share this value and are shown as related. */
  page?: string;
}

/** An article as the archive holds it. */
export interface StoredArticle extends Omit<Article, 'id'> {
  id: string;
  /** 1 for the first version; each change of content adds one. */
  revision: number;
  /** Position of the document's last change in the archive's sequence of changes. */
  sequence: number;
  /** True for a tombstone: the document was deleted, only its identity is kept. */
  deleted: boolean;
}

/** A record that could not be read, or a part of a record that was not understood. */
export interface ReadProblem {
  file: string;
  /** 1-based line where the record starts. */
  line: number;
  /** `skipped`: the record was left out. `kept`: it was read, except for this part. */
  effect: 'skipped' | 'kept';
  reason: string;
}

/** What a reader yields: an article, or why there is none. */
export type ReadResult = { article: Article; line: number } | { problem: ReadProblem };

export type Direction = 'rtl' | 'ltr';

/** The searchable fields of an article, in indexing order. */
export const FIELDS = ['title', 'keywords', 'body'] as const;
export type Field = (typeof FIELDS)[number];

/** A part of one field with its own language: a paragraph, a tweet, a title. */
export interface Passage {
  field: Field;
  start: number;
  end: number;
  /** BCP 47 code; `und` if unknown. */
  lang: string;
  dir: Direction;
}
