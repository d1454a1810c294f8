/**
 * How far apart two spellings of a name in two scripts are: the cheapest way to answer the letters of one by those of
 * the other (a weighted edit distance over groups of letters; Viterbi search in the channel model of Li, Zhang & Su
 * 2004). Tsahkna - تساخكنا, Nebenzya - نيبينزيا - Небензя.
 */
import { LeastDistance } from './least-distance.ts';
import {
  correspondences,
  type Lattice,
  NAME_SCRIPTS,
  type NameScript,
  UNKNOWN_IN,
  UNKNOWN_INSTEAD,
} from './letters.ts';
import { LONGEST, type Spelling, spellingOf } from './spelling.ts';

/**
 * The distance between two words of different scripts, from 0 up without a bound; a pair that is one name has about
 * half of a unit a letter. Symmetric. Infinite where it is above `bound`, or where the words are of one script and
 * differ: spellings within a script are not what this compares.
 */
export function nameDistance(a: string, b: string, bound = Number.POSITIVE_INFINITY): number {
  const first = spellingOf(a);
  const second = spellingOf(b);
  if (first === undefined || second === undefined) return Number.POSITIVE_INFINITY;
  return new NameMatcher(first).distance(second, bound);
}

/** Compares one spelling with many. */
export class NameMatcher {
  readonly spelling: Spelling;
  readonly #lattices = new Map<NameScript, Lattice>();
  readonly #least = new Map<NameScript, LeastDistance>();

  constructor(spelling: Spelling) {
    this.spelling = spelling;
  }

  /**
   * False only if the distance to the word in `[start, end)` of a text is above `bound`; much quicker than `distance`. The
   * word is in small letters of `script`.
   */
  mayBeWithin(script: NameScript, bound: number, text: string, start = 0, end = text.length): boolean {
    if (script === this.spelling.script) return true;
    let least = this.#least.get(script);
    if (least === undefined) {
      least = new LeastDistance(this.spelling, script);
      this.#least.set(script, least);
    }
    return least.mayBeWithin(bound, text, start, end);
  }

  /** See `nameDistance`. */
  distance(other: Spelling, bound = Number.POSITIVE_INFINITY): number {
    const own = this.spelling;
    if (own.script === other.script) return own.letters === other.letters ? 0 : Number.POSITIVE_INFINITY;
    if (NAME_SCRIPTS.indexOf(own.script) > NAME_SCRIPTS.indexOf(other.script))
      return cheapest(correspondences(other.script, own.script).lattice(other.letters), own.letters, bound);
    let lattice = this.#lattices.get(other.script);
    if (lattice === undefined) {
      lattice = correspondences(own.script, other.script).lattice(own.letters);
      this.#lattices.set(other.script, lattice);
    }
    return cheapest(lattice, other.letters, bound);
  }
}

/** Costs of having come to a place of one word and a place of the other; one for all searches, which do not nest. */
const costs = new Float64Array((LONGEST + 2) * (LONGEST + 2));

/** The cheapest way through a lattice that spells a word; infinite above the bound. */
function cheapest(lattice: Lattice, word: string, bound: number): number {
  const rows = lattice.length;
  const width = word.length + 1;
  costs.fill(Number.POSITIVE_INFINITY, 0, rows * width);
  costs[0] = 0;
  /** The last row that a way within the bound has come to. */
  let reached = 0;
  for (let row = 0; row < rows; row++) {
    if (row > reached) return Number.POSITIVE_INFINITY;
    const arcs = lattice[row]!;
    for (let column = 0; column < width; column++) {
      const cost = costs[row * width + column]!;
      if (cost > bound) continue;
      const next = column + 1 === width ? -1 : word.charCodeAt(column);
      for (let at = 0; at < arcs.length; at++) {
        const { length, answer, first, cost: more } = arcs[at]!;
        if (first !== 0 && (first !== next || (answer.length > 1 && !word.startsWith(answer, column))))
          continue;
        const total = cost + more;
        if (total > bound) continue;
        const to = (row + length) * width + column + answer.length;
        if (total < costs[to]!) costs[to] = total;
        if (row + length > reached) reached = row + length;
      }
      if (column + 1 === width) continue;
      const added = row * width + column + 1;
      if (cost + UNKNOWN_IN < costs[added]!) costs[added] = cost + UNKNOWN_IN;
      if (row + 1 === rows || cost + UNKNOWN_INSTEAD > bound) continue;
      const instead = (row + 1) * width + column + 1;
      if (cost + UNKNOWN_INSTEAD < costs[instead]!) costs[instead] = cost + UNKNOWN_INSTEAD;
      if (row + 1 > reached) reached = row + 1;
    }
  }
  const cost = costs[rows * width - 1]!;
  return cost > bound ? Number.POSITIVE_INFINITY : cost;
}
