/** The most likely labels are those of a search through all labellings. */
import { expect, test } from 'vitest';
import { decode, LABEL_COUNT, mayFollow, type Weights } from '../../../src/entities/recogniser/crf.ts';

/** Pseudo-random numbers from -1 to 1, always the same (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  };
}

function byForce(scores: Float64Array, { transitions }: Weights, breaks: Uint8Array): number {
  let best = Number.NEGATIVE_INFINITY;
  const visit = (at: number, before: number, score: number): void => {
    if (at === breaks.length) best = Math.max(best, score);
    else
      for (let label = 0; label < LABEL_COUNT; label++) {
        const continues = label > 0 && label % 2 === 0;
        if (!mayFollow(before, label) || (continues && breaks[at] === 1)) continue;
        visit(
          at + 1,
          label,
          score + transitions[before * LABEL_COUNT + label]! + scores[at * LABEL_COUNT + label]!,
        );
      }
  };
  visit(0, 0, 0);
  return best;
}

function scoreOf(labels: Int8Array, scores: Float64Array, { transitions }: Weights): number {
  let score = 0;
  for (const [at, label] of labels.entries()) {
    const before = at === 0 ? 0 : labels[at - 1]!;
    expect(mayFollow(before, label)).toBe(true);
    score += transitions[before * LABEL_COUNT + label]! + scores[at * LABEL_COUNT + label]!;
  }
  return score;
}

test('decoding finds the best labelling', () => {
  const random = numbers(7);
  for (let round = 0; round < 40; round++) {
    const length = 1 + (round % 5);
    const weights: Weights = {
      features: new Float32Array(0),
      transitions: Float32Array.from({ length: LABEL_COUNT ** 2 }, () => random() * 2),
    };
    const scores = Float64Array.from({ length: length * LABEL_COUNT }, () => random() * 4);
    const breaks = Uint8Array.from({ length }, (_, at) => (at === 0 || random() > 0.5 ? 1 : 0));
    const labels = decode(scores, weights, breaks);
    expect(scoreOf(labels, scores, weights)).toBeCloseTo(byForce(scores, weights, breaks), 6);
  }
});
