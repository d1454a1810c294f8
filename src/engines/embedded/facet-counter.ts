/** Counts the facet values of matching documents, on the doc values in memory. */
import { type CandidateRequest, type Candidates, valueLimit } from '../engine.ts';
import type { Facet } from '../facets.ts';
import { Best } from './best.ts';
import type { DocValues } from './doc-values.ts';
import type { FacetColumn } from './facet-column.ts';

type FacetRequest = Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>;

export class FacetCounter {
  readonly #facets: readonly { facet: Facet; column: FacetColumn; counts: Uint32Array; most: number }[];

  constructor({ columns }: Pick<DocValues, 'columns'>, request: FacetRequest) {
    this.#facets = request.facets.map((facet) => {
      const column = columns[facet];
      return { facet, column, counts: column.counts(), most: valueLimit(request, facet) };
    });
  }

  /** Counts the values of the documents. */
  add(documents: Uint32Array): void {
    for (const { column, counts } of this.#facets) column.count(documents, counts);
  }

  /** The most frequent values of each facet; those of equal counts in alphabetical order. */
  counted(): Candidates['facets'] {
    const counted: Candidates['facets'] = {};
    for (const { facet, column, counts, most } of this.#facets)
      counted[facet] = mostFrequent(column, column.byValue(counts), most);
    return counted;
  }
}

function mostFrequent(
  { values, ranks }: FacetColumn,
  counts: Uint32Array,
  most: number,
): { value: string; count: number }[] {
  const best = new Best(most);
  // Count and rank in one number.
  const size = ranks.length;
  let { least } = best;
  for (let number = 0; number < size; number++) {
    const count = counts[number]!;
    if (count === 0) continue;
    const key = count * size + (size - 1 - ranks[number]!);
    if (key <= least) continue;
    best.offer(key, number);
    ({ least } = best);
  }
  return best.take().map((number) => ({ value: values[number]!, count: counts[number]! }));
}
