/**
 * Which letters of one script are written for which letters of another in names, with costs: read from the tables
 * of Latin against Arabic and Latin against Cyrillic. Cyrillic against Arabic is their composition: what both write
 * for the same Latin letters answer each other.
 */

import { foldArabic } from '../../analysis/folding/arabic.ts';
import { foldCyrillic } from '../../analysis/folding/cyrillic.ts';
import { lazily } from '../../common/lazily.ts';
import { ARABIC_LETTERS } from './letters-arabic.ts';
import { CYRILLIC_LETTERS } from './letters-cyrillic.ts';

/** The scripts names are compared between, in the order in which a pair of them is looked up. */
export const NAME_SCRIPTS = ['Latn', 'Cyrl', 'Arab'] as const;
export type NameScript = (typeof NAME_SCRIPTS)[number];

/** From one place in a word: the letters up to `length` further on are answered by `answer`. */
export interface Arc {
  readonly length: number;
  readonly answer: string;
  /** Code unit that the answer begins with; 0 where it is empty. */
  readonly first: number;
  readonly cost: number;
}

/** For each place of a word, the end included, the arcs that begin there. */
export type Lattice = readonly (readonly Arc[])[];

/** What holds between two scripts. */
export interface Correspondences {
  /** The arcs of a word of the first script. */
  lattice(word: string): Lattice;
  /** Letters of the first script, letters of the second, and the cost in some place; one of the two may be none. */
  readonly pairs: readonly (readonly [first: string, second: string, cost: number])[];
}

/** What reading `foldArabic` or `foldCyrillic` spelling for the full one costs: archives fold, writers often do. */
const FOLDED = 0.4;
/** Letters that no line of the table speaks of: one left out, one added, and one in the place of another one. */
export const UNKNOWN_OUT = 6;
export const UNKNOWN_IN = 6;
export const UNKNOWN_INSTEAD = 8;
/** Share of the two costs that a composed correspondence takes over: both carry the doubt about the Latin letter. */
const COMPOSED = 0.75;
/** Composed correspondences that cost more than this are left out. */
const COMPOSED_MOST = 5;

type Place = 'first' | 'last' | 'before e' | 'before v' | 'after v' | 'between' | 'before c' | 'magic e';
/** The most specific first. */
const PLACES: readonly Place[] = [
  'before e',
  'first',
  'last',
  'magic e',
  'between',
  'before v',
  'after v',
  'before c',
];

/** Means no letter at all in a table. */
export const NOTHING = '(nothing)';
const VOWELS = 'aeiouyāēīōūäöüåøæıãé';
const SOFTENING = 'eiyé';
const MAGIC_E = /^(?:[bcdfgklmnpqrstvwzx]h?|st|ng)e$/;

/** A line of a table. */
export interface Line {
  letters: string;
  place: Place | undefined;
  answers: readonly (readonly [answer: string, cost: number])[];
}

/** The lines of a table. @throws Error where one cannot be read; a test reads them all. */
export function readLetters(table: string): Line[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [head, ...rest] = line.split(/ {2,}|(?<=^.{17}) /u);
      const [letters, ...place] = head!.trim().split(' ');
      const where = place.length === 0 ? undefined : PLACES.find((name) => name === place.join(' '));
      if (place.length > 0 && where === undefined) throw new Error(`no place: ${line}`);
      const answers = rest
        .filter((answer) => answer.trim() !== '')
        .map((answer): [string, number] => {
          const [to, cost] = answer.trim().split(' ');
          if (to === undefined || !Number.isFinite(Number(cost))) throw new Error(`no cost: ${line}`);
          return [to === '-' ? '' : to, Number(cost)];
        });
      return { letters: letters!, place: where, answers };
    });
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);

/** Whether letters of a word are in a place. */
function isIn(place: Place, word: string, start: number, length: number): boolean {
  const next = word[start + length];
  switch (place) {
    case 'before e':
      return next !== undefined && SOFTENING.includes(next);
    case 'first':
      return start === 0;
    case 'last':
      return next === undefined;
    case 'magic e':
      return MAGIC_E.test(word.slice(start + length));
    case 'between':
      return isVowel(word[start - 1]) && isVowel(next);
    case 'before v':
      return isVowel(next);
    case 'after v':
      return isVowel(word[start - 1]);
    case 'before c':
      return !isVowel(next);
  }
}

/** Answers with their folded spelling beside them, each once at its least cost. */
function withFolded(
  answers: Line['answers'],
  fold: (word: string) => string,
): readonly (readonly [string, number])[] {
  const least = new Map<string, number>();
  const note = (answer: string, cost: number): void => {
    least.set(answer, Math.min(cost, least.get(answer) ?? Number.POSITIVE_INFINITY));
  };
  for (const [answer, cost] of answers) {
    note(answer, cost);
    if (answer !== '') note(fold(answer), cost + FOLDED);
  }
  return [...least];
}

/** The arcs of some letters in each place that the table has for them. */
interface Arcs {
  /** The most specific place first. */
  places: readonly (readonly [Place, readonly Arc[]])[];
  elsewhere: readonly Arc[];
}

const NO_ARCS: readonly Arc[] = [];

/** Lines with what folded spelling makes of their answers. */
export class LetterTable implements Correspondences {
  readonly pairs: [first: string, second: string, cost: number][] = [];
  readonly #arcs = new Map<string, Arcs>();
  /** Of each letter that begins a group: the length of the longest one. */
  readonly #longest = new Map<string, number>();
  /** What may be written where nothing is: anywhere, at the beginning, at the end. */
  readonly #nothing = new Map<Place | undefined, readonly Arc[]>();

  constructor(lines: readonly Line[], fold: (word: string) => string) {
    const known = new Map<string, Map<Place | undefined, readonly Arc[]>>();
    for (const { letters, place, answers } of lines) {
      if (letters === NOTHING) {
        this.#nothing.set(place, this.#arcsOf('', answers));
        continue;
      }
      let places = known.get(letters);
      if (places === undefined) {
        places = new Map();
        known.set(letters, places);
      }
      places.set(place, this.#arcsOf(letters, withFolded(answers, fold)));
    }
    for (const [letters, byPlace] of known) {
      const places = PLACES.flatMap((place) => {
        const arcs = byPlace.get(place);
        return arcs === undefined ? [] : [[place, arcs] as const];
      });
      this.#arcs.set(letters, { places, elsewhere: byPlace.get(undefined) ?? NO_ARCS });
      const first = letters[0]!;
      this.#longest.set(first, Math.max(letters.length, this.#longest.get(first) ?? 0));
    }
  }

  lattice(word: string): Lattice {
    const lattice: Arc[][] = [];
    for (let start = 0; start <= word.length; start++) {
      const arcs: Arc[] = [...(this.#nothing.get(undefined) ?? NO_ARCS)];
      if (start === 0) arcs.push(...(this.#nothing.get('first') ?? NO_ARCS));
      lattice.push(arcs);
      if (start === word.length) {
        arcs.push(...(this.#nothing.get('last') ?? NO_ARCS));
        break;
      }
      arcs.push(LEFT_OUT);
      const longest = Math.min(this.#longest.get(word[start]!) ?? 0, word.length - start);
      for (let length = 1; length <= longest; length++)
        for (const arc of this.#arcsAt(word, start, length)) arcs.push(arc);
    }
    return lattice;
  }

  #arcsAt(word: string, start: number, length: number): readonly Arc[] {
    const arcs = this.#arcs.get(word.slice(start, start + length));
    if (arcs === undefined) return NO_ARCS;
    for (const [place, there] of arcs.places) if (isIn(place, word, start, length)) return there;
    return arcs.elsewhere;
  }

  /** The arcs of a line, shared by all words that it is met in. */
  #arcsOf(letters: string, answers: Line['answers']): readonly Arc[] {
    for (const [answer, cost] of answers) this.pairs.push([letters, answer, cost]);
    return answers.map(([answer, cost]) => ({
      length: letters.length,
      answer,
      first: answer === '' ? 0 : answer.charCodeAt(0),
      cost,
    }));
  }
}

const LEFT_OUT: Arc = { length: 1, answer: '', first: 0, cost: UNKNOWN_OUT };

/** Lines of `first` against the answers of `second`, by way of the Latin letters both are answers to. */
function composed(first: readonly Line[], second: readonly Line[]): Line[] {
  const least = new Map<string, number>();
  for (const { letters, place, answers } of first) {
    if (letters === NOTHING) continue;
    const edge = place === 'first' || place === 'last' ? place : undefined;
    const others = second.filter((line) => line.letters === letters);
    const other = others.find((line) => line.place === place) ?? others.find((line) => !line.place);
    for (const [from, cost] of answers) {
      if (from === '') continue;
      for (const [to, otherCost] of other?.answers ?? []) {
        const total = Math.round((cost + otherCost) * COMPOSED * 10) / 10;
        if (total > COMPOSED_MOST) continue;
        const key = `${from}\t${edge ?? ''}\t${to}`;
        least.set(key, Math.min(total, least.get(key) ?? Number.POSITIVE_INFINITY));
      }
    }
  }
  const lines = new Map<string, { letters: string; place: Place | undefined; answers: [string, number][] }>();
  for (const [key, cost] of least) {
    const [from, edge, to] = key.split('\t') as [string, string, string];
    const place = edge === '' ? undefined : (edge as Place);
    const line = lines.get(`${from} ${edge}`) ?? { letters: from, place, answers: [] };
    line.answers.push([to, cost]);
    lines.set(`${from} ${edge}`, line);
  }
  // At an edge of the word everything that holds anywhere holds too.
  for (const line of lines.values()) {
    if (line.place === undefined) continue;
    const own = new Set(line.answers.map(([to]) => to));
    for (const answer of lines.get(`${line.letters} `)?.answers ?? [])
      if (!own.has(answer[0])) line.answers.push(answer);
  }
  return [...lines.values(), ...second.filter(({ letters }) => letters === NOTHING)];
}

const arabic = lazily(() => readLetters(ARABIC_LETTERS));
const cyrillic = lazily(() => readLetters(CYRILLIC_LETTERS));

const foldLetters = (letters: string): string => foldArabic(letters).replace('ء', '');

const TABLES: Readonly<Record<string, () => Correspondences>> = {
  LatnArab: lazily(() => new LetterTable(arabic(), foldLetters)),
  LatnCyrl: lazily(() => new LetterTable(cyrillic(), foldCyrillic)),
  CyrlArab: lazily(() => new LetterTable(composed(cyrillic(), arabic()), foldLetters)),
};

/** Letter -> the most likely Latin letters for it, of those that any keyboard has. */
const romans = lazily(() => {
  const likeliest = new Map<string, string>();
  for (const lines of [arabic(), cyrillic()]) {
    const costs = new Map<string, number>();
    for (const { letters, place, answers } of lines) {
      if (place !== undefined || !/^(?:[a-z]|[sckgtdz]h|ts|y[aou])$/.test(letters)) continue;
      for (const [answer, cost] of answers) {
        if (answer.length !== 1 || cost >= (costs.get(answer) ?? Number.POSITIVE_INFINITY)) continue;
        costs.set(answer, cost);
        likeliest.set(answer, letters);
      }
    }
  }
  return likeliest;
});

/** A word in Latin letters, roughly: enough for an identifier. */
export function romanised(word: string): string {
  return Array.from(
    word.toLowerCase(),
    (letter) => romans().get(letter) ?? (letter < '\u0370' ? letter : ''),
  ).join('');
}

/** The correspondences of two different scripts; `first` must precede `second` in `NAME_SCRIPTS`. */
export function correspondences(first: NameScript, second: NameScript): Correspondences {
  return TABLES[first + second]!();
}
