/**
 * Words that a spelling dictionary has in lower case: ordinary words, and no names. From Hunspell's dictionaries of
 * Turkish, English and Russian (packages `dictionary-tr`, `-en`, `-ru`); Arabic has no such list under a free licence,
 * and no lower case. Read at the first question (about half a second), kept as 32-bit keys (four megabytes): about one
 * in 4,000 words that is none meets a key by chance.
 */
import { readFileSync } from 'node:fs';
import type { Forms } from './analyse.ts';
import { foldCyrillic } from './cyrillic.ts';
import { keyOf } from './key.ts';
import { foldLatin } from './latin.ts';

const DICTIONARIES = [
  { name: 'dictionary-tr', fold: foldLatin },
  { name: 'dictionary-en', fold: foldLatin },
  { name: 'dictionary-ru', fold: foldCyrillic },
];
/** A lower-case word, and what follows it in a dictionary's line: flags behind a slash, or a tab. */
const ENTRY = /^(\p{Ll}[\p{Ll}’']*)(?:[/\t]|$)/u;
/** What a stem may lack of the word that a dictionary lists. */
const ENDINGS = [
  '',
  'e',
  'y',
  'а',
  'я',
  'о',
  'е',
  'ь',
  'й',
  'ия',
  'ие',
  'ый',
  'ий',
  'ой',
  'ть',
  'ать',
  'ить',
  'еть',
  'и',
  'ы',
];

let keys: Int32Array | undefined;

/**
 * Whether a dictionary has a word in lower case: as it is written, or what is left of it without its ending. A word
 * typed without its marks (kallas) is not taken for one with marks (kallaş): it may be a name as it is.
 */
export function isInLexicon(forms: readonly Forms[]): boolean {
  keys ??= readKeys();
  return forms.some(
    ({ exact, variant, stem }) =>
      has(keys!, keyOf(exact, 'exact')) ||
      (stem !== variant && ENDINGS.some((ending) => has(keys!, keyOf(stem + ending, 'variant')))),
  );
}

function readKeys(): Int32Array {
  const found: number[] = [];
  for (const { name, fold } of DICTIONARIES) {
    const file = new URL('index.dic', import.meta.resolve(name));
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const word = ENTRY.exec(line)?.[1];
      if (word !== undefined) found.push(keyOf(word, 'exact'), keyOf(fold(word), 'variant'));
    }
  }
  return Int32Array.from(found).sort();
}

/** Binary search. */
function has(sorted: Int32Array, key: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === key;
}
