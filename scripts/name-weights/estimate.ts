/** Weights of the recogniser: maximum likelihood with an L2 penalty by Adam (Kingma & Ba 2015), all sentences in each round. */
import { emissions, LABEL_COUNT, mayFollow, sums, type Weights } from '../../src/entities/recogniser/crf.ts';
import { FEATURES } from '../../src/entities/recogniser/features.ts';

export interface Labelled {
  /** Features of each word. */
  words: readonly (readonly number[])[];
  labels: Int8Array;
}

const ROUNDS = 150;
const RATE = 0.1;
/** Share of the rounds after which the rate is lower, and how much. */
const LATE = 0.7;
const LATE_RATE = 0.3;
const PAIRS = LABEL_COUNT * LABEL_COUNT;

/** `penalty`: how strongly weights are drawn to 0. */
export function estimate(from: readonly Labelled[], penalty: number): Weights {
  const places = new Map<number, number>();
  for (const { words } of from)
    for (const some of words) for (const one of some) if (!places.has(one)) places.set(one, places.size);
  const words = from.map((sentence) => sentence.words.map((some) => some.map((one) => places.get(one)!)));
  const size = places.size * LABEL_COUNT;
  const weights: Weights = { features: new Float32Array(size), transitions: new Float32Array(PAIRS) };
  const [mean, square] = [new Float64Array(size + PAIRS), new Float64Array(size + PAIRS)];
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = new Float64Array(size + PAIRS);
    for (const [n, { labels }] of from.entries()) addGradient(gradient, words[n]!, labels, weights, size);
    const rate = RATE * (round < ROUNDS * LATE ? 1 : LATE_RATE);
    for (let n = 0; n < gradient.length; n++) {
      const [list, at] = n < size ? [weights.features, n] : [weights.transitions, n - size];
      const slope = gradient[n]! + penalty * list[at]!;
      mean[n] = 0.9 * mean[n]! + 0.1 * slope;
      square[n] = 0.99 * square[n]! + 0.01 * slope * slope;
      list[at]! -=
        (rate * (mean[n]! / (1 - 0.9 ** round))) / (Math.sqrt(square[n]! / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  const features = new Float32Array(FEATURES * LABEL_COUNT);
  for (const [feature, place] of places)
    features.set(
      weights.features.subarray(place * LABEL_COUNT, (place + 1) * LABEL_COUNT),
      feature * LABEL_COUNT,
    );
  return { features, transitions: weights.transitions };
}

/** Adds expected minus observed counts of one sentence; those of transitions are at `transitionsAt`. */
function addGradient(
  gradient: Float64Array,
  words: readonly (readonly number[])[],
  labels: Int8Array,
  weights: Weights,
  transitionsAt: number,
): void {
  if (words.length === 0) return;
  const scores = emissions(words, weights);
  const { forward, backward, total } = sums(scores, weights);
  for (let at = 0; at < words.length; at++) {
    for (let label = 0; label < LABEL_COUNT; label++) {
      const place = at * LABEL_COUNT + label;
      const over = Math.exp(forward[place]! + backward[place]! - total) - (labels[at] === label ? 1 : 0);
      if (Math.abs(over) > 1e-5)
        for (const feature of words[at]!) gradient[feature * LABEL_COUNT + label]! += over;
    }
    if (at === 0) continue;
    for (let pair = 0; pair < PAIRS; pair++) {
      const [before, label] = [Math.floor(pair / LABEL_COUNT), pair % LABEL_COUNT];
      if (!mayFollow(before, label)) continue;
      gradient[transitionsAt + pair]! += Math.exp(
        forward[(at - 1) * LABEL_COUNT + before]! +
          weights.transitions[pair]! +
          scores[at * LABEL_COUNT + label]! +
          backward[at * LABEL_COUNT + label]! -
          total,
      );
    }
    gradient[transitionsAt + labels[at - 1]! * LABEL_COUNT + labels[at]!]! -= 1;
  }
}
