/** How strongly two things that documents have or lack belong together. Pure. */

/**
 * Normalised pointwise mutual information of two things, from -1 to 1: ln(p(a,b) / (p(a) p(b))) / -ln p(a,b).
 * 1: each occurs only with the other; 0: as often together as by chance; -1: never together. `null` if every document has
 * both. G. Bouma: Normalized (Pointwise) Mutual Information in Collocation Extraction, GSCL 2009.
 * `both`, `a`, `b`: documents that have both, the one, the other; `all`: documents.
 */
export function normalisedPmi(both: number, a: number, b: number, all: number): number | null {
  if (both === 0) return -1;
  if (both >= all) return null;
  const value = Math.log((both * all) / (a * b)) / -Math.log(both / all);
  return Math.min(1, Math.max(-1, value));
}
