/** Counts the facet values of matching documents, on the doc values in memory. */
import { type CandidateRequest, type Candidates, valueLimit } from '../engine.ts';
import type { Facet } from '../facets.ts';
import { Best } from './best.ts';
import type { DocValues } from './doc-values.ts';

type FacetRequest = Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>;

export class FacetCounter {
  readonly #docValues: DocValues;
  readonly #request: FacetRequest;
  /** By ordinal. */
  readonly #counts: Uint32Array;

  constructor(docValues: DocValues, request: FacetRequest) {
    this.#docValues = docValues;
    this.#request = request;
    this.#counts = new Uint32Array(request.facets.length === 0 ? 0 : docValues.values.length);
  }

  /** Counts the values of the documents. */
  add(documents: Uint32Array): void {
    const counts = this.#counts;
    if (counts.length === 0) return;
    const { ordinals, offsets } = this.#docValues;
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i]!;
      const end = offsets[document]!;
      for (let at = offsets[document - 1]!; at < end; at++) counts[ordinals[at]!]!++;
    }
  }

  /** The most frequent values of each facet; those of equal counts in alphabetical order. */
  counted(): Candidates['facets'] {
    const counted: Candidates['facets'] = {};
    for (const facet of this.#request.facets) counted[facet] = this.#mostFrequent(facet);
    return counted;
  }

  #mostFrequent(facet: Facet): { value: string; count: number }[] {
    const { values, ordinalsOfFacet, alphabeticalRanks: ranks } = this.#docValues;
    const counts = this.#counts;
    const best = new Best(valueLimit(this.#request, facet));
    // Count and rank in one number.
    const size = ranks.length;
    let least = best.least;
    for (const ordinal of ordinalsOfFacet[facet]) {
      const count = counts[ordinal]!;
      if (count === 0) continue;
      const key = count * size + (size - 1 - ranks[ordinal]!);
      if (key <= least) continue;
      best.offer(key, ordinal);
      least = best.least;
    }
    return best.take().map((ordinal) => ({ value: values[ordinal]!.value, count: counts[ordinal]! }));
  }
}
