/** Finds terms of several words in a document: their words in order and close together, by their stems. */
import { FORMS } from '../../analysis/language.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import { WordMarks } from '../../document/word-marks.ts';
import { WORD_SIZE } from '../../document/word-table.ts';
import { isTermAlternative, type QueryClause } from '../query/query.ts';
import { MATCH_KIND_COUNT, MATCH_KINDS } from './match-kinds.ts';

/** Largest distance between neighbouring words of a term, in words: an article or an adjective may be between. */
export const TERM_STEP_WORDS = 2;

const STEM = FORMS.indexOf('stem');

/** Word `place` of sequence `sequence`. */
interface Part {
  sequence: number;
  place: number;
}

export class TermFinder {
  /** Number of words of each sequence, and the answers that it gives: clause * MATCH_KIND_COUNT + kind. */
  readonly #lengths: number[] = [];
  readonly #answers: number[][] = [];
  readonly #parts = new Map<number, Part[]>();
  /** 1 for words that are a part of a term. */
  readonly #marks: WordMarks;

  /** A finder for the terms of clauses, if they have any. */
  static of(clauses: readonly QueryClause[]): TermFinder | undefined {
    return clauses.some(({ alternatives }) => alternatives.some(isTermAlternative))
      ? new TermFinder(clauses)
      : undefined;
  }

  private constructor(clauses: readonly QueryClause[]) {
    const numbers = new Map<string, number>();
    for (const [clause, { alternatives }] of clauses.entries()) {
      for (const { sequence, kind } of alternatives.filter(isTermAlternative)) {
        const hashes = sequence.map((forms) => forms.hashes[STEM]!);
        const key = hashes.join(' ');
        let number = numbers.get(key);
        if (number === undefined) {
          number = this.#lengths.push(hashes.length) - 1;
          numbers.set(key, number);
          this.#answers.push([]);
          for (const [place, hash] of hashes.entries()) this.#add(hash, { sequence: number, place });
        }
        this.#answers[number]!.push(clause * MATCH_KIND_COUNT + MATCH_KINDS.indexOf(kind));
      }
    }
    this.#marks = new WordMarks(this.#parts.keys(), ({ hashes }, word) =>
      Number(this.#parts.has(hashes[word * WORD_SIZE + STEM]!)),
    );
  }

  #add(hash: number, part: Part): void {
    const known = this.#parts.get(hash);
    // The last place first: a word that a term has twice does not advance it twice at one position.
    if (known === undefined) this.#parts.set(hash, [part]);
    else known.unshift(part);
  }

  /** What the terms answer that begin at a position, added to `known`; `undefined` if there is nothing. */
  find(forwardIndex: ForwardIndex, known?: Map<number, number[]>): Map<number, number[]> | undefined {
    const { words, passageBreak } = forwardIndex;
    const marks = this.#marks;
    const parts = this.#partsIn(forwardIndex);
    if (parts === undefined) return known;
    const found = known ?? new Map<number, number[]>();
    const next = new Int32Array(this.#lengths.length);
    const last = new Int32Array(this.#lengths.length);
    const first = new Int32Array(this.#lengths.length);
    let position = marks.next(forwardIndex, 0);
    for (; position < words.length; position = marks.next(forwardIndex, position + 1)) {
      const word = words[position]!;
      if (word === passageBreak) {
        next.fill(0);
        continue;
      }
      for (const { sequence, place } of parts.get(word) ?? []) {
        const continues =
          place === next[sequence] && place > 0 && position - last[sequence]! <= TERM_STEP_WORDS;
        if (!continues && place > 0) continue;
        if (place === 0) first[sequence] = position;
        last[sequence] = position;
        next[sequence] = place + 1;
        if (next[sequence] < this.#lengths[sequence]!) continue;
        next[sequence] = 0;
        const at = first[sequence]!;
        found.set(at, [...(found.get(at) ?? []), ...this.#answers[sequence]!]);
      }
    }
    return found.size === 0 ? undefined : found;
  }

  /** The parts of terms by the number of the word, if the document has all words of a term. */
  #partsIn(forwardIndex: ForwardIndex): Map<number, Part[]> | undefined {
    const { words, passageBreak } = forwardIndex;
    const marks = this.#marks;
    marks.use(forwardIndex);
    const parts = new Map<number, Part[]>();
    const places = this.#lengths.map(() => new Set<number>());
    let position = marks.next(forwardIndex, 0);
    for (; position < words.length; position = marks.next(forwardIndex, position + 1)) {
      const word = words[position]!;
      if (word === passageBreak || parts.has(word)) continue;
      const found = this.#parts.get(forwardIndex.hash(word, STEM))!;
      parts.set(word, found);
      for (const { sequence, place } of found) places[sequence]!.add(place);
    }
    return places.some(({ size }, sequence) => size === this.#lengths[sequence]) ? parts : undefined;
  }
}
