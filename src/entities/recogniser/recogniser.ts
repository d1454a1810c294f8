/**
 * Finds names that no list has: in the words of one passage, by how they are written and what stands beside them.
 */
import type { Token } from '../../analysis/forms.ts';
import { CASED, letterAt } from '../tagger/capitalisation.ts';
import { Confidence } from './confidence.ts';
import { decode, LABEL_COUNT, type Weights } from './crf.ts';
import { type ListedSpan, REACH, RUN_AT, type Seen, SIZE, seenIn } from './features.ts';
import { NAME_TYPES, type NameType } from './unlisted-id.ts';
import { readWeights, type Writing } from './weights.ts';

/** A name in a passage, by the indexes of its first word and the one after its last. */
export interface RecognisedName {
  type: NameType;
  tokenStart: number;
  tokenEnd: number;
  /** How sure it is, from 0 to 1. */
  confidence: number;
}

/** Words of which the scores are kept, as a power of two: 18 MiB. Those of a word take the place of another's. */
const SLOT_BITS = 17;
/** Scores of a word: for each word that it is near, of each label. */
const ROW = (2 * REACH + 1) * LABEL_COUNT;

export class Recogniser {
  readonly #models = new Map<Writing, Model>();

  /** Names in one passage; `listed` are the mentions that the gazetteer gave. */
  names(tokens: readonly Token[], text: string, listed: readonly ListedSpan[]): RecognisedName[] {
    // Beside a word that is all of a passage nothing shows that it is a name.
    if (tokens.length < 2) return [];
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
  /** The scores of a word's own features by slot, and whose they are. */
  readonly #rows = new Float32Array(ROW << SLOT_BITS);
  readonly #numbers = new Int32Array(1 << SLOT_BITS).fill(-1);
  readonly #parts = new Int32Array(1 << SLOT_BITS);

  readonly #confidence: Confidence;

  constructor(weights: Weights) {
    this.#weights = weights;
    this.#confidence = new Confidence(weights);
  }

  names(tokens: readonly Token[], text: string, listed: readonly ListedSpan[]): RecognisedName[] {
    const seen = seenIn(tokens, text, listed);
    const { before, after, breaks } = seen;
    const { features } = this.#weights;
    const rows = this.#rows;
    const { length } = tokens;
    const scores = new Float64Array(length * LABEL_COUNT);
    for (let at = 0; at < length; at++) {
      const row = this.#row(tokens[at]!, seen, at);
      const last = Math.min(length - 1, at + REACH);
      for (let near = Math.max(0, at - REACH); near <= last; near++) {
        const from = row + (at - near + REACH) * LABEL_COUNT;
        const to = near * LABEL_COUNT;
        for (let label = 0; label < LABEL_COUNT; label++) scores[to + label]! += rows[from + label]!;
      }
      this.#addPair(scores, at, before[at]!, features);
      this.#addPair(scores, at, after[at]!, features);
      for (const one of seen.runs[at]!) this.#addPair(scores, at, RUN_AT + one, features);
    }
    const names = namesIn(decode(scores, this.#weights, breaks));
    const confidence = this.#confidence.of(names, scores, breaks);
    return names.map(({ label, ...span }, n) => ({
      ...span,
      type: NAME_TYPES[(label - 1) >> 1]!,
      confidence: confidence[n]!,
    }));
  }

  #addPair(scores: Float64Array, at: number, pair: number, features: Float32Array): void {
    if (pair === -1) return;
    for (let label = 0; label < LABEL_COUNT; label++)
      scores[at * LABEL_COUNT + label]! += features[pair * LABEL_COUNT + label]!;
  }

  /** Where in `#rows` the scores of a word begin. */
  #row({ forms: { number } }: Token, seen: Seen, at: number): number {
    const parts = seen.parts[at]!;
    const slot = Math.imul(number ^ Math.imul(parts, 0x85ebca6b), 0x9e3779b1) >>> (32 - SLOT_BITS);
    const row = slot * ROW;
    if (this.#numbers[slot] === number && this.#parts[slot] === parts) return row;
    this.#numbers[slot] = number;
    this.#parts[slot] = parts;
    this.#rows.fill(0, row, row + ROW);
    const { features } = this.#weights;
    for (const feature of seen.own(at))
      for (let n = 0; n <= 2 * REACH; n++)
        for (let label = 0; label < LABEL_COUNT; label++)
          this.#rows[row + n * LABEL_COUNT + label]! += features[(n * SIZE + feature) * LABEL_COUNT + label]!;
    return row;
  }
}

/** The names that labels say, each with the label of its first word. */
function namesIn(labels: Int8Array): { tokenStart: number; tokenEnd: number; label: number }[] {
  const found: { tokenStart: number; tokenEnd: number; label: number }[] = [];
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (label === 0) continue;
    if (label % 2 === 1) found.push({ tokenStart: at, tokenEnd: at + 1, label });
    else found.at(-1)!.tokenEnd = at + 1;
  }
  return found;
}
