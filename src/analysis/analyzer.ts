/**
 * From text to words with all their forms; the same chain for documents and queries.
 * Forms are cached with the written word, see `word-cache.ts`.
 */

import { lazily } from '../common/lazily.ts';
import { type Forms, formsOf, type Token } from './forms.ts';
import { termHash } from './hash.ts';
import { FORMS, type Form, type Language, type Script, type TokenFilter } from './language.ts';
import { type Word, type Words, wordAt, wordsIn } from './word-cache.ts';
import { WordSet } from './word-map.ts';

/** Letters after the stem that a form of an auxiliary verb must have. */
const LEAST_ENDING = 2;

export class Analyzer {
  readonly language: Language;
  /** In their exact form, and in their folded form. */
  readonly #stopWords: () => readonly [exact: WordSet, folded: WordSet];
  readonly #ofScript: (script: Script) => Analyzer | undefined;

  /** `ofScript` gives the analyzer for words of another script in a text of this language. */
  constructor(language: Language, ofScript: (script: Script) => Analyzer | undefined = () => undefined) {
    this.language = language;
    this.#ofScript = ofScript;
    this.#stopWords = lazily(() => [
      new WordSet(this.stopWords('exact')),
      new WordSet(this.stopWords('folded')),
    ]);
  }

  /** All forms of one word, as `tokenize` cuts it. */
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
    const tokens: Token[] = new Array(words.length);
    for (let n = 0; n < words.length; n++) {
      const word = words[n]!;
      const forms = this.#analyzerOf(word).formsOf(word);
      tokens[n] = { start: starts[n]! + offset, end: ends[n]! + offset, forms };
    }
    return tokens;
  }

  /** Forms of a word in a text of this language, by the rules of its script. */
  formsAt(text: string, start: number, end: number): Forms {
    const word = wordAt(text, start, end);
    return this.#analyzerOf(word).formsOf(word);
  }

  #analyzerOf({ script }: Word): Analyzer {
    return script === this.language.script ? this : (this.#ofScript(script) ?? this);
  }

  /** The word after each filter, for `lisan explain`. */
  explain(word: string): { step: TokenFilter; value: string }[] {
    let value = word;
    return this.language.tokenFilters.map((step) => {
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
    for (const step of this.language.tokenFilters)
      if (FORMS.indexOf(step.form) <= last) value = step.apply(value);
    return value;
  }

  /**
   * Stop words are recognised in any spelling, except that a Latin letter with a mark never means the one without:
   * olmuş and olmus are stop words, ölmüş (dead) is not.
   */
  #isStop(exact: string, folded: string, stem: string): boolean {
    const [asWritten, asFolded] = this.#stopWords();
    if (asWritten.has(exact)) return true;
    const typedPlainly = this.language.script !== 'Latn' || exact === folded;
    if (typedPlainly && asFolded.has(folded)) return true;
    const auxiliary =
      this.language.auxiliaries?.includes(stem) && folded.length >= stem.length + LEAST_ENDING;
    return auxiliary === true && exact.startsWith(stem[0]!);
  }

  readonly #make = (word: string): Forms => {
    const values = { exact: '', folded: '', stem: '', root: '' };
    let value = word;
    let at = 0;
    for (const form of FORMS) {
      for (
        let step = this.language.tokenFilters[at];
        step?.form === form;
        step = this.language.tokenFilters[++at]
      )
        value = step.apply(value);
      values[form] = value;
    }
    const { exact, folded, stem, root } = values;
    return formsOf({
      exact,
      folded,
      stem,
      root,
      hashes: [
        termHash(exact, 'exact'),
        termHash(folded, 'folded'),
        termHash(stem, 'stem'),
        termHash(root, 'root'),
      ],
      stop: this.#isStop(exact, folded, stem),
    });
  };
}
