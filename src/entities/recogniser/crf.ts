/**
 * A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001): the score of a labelling is the sum of the
 * weights of the features of each word with its label and of the weights of neighbouring labels.
 */

/** Outside, then beginning and continuation of each type. */
export const LABELS = [
  'O',
  'B-person',
  'I-person',
  'B-place',
  'I-place',
  'B-organisation',
  'I-organisation',
] as const;
export const LABEL_COUNT = LABELS.length;

export interface Weights {
  /** By feature and label. */
  features: Float32Array;
  /** By the label before and the label. */
  transitions: Float32Array;
}

const IMPOSSIBLE = -1e4;

/** Whether a label may follow another: a name continues only one of its own type. Label 0 precedes the first word. */
export function mayFollow(before: number, label: number): boolean {
  return label === 0 || label % 2 === 1 || before === label || before === label - 1;
}

/** Scores of each label at each word. */
export function emissions(words: readonly (readonly number[])[], { features }: Weights): Float64Array {
  const scores = new Float64Array(words.length * LABEL_COUNT);
  for (let at = 0; at < words.length; at++)
    for (const feature of words[at]!)
      for (let label = 0; label < LABEL_COUNT; label++)
        scores[at * LABEL_COUNT + label]! += features[feature * LABEL_COUNT + label]!;
  return scores;
}

const between = ({ transitions }: Weights, before: number, label: number): number =>
  mayFollow(before, label) ? transitions[before * LABEL_COUNT + label]! : IMPOSSIBLE;

/** A word is surely outside if that scores so much more than every other label: no transition makes up for it. */
const SURE = 10;

/** The most likely labels (Viterbi). No name continues where `breaks` is 1. */
export function decode(scores: Float64Array, { transitions }: Weights, breaks: Uint8Array): Int8Array {
  const length = breaks.length;
  const from = new Int8Array(scores.length);
  let best = new Float64Array(LABEL_COUNT);
  let next = new Float64Array(LABEL_COUNT);
  // Labels that the word before may have: all, or outside alone.
  let labelsBefore = 1;
  for (let at = 0; at < length; at++) {
    const place = at * LABEL_COUNT;
    let labels = 1;
    const outside = scores[place]! - SURE;
    for (let label = 1; label < LABEL_COUNT; label++)
      if (scores[place + label]! > outside) labels = LABEL_COUNT;
    for (let label = 0; label < labels; label++) {
      const continues = label > 0 && label % 2 === 0;
      let top = IMPOSSIBLE;
      let chosen = 0;
      const first = continues ? label - 1 : 0;
      const last = continues ? label : labelsBefore - 1;
      if (!continues || (labelsBefore > 1 && breaks[at] === 0))
        for (let before = first; before <= last; before++) {
          const score = best[before]! + transitions[before * LABEL_COUNT + label]!;
          if (score > top) {
            top = score;
            chosen = before;
          }
        }
      from[place + label] = chosen;
      next[label] = top + scores[place + label]!;
    }
    [best, next] = [next, best];
    labelsBefore = labels;
  }
  const found = new Int8Array(length);
  let label = 0;
  for (let other = 1; other < labelsBefore; other++) if (best[other]! > best[label]!) label = other;
  for (let at = length - 1; at >= 0; at--) {
    found[at] = label;
    label = from[at * LABEL_COUNT + label]!;
  }
  return found;
}

/** Logarithms of the sums over all labellings up to a word and from a word on. */
export function sums(
  scores: Float64Array,
  weights: Weights,
): { forward: Float64Array; backward: Float64Array; total: number } {
  const length = scores.length / LABEL_COUNT;
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const terms = new Float64Array(LABEL_COUNT);
  for (let at = 0; at < length; at++)
    for (let label = 0; label < LABEL_COUNT; label++) {
      if (at === 0) forward[label] = between(weights, 0, label) + scores[label]!;
      else {
        for (let before = 0; before < LABEL_COUNT; before++)
          terms[before] = forward[(at - 1) * LABEL_COUNT + before]! + between(weights, before, label);
        forward[at * LABEL_COUNT + label] = logSum(terms) + scores[at * LABEL_COUNT + label]!;
      }
    }
  for (let at = length - 2; at >= 0; at--)
    for (let label = 0; label < LABEL_COUNT; label++) {
      for (let next = 0; next < LABEL_COUNT; next++)
        terms[next] =
          between(weights, label, next) +
          scores[(at + 1) * LABEL_COUNT + next]! +
          backward[(at + 1) * LABEL_COUNT + next]!;
      backward[at * LABEL_COUNT + label] = logSum(terms);
    }
  return { forward, backward, total: logSum(forward.subarray((length - 1) * LABEL_COUNT)) };
}

function logSum(terms: Float64Array): number {
  let top = terms[0]!;
  for (let n = 1; n < terms.length; n++) if (terms[n]! > top) top = terms[n]!;
  let sum = 0;
  for (let n = 0; n < terms.length; n++) sum += Math.exp(terms[n]! - top);
  return top + Math.log(sum);
}
