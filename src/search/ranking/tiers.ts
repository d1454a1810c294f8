/** Puts documents that have nothing of a query but similar words after all others, and says so in their scores. */
import type { Ranked } from './ranker.ts';

/** Ratio of the best score of the lower tier to the worst of the upper one. */
const GAP = 0.99;

/**
 * `ranked` with the documents of the lower tier last. Their scores are multiplied by one factor, so that the scores of
 * all are in order. `isLower` tells the lower tier.
 */
export function inTiers(ranked: readonly Ranked[], isLower: (document: Ranked) => boolean): Ranked[] {
  const upper = ranked.filter((document) => !isLower(document));
  const lower = ranked.filter(isLower);
  const [worst, best] = [upper.at(-1)?.score.total ?? Number.POSITIVE_INFINITY, lower[0]?.score.total ?? 0];
  if (best < worst) return [...upper, ...lower];
  const demotion = (worst / best) * GAP;
  return [
    ...upper,
    ...lower.map((document) => ({
      ...document,
      score: { ...document.score, total: document.score.total * demotion, demotion },
    })),
  ];
}
