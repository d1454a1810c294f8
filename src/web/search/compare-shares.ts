/** The numbers of a comparison. Pure. */
import type { CompareAnswer } from '../api/types.ts';

/** For each value the count of each query, or its share of all articles with the value, from 0 to 1. */
export function sharesOf({ values }: CompareAnswer, share: boolean): number[][] {
  return values.map(({ all, counts }) =>
    counts.map((count) => (share ? (all === 0 ? 0 : count / all) : count)),
  );
}
