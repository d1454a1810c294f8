/** How much of one article is indexed and marked. Pages are scraped: their text is a stranger's, and may be of any size. */

export interface AnalysisLimits {
  /** Longest title, in UTF-16 code units. */
  title: number;
  /** Longest passage, in UTF-16 code units; a longer paragraph is read as several passages. */
  passage: number;
  /** Lines of keywords. */
  keywords: number;
  /** Passages of title, keywords and body together. */
  passages: number;
  /** Words of title, keywords and body together. */
  words: number;
  /** Mentions of entities. */
  mentions: number;
  /** Marks of an article that is shown as a whole. */
  marks: number;
}

/** Parts of an article that may exceed a limit. `fields`: authors, section and further fields. */
export const TRUNCATED_PARTS = ['title', 'keywords', 'body', 'fields', 'mentions'] as const;
export type TruncatedPart = (typeof TRUNCATED_PARTS)[number];

/** Most values of keywords, authors or another field that are counted and filtered by: the first ones. */
export const MAX_VALUES_OF_FIELD = 1000;

/** More than any news article has: 100,000 words are a novel. */
export const ANALYSIS_LIMITS: AnalysisLimits = {
  title: 5_000,
  passage: 50_000,
  keywords: 1_000,
  passages: 10_000,
  words: 100_000,
  mentions: 10_000,
  marks: 10_000,
};

/** No limit may be below, so that ordinary articles are indexed as a whole, or above, so that memory is bounded. */
const LEAST = 10;
const MOST = 5_000_000;

/** As a text, in a fixed order: `title=5000,passage=50000,…`. */
export function limitsText(limits: AnalysisLimits): string {
  return (Object.keys(ANALYSIS_LIMITS) as (keyof AnalysisLimits)[])
    .map((name) => `${name}=${limits[name]}`)
    .join(',');
}

/** Reads `words=500000,passages=50000`; what is not given is as usual. `undefined` if the text is anything else. */
export function readLimits(text: string): AnalysisLimits | undefined {
  const limits = { ...ANALYSIS_LIMITS };
  for (const part of text.split(',')) {
    const [, name = '', digits = ''] = /^\s*([a-z]+)=(\d{1,7})\s*$/.exec(part) ?? [];
    const value = Number(digits);
    if (!Object.hasOwn(limits, name) || value < LEAST || value > MOST) return undefined;
    limits[name as keyof AnalysisLimits] = value;
  }
  return limits;
}
