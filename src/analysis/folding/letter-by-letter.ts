/**
 * Folding of words of which only the script is known, and the hash of a folded word without folding it: nearly all letters
 * become one letter each, whatever stands beside them.
 */
import { hashedWith, NOTHING_HASHED, spread } from '../word-map.ts';
import { FOLDINGS } from './by-script.ts';
import { scriptOf } from './unicode.ts';

/** Folds a word by the script of its first letter. */
export function foldWord(word: string): string {
  const script = scriptOf(word.codePointAt(0) ?? 0);
  return FOLDINGS[script](word.replaceAll('İ', 'i').toLowerCase());
}

/** `hashOf` of the folded word that stands in `[start, end)`; `undefined` if its letters alone do not say it. */
export function hashOfFolded(units: ArrayLike<number>, start: number, end: number): number | undefined {
  const block = blockOf(units[start]!);
  let hash = NOTHING_HASHED;
  for (let at = start; at < end; at++) {
    const unit = units[at]!;
    const letter = blockOf(unit) === block ? foldedLetter(unit) : NO_LETTER;
    if (letter === NO_LETTER) return undefined;
    hash = hashedWith(hash, letter);
  }
  return spread(hash);
}

/** Code units are in blocks of 512; Latin, Cyrillic and Arabic letters have one each. Letters elsewhere are rare. */
const blockOf = (unit: number): number => unit >> 9;
const UNITS = 0x800;
/** Letters of each script that stay as they are. The second one after it changes what is before it, if anything does. */
const BESIDE = { Latn: 'bb', Cyrl: 'бб', Arab: 'بو' } as const;

const NO_LETTER = 0;
const UNKNOWN = 0xffff;
/** What each letter becomes; `NO_LETTER` for what is none, becomes several or none, or depends on its neighbours. */
const folded = new Uint16Array(UNITS).fill(UNKNOWN);

function foldedLetter(unit: number): number {
  if (unit >= UNITS) return NO_LETTER;
  const known = folded[unit]!;
  if (known !== UNKNOWN) return known;
  const letter = learn(unit);
  folded[unit] = letter;
  return letter;
}

function learn(unit: number): number {
  const letter = String.fromCharCode(unit);
  const script = scriptOf(unit);
  if (script === 'Zyyy' || !/\p{L}/u.test(letter)) return NO_LETTER;
  const [before, other] = BESIDE[script];
  const [one = '', ...rest] = [before, other].map((after) => foldWord(before! + letter + after).slice(1, -1));
  return one.length === 1 && rest.every((another) => another === one) ? one.charCodeAt(0) : NO_LETTER;
}
