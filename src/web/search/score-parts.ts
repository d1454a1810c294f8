/** The parts of a score as they are shown. Pure. */
import type { Explanation } from '../api/types.ts';

/** `(words + proximity + density) × coverage × freshness = total`, rounded so that the shown numbers give the shown total. */
export interface ShownScore {
  words: number;
  proximity: number;
  density: number;
  coverage: number;
  freshness: number;
  total: number;
}

/** The words take up what rounding leaves over: they are the largest part, and a hundredth changes them least. */
export function shownScore({ total, proximity, density, coverage, freshness }: Explanation): ShownScore {
  const shown = {
    proximity: rounded(proximity, 2),
    density: rounded(density, 2),
    coverage: rounded(coverage, 2),
    freshness: rounded(freshness, 2),
    total: rounded(total, 2),
  };
  const factor = shown.coverage * shown.freshness;
  const sum = factor === 0 ? 0 : shown.total / factor;
  return { ...shown, words: rounded(sum - shown.proximity - shown.density, 2) };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
