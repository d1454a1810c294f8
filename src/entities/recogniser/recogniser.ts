/**
 * Finds names that no list has: in the words of one passage, by how they are written and what stands beside them.
 */
import type { Token } from '../../analysis/forms.ts';
import { CASED, letterAt } from '../tagger/capitalisation.ts';
import { decode, LABEL_COUNT, type Weights } from './crf.ts';
import { type ListedSpan, REACH, SIZE, seenIn } from './features.ts';
import { NAME_TYPES, type NameType } from './unlisted-id.ts';
import { readWeights, type Writing } from './weights.ts';

/** A name in a passage, by the indexes of its first word and the one after its last. */
export interface RecognisedName {
  type: NameType;
  tokenStart: number;
  tokenEnd: number;
}

/** Words of which the scores are kept at most. */
const KEPT = 1 << 16;

export class Recogniser {
  readonly #models = new Map<Writing, Model>();

  /** Names in one passage; `listed` are the mentions that the gazetteer gave. */
  names(tokens: readonly Token[], text: string, listed: readonly ListedSpan[]): RecognisedName[] {
    if (tokens.length === 0) return [];
    const writing = writingOf(tokens, text);
    let model = this.#models.get(writing);
    if (model === undefined) {
      model = new Model(readWeights(writing));
      this.#models.set(writing, model);
    }
    return model.names(tokens, text, listed);
  }
}

function writingOf(tokens: readonly Token[], text: string): Writing {
  let cased = 0;
  for (let at = 0; at < tokens.length; at++) if ((letterAt(text, tokens[at]!.start) & CASED) !== 0) cased++;
  return cased * 2 > tokens.length ? 'cased' : 'uncased';
}

export class Model {
  readonly #weights: Weights;
  /** Scores of a word's own features for each word that it is near, by `Seen.keys`. */
  readonly #rows = new Map<number, Float32Array>();

  constructor(weights: Weights) {
    this.#weights = weights;
  }

  names(tokens: readonly Token[], text: string, listed: readonly ListedSpan[]): RecognisedName[] {
    const seen = seenIn(tokens, text, listed);
    const { keys, before, after, breaks } = seen;
    const { features } = this.#weights;
    const scores = new Float64Array(tokens.length * LABEL_COUNT);
    for (let at = 0; at < tokens.length; at++) {
      const row = this.#row(keys[at]!, () => seen.own(at));
      for (let offset = -REACH; offset <= REACH; offset++) {
        const near = at - offset;
        if (near < 0 || near >= tokens.length) continue;
        const from = (offset + REACH) * LABEL_COUNT;
        for (let label = 0; label < LABEL_COUNT; label++)
          scores[near * LABEL_COUNT + label]! += row[from + label]!;
      }
      for (const pair of [before[at]!, after[at]!])
        if (pair !== -1)
          for (let label = 0; label < LABEL_COUNT; label++)
            scores[at * LABEL_COUNT + label]! += features[pair * LABEL_COUNT + label]!;
    }
    return namesIn(decode(scores, this.#weights, breaks));
  }

  #row(key: number, own: () => readonly number[]): Float32Array {
    let row = this.#rows.get(key);
    if (row !== undefined) return row;
    row = new Float32Array((2 * REACH + 1) * LABEL_COUNT);
    const { features } = this.#weights;
    for (const feature of own())
      for (let n = 0; n <= 2 * REACH; n++)
        for (let label = 0; label < LABEL_COUNT; label++)
          row[n * LABEL_COUNT + label]! += features[(n * SIZE + feature) * LABEL_COUNT + label]!;
    if (this.#rows.size >= KEPT) this.#rows.clear();
    this.#rows.set(key, row);
    return row;
  }
}

/** The names that labels say. */
function namesIn(labels: Int8Array): RecognisedName[] {
  const found: RecognisedName[] = [];
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (label === 0) continue;
    if (label % 2 === 1)
      found.push({ type: NAME_TYPES[(label - 1) >> 1]!, tokenStart: at, tokenEnd: at + 1 });
    else found.at(-1)!.tokenEnd = at + 1;
  }
  return found;
}
