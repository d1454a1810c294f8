/**
 * BM25 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond"): shared by the ranker and the
 * impacts of the embedded engine.
 */

/** k1 and b of the impacts, the values of FTS5 and Lucene. The ranker has its own, see `RANK_OPTIONS`. */
export const K1 = 1.2;
export const B = 0.75;

/**
 * Inverse document frequency in Lucene's form, which is never negative.
 * @param documents number of documents that have the term
 * @param all number of documents of the index
 */
export function idf(documents: number, all: number): number {
  return Math.log(1 + Math.max(0, all - documents + 0.5) / (documents + 0.5));
}

/** The divisor of frequencies in a text: `length` is relative to the mean; `b` from 0 (ignores length) to 1. */
export function lengthNorm(length: number, b: number): number {
  return 1 - b + b * length;
}

/** The part of BM25 that grows with the frequency of a term: from 0 towards k1 + 1. */
export function saturated(frequency: number, k1: number): number {
  return (frequency * (k1 + 1)) / (frequency + k1);
}
