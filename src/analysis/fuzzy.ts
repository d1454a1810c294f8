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

/** For each letter those that are confused with it in some language, in folded form. */
const CONFUSED = new Map<string, readonly string[]>();
for (const pair of LANGUAGES.flatMap(({ confusedLetters = '' }) => confusedLetters.split(' '))) {
  if (pair.length !== 2) continue;
  const [one, other] = pair as unknown as [string, string];
  for (const [letter, confused] of [
    [one, other],
    [other, one],
  ] as const)
    CONFUSED.set(letter, [...new Set([...(CONFUSED.get(letter) ?? []), confused])]);
}

/** Letters that are confused with this one. */
function confusedWith(letter: string): readonly string[] {
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
  const wanted = [...word];
  if (wanted.length === 0) return [];
  const matrix = new Matrix(wanted, budget);
  const found: Similar[] = [];
  let seeks = 0;
  for (const beginning of new Set([...wanted.slice(0, 2), ...confusedWith(wanted[0]!)])) {
    let from: string | undefined = beginning;
    while (from !== undefined && seeks++ < MAX_SEEKS) {
      const candidate = seek(from);
      if (candidate === undefined || !candidate.startsWith(beginning)) break;
      const letters = [...candidate];
      const dead = matrix.fill(letters);
      if (dead === undefined) {
        const distance = matrix.distance;
        if (distance <= budget && distance > 0) found.push({ word: candidate, distance });
        from = `${candidate}\u0000`;
      } else {
        from = matrix.nextBeginning(dead);
      }
    }
  }
  return found.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
}

/** Edit matrix: the wanted word across, a word of the vocabulary down. Rows of a shared prefix are kept. */
class Matrix {
  readonly #wanted: readonly string[];
  /** For each wanted letter those that are confused with it. */
  readonly #confused: readonly (readonly string[])[];
  readonly #budget: number;
  /** Letters that may keep a prefix within the budget, in code point order. */
  readonly #special: readonly string[];
  readonly #rows: Float64Array[];
  /** The minimum of each row. It never decreases: once above the budget, no word with this prefix can be near enough. */
  readonly #least: number[] = [0];
  #letters: string[] = [];

  constructor(wanted: readonly string[], budget: number) {
    this.#wanted = wanted;
    this.#confused = wanted.map(confusedWith);
    this.#budget = budget;
    this.#rows = [Float64Array.from({ length: wanted.length + 1 }, (_, column) => column)];
    this.#special = [...new Set([...wanted, ...this.#confused.flat()])].sort(
      (a, b) => a.codePointAt(0)! - b.codePointAt(0)!,
    );
  }

  /** Of the word that `fill` was called with last. */
  get distance(): number {
    return this.#rows[this.#letters.length]![this.#wanted.length]!;
  }

  /** Computes the rows for a word; returns the index of the letter after which no word can be near enough. */
  fill(letters: string[]): number | undefined {
    let same = 0;
    while (same < this.#letters.length && this.#letters[same] === letters[same]) same++;
    this.#letters = letters;
    for (let i = 0; i < letters.length; i++) {
      if (i >= same) this.#row(i, letters[i]!);
      if (this.#least[i + 1]! > this.#budget) {
        this.#letters = letters.slice(0, i + 1);
        return i;
      }
    }
    return undefined;
  }

  /** The next prefix, in code point order after the filled letters up to `dead`, under which words may be near enough. */
  nextBeginning(dead: number): string | undefined {
    const current = this.#letters[dead]!.codePointAt(0)!;
    this.#letters = this.#letters.slice(0, dead);
    const before = this.#letters.join('');
    for (const letter of this.#special) {
      if (letter.codePointAt(0)! <= current) continue;
      this.#row(dead, letter);
      if (this.#least[dead + 1]! <= this.#budget) return before + letter;
    }
    const last = this.#letters.at(-1);
    return last === undefined ? undefined : before.slice(0, -last.length) + letterAfter(last);
  }

  /** The row after letter `i`. */
  #row(i: number, letter: string): void {
    const wanted = this.#wanted;
    const above = this.#rows[i]!;
    const twoAbove = i > 0 ? this.#rows[i - 1] : undefined;
    const before = this.#letters[i - 1];
    this.#rows[i + 1] ??= new Float64Array(wanted.length + 1);
    const row = this.#rows[i + 1]!;
    row[0] = i + 1;
    let least = i + 1;
    for (let column = 1; column <= wanted.length; column++) {
      const other = wanted[column - 1]!;
      let cost = above[column - 1]!;
      if (letter !== other) {
        cost += this.#confused[column - 1]!.includes(letter) ? CONFUSION : 1;
        const swapped = twoAbove !== undefined && before === other && letter === wanted[column - 2];
        if (swapped) cost = Math.min(cost, twoAbove[column - 2]! + 1);
      }
      cost = Math.min(cost, above[column]! + 1, row[column - 1]! + 1);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    this.#least[i + 1] = least;
  }
}

/** The next code point that is a character. */
function letterAfter(letter: string): string {
  const next = letter.codePointAt(0)! + 1;
  return String.fromCodePoint(next >= 0xd800 && next <= 0xdfff ? 0xe000 : Math.min(next, 0x10ffff));
}
