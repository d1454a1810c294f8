/** The displayed parts of a score. Pure. */
import type { Explanation } from '../api/types.ts';

/** `(words + proximity + density) × coverage × freshness × brevity × demotion = total`, rounded so that the shown numbers give the shown total. */
export interface ShownScore {
  words: number;
  proximity: number;
  density: number;
  /** Of the words, proximity and density. */
  sum: number;
  coverage: number;
  freshness: number;
  brevity: number;
  demotion: number;
  total: number;
}

/** Digits of the demotion, which may be small. */
export const DEMOTION_DIGITS = 4;

/** The words take up what rounding leaves over: they are the largest part, and a hundredth changes them least. */
export function shownScore({
  total,
  proximity,
  density,
  coverage,
  freshness,
  brevity,
  demotion,
}: Explanation): ShownScore {
  const shown = {
    proximity: rounded(proximity, 2),
    density: rounded(density, 2),
    coverage: rounded(coverage, 2),
    freshness: rounded(freshness, 2),
    brevity: rounded(brevity, 2),
    demotion: rounded(demotion, DEMOTION_DIGITS),
    total: rounded(total, 2),
  };
  const factor = shown.coverage * shown.freshness * shown.brevity * shown.demotion;
  const sum = rounded(factor === 0 ? 0 : shown.total / factor, 2);
  return { ...shown, sum, words: rounded(sum - shown.proximity - shown.density, 2) };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
