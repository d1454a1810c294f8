/**
 * How far apart two spellings of a name in two scripts are: the cheapest way to answer the letters of one by those of
 * the other (a weighted edit distance over groups of letters; Viterbi search in the channel model of Li, Zhang & Su
 * 2004). Tsahkna - تساخكنا, Nebenzya - نيبينزيا - Небензя.
 */
import { ARABIC_LETTER_FOR, SIGNS } from '../../analysis/folding/arabic-letters.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { correspondences, type Lattice, NAME_SCRIPTS, type NameScript } from './letters.ts';

/** Longer words are no names. */
const LONGEST = 32;
/** A letter that the other spelling has and no line of a table explains. */
export const UNKNOWN_IN = 6;
/** One letter in the place of another one. */
export const UNKNOWN_INSTEAD = 8;

/** A word as names are compared: lower case, in one script, without marks that no other script has. */
export interface Spelling {
  readonly script: NameScript;
  readonly letters: string;
}

/** Latin letters with marks that the tables tell apart; others lose their marks. */
const OWN_LETTERS = /[çşğıöüäåøæāēīōūčšžćśźñńňłľřßđðãąęěéóőșțű]/;
const NO_LETTERS = /[^\p{L}]/gu;
const ARABIC_OTHERS = new RegExp(`[${Object.keys(ARABIC_LETTER_FOR).join('')}]`, 'g');

/** Words of these need nothing done. */
const PLAIN: readonly (readonly [NameScript, RegExp])[] = [
  ['Latn', /^[a-z]+$/],
  ['Arab', /^[\u0621-\u063A\u0641-\u064A]+$/],
  ['Cyrl', /^[\u0430-\u044F\u0451]+$/],
];

/** The spelling of a word; `undefined` if names are not compared in its script, or it is too long for a name. */
export function spellingOf(word: string): Spelling | undefined {
  if (word.length <= LONGEST)
    for (const [script, letters] of PLAIN) if (letters.test(word)) return { script, letters: word };
  const script = NAME_SCRIPTS.find((name) => name === scriptOf(word.codePointAt(0) ?? 0));
  if (script === undefined || word.length > LONGEST) return undefined;
  const lower = word.normalize('NFC').replaceAll('İ', 'i').toLowerCase();
  const letters =
    script === 'Arab'
      ? lower.replace(SIGNS, '').replace(ARABIC_OTHERS, (letter) => ARABIC_LETTER_FOR[letter]!)
      : script === 'Latn'
        ? Array.from(lower, (letter) =>
            letter < '\x80' || OWN_LETTERS.test(letter)
              ? letter
              : letter.normalize('NFD').replace(/\p{M}/gu, ''),
          ).join('')
        : lower;
  const bare = letters.replace(NO_LETTERS, '');
  return bare === '' ? undefined : { script, letters: bare };
}

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
  readonly #spelling: Spelling;
  readonly #lattices = new Map<NameScript, Lattice>();

  constructor(spelling: Spelling) {
    this.#spelling = spelling;
  }

  /** See `nameDistance`. */
  distance(other: Spelling, bound = Number.POSITIVE_INFINITY): number {
    const own = this.#spelling;
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
  for (let row = 0; row < rows; row++) {
    const arcs = lattice[row]!;
    for (let column = 0; column < width; column++) {
      const cost = costs[row * width + column]!;
      if (cost > bound) continue;
      const next = column + 1 === width ? -1 : word.charCodeAt(column);
      for (const { length, answer, first, cost: more } of arcs) {
        if (first !== 0 && (first !== next || (answer.length > 1 && !word.startsWith(answer, column))))
          continue;
        const to = (row + length) * width + column + answer.length;
        if (cost + more < costs[to]!) costs[to] = cost + more;
      }
      if (column + 1 === width) continue;
      const added = row * width + column + 1;
      if (cost + UNKNOWN_IN < costs[added]!) costs[added] = cost + UNKNOWN_IN;
      if (row + 1 === rows) continue;
      const instead = (row + 1) * width + column + 1;
      if (cost + UNKNOWN_INSTEAD < costs[instead]!) costs[instead] = cost + UNKNOWN_INSTEAD;
    }
  }
  const cost = costs[rows * width - 1]!;
  return cost > bound ? Number.POSITIVE_INFINITY : cost;
}
