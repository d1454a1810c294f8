/** Counts the facet values of matching documents, on the doc values in memory. */
import { type CandidateRequest, type Candidates, valueLimit } from '../engine.ts';
import type { DocValues } from './doc-values.ts';

export function countFacets(
  docValues: DocValues,
  matched: Uint32Array,
  request: Pick<CandidateRequest, 'facets' | 'valuesPerFacet'>,
): Candidates['facets'] {
  const { facets } = request;
  if (facets.length === 0) return {};
  const { ordinals, offsets, values, ordinalsOfFacet, alphabeticalRanks } = docValues;
  const counts = new Uint32Array(values.length);
  for (let i = 0; i < matched.length; i++) {
    const document = matched[i]!;
    const end = offsets[document]!;
    for (let at = offsets[document - 1]!; at < end; at++) counts[ordinals[at]!]!++;
  }
  const counted: Candidates['facets'] = {};
  for (const facet of facets) {
    const found = ordinalsOfFacet[facet].filter((label) => counts[label]! > 0);
    const first = mostFrequent(found, counts, alphabeticalRanks).slice(0, valueLimit(request, facet));
    counted[facet] = first.map((label) => ({ value: values[label]!.value, count: counts[label]! }));
  }
  return counted;
}

/** Ordinals by count, the largest first; equal counts in alphabetical order of their values. */
function mostFrequent(ordinals: readonly number[], counts: Uint32Array, ranks: Uint32Array): number[] {
  // Count and rank in one number: sorting numbers needs no comparison function.
  const size = ranks.length;
  const byRank = new Map(ordinals.map((ordinal) => [ranks[ordinal]!, ordinal]));
  const keys = Float64Array.from(
    ordinals,
    (ordinal) => counts[ordinal]! * size + (size - 1 - ranks[ordinal]!),
  );
  return Array.from(keys.sort().reverse(), (key) => byRank.get(size - 1 - (key % size))!);
}
