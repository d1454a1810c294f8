/** How sure the recogniser is of a name: the share of all labellings, by their probability, that have exactly this name. */
import { LABEL_COUNT, mayFollow, type Weights } from './crf.ts';

const L = LABEL_COUNT;

export class Confidence {
  readonly #transitions: Float64Array;

  constructor({ transitions }: Pick<Weights, 'transitions'>) {
    this.#transitions = Float64Array.from(transitions, (weight, pair) =>
      mayFollow(Math.floor(pair / L), pair % L) ? Math.exp(weight) : 0,
    );
  }

  /**
   * Of each name, from 0 to 1, given the scores of each label at each word; no name goes on where `breaks` is 1. Sums are
   * kept as shares of the sum at their word, so that they stay within the range of numbers.
   */
  of(
    names: readonly { tokenStart: number; tokenEnd: number; label: number }[],
    scores: Float64Array,
    breaks: Uint8Array,
  ): number[] {
    if (names.length === 0) return [];
    const length = breaks.length;
    const [forward, backward] = [new Float64Array(length * L), new Float64Array((length + 1) * L)];
    const steps = new Float64Array(length);
    const likely = likelihoods(scores, breaks);
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let label = 0; label < L; label++) {
        let share = 0;
        if (at === 0) share = this.#transitions[label]!;
        else
          for (let before = 0; before < L; before++)
            share += forward[(at - 1) * L + before]! * this.#transitions[before * L + label]!;
        sum += forward[at * L + label] = share * likely[at * L + label]!;
      }
      steps[at] = sum;
      for (let label = 0; label < L; label++) forward[at * L + label]! /= sum;
    }
    backward.fill(1, (length - 1) * L, length * L);
    for (let at = length - 2; at >= 0; at--)
      for (let label = 0; label < L; label++)
        backward[at * L + label] = this.#after(at + 1, label, likely, backward, steps, -1);
    return names.map(({ tokenStart, tokenEnd, label }) => {
      let share = forward[tokenStart * L + label]!;
      let last = label;
      for (let at = tokenStart + 1; at < tokenEnd; at++) {
        share *= (this.#transitions[last * L + label + 1]! * likely[at * L + label + 1]!) / steps[at]!;
        last = label + 1;
      }
      return tokenEnd === length
        ? share
        : share * this.#after(tokenEnd, last, likely, backward, steps, label + 1);
    });
  }

  /** The share of labellings from a word on, after a label, without those that have label `except` there. */
  #after(
    at: number,
    before: number,
    likely: Float64Array,
    backward: Float64Array,
    steps: Float64Array,
    except: number,
  ): number {
    let sum = 0;
    for (let label = 0; label < L; label++)
      if (label !== except)
        sum += this.#transitions[before * L + label]! * likely[at * L + label]! * backward[at * L + label]!;
    return sum / steps[at]!;
  }
}

/** Exponents of the scores, of each word relative to its highest. */
function likelihoods(scores: Float64Array, breaks: Uint8Array): Float64Array {
  const found = new Float64Array(scores.length);
  for (let at = 0; at < breaks.length; at++) {
    let top = scores[at * L]!;
    for (let label = 1; label < L; label++) top = Math.max(top, scores[at * L + label]!);
    for (let label = 0; label < L; label++) {
      const continues = label > 0 && label % 2 === 0;
      found[at * L + label] = continues && breaks[at] === 1 ? 0 : Math.exp(scores[at * L + label]! - top);
    }
  }
  return found;
}
