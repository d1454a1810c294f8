/**
 * The best documents by a weighted OR with a minimum share of the weight, see `PartialMatches`. Posting lists are added up
 * term at a time, the clauses of most weight first, with two ways of dynamic pruning (Turtle & Flood 1995, "Query
 * evaluation: strategies and optimizations"): a document that has none of the clauses so far is not begun with if the
 * clauses left weigh too little for the minimum share, or if they cannot lift it above the worst of the best documents. The
 * result is the same as without.
 */
import { FULL_IMPACT } from '../batch/inverter.ts';
import { idf } from '../bm25.ts';
import {
  type CandidateRequest,
  type PartialMatches,
  type PartialWay,
  type WeightedClause,
  waysOf,
} from '../engine.ts';
import { expectedMatches, matchingTerms } from '../expected-matches.ts';
import { PostingReader } from '../storage/posting-pages.ts';
import { type Accumulators, EXCLUDED } from './accumulators.ts';
import type { DocValues } from './doc-values.ts';
import { filterTest } from './document-filter.ts';
import { countFacets } from './facet-counter.ts';
import type { InvertedIndex, PostingList } from './inverted-index.ts';
import { largest } from './largest.ts';
import type { MatchedDocuments } from './matched-documents.ts';

/** Postings of a clause, relative to the documents found so far, from which it pays to count those that are out of reach. */
const PAYING_POSTINGS = 0.25;
/** Puts documents that match all clauses before all others: above any score. */
const FIRST = 1e6;
/** Weights are added in 32-bit floats: what is about the minimum share is enough. */
const TOLERANCE = 1e-5;

/** A clause with the most that it can add to a score. */
interface BoundedClause {
  weight: number;
  terms: { term: string; documents: number; weight: number; similar: boolean; share: number }[];
  bound: number;
  postings: number;
}

export class WeightedOr {
  readonly #docValues: DocValues;
  readonly #index: InvertedIndex;
  readonly #sums: Accumulators;

  constructor(docValues: DocValues, index: InvertedIndex, sums: Accumulators) {
    this.#docValues = docValues;
    this.#index = index;
    this.#sums = sums;
  }

  match(request: CandidateRequest, partial: PartialMatches): MatchedDocuments {
    const { enough } = partial;
    const { few, many } = waysOf(partial);
    this.#sums.makeRoom(this.#docValues.size);
    // Which way comes first is a guess: both count the same documents.
    const first = expectedMatches(partial.clauses, this.#docValues.count) < enough ? few : many;
    const found = this.#matchOneWay(request, partial.clauses, first);
    const way = found.total < enough ? few : many;
    return way === first ? found : this.#matchOneWay(request, partial.clauses, way);
  }

  #matchOneWay(
    request: CandidateRequest,
    clauses: readonly WeightedClause[],
    { share, few }: PartialWay,
  ): MatchedDocuments {
    const { offset, limit, excluded, filter, facets } = request;
    const sums = this.#sums;
    const bounded = this.#bounded(clauses, few);
    const whole = bounded.reduce((sum, { weight }) => sum + weight, 0);
    const least = whole * (share - TOLERANCE);
    const passes = filterTest(this.#docValues, this.#index, filter);
    try {
      for (const term of excluded) for (const list of this.#index.postingLists(term)) this.#exclude(list);
      let weightLeft = whole;
      let boundLeft = bounded.reduce((sum, { bound }) => sum + bound, 0);
      for (const [number, clause] of bounded.entries()) {
        const mayBegin =
          number === 0 || (weightLeft >= least && this.#canReach(boundLeft, clause, least, request));
        this.#addClause(clause, number + 1, mayBegin);
        weightLeft -= clause.weight;
        boundLeft -= clause.bound;
      }
      const eligible = new Uint32Array(sums.touchedCount);
      const matched = new Uint32Array(sums.touchedCount);
      const keys = new Float64Array(sums.touchedCount);
      let [eligibleCount, matchedCount] = [0, 0];
      for (let i = 0; i < sums.touchedCount; i++) {
        const document = sums.touched[i]!;
        if (sums.seen[document] === EXCLUDED) continue;
        const matchesAll = sums.answered[document] === bounded.length;
        if (!matchesAll && sums.held[document]! < least) continue;
        if (passes !== undefined && !passes(document)) continue;
        if (matchesAll) matched[matchedCount++] = document;
        keys[eligibleCount] = sums.scores[document]! + (few && matchesAll ? FIRST : 0);
        eligible[eligibleCount++] = document;
      }
      const places = largest(keys.subarray(0, eligibleCount), eligible, offset + limit);
      return {
        page: places.slice(offset).map((place) => eligible[place]!),
        total: matchedCount,
        facets:
          facets.length === 0 ? {} : countFacets(this.#docValues, matched.subarray(0, matchedCount), request),
      };
    } finally {
      sums.clear();
    }
  }

  /** The clauses of most weight first, each with its terms that documents have. */
  #bounded(clauses: readonly WeightedClause[], few: boolean): BoundedClause[] {
    const all = this.#docValues.count;
    return clauses
      .map(({ weight, terms }) => {
        const used = [...matchingTerms(terms), ...(few ? terms.filter(({ similar }) => similar) : [])]
          .filter(({ documents }) => documents > 0)
          .map(({ term, documents, factor, similar }) => ({
            term,
            documents,
            weight: factor * idf(documents, all),
            similar,
            share: similar ? factor : 1,
          }));
        return {
          weight,
          terms: used,
          bound: Math.max(0, ...used.map((term) => term.weight)),
          postings: used.reduce((sum, term) => sum + term.documents, 0),
        };
      })
      .sort((a, b) => b.weight - a.weight);
  }

  #exclude({ postings, base }: PostingList): void {
    const { seen, touched } = this.#sums;
    const reader = new PostingReader(postings, base);
    while (reader.next()) {
      if (seen[reader.document] === EXCLUDED) continue;
      seen[reader.document] = EXCLUDED;
      touched[this.#sums.touchedCount++] = reader.document;
    }
  }

  /** Whether a new document may still be among the best; `bound`: the highest score that it can get. */
  #canReach(
    bound: number,
    { postings }: BoundedClause,
    least: number,
    { offset, limit, filter }: CandidateRequest,
  ): boolean {
    const { scores, held, seen, touched, touchedCount } = this.#sums;
    // Of documents that the filter may leave out nothing follows.
    if (!('all' in filter) || filter.all.length > 0) return true;
    if (touchedCount < offset + limit || postings < touchedCount * PAYING_POSTINGS) return true;
    let above = 0;
    for (let i = 0; i < touchedCount; i++) {
      const document = touched[i]!;
      if (seen[document] === EXCLUDED || held[document]! < least) continue;
      if (scores[document]! > bound) above++;
    }
    return above < offset + limit;
  }

  #addClause({ weight, terms }: BoundedClause, number: number, mayBegin: boolean): void {
    for (const term of terms)
      for (const list of this.#index.postingLists(term.term))
        this.#addList(list, term.weight / FULL_IMPACT, number, mayBegin, weight * term.share, term.similar);
  }

  #addList(
    { postings, base }: PostingList,
    perImpact: number,
    clause: number,
    mayBegin: boolean,
    held: number,
    similar: boolean,
  ): void {
    const { live } = this.#docValues;
    const sums = this.#sums;
    const { scores, answered, seen, best, touched } = sums;
    let count = sums.touchedCount;
    const reader = new PostingReader(postings, base);
    while (reader.next()) {
      const { document } = reader;
      const last = seen[document]!;
      const score = perImpact * reader.impact;
      if (last === clause) {
        // Another term of the same clause: the better one counts.
        if (score > best[document]!) {
          scores[document]! += score - best[document]!;
          best[document] = score;
        }
        continue;
      }
      if (last === 0) {
        if (!mayBegin || live[document] !== 1) continue;
        touched[count++] = document;
      } else if (last === EXCLUDED) continue;
      seen[document] = clause;
      best[document] = score;
      scores[document]! += score;
      sums.held[document]! += held;
      if (!similar) answered[document]!++;
    }
    sums.touchedCount = count;
  }
}
