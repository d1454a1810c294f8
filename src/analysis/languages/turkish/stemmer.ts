/**
 * Turkish. Endings are cut from the right in the order of the language's morphology (Göksel & Kerslake 2005;
 * Eryiğit & Adalı 2004), on the ASCII-folded word, so that disisleri and Dışişleri have one stem.
 *
 * Rules in order:
 *   exact    lower case with İ-i and I-ı
 *   folded  ASCII folding, shared by all languages in Latin script
 *   stem     endings, longest first, while four letters are left (three before the clearest ones) and the vowels
 *            agree as far as ASCII shows it: a is back and e is front, i o u may be either; known roots (see
 *            turkish-roots.ts) may be shorter and are never cut themselves; then b d g at the end
 *            of the stem are p t k (kitap kitabı, kanat kanadı, renk rengi)
 *   root   the first five letters of the stem (Can et al. 2008 found them as good as a stemmer)
 */

import { AsciiTrie, NO_WORD } from '../../ascii-trie.ts';
import { foldLatin } from '../../folding/latin.ts';
import type { TokenFilter } from '../../language.ts';
import { WordSet } from '../../word-map.ts';
import { ROOT_WORDS, SHORTENED, VERBS } from './roots.ts';
import { endingsOf } from './suffixes.ts';

/** Longest word that is worth stemming. */
const LONGEST = 60;
/** Letters that must be left of a word; of a known root, two. */
const LEAST = 4;
const SHORTEST = 2;
const LEAST_BEFORE_CLEAR = 3;
/** Endings that are cut from one word at most. */
const ROUNDS = 4;
const COARSE = 5;

function stem(word: string): string {
  if (word.length > LONGEST) return word;
  findRoots(word);
  let length = word.length;
  for (let round = 0; round < ROUNDS && rootOf[length] === NO_WORD; round++) {
    const shorter = cutOne(word, length);
    if (shorter === length) break;
    length = shorter;
  }
  return ROOTS[rootOf[length]!] ?? word.slice(0, length);
}

/**
 * How many of the first `length` letters are left after one ending: the most that are a known root, else the fewest
 * that are enough.
 */
function cutOne(word: string, length: number): number {
  let known = 0;
  let shortest = 0;
  endingsOf(word, length, (index, kind) => {
    if (index < SHORTEST || !agree(word, index, length)) return;
    if (kind !== 'voice' && index >= (kind === 'clear' ? LEAST_BEFORE_CLEAR : LEAST)) shortest = index;
    if (known > 0) return;
    const root = ROOTS[rootOf[index]!];
    if (root !== undefined && (kind !== 'voice' || VERB_ROOTS.has(root))) known = index;
  });
  return known || shortest || length;
}

const [A, E, I, O, U] = [97, 101, 105, 111, 117];
const isCertain = (unit: number): boolean => unit === A || unit === E;
const isVowel = (unit: number): boolean => isCertain(unit) || unit === I || unit === O || unit === U;

/**
 * Whether the first `length` letters may be cut at `index`: a vowel is left before the ending, and the first certain
 * vowel after it agrees with that one. Only a and e are certain; i, o and u agree with anything.
 */
function agree(word: string, index: number, length: number): boolean {
  let before = index - 1;
  while (before >= 0 && !isVowel(word.charCodeAt(before))) before--;
  if (before < 0) return false;
  const vowel = word.charCodeAt(before);
  if (!isCertain(vowel)) return true;
  let after = index;
  while (after < length && !isCertain(word.charCodeAt(after))) after++;
  return after === length || word.charCodeAt(after) === vowel;
}

const VERB_ROOTS = new WordSet(VERBS.map(foldLatin));

/** Folded roots, and the tree of them and of their forms before some endings. If two roots share a form, the one that is itself a root wins. */
const ROOTS: string[] = [];
const tree = new AsciiTrie();
for (const [form, root] of [
  ...VERBS.filter((verb) => verb.length > LEAST && /[ae]$/.test(verb)).map(
    (verb) => [verb.slice(0, -1), verb] as const,
  ),
  ...ROOT_WORDS.flatMap((root) => softened(root).map((soft) => [soft, root] as const)),
  ...SHORTENED.flatMap(([form, root]) => softened(form).map((soft) => [soft, root] as const)),
  ...[...SHORTENED.map(([, root]) => root), ...ROOT_WORDS].map((root) => [root, root] as const),
])
  tree.add(foldLatin(form), ROOTS.push(foldLatin(root)) - 1);

/** Index in `ROOTS` of the first n letters of the word that was looked at last; `NO_WORD` if they are not a root. */
const rootOf = new Int32Array(LONGEST + 1);

function findRoots(word: string): void {
  rootOf.fill(NO_WORD, 0, word.length + 1);
  let node = 0;
  for (let at = 0; at < word.length; at++) {
    node = tree.after(node, word.charCodeAt(at));
    if (node === 0) return;
    rootOf[at + 1] = tree.valueAt(node);
  }
}

/** A root, and the same with the soft consonant that it has before a vowel: kitap kitab, renk reng, çok çoğ. */
function softened(root: string): string[] {
  const soft: Readonly<Record<string, string>> = { p: 'b', t: 'd', k: 'g' };
  const last = soft[root.at(-1)!];
  return last === undefined ? [root] : [root, root.slice(0, -1) + last];
}

const HARD: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k' };

function harden(word: string): string {
  if (word.length < LEAST) return word;
  const hard = HARD[word.at(-1)!];
  return hard === undefined ? word : word.slice(0, -1) + hard;
}

/** A character beyond the Basic Multilingual Plane is one letter. */
function firstLetters(word: string): string {
  let end = 0;
  for (let letters = 0; letters < COARSE && end < word.length; letters++)
    end += word.codePointAt(end)! > 0xffff ? 2 : 1;
  return word.slice(0, end);
}

/** From the folded form to the root. */
export const turkishStemming: readonly TokenFilter[] = [
  { name: 'endings', form: 'stem', apply: stem },
  { name: 'hard consonants', form: 'stem', apply: harden },
  { name: 'first five letters', form: 'root', apply: firstLetters },
];
