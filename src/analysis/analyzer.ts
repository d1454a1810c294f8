/**
 * From text to words with all their forms; the same chain for documents and queries.
 * Forms are remembered with the written word, see `word-cache.ts`.
 */

import type { Forms, Token } from './forms.ts';
import { keyOf } from './hash.ts';
import { FORMS, type Form, type Language, type Script, type Step } from './language.ts';
import { type Word, type Words, wordAt, wordsIn } from './word-cache.ts';
import { WordSet } from './word-map.ts';

let made = 0;

/** Letters that a form of an auxiliary verb has after its stem at least. */
const LEAST_ENDING = 2;

export class Analyser {
  readonly language: Language;
  /** In their exact form, and in their variant form. */
  readonly #stopWords: readonly [exact: WordSet, variant: WordSet];
  readonly #ofScript: (script: Script) => Analyser | undefined;

  /** `ofScript`: who analyses the words of another script that stand in a text of this language. */
  constructor(language: Language, ofScript: (script: Script) => Analyser | undefined = () => undefined) {
    this.language = language;
    this.#ofScript = ofScript;
    this.#stopWords = [new WordSet(this.stopWords('exact')), new WordSet(this.stopWords('variant'))];
  }

  /** All forms of one word, cut as `tokenise` cuts it. */
  forms(word: string): Forms {
    return this.formsOf(wordAt(word, 0, word.length));
  }

  formsOf(word: Word): Forms {
    return word.formsIn(this.language, this.#make);
  }

  /** Every word of the text, in order, each by the rules of its script. Offsets are shifted by `offset` code units. */
  tokens(text: string, offset = 0): Token[] {
    return this.tokensOf(wordsIn(text), offset);
  }

  tokensOf({ starts, ends, words }: Words, offset = 0): Token[] {
    return words.map((word, n) => ({
      start: starts[n]! + offset,
      end: ends[n]! + offset,
      forms: this.#analyserOf(word).formsOf(word),
    }));
  }

  /** Forms of the word that stands in a text of this language, by the rules of its script. */
  formsAt(text: string, start: number, end: number): Forms {
    const word = wordAt(text, start, end);
    return this.#analyserOf(word).formsOf(word);
  }

  #analyserOf({ script }: Word): Analyser {
    return script === this.language.script ? this : (this.#ofScript(script) ?? this);
  }

  /** The word after every step of the chain, for `lisan explain`. */
  explain(word: string): { step: Step; value: string }[] {
    let value = word;
    return this.language.steps.map((step) => {
      value = step.apply(value);
      return { step, value };
    });
  }

  /** The stop words of the language in one form. */
  stopWords(form: Form): string[] {
    return this.language.stopWords.map((word) => this.#run(word, form));
  }

  #run(word: string, upTo: Form): string {
    const last = FORMS.indexOf(upTo);
    let value = word;
    for (const step of this.language.steps) if (FORMS.indexOf(step.form) <= last) value = step.apply(value);
    return value;
  }

  /**
   * A stop word may be spelt in any way, but a Latin letter with a mark is never meant for the one without: olmuş and
   * olmus are stop words, ölmüş (dead) is none.
   */
  #isStop(exact: string, variant: string, stem: string): boolean {
    const [asWritten, asFolded] = this.#stopWords;
    if (asWritten.has(exact)) return true;
    const typedPlainly = this.language.script !== 'Latn' || exact === variant;
    if (typedPlainly && asFolded.has(variant)) return true;
    const auxiliary =
      this.language.auxiliaries?.includes(stem) && variant.length >= stem.length + LEAST_ENDING;
    return auxiliary === true && exact.startsWith(stem[0]!);
  }

  readonly #make = (word: string): Forms => {
    const values = { exact: '', variant: '', stem: '', coarse: '' };
    let value = word;
    let at = 0;
    for (const form of FORMS) {
      for (let step = this.language.steps[at]; step?.form === form; step = this.language.steps[++at])
        value = step.apply(value);
      values[form] = value;
    }
    const { exact, variant, stem, coarse } = values;
    return {
      exact,
      variant,
      stem,
      coarse,
      keys: [keyOf(exact, 'exact'), keyOf(variant, 'variant'), keyOf(stem, 'stem'), keyOf(coarse, 'coarse')],
      stop: this.#isStop(exact, variant, stem),
      number: made++,
    };
  };
}
