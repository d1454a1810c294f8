/**
 * Which words of names a word of a text may be: read as it stands, as a case of a Russian name's word, without Arabic
 * proclitics where it begins a name, and without a Turkish ending where it ends one. All words in folded form.
 */
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { ENDING_FROM, LONGEST_ENDING, withoutProclitics, withoutTurkishEndings } from './affixes.ts';
import { BARE, endingsIn, NameBloomFilter, WHOLE } from './bloom-filter.ts';
import { declined } from './declension.ts';

/** What a word of the text may be. */
export interface Reading {
  /** Words of names that stand for it anywhere in a name: itself and nominatives. */
  readonly any: readonly string[];
  /** The same without Arabic proclitics, only at the beginning of a name. */
  readonly first: readonly string[];
  /** The same without a Turkish ending, only at the end of a name. */
  readonly last: readonly string[];
}

/** Letters and digits that folding leaves as they are, in any language, by code unit. */
const FOLDED = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  /[a-z0-9\u0430-\u044F\u0627\u0628\u062A-\u063A\u0641-\u0648\u064A]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** A word of a text folded by the rules of its script, where its passage is in another one. */
export function foldedByScript(word: string): string {
  for (let at = 0; at < word.length; at++)
    if (FOLDED[word.charCodeAt(at)] === 0) return analyzerFor('und').forms(word).folded;
  return word;
}

const ARABIC = /^[\u0620-\u064A]/;

const NONE: readonly never[] = [];

export class NameForms {
  readonly #gate = new NameBloomFilter(ENDING_FROM, LONGEST_ENDING);
  readonly #words = new Set<string>();
  readonly #firstOfArabic = new Set<string>();
  readonly #lastOfTurkish = new Set<string>();
  readonly #declined = new Set<string>();
  /** Case of a Russian name's word -> the words it may be a case of. */
  readonly #nominatives = new Map<string, string[]>();
  readonly #isFirst = (name: string): boolean => this.#firstOfArabic.has(name);
  readonly #isLast = (name: string): boolean => this.#lastOfTurkish.has(name);

  /** Adds the words of a name; endings and cases are those of its language. */
  add(words: readonly string[], language: string): void {
    for (const word of words) {
      if (language === 'ru') this.#decline(word);
      this.#words.add(word);
      this.#gate.add(word);
    }
    if (ARABIC.test(words[0]!)) this.#firstOfArabic.add(words[0]!);
    if (language !== 'tr') return;
    this.#lastOfTurkish.add(words.at(-1)!);
    this.#gate.addEnded(words.at(-1)!);
  }

  /** Which readings of a word of a text may be words of names; 0 for most words. Quick. See `WordGate`. */
  lets(word: string): number {
    return this.#gate.lets(word);
  }

  /** What a word may be by the readings that `lets` left; `undefined` where it is in no name. */
  read(word: string, lets = this.lets(word)): Reading | undefined {
    const nominatives = (lets & WHOLE) === 0 ? undefined : this.#nominatives.get(word);
    const itself = (lets & WHOLE) !== 0 && this.#words.has(word) ? [word] : NONE;
    const any = nominatives === undefined ? itself : [...itself, ...nominatives];
    const first = (lets & BARE) === 0 ? NONE : withoutProclitics(word).filter(this.#isFirst);
    const endings = endingsIn(lets);
    const last = endings === 0 ? NONE : withoutTurkishEndings(word, this.#isLast, endings);
    return any.length + first.length + last.length === 0 ? undefined : { any, first, last };
  }

  #decline(word: string): void {
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
