/** The types that every stage shares. Offsets are UTF-16 code units into the stored field they name. */

/** Further values of an article, by name. See `ingest/extra-fields.ts` for the limits. */
export type FieldValue = string | number | (string | number)[];

/** A page, record or feed item as a reader understood it, before it has an identity in the archive. */
export interface Article {
  /** Stable id given by the source. Without one the archive derives it from the URL, else from the content. */
  id?: string;
  title: string;
  /** Original text. Paragraphs are separated by line feeds. Never altered after reading. */
  body: string;
  url?: string;
  /** Publisher or feed as the page names it. */
  source?: string;
  /** ISO 8601 date (`2023-10-31`), or instant with its offset (`2023-10-31T08:00:00+03:00`), only if it was read without guessing. */
  publishedAt?: string;
  /** The date as written, also if it could not be read. */
  publishedText?: string;
  keywords: string[];
  /** Names of the authors, as written. */
  authors?: string[];
  /** Section or category of the publication. */
  section?: string;
  /** URL of the main picture. */
  image?: string;
  /** BCP 47 code, as the source says; passages have languages of their own, which are detected. */
  language?: string;
  /** Further values that the source gives. */
  fields?: Record<string, FieldValue>;
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
  /** True if what is on disk is not what was stored; then `deleted` is true as well, and there is no text. */
  damaged?: true;
}

/** A record that could not be read, or a part of one that was not understood. */
export interface ReadProblem {
  file: string;
  /** 1-based line where the record starts. */
  line: number;
  /** `skipped`: the record was left out. `kept`: the article was read, with this remark. */
  effect: 'skipped' | 'kept';
  reason: string;
}

/** What a reader yields: an article, or a problem. */
export type ReadResult = ReadArticle | { problem: ReadProblem };

export interface ReadArticle {
  article: Article;
  /** 1-based line, or number of the record, where it starts. */
  line: number;
  /** File within an archive; the input file itself if absent. */
  file?: string;
  /** When the page was captured: ISO 8601 instant. Of two captures of one URL the later one is the newer revision. */
  capturedAt?: string;
  /** True if the URL is what the page says of itself, and the page may be wrong. */
  urlClaimed?: boolean;
  /** Names of the record's fields that the article does not have. */
  unused?: readonly string[];
}

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
