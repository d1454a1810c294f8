/** What the languages know about names, joined: a text may have words of any language. */

import { analyzerFor, LANGUAGES } from '../analysis/languages/registry.ts';
import type { NamedAfter, NameRules } from '../analysis/name-rules.ts';
import { lazily } from '../common/lazily.ts';

const ALL: readonly NameRules[] = LANGUAGES.flatMap(({ names = [] }) => names);

/** The words of a list in folded form, which depends on their script only. */
export function foldedWords(words: string): string[] {
  return analyzerFor('und')
    .tokens(words)
    .map(({ forms }) => forms.folded);
}

/** The folded words of one list of every language. */
export function wordsOfNames(list: (rules: NameRules) => string | undefined): string[] {
  return ALL.flatMap((rules) => foldedWords(list(rules) ?? ''));
}

/** The same of a list of what gets its name from a place or person. */
export function wordsOfNamedAfter(list: (rules: NamedAfter) => string | undefined): string[] {
  return wordsOfNames(({ namedAfter = {} }) => list(namedAfter));
}

/** One rule of every language that has it. */
export function nameRules<T>(rule: (rules: NameRules) => T | undefined): T[] {
  return ALL.map(rule).filter((value) => value !== undefined);
}

const particles = lazily(() => new Set(wordsOfNames((rules) => rules.particles)));

/** Whether a word (folded form) is a particle that belongs to the family name after it: el-Esad, bin Selman. */
export function isParticle(folded: string): boolean {
  return particles().has(folded);
}

const fatherWords = lazily(() => new Set(wordsOfNames((rules) => rules.fatherWords)));

/** Whether the name of somebody's father follows a word (folded form). */
export function isFatherWord(folded: string): boolean {
  return fatherWords().has(folded);
}

const articles = nameRules(({ article }) => article);

/** Whether a word (folded form) has a definite article written together with it. */
export function hasArticle(folded: string): boolean {
  return articles.some(({ atBeginning }) => atBeginning.test(folded));
}

/** Whether a word (folded form) begins with the article itself, without anything in front of it. */
export function beginsWithArticle(folded: string): boolean {
  return articles.some(({ alone }) => folded.startsWith(alone));
}

/** A word without its article and what is in front of that; `undefined` if it has none. */
export function withoutArticle(folded: string): string | undefined {
  for (const { atBeginning } of articles) {
    const found = atBeginning.exec(folded);
    if (found !== null) return folded.slice(found[0].length);
  }
  return undefined;
}

const prefixes = nameRules((rules) => rules.prefixes);

/** The words of names that a word (folded form) may be without what is written together with it in front. */
export function withoutPrefixes(word: string): string[] {
  return prefixes.flatMap(({ cut }) => cut(word));
}

const endings = nameRules((rules) => rules.endings);

/** The names that a word (folded form) may be without an ending of some language. */
export function withoutNameEndings(word: string, isName: (name: string) => boolean): string[] {
  return endings.flatMap(({ cut }) => cut(word, isName));
}
