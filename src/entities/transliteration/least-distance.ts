/**
 * A lower bound of the distance between two spellings, from their letters whatever their order. A correspondence of n
 * letters costs each of them at least an n-th of it, so no letter costs less than its share of the cheapest one that both
 * spellings have the letters for. Rules out nine of ten names with like sounds in a fraction of the time of a distance.
 */
import { correspondences, NAME_SCRIPTS, type NameScript, UNKNOWN_IN, UNKNOWN_OUT } from './letters.ts';
import type { Spelling } from './spelling.ts';

/** What a letter costs at least that nothing answers. */
const UNANSWERED = Math.min(UNKNOWN_IN, UNKNOWN_OUT);
/** Costs are sums of fractions: so much may be lost. */
const ROUNDING = 1e-6;
/** Code units that letters of names have. */
const UNITS = 0x700;
/** Letters that are compared as they are written, in small letters; words with others are not ruled out. */
const LETTERS: Readonly<Record<NameScript, RegExp>> = {
  Latn: /[a-zçşğıöüäåøæāēīōūčšžćśźñńňłľřßđðãąęěéóőșțű]/,
  Cyrl: /[\u0430-\u044F\u0451]/,
  Arab: /[\u0621-\u063A\u0641-\u064A]/,
};

/** What letters of one script are answered by in the other, each where it costs least. */
interface Answers {
  /**
   * Bits of the letters of an answer, and what it costs each of the own letters, the least first. What needs letters that a
   * cheaper one does with fewer of is left out.
   */
  bits: number[];
  shares: number[];
  /** The letters of all answers, and what they cost at least. */
  units: number[];
  costs: number[];
}

/** What holds between two scripts, as seen from the first. */
interface Table {
  answers: ReadonlyMap<string, Answers>;
  longest: number;
  /** Least costs of the letters of the other side beside any letters of the own, by code unit; NaN for what is no letter. */
  costs: Float64Array;
}

const bitOf = (unit: number): number => 1 << (unit & 31);

function bitsOf(letters: string): number {
  let bits = 0;
  for (let i = 0; i < letters.length; i++) bits |= bitOf(letters.charCodeAt(i));
  return bits;
}

const tables = new Map<string, Table>();

function tableOf(own: NameScript, other: NameScript): Table {
  let table = tables.get(own + other);
  if (table === undefined) {
    table = readTable(own, other);
    tables.set(own + other, table);
  }
  return table;
}

function readTable(own: NameScript, other: NameScript): Table {
  const isFirst = NAME_SCRIPTS.indexOf(own) < NAME_SCRIPTS.indexOf(other);
  const { pairs } = isFirst ? correspondences(own, other) : correspondences(other, own);
  const byOwn = Map.groupBy(pairs, ([first, second]) => (isFirst ? first : second));
  const answers = new Map<string, Answers>();
  for (const [letters, some] of byOwn)
    answers.set(
      letters,
      answersOf(
        some.map(([first, second, cost]) => ({ answer: isFirst ? second : first, cost })),
        letters.length,
      ),
    );
  const costs = Float64Array.from({ length: UNITS }, (_, unit) =>
    LETTERS[other].test(String.fromCharCode(unit)) ? UNANSWERED : Number.NaN,
  );
  lower(costs, answers.get(''));
  return { answers, longest: Math.max(...[...byOwn.keys()].map((letters) => letters.length)), costs };
}

/** `length`: of the own letters. */
function answersOf(some: { answer: string; cost: number }[], length: number): Answers {
  const found: Answers = { bits: [], shares: [], units: [], costs: [] };
  const least = new Map<number, number>();
  for (const { answer, cost } of some.sort((a, b) => a.cost - b.cost)) {
    const bits = bitsOf(answer);
    if (!found.bits.some((fewer) => (fewer & ~bits) === 0)) {
      found.bits.push(bits);
      found.shares.push(cost / length);
    }
    for (let i = 0; i < answer.length; i++) {
      const unit = answer.charCodeAt(i);
      least.set(unit, Math.min(cost / answer.length, least.get(unit) ?? UNANSWERED));
    }
  }
  found.units.push(...least.keys());
  found.costs.push(...least.values());
  return found;
}

function lower(costs: Float64Array, answers: Answers | undefined): void {
  if (answers === undefined) return;
  for (let n = 0; n < answers.units.length; n++) {
    const unit = answers.units[n]!;
    if (answers.costs[n]! < costs[unit]!) costs[unit] = answers.costs[n]!;
  }
}

/** Bounds of one spelling against words of one other script. */
export class LeastDistance {
  /** Least costs of letters of the other word, by code unit. */
  readonly #costs: Float64Array;
  /** Of each letter of the own spelling the answers to it and its neighbours. */
  readonly #answers: readonly (readonly Answers[])[];

  constructor({ script, letters }: Spelling, other: NameScript) {
    const { answers, longest, costs } = tableOf(script, other);
    this.#costs = costs.slice();
    const all = Array.from(letters, (): Answers[] => []);
    for (let start = 0; start < letters.length; start++)
      for (let end = start + 1; end <= Math.min(start + longest, letters.length); end++) {
        const found = answers.get(letters.slice(start, end));
        if (found === undefined) continue;
        lower(this.#costs, found);
        for (let at = start; at < end; at++) all[at]!.push(found);
      }
    this.#answers = all;
  }

  /**
   * False only if the distance to the word in `[start, end)` of a text is above `bound`. The word is in small letters of
   * the other script.
   */
  mayBeWithin(bound: number, text: string, start = 0, end = text.length): boolean {
    const most = bound + ROUNDING;
    let sum = 0;
    let has = 0;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      sum += this.#costs[unit] ?? Number.NaN;
      if (sum > most) return false;
      has |= bitOf(unit);
    }
    return Number.isNaN(sum) || this.#ownCost(~has, most) <= most;
  }

  /** The least cost of the own letters, or one above `most`. `lacks`: bits of letters that the other word does not have. */
  #ownCost(lacks: number, most: number): number {
    let sum = 0;
    for (const answers of this.#answers) {
      let least = UNANSWERED;
      for (const { bits, shares } of answers) {
        let at = 0;
        while (at < bits.length && (bits[at]! & lacks) !== 0) at++;
        if (at < bits.length && shares[at]! < least) least = shares[at]!;
      }
      sum += least;
      if (sum > most) return sum;
    }
    return sum;
  }
}
