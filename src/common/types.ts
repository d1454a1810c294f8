/** The nouns every stage shares. Offsets are UTF-16 code units into the stored field they name. */

/** A page, record or feed item as a reader understood it, before it has an identity in the archive. */
export interface Article {
  /** Stable id given by the source; without one the archive derives it from the URL or from title, date and source. */
  id?: string;
  title: string;
  /** Original text. Paragraphs are separated by line feeds. Never altered after reading. */
  body: string;
  url?: string;
  /** Publisher or feed as the page names it. */
  source?: string;
  /** ISO 8601 date (`2023-10-31`) or instant (`2023-10-31T08:00:00Z`), only when it was read without guessing. */
  publishedAt?: string;
  /** The date as it stood on the page, kept also when it could not be read. */
  publishedText?: string;
  keywords: string[];
  /** Articles of one page share this value; they are shown as related. */
  page?: string;
}

/** An article as the archive holds it. */
export interface StoredArticle extends Omit<Article, 'id'> {
  id: string;
  /** 1 for the first version, one more for every change of content. */
  revision: number;
  /** Position of this document's last change in the archive's order of changes. */
  sequence: number;
  /** True for a tombstone: the document was deleted and only its identity is kept. */
  deleted: boolean;
}

/** A record that could not be read, or a part of one that was kept as it stood. */
export interface ReadProblem {
  file: string;
  /** 1-based line where the record starts. */
  line: number;
  /** `skipped`: the record was left out. `kept`: it was read, but this part of it was not understood. */
  effect: 'skipped' | 'kept';
  reason: string;
}

/** What a reader yields: an article, or the reason why there is none. */
export type ReadResult = { article: Article; line: number } | { problem: ReadProblem };

export type Direction = 'rtl' | 'ltr';

/** The searchable fields of an article, in the order in which they are indexed. */
export const FIELDS = ['title', 'keywords', 'body'] as const;
export type Field = (typeof FIELDS)[number];

/** A stretch of one field with a language of its own: a paragraph, a tweet, a title. */
export interface Passage {
  field: Field;
  start: number;
  end: number;
  /** BCP 47 code; `und` where nothing is known. */
  lang: string;
  dir: Direction;
}
