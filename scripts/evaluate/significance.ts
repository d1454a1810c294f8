/** Whether one system is better than another on the same queries: the paired bootstrap (Sakai 2006). */
import { mean } from './retrieval.ts';

const RESAMPLES = 10_000;

export interface Difference {
  /** Mean of a - b. */
  mean: number;
  /** The interval that holds 95 % of the means of resampled queries. */
  low: number;
  high: number;
}

/** Compares two systems by their scores of each query, given in the same order. The same scores give the same interval. */
export function pairedBootstrap(a: readonly number[], b: readonly number[]): Difference {
  const differences = a.map((score, query) => score - b[query]!);
  const random = mulberry32(differences.length);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let n = 0; n < differences.length; n++)
      sum += differences[Math.floor(random() * differences.length)]!;
    return sum / Math.max(1, differences.length);
  }).sort();
  return {
    mean: mean(differences),
    low: means[Math.floor(RESAMPLES * 0.025)]!,
    high: means[Math.floor(RESAMPLES * 0.975)]!,
  };
}

/** A small seeded generator of numbers in [0, 1), so that figures can be reproduced. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
