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

import { lazily } from '../../../common/lazily.ts';
import { AsciiTrie, NO_WORD } from '../../ascii-trie.ts';
import { foldLatin } from '../../folding/latin.ts';
import type { TokenFilter } from '../../language.ts';
import { WordSet } from '../../word-map.ts';
import { NAMES, ROOT_WORDS, SHORTENED, VERBS } from './roots.ts';
import { endingsOf } from './suffixes.ts';

/** Longest word that is worth stemming. */
const LONGEST = 60;
/** Letters that must be left of a word; of a known root, two. */
const LEAST = 4;
const SHORTEST = 2;
const LEAST_BEFORE_CLEAR = 3;
/** Endings that are cut from one word at most. */
const ROUNDS = 4;

/** Irregular verbs before it: diyor, yiyor. */
const BEFORE_PRESENT: Readonly<Record<string, string>> = {
  d: 'de',
  y: 'ye',
  gid: 'git',
  ed: 'et',
  tad: 'tat',
  gud: 'gut',
};

/**
 * The verb of a present in -iyor, before which a and e at the end of the verb go: istiyor of iste, okuyor of oku, geliyor
 * of gel (Göksel & Kerslake 2005, 2.4).
 */
function verbOfPresent(word: string): string | undefined {
  if (!word.includes('yor')) return undefined;
  const plain = /^([a-z]+)([iu])yor/.exec(word);
  if (plain === null) return undefined;
  const [, before, vowel] = plain;
  for (const base of [before!, before!.replace(/m$/, ''), before!.replace(/[ae]m$/, '')]) {
    const irregular = BEFORE_PRESENT[base];
    if (irregular !== undefined) return irregular;
    for (const verb of [base + vowel, `${base}a`, `${base}e`, base]) if (verbRoots().has(verb)) return verb;
  }
  return undefined;
}

function stem(word: string): string {
  if (word.length > LONGEST) return word;
  const verb = verbOfPresent(word);
  if (verb !== undefined) return verb;
  findRoots(word);
  let length = word.length;
  for (let round = 0; round < ROUNDS && rootOf[length] === NO_WORD; round++) {
    const shorter = cutOne(word, length);
    if (shorter === length) break;
    length = shorter;
  }
  return known().roots[rootOf[length]!] ?? word.slice(0, length);
}

/**
 * How many of the first `length` letters are left after one ending: the most that are a known root, else the fewest
 * that are enough.
 */
function cutOne(word: string, length: number): number {
  const { roots } = known();
  let longest = 0;
  let shortest = 0;
  endingsOf(word, length, (index, kind) => {
    if (index < SHORTEST || !agree(word, index, length)) return;
    if (kind !== 'voice' && index >= (kind === 'clear' ? LEAST_BEFORE_CLEAR : LEAST)) shortest = index;
    if (longest > 0) return;
    const root = roots[rootOf[index]!];
    if (root !== undefined && (kind !== 'voice' || verbRoots().has(root))) longest = index;
  });
  return longest || shortest || length;
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

/** Verbs whose t is d before a vowel; others keep theirs, and so do names. */
const SOFTENED_VERBS = new Set(['git', 'et', 'güt', 'tat', 'dit']);
const SOFTENED_AFTER_ALL = new Set(['kanat', 'umut', 'yurt', 'dert', 'tat', 'yoğurt', 'armut']);

/** The roots that may have their soft consonant. Not taşıt, which taşıdı is no form of, but kanat. */
function softenedRoots(): string[] {
  const hard = new Set([...VERBS.filter((verb) => !SOFTENED_VERBS.has(verb)), ...NAMES]);
  const verbs = new Set(VERBS);
  return ROOT_WORDS.filter((root) => {
    if (SOFTENED_AFTER_ALL.has(root)) return true;
    return !hard.has(root) && !(root.endsWith('t') && verbs.has(root.slice(0, -1)));
  });
}

const verbRoots = lazily(() => new WordSet(VERBS.map(foldLatin)));

/** Whether a noun ends in the possessive of a compound, which its plural has elsewhere: havalimanı, havalimanları. */
function isCompound(root: string): boolean {
  return root.length >= COMPOUND_FROM && /[ıiuü]$/.test(root);
}
const COMPOUND_FROM = 9;

/** Folded roots, and the tree of them and of their forms before some endings. If two roots share a form, the one that is itself a root wins. */
const known = lazily(() => {
  const roots: string[] = [];
  const tree = new AsciiTrie();
  for (const [form, root] of [
    ...VERBS.filter((verb) => verb.length > LEAST && /[ae]$/.test(verb)).map(
      (verb) => [verb.slice(0, -1), verb] as const,
    ),
    ...ROOT_WORDS.filter(isCompound).map((root) => [root.slice(0, -1), root] as const),
    ...softenedRoots().flatMap((root) => softened(root).map((soft) => [soft, root] as const)),
    ...SHORTENED.flatMap(([form, root]) => softened(form).map((soft) => [soft, root] as const)),
    ...[...SHORTENED.map(([, root]) => root), ...ROOT_WORDS].map((root) => [root, root] as const),
  ])
    tree.add(foldLatin(form), roots.push(foldLatin(root)) - 1);
  return { roots, tree };
});

/** Index in the roots of the first n letters of the word that was looked at last; `NO_WORD` if they are not a root. */
const rootOf = new Int32Array(LONGEST + 1);

function findRoots(word: string): void {
  rootOf.fill(NO_WORD, 0, word.length + 1);
  const { tree } = known();
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

const NUMBER_AFTER_LETTERS = /(?<=^[a-z]{3,})\d+$/;
const nameRoots = lazily(() => new WordSet(NAMES.map((name) => harden(foldLatin(name)))));
const hardRoots = lazily(() => new WordSet(known().roots.map(harden)));
/** What derives a word from a root, in ASCII: -li -lik -siz -ci -ce -i -hane, verbs in -la and -leş; and the voices of verbs. */
const DERIVED = /^(?:l[iu]|s[iu]z|c[iu]|c[ae]$|l[ae]|l$|h?ane$|ne$)/;
/** -i makes an adjective of a noun: askeri of asker, but başarı is not of başar. */
const NISBA = /^[iu]$/;
const VOICE = /^(?:[nlt]|[iu][lnst]|[dt][iu]r)/;
/** Marks the root of a name, so that it is that of no other word. No ASCII: engines cut terms at it. */
const NAME_MARK = '\u00B7';
/** Letters of a root, and of one that begins with a shorter root of five or six letters without being derived from it. */
const USUAL_LETTERS = 6;
const LONGER_LETTERS = 8;

/**
 * The first letters of a stem. Words that are derived from a root of five or six letters have that root (deniz, denizci);
 * others that begin with one have more letters (opera, operasyon). A name keeps all of its letters, and a number at the
 * end does not count: covid19 is also about covid.
 */
function firstLetters(stemmed: string): string {
  const word = NUMBER_AFTER_LETTERS.test(stemmed)
    ? harden(stem(stemmed.replace(NUMBER_AFTER_LETTERS, '')))
    : stemmed;
  if (nameRoots().has(word)) return word + NAME_MARK;
  let letters = beginningOf(word, USUAL_LETTERS);
  for (let length = USUAL_LETTERS; length >= USUAL_LETTERS - 1; length--) {
    const root = beginningOf(word, length);
    if (root === word || !hardRoots().has(root)) continue;
    const rest = word.slice(root.length);
    const derived = DERIVED.test(rest) || (verbRoots().has(root) ? VOICE : NISBA).test(rest);
    letters = derived ? root : beginningOf(word, LONGER_LETTERS);
    break;
  }
  return nameRoots().has(letters) && letters !== word ? beginningOf(word, LONGER_LETTERS) : letters;
}

/** A character beyond the Basic Multilingual Plane is one letter. */
function beginningOf(word: string, length: number): string {
  let end = 0;
  for (let letters = 0; letters < length && end < word.length; letters++)
    end += word.codePointAt(end)! > 0xffff ? 2 : 1;
  return word.slice(0, end);
}

/** From the folded form to the root. */
export const turkishStemming: readonly TokenFilter[] = [
  { name: 'endings', form: 'stem', apply: stem },
  { name: 'hard consonants', form: 'stem', apply: harden },
  { name: 'first letters', form: 'root', apply: firstLetters },
];
