/** How sure the recogniser is of a name, against the sum over all labellings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Confidence } from '../../../src/entities/recogniser/confidence.ts';
import { LABEL_COUNT, LABELS, mayFollow } from '../../../src/entities/recogniser/crf.ts';

const score = fc.double({ min: -4, max: 4, noNaN: true });
const WORDS = 4;

/** Every allowed labelling with its weight. */
function labellings(
  scores: Float64Array,
  transitions: Float32Array,
  breaks: Uint8Array,
): { labels: number[]; weight: number }[] {
  let all: { labels: number[]; weight: number }[] = [{ labels: [], weight: 1 }];
  for (let at = 0; at < breaks.length; at++)
    all = all.flatMap(({ labels, weight }) =>
      LABELS.flatMap((_, label) => {
        const before = labels.at(-1) ?? 0;
        const continues = label > 0 && label % 2 === 0;
        if (!mayFollow(before, label) || (continues && breaks[at] === 1)) return [];
        const gain = transitions[before * LABEL_COUNT + label]! + scores[at * LABEL_COUNT + label]!;
        return [{ labels: [...labels, label], weight: weight * Math.exp(gain) }];
      }),
    );
  return all;
}

test('the confidence of a name is the share of the labellings that have it', () => {
  fc.assert(
    fc.property(
      fc.array(score, { minLength: WORDS * LABEL_COUNT, maxLength: WORDS * LABEL_COUNT }),
      fc.array(score, { minLength: LABEL_COUNT ** 2, maxLength: LABEL_COUNT ** 2 }),
      fc.array(fc.boolean(), { minLength: WORDS, maxLength: WORDS }),
      fc.nat({ max: WORDS - 1 }),
      fc.integer({ min: 1, max: WORDS }),
      fc.constantFrom(1, 3, 5),
      (some, pairs, broken, tokenStart, length, label) => {
        const scores = Float64Array.from(some);
        const transitions = Float32Array.from(pairs);
        const breaks = Uint8Array.from(broken, Number);
        const tokenEnd = Math.min(WORDS, tokenStart + length);
        const all = labellings(scores, transitions, breaks);
        const sum = (some: typeof all): number => some.reduce((total, { weight }) => total + weight, 0);
        const has = all.filter(
          ({ labels }) =>
            labels[tokenStart] === label &&
            labels.slice(tokenStart + 1, tokenEnd).every((one) => one === label + 1) &&
            labels[tokenEnd] !== label + 1,
        );
        const [found] = new Confidence({ transitions }).of([{ tokenStart, tokenEnd, label }], scores, breaks);
        expect(found).toBeCloseTo(sum(has) / sum(all), 6);
      },
    ),
    { numRuns: 60 },
  );
});

test('long passages with high scores stay within the range of numbers', () => {
  const length = 2000;
  const scores = new Float64Array(length * LABEL_COUNT).fill(0);
  for (let at = 0; at < length; at++) scores[at * LABEL_COUNT + (at === 700 ? 1 : 0)] = 300;
  const transitions = new Float32Array(LABEL_COUNT ** 2);
  const [sure] = new Confidence({ transitions }).of(
    [{ tokenStart: 700, tokenEnd: 701, label: 1 }],
    scores,
    new Uint8Array(length),
  );
  expect(sure).toBeCloseTo(1, 6);
});
