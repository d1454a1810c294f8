/**
 * The ranker. It orders the candidates of every engine by their forward index.
 *
 * The score of a clause is BM25F (Robertson & Zaragoza 2009) over title, keywords and body, summed over the forms
 * exact, folded, stem and root, each with its own document frequency: finer forms are rarer and so add more. If the
 * mention of an entity, a name in another script, a completion or a correction scores more, its score counts instead.
 * Clauses close together, a window with many of them, the share of clauses found, and a recent date raise the score.
 */

import { FORMS } from '../../analysis/language.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import { idf, lengthNorm, saturated } from '../../engines/bm25.ts';
import type { Candidate, Statistics } from '../../engines/engine.ts';
import { isTermAlternative, type QueryClause } from '../query/query.ts';
import { FORM_COUNT, MATCH_KIND_COUNT, MATCH_KINDS, type MatchKind } from './match-kinds.ts';
import { FIELD_COUNT, type Matches, MatchScanner, matchKindsOf, NOTHING, SIMILAR } from './matches.ts';

/** Weights of the ranker. All were tuned with `npm run evaluate` on the sets named in docs/relevance.md. */
export interface RankOptions {
  /** Weight of each match kind in the score of a clause. Range 0-1. The four forms are added up; of the others the best counts. */
  matchKinds: Readonly<Record<MatchKind, number>>;
  /** Weight of a word in title, keywords, body. The body is the measure: 1. */
  fields: readonly [title: number, keywords: number, body: number];
  /** BM25 b of each field: 0 ignores the length of a text, 1 divides by it. */
  lengthNormalisation: readonly [title: number, keywords: number, body: number];
  /** Least length of a field for that, relative to the mean: one sentence is no better an article than a paragraph. Range 0-0.5. */
  leastLength: number;
  /** BM25 k1: how soon further occurrences stop to count. Range 0.5-2. */
  saturation: number;
  /** What a pair of adjacent clauses adds, as a share of its weight. 0 switches it off. */
  proximity: number;
  /** What the best window adds, as a share of the weight of its clauses. 0 switches it off. */
  density: number;
  /** Words of a window, about as many as a paragraph has. Range 10-100. */
  windowWords: number;
  /** Exponent of the share of the query's weight that a document has. 0 switches it off. */
  coverage: number;
  /** Weight of a stop word beside other words. Range 0-1. */
  optional: number;
  /** What an article of today gets more than a very old one, as a share of its score. 0 switches it off. */
  freshness: number;
  /** Days after which half of the freshness is gone. */
  freshnessHalfLifeDays: number;
  /** Exponent of the length of an article, relative to the mean: of two that say as much, the shorter one is about it. Range 0-0.15. 0 switches it off. */
  brevity: number;
}

export const RANK_OPTIONS: RankOptions = {
  matchKinds: {
    exact: 0.4,
    folded: 0.5,
    stem: 1,
    root: 0.3,
    synonym: 0.8,
    completion: 0.6,
    correction: 0.5,
    derived: 0.5,
    name: 0.5,
    entity: 0.9,
    term: 0.6,
    translation: 0.6,
    guess: 0.3,
  },
  fields: [2, 1.2, 1],
  lengthNormalisation: [0.3, 0.3, 1],
  leastLength: 0.15,
  saturation: 1,
  proximity: 0.5,
  density: 0.6,
  windowWords: 60,
  coverage: 0.3,
  optional: 0.3,
  freshness: 0.05,
  freshnessHalfLifeDays: 365,
  brevity: 0.05,
};

/** The parts of a score: total = (sum of clauses + proximity + density) * coverage * freshness * brevity * demotion. */
export interface Score {
  total: number;
  /** BM25F of each clause, in query order. */
  clauses: number[];
  /** For pairs of clauses that are close together. */
  proximity: number;
  /** For the window with most of the query. */
  density: number;
  /** Factor from 0 to 1 for the share of the query that the document has. */
  coverage: number;
  /** Factor of 1 or more for a recent date. */
  freshness: number;
  /** Factor above 1 for an article shorter than the mean, below 1 for a longer one. */
  brevity: number;
  /** Factor below 1 that puts documents which only have similar words after all others; else 1. */
  demotion: number;
  /** From 0 to 1: what the meaning of the document counted, where meaning is searched. `total` is of both then. */
  meaning?: number;
}

export interface Ranked {
  id: string;
  forwardIndex: ForwardIndex;
  publishedAt?: number;
  score: Score;
  /** Numbers of the clauses that nothing in the document answers, and of those that only a similar word does. */
  missing: readonly number[];
  similar: readonly number[];
}

/** Largest distance at which a pair of clauses adds to the score. */
const PROXIMITY_WORDS = 24;
const SECONDS_PER_DAY = 86_400;
const STEM = FORMS.indexOf('stem');
const NONE: readonly number[] = [];

export class Ranker {
  readonly #clauses: readonly QueryClause[];
  /** Numbers of the clauses that a match must answer. */
  readonly #required: readonly number[];
  readonly #statistics: Statistics;
  readonly #options: RankOptions;
  readonly #now: number;
  readonly #scanner: MatchScanner;
  /**
   * What a saturated count of match kind k scores for clause c, at c * MATCH_KIND_COUNT + k: `TermAlternative.share`, weight of
   * the kind and inverse document frequency.
   */
  readonly #factors: Float64Array;
  /** Weight of each clause for coverage and proximity. */
  readonly #weights: Float64Array;
  /** The match kinds that can answer each clause, the forms among them. */
  readonly #kinds: readonly number[][];
  /** Of a whole document. */
  readonly #meanLength: number;
  /** Length norm of each field of the document at hand. */
  readonly #norms = new Float64Array(FIELD_COUNT);

  /** `now` in seconds since 1970. `room`: see `WordMarks`. */
  constructor(
    clauses: readonly QueryClause[],
    statistics: Statistics,
    frequencies: ReadonlyMap<number, number>,
    now: number,
    options: RankOptions = RANK_OPTIONS,
    room?: Uint16Array,
  ) {
    this.#clauses = clauses;
    this.#required = clauses.flatMap(({ optional }, number) => (optional ? [] : [number]));
    this.#statistics = statistics;
    this.#options = options;
    this.#now = now;
    this.#factors = new Float64Array(clauses.length * MATCH_KIND_COUNT);
    this.#weights = new Float64Array(clauses.length);
    this.#meanLength = Math.max(1, total(statistics.meanLengths));
    clauses.forEach((clause, i) => {
      const most = new Float64Array(MATCH_KIND_COUNT);
      const shares = new Float64Array(MATCH_KIND_COUNT).fill(1);
      for (const [hash, kind] of matchKindsOf(clause)) {
        most[kind] = Math.max(most[kind]!, frequencies.get(hash) ?? 0);
      }
      for (const { kind: name, sequence, share } of clause.alternatives.filter(isTermAlternative)) {
        const kind = MATCH_KINDS.indexOf(name);
        // At most as many documents as have the rarest word.
        const documents = sequence.map(({ hashes }) => frequencies.get(hashes[STEM]!) ?? 0);
        most[kind] = Math.max(most[kind]!, Math.min(...documents));
        shares[kind] = share;
      }
      let widest = 0;
      for (let kind = 0; kind < MATCH_KIND_COUNT; kind++) {
        // Documents with a finer form have the coarser ones too.
        if (kind < FORM_COUNT) widest = Math.max(widest, most[kind]!);
        const rarity = idf(kind < FORM_COUNT ? widest : most[kind]!, statistics.documents);
        this.#factors[i * MATCH_KIND_COUNT + kind] =
          shares[kind]! * options.matchKinds[MATCH_KINDS[kind]!] * rarity;
        if (kind === STEM) this.#weights[i] = rarity * (clause.optional ? options.optional : 1);
      }
    });
    this.#kinds = clauses.map((clause) => kindsOf(clause));
    this.#scanner = new MatchScanner(clauses, this.#weights, options.windowWords, room);
  }

  /** The candidates, the best first; equal scores by date, newer first, then by id. */
  rank(candidates: readonly Candidate[]): Ranked[] {
    const ranked = candidates.map(({ id, forwardIndex, publishedAt }) => {
      const { score, missing, similar } = this.assess(forwardIndex, publishedAt);
      const one: Ranked = { id, forwardIndex, score, missing, similar };
      if (publishedAt !== undefined) one.publishedAt = publishedAt;
      return one;
    });
    return ranked.sort(byScore);
  }

  /** The score of a document, and the clauses that it does not answer. */
  assess(forwardIndex: ForwardIndex, publishedAt?: number): Pick<Ranked, 'score' | 'missing' | 'similar'> {
    const matches = this.#scanner.scan(forwardIndex);
    const { answered } = matches;
    return {
      score: this.#score(matches, forwardIndex, publishedAt),
      missing: this.#requiredThatAre(NOTHING, answered),
      similar: this.#requiredThatAre(SIMILAR, answered),
    };
  }

  /** The clauses that a match must answer and that are answered in a way: mostly none. */
  #requiredThatAre(how: number, answered: Uint8Array): readonly number[] {
    let clauses: number[] | undefined;
    for (const clause of this.#required) {
      if (answered[clause] !== how) continue;
      if (clauses === undefined) clauses = [clause];
      else clauses.push(clause);
    }
    return clauses ?? NONE;
  }

  #score(
    { counts, nearest, bestWindow }: Matches,
    forwardIndex: ForwardIndex,
    publishedAt: number | undefined,
  ): Score {
    this.#measure(forwardIndex);
    const clauses: number[] = [];
    let found = 0;
    let all = 0;
    let sum = 0;
    for (let clause = 0; clause < this.#clauses.length; clause++) {
      const score = this.#scoreClause(clause, counts);
      const weight = this.#weights[clause]!;
      clauses.push(score);
      sum += score;
      all += weight;
      if (score > 0) found += weight;
    }
    const coverage = all === 0 ? 1 : (found / all) ** this.#options.coverage;
    const proximity = this.#proximity(nearest);
    const density = this.#options.density * bestWindow;
    const freshness = this.#freshness(publishedAt);
    const brevity = this.#brevity(forwardIndex);
    return {
      total: (sum + proximity + density) * coverage * freshness * brevity,
      clauses,
      proximity,
      density,
      coverage,
      freshness,
      brevity,
      demotion: 1,
    };
  }

  #scoreClause(clause: number, counts: Float64Array): number {
    const { saturation, optional } = this.#options;
    let forms = 0;
    let other = 0;
    let frequency = 0;
    for (const kind of this.#kinds[clause]!) {
      const packed = clause * MATCH_KIND_COUNT + kind;
      const here = this.#weightedCount(packed, counts);
      // What occurs in a finer form occurs in the coarser ones too.
      frequency = kind < FORM_COUNT ? frequency + here : here;
      if (frequency === 0) continue;
      const score = this.#factors[packed]! * saturated(frequency, saturation);
      if (kind < FORM_COUNT) forms += score;
      else other = Math.max(other, score);
    }
    return Math.max(forms, other) * (this.#clauses[clause]!.optional ? optional : 1);
  }

  #weightedCount(packed: number, counts: Float64Array): number {
    let sum = 0;
    for (let field = 0; field < FIELD_COUNT; field++) {
      const count = counts[packed * FIELD_COUNT + field]!;
      if (count > 0) sum += (this.#options.fields[field]! * count) / this.#norms[field]!;
    }
    return sum;
  }

  #measure({ lengths }: ForwardIndex): void {
    const { lengthNormalisation, leastLength } = this.#options;
    for (let field = 0; field < FIELD_COUNT; field++) {
      const mean = Math.max(1, this.#statistics.meanLengths[field]!);
      const relative = Math.max(leastLength, lengths[field]! / mean);
      this.#norms[field] = lengthNorm(relative, lengthNormalisation[field]!);
    }
  }

  #proximity(nearest: Float64Array): number {
    const size = this.#clauses.length;
    let sum = 0;
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        const distance = nearest[a * size + b]!;
        if (distance > PROXIMITY_WORDS) continue;
        const weight = Math.min(this.#weights[a]!, this.#weights[b]!);
        sum += weight / (distance * (b - a));
      }
    }
    return this.#options.proximity * sum;
  }

  #brevity({ lengths }: ForwardIndex): number {
    const { brevity, leastLength } = this.#options;
    return Math.max(leastLength, total(lengths) / this.#meanLength) ** -brevity;
  }

  #freshness(publishedAt: number | undefined): number {
    if (publishedAt === undefined) return 1;
    const days = Math.max(0, this.#now - publishedAt) / SECONDS_PER_DAY;
    return 1 + this.#options.freshness * 0.5 ** (days / this.#options.freshnessHalfLifeDays);
  }
}

/** The match kinds that can answer a clause, and all forms: what is found in one form is in the coarser ones too. */
function kindsOf(clause: QueryClause): number[] {
  const forms = FORMS.map((_, form) => form);
  const terms = clause.alternatives.filter(isTermAlternative).map(({ kind }) => MATCH_KINDS.indexOf(kind));
  return [...new Set([...forms, ...matchKindsOf(clause).values(), ...terms])].sort((a, b) => a - b);
}

const total = (lengths: ForwardIndex['lengths']): number => lengths[0] + lengths[1] + lengths[2];

/** Best first; equal scores by date, newer first and the undated last, then by id. */
function byScore(a: Ranked, b: Ranked): number {
  const [dateA, dateB] = [
    a.publishedAt ?? Number.NEGATIVE_INFINITY,
    b.publishedAt ?? Number.NEGATIVE_INFINITY,
  ];
  if (a.score.total !== b.score.total) return b.score.total - a.score.total;
  if (dateA !== dateB) return dateB - dateA;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
