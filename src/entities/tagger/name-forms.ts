/**
 * Which words of names a word of a text may be: read as it is, as a case of a name's word, without what some languages
 * write together with a name in front of it, and without the endings that some put after it. All words in folded form.
 */
import { CodeUnitSet } from '../../analysis/code-unit-set.ts';
import { FOLDED_ARABIC_LETTERS } from '../../analysis/folding/arabic-letters.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import type { Script } from '../../analysis/language.ts';
import { analyzerFor, LANGUAGES, languageFor } from '../../analysis/languages/registry.ts';
import { nameRules, withoutPrefixes } from '../language-rules.ts';
import { BARE, endingsIn, NameBloomFilter, WHOLE } from './bloom-filter.ts';

/** What a word of the text may be. */
export interface Reading {
  /** Words of names that it may be anywhere in a name: itself and nominatives. */
  readonly any: readonly string[];
  /** The same without prefixes, only at the beginning of a name. */
  readonly first: readonly string[];
  /** The same without an ending, only at the end of a name. */
  readonly last: readonly string[];
}

/** All but the letters and digits that folding leaves as they are, in any language. */
const UNFOLDED = new CodeUnitSet(
  (character) => !/[a-z0-9\u0430-\u044F]/.test(character) && !FOLDED_ARABIC_LETTERS.includes(character),
);

/** A word of a text folded by the rules of its script, for when its passage is in another one. */
export function foldedByScript(word: string): string {
  return UNFOLDED.meets(word) ? analyzerFor('und').forms(word).folded : word;
}

/** Scripts in which names may have prefixes. */
const PREFIX_SCRIPTS: ReadonlySet<Script> = new Set(
  LANGUAGES.filter(({ names }) => names?.prefixes !== undefined).map(({ script }) => script),
);
const PREFIXES = nameRules(({ prefixes }) => prefixes);
const ENDINGS = nameRules(({ endings }) => endings);
/** The bounds of all languages; each language keeps its own within them. */
const ENDED_FROM = Math.min(...ENDINGS.map(({ nameFrom }) => nameFrom));
const LONGEST_ENDING = Math.max(...ENDINGS.map(({ longest }) => longest));

/** Whether names of a language may have endings without an apostrophe. */
export const hasEndings = (language: string): boolean => languageFor(language)?.names?.endings !== undefined;

/** Bits of the kinds of endings that may follow names of a language. */
export function isLastWithEndings(language: string): number {
  const endings = languageFor(language)?.names?.endings;
  return endings === undefined ? 0 : 1 << ENDINGS.indexOf(endings);
}

/** Whether words of names of a language have cases. */
export const isDeclined = (language: string): boolean => languageFor(language)?.names?.declined !== undefined;

/** Whether the first word of a name may have prefixes. */
export const mayHavePrefixes = (word: string): boolean => PREFIX_SCRIPTS.has(scriptOf(word.codePointAt(0)!));

const NOMINATIVES = nameRules(({ nominatives }) => nominatives);

/** What is known of words of names. */
export interface KnownWords {
  /** Whether a word is in a name; is in a name of a language with cases; is the first word; the last, with endings of kind n. */
  isName(word: string): boolean;
  isDeclined(word: string): boolean;
  isFirst(word: string): boolean;
  isLast(word: string, kind: number): boolean;
}

/** What a word of a text may be, among the words of names that are known; `undefined` if it is in no name. */
export function readingOf(word: string, known: KnownWords): Reading | undefined {
  const nominatives = NOMINATIVES.flatMap((of) => of(word, (name) => known.isDeclined(name)));
  const itself = known.isName(word) ? [word] : NONE;
  const any = nominatives.length === 0 ? itself : [...itself, ...nominatives];
  const first = withoutPrefixes(word).filter((name) => known.isFirst(name));
  const last = ENDINGS.flatMap(({ cut }, kind) => cut(word, (name) => known.isLast(name, kind)));
  return any.length + first.length + last.length === 0 ? undefined : { any, first, last };
}

const NONE: readonly never[] = [];

export class NameForms {
  readonly #gate = new NameBloomFilter(ENDED_FROM, LONGEST_ENDING, PREFIXES);
  readonly #words = new Set<string>();
  readonly #firstWords = new Set<string>();
  /** Last words of names, for each of `ENDINGS`. */
  readonly #lastWords = ENDINGS.map(() => new Set<string>());
  readonly #declined = new Set<string>();
  /** Case of a name's word -> the words it may be a case of. */
  readonly #nominatives = new Map<string, string[]>();
  readonly #isFirst = (name: string): boolean => this.#firstWords.has(name);
  readonly #isLast = this.#lastWords.map(
    (words) =>
      (name: string): boolean =>
        words.has(name),
  );

  /** Adds the words of a name; endings and cases are those of its language. */
  add(words: readonly string[], language: string): void {
    const rules = languageFor(language)?.names;
    for (const word of words) {
      if (rules?.declined !== undefined) this.#decline(word, rules.declined);
      this.#words.add(word);
      this.#gate.add(word);
    }
    if (PREFIX_SCRIPTS.has(scriptOf(words[0]!.codePointAt(0)!))) this.#firstWords.add(words[0]!);
    if (rules?.endings === undefined) return;
    this.#lastWords[ENDINGS.indexOf(rules.endings)]!.add(words.at(-1)!);
    this.#gate.addEnded(words.at(-1)!);
  }

  /** Which readings of a word of a text may be words of names; 0 for most words. Quick. See `NameBloomFilter`. */
  lets(word: string): number {
    return this.#gate.lets(word);
  }

  /** What a word may be by the readings that `lets` left; `undefined` if it is in no name. */
  read(word: string, lets = this.lets(word)): Reading | undefined {
    const nominatives = (lets & WHOLE) === 0 ? undefined : this.#nominatives.get(word);
    const itself = (lets & WHOLE) !== 0 && this.#words.has(word) ? [word] : NONE;
    const any = nominatives === undefined ? itself : [...itself, ...nominatives];
    const first = (lets & BARE) === 0 ? NONE : withoutPrefixes(word).filter(this.#isFirst);
    const lengths = endingsIn(lets);
    const last = lengths === 0 ? NONE : ENDINGS.flatMap(({ cut }, n) => cut(word, this.#isLast[n]!, lengths));
    return any.length + first.length + last.length === 0 ? undefined : { any, first, last };
  }

  #decline(word: string, declined: (nominative: string) => string[]): void {
    if (this.#declined.has(word)) return;
    this.#declined.add(word);
    for (const form of declined(word)) {
      this.#gate.add(form);
      const known = this.#nominatives.get(form);
      if (known === undefined) this.#nominatives.set(form, [word]);
      else known.push(word);
    }
  }
}
