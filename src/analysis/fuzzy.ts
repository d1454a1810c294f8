/**
 * Words of a sorted vocabulary within an edit distance of a given word, found without reading the whole vocabulary: one
 * row of the edit matrix for each letter, and as soon as no word with the current prefix can be near enough, a seek to
 * the next prefix that can (the idea of Schulz & Mihov 2002, with computed rows instead of an automaton).
 *
 * The distance is optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost 1 each,
 * and letters that writers confuse cost less. A wrong first letter is rare and expensive to look for: candidates begin
 * with the same letter, with the second one (a swap or a missing letter), or with one that is confused with it.
 */

import { LANGUAGES } from './languages/list.ts';

/** Cost of taking one letter for another that is often confused with it; every other edit costs 1. */
const CONFUSION = 0.5;

/** For each letter those that are confused with it in some language, in folded form; as code points. */
const CONFUSED = new Map<number, readonly number[]>();
for (const pair of LANGUAGES.flatMap(({ confusedLetters = '' }) => confusedLetters.split(' '))) {
  if (pair.length !== 2) continue;
  const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  for (const [letter, confused] of [
    [one, other],
    [other, one],
  ] as const)
    CONFUSED.set(letter, [...new Set([...confusedWith(letter), confused])]);
}

/** Letters that are confused with this one. */
function confusedWith(letter: number): readonly number[] {
  return CONFUSED.get(letter) ?? [];
}

/** Seeks in the vocabulary at most, so that a look-up is bounded on any archive. */
const MAX_SEEKS = 10_000;

export interface Similar {
  word: string;
  /** Sum of the costs of the edits; above 0. */
  distance: number;
}

/**
 * The nearest first; equally near ones in code point order.
 * @param word the word that is looked for, not itself among the answers
 * @param budget largest distance
 * @param seek the first word of the vocabulary that is not before the given one in code point order
 */
export function similarWords(
  word: string,
  budget: number,
  seek: (from: string) => string | undefined,
): Similar[] {
  const wanted = pointsOf(word);
  if (wanted.length === 0) return [];
  const matrix = new Matrix(wanted, budget);
  const found: Similar[] = [];
  let seeks = 0;
  for (const point of new Set([...wanted.slice(0, 2), ...confusedWith(wanted[0]!)])) {
    const beginning = String.fromCodePoint(point);
    let from: string | undefined = beginning;
    while (from !== undefined && seeks++ < MAX_SEEKS) {
      const candidate = seek(from);
      if (candidate === undefined || !candidate.startsWith(beginning)) break;
      if (matrix.fill(candidate)) {
        const distance = matrix.distance;
        if (distance <= budget && distance > 0) found.push({ word: candidate, distance });
        from = `${candidate}\u0000`;
      } else {
        from = matrix.nextBeginning();
      }
    }
  }
  return found.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
}

const pointsOf = (word: string): number[] => Array.from(word, (letter) => letter.codePointAt(0)!);

/**
 * Edit matrix: the wanted word across, a word of the vocabulary down. Rows of a shared prefix are kept. Farther from the
 * diagonal than the budget no cell is within it, so none is computed there.
 */
class Matrix {
  readonly #wanted: readonly number[];
  /** For each wanted letter those that are confused with it. */
  readonly #confused: readonly (readonly number[])[];
  readonly #budget: number;
  /** Letters that may keep a prefix within the budget, in order. */
  readonly #special: readonly number[];
  /** Row n is after n letters. */
  readonly #rows: Float64Array[];
  /** The minimum of each row. It never decreases: once above the budget, no word with this prefix can be near enough. */
  readonly #least: number[] = [0];
  /** The letters that have rows. */
  readonly #letters: number[] = [];

  constructor(wanted: readonly number[], budget: number) {
    this.#wanted = wanted;
    this.#confused = wanted.map(confusedWith);
    this.#budget = budget;
    this.#rows = [Float64Array.from({ length: wanted.length + 1 }, (_, column) => column)];
    this.#special = [...new Set([...wanted, ...this.#confused.flat()])].sort((a, b) => a - b);
  }

  /** Of the word that `fill` was called with last. */
  get distance(): number {
    const rows = this.#letters.length;
    const columns = this.#wanted.length;
    return Math.abs(rows - columns) > this.#budget ? Number.POSITIVE_INFINITY : this.#rows[rows]![columns]!;
  }

  /** Computes the rows of a word, up to a letter after which no word can be near enough; false if there is such a letter. */
  fill(word: string): boolean {
    const letters = this.#letters;
    let count = 0;
    let isShared = true;
    for (let at = 0; at < word.length; ) {
      const letter = word.codePointAt(at)!;
      at += letter > 0xffff ? 2 : 1;
      isShared &&= count < letters.length && letters[count] === letter;
      if (!isShared) {
        letters[count] = letter;
        this.#row(count, letter);
      }
      count++;
      if (this.#least[count]! > this.#budget) {
        letters.length = count;
        return false;
      }
    }
    letters.length = count;
    return true;
  }

  /** After `fill` was false: the next prefix in order under which words may be near enough. */
  nextBeginning(): string | undefined {
    const letters = this.#letters;
    const dead = letters.length - 1;
    const current = letters.pop()!;
    const before = String.fromCodePoint(...letters);
    for (const letter of this.#special) {
      if (letter <= current) continue;
      this.#row(dead, letter);
      if (this.#least[dead + 1]! <= this.#budget) return before + String.fromCodePoint(letter);
    }
    const last = letters.at(-1);
    if (last === undefined) return undefined;
    const lastLetter = String.fromCodePoint(last);
    return before.slice(0, -lastLetter.length) + letterAfter(lastLetter);
  }

  /** The row after letter `i`. */
  #row(i: number, letter: number): void {
    const wanted = this.#wanted;
    const width = wanted.length;
    const band = Math.floor(this.#budget);
    const above = this.#rows[i]!;
    const before = this.#letters[i - 1];
    this.#rows[i + 1] ??= new Float64Array(width + 1);
    const row = this.#rows[i + 1]!;
    const first = i + 1 - band;
    const last = Math.min(width, i + 1 + band);
    let least = Number.POSITIVE_INFINITY;
    let left = Number.POSITIVE_INFINITY;
    if (first <= 0) least = left = row[0] = i + 1;
    for (let column = Math.max(1, first); column <= last; column++) {
      const other = wanted[column - 1]!;
      let cost = above[column - 1]!;
      if (letter !== other) {
        cost += this.#confused[column - 1]!.includes(letter) ? CONFUSION : 1;
        if (i > 0 && before === other && letter === wanted[column - 2])
          cost = Math.min(cost, this.#rows[i - 1]![column - 2]! + 1);
      }
      // The cell above is of the band of the row before unless this is the last one.
      if (column < i + 1 + band) cost = Math.min(cost, above[column]! + 1);
      cost = Math.min(cost, left + 1);
      row[column] = cost;
      left = cost;
      if (cost < least) least = cost;
    }
    this.#least[i + 1] = least;
  }
}

/** The next code point that is a character. */
export function letterAfter(letter: string): string {
  const next = letter.codePointAt(0)! + 1;
  return String.fromCodePoint(next >= 0xd800 && next <= 0xdfff ? 0xe000 : Math.min(next, 0x10ffff));
}
