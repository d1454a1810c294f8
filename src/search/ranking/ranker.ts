/**
 * The one ranker. It orders the candidates of any engine by their forward index.
 *
 * For every clause of the query: BM25F (Robertson & Zaragoza 2009) over title, keywords and body, summed over the
 * forms exact, folded, stem and root, each with its own document frequency; a rarer, finer form says more. An
 * entity's mention, a name in another script, a completion or a correction counts where the word itself says less. On
 * top: how many of the clauses are there, how close together they stand, and a mild preference for what is new.
 */

import { ForwardIndex } from '../../document/forward-index.ts';
import { idf, lengthNorm, saturated } from '../../engines/bm25.ts';
import type { Candidate, Statistics } from '../../engines/engine.ts';
import type { QueryClause } from '../query/query.ts';
import {
  FIELD_COUNT,
  FORM_COUNT,
  MATCH_KIND_COUNT,
  MATCH_KINDS,
  type MatchKind,
  MatchScanner,
  matchKindsOf,
} from './matches.ts';

/** Weights of the ranker. All were set with `npm run evaluate` on the sets named in docs/relevance.md. */
export interface RankOptions {
  /** Share of each level in the score of an clause. Range 0-1. The four forms are added up; of the rest the best counts. */
  levels: Readonly<Record<MatchKind, number>>;
  /** Weight of a word in title, keywords, body. The body is the measure: 1. */
  fields: readonly [title: number, keywords: number, body: number];
  /** BM25 b of each field: 0 ignores the length of a text, 1 divides by it. */
  lengthNormalisation: readonly [title: number, keywords: number, body: number];
  /** BM25 k1: how soon further occurrences stop to count. Range 0.5-2. */
  saturation: number;
  /** What pairs of clauses that stand close together add, as a share of their weight. 0 switches it off. */
  proximity: number;
  /** What the stretch of `reach` words with most of the query adds, as a share of the weight it holds. 0 switches it off. */
  density: number;
  /** Words of such a stretch: about a clause. Range 5-50. */
  reach: number;
  /** What a document with every clause gets over one with half their weight: exponent of the share that is there. */
  coverage: number;
  /** Weight of a stop word beside topic words. Range 0-1. */
  optional: number;
  /** What an article of today gets over a very old one, as a share of its score. 0 switches it off. */
  freshness: number;
  /** Days after which half of the freshness is gone. */
  freshnessHalfLife: number;
}

export const RANK_OPTIONS: RankOptions = {
  levels: {
    exact: 0.4,
    folded: 0.5,
    stem: 1,
    root: 0.3,
    completion: 0.6,
    correction: 0.5,
    name: 0.5,
    entity: 0.9,
    likely: 0.3,
  },
  fields: [2, 1.2, 1],
  lengthNormalisation: [0.3, 0.3, 0.75],
  saturation: 1,
  proximity: 0.5,
  density: 0.3,
  reach: 14,
  coverage: 0.4,
  optional: 0.3,
  freshness: 0.05,
  freshnessHalfLife: 365,
};

/** The parts of a score; `total` is what hits are ordered by. */
export interface Score {
  total: number;
  /** BM25F of each clause, in query order. */
  clauses: number[];
  /** For pairs of clauses that stand close together. */
  proximity: number;
  /** For the stretch of text that holds most of the query. */
  density: number;
  /** Factor from 0 to 1 for the clauses that are there. */
  coverage: number;
  /** Factor from 1 up. */
  freshness: number;
}

export interface Ranked {
  id: string;
  forwardIndex: Uint8Array;
  score: Score;
}

/** Words further apart than this say nothing about each other. */
const NEAR = 24;
const DAY = 86_400;

export class Ranker {
  readonly #clauses: readonly QueryClause[];
  readonly #statistics: Statistics;
  readonly #options: RankOptions;
  readonly #now: number;
  readonly #scanner: MatchScanner;
  /** Inverse document frequency of clause i at level l at i * LEVEL_COUNT + l. */
  readonly #rarity: Float64Array;
  /** Weight of each clause for coverage and proximity. */
  readonly #weights: Float64Array;

  /** `now` in seconds since 1970. */
  constructor(
    clauses: readonly QueryClause[],
    statistics: Statistics,
    frequencies: ReadonlyMap<number, number>,
    now: number,
    options: RankOptions = RANK_OPTIONS,
  ) {
    this.#clauses = clauses;
    this.#statistics = statistics;
    this.#options = options;
    this.#now = now;
    this.#rarity = new Float64Array(clauses.length * MATCH_KIND_COUNT);
    this.#weights = new Float64Array(clauses.length);
    clauses.forEach((clause, i) => {
      const most = new Float64Array(MATCH_KIND_COUNT);
      for (const [key, level] of matchKindsOf(clause)) {
        most[level] = Math.max(most[level]!, frequencies.get(key) ?? 0);
      }
      let widest = 0;
      for (let level = 0; level < MATCH_KIND_COUNT; level++) {
        // A coarser form cannot be rarer than a finer one: it takes the finer one's documents in.
        if (level < FORM_COUNT) widest = Math.max(widest, most[level]!);
        const documents = level < FORM_COUNT ? widest : most[level]!;
        this.#rarity[i * MATCH_KIND_COUNT + level] = idf(documents, statistics.documents);
      }
      const stem = this.#rarity[i * MATCH_KIND_COUNT + MATCH_KINDS.indexOf('stem')]!;
      this.#weights[i] = stem * (clause.optional ? options.optional : 1);
    });
    this.#scanner = new MatchScanner(clauses, this.#weights, options.reach);
  }

  /** The candidates, the best first; equal scores: newer first, then by id. */
  rank(candidates: readonly Candidate[]): Ranked[] {
    const ranked: (Ranked & { publishedAt: number })[] = [];
    for (const { id, forwardIndex: bytes, publishedAt } of candidates) {
      const forwardIndex = new ForwardIndex(bytes);
      ranked.push({
        id,
        forwardIndex: bytes,
        score: this.score(forwardIndex, publishedAt),
        publishedAt: publishedAt ?? Number.NEGATIVE_INFINITY,
      });
    }
    return ranked.sort(
      (a, b) =>
        b.score.total - a.score.total ||
        b.publishedAt - a.publishedAt ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
  }

  score(forwardIndex: ForwardIndex, publishedAt?: number): Score {
    const { counts, nearest, bestWindow } = this.#scanner.scan(forwardIndex);
    const clauses = this.#clauses.map((_, i) => this.#scoreIdea(i, counts, forwardIndex));
    let there = 0;
    let all = 0;
    this.#weights.forEach((weight, i) => {
      all += weight;
      if (clauses[i]! > 0) there += weight;
    });
    const coverage = all === 0 ? 1 : (there / all) ** this.#options.coverage;
    const proximity = this.#proximity(nearest);
    const density = this.#options.density * bestWindow;
    const freshness = this.#freshness(publishedAt);
    const sum = clauses.reduce((total, score) => total + score, 0);
    return {
      total: (sum + proximity + density) * coverage * freshness,
      clauses,
      proximity,
      density,
      coverage,
      freshness,
    };
  }

  #scoreIdea(clause: number, counts: Float64Array, { lengths }: ForwardIndex): number {
    const { levels, saturation, optional } = this.#options;
    let forms = 0;
    let other = 0;
    let frequency = 0;
    for (let level = 0; level < MATCH_KIND_COUNT; level++) {
      const packed = clause * MATCH_KIND_COUNT + level;
      const here = this.#weightedCount(packed, counts, lengths);
      // Forms take the finer ones in: what occurs exactly also occurs as a stem.
      frequency = level < FORM_COUNT ? frequency + here : here;
      if (frequency === 0) continue;
      const score = levels[MATCH_KINDS[level]!] * this.#rarity[packed]! * saturated(frequency, saturation);
      if (level < FORM_COUNT) forms += score;
      else other = Math.max(other, score);
    }
    return Math.max(forms, other) * (this.#clauses[clause]!.optional ? optional : 1);
  }

  #weightedCount(packed: number, counts: Float64Array, lengths: ForwardIndex['lengths']): number {
    const { fields, lengthNormalisation } = this.#options;
    let sum = 0;
    for (let field = 0; field < FIELD_COUNT; field++) {
      const count = counts[packed * FIELD_COUNT + field]!;
      if (count === 0) continue;
      const relative = lengths[field]! / Math.max(1, this.#statistics.meanLengths[field]!);
      sum += (fields[field]! * count) / lengthNorm(relative, lengthNormalisation[field]!);
    }
    return sum;
  }

  #proximity(nearest: Float64Array): number {
    const size = this.#clauses.length;
    let sum = 0;
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        const way = nearest[a * size + b]!;
        if (way > NEAR) continue;
        const weight = Math.min(this.#weights[a]!, this.#weights[b]!);
        sum += weight / (way * (b - a));
      }
    }
    return this.#options.proximity * sum;
  }

  #freshness(publishedAt: number | undefined): number {
    if (publishedAt === undefined) return 1;
    const days = Math.max(0, this.#now - publishedAt) / DAY;
    return 1 + this.#options.freshness * 0.5 ** (days / this.#options.freshnessHalfLife);
  }
}
