/** What single words say of the language of their passage, among the languages that lisan knows of one script. */
import type { Analyzer } from './analyzer.ts';
import { CodeUnitSet } from './code-unit-set.ts';
import type { Language, Script } from './language.ts';
import { analyzerFor, LANGUAGES } from './languages/registry.ts';
import type { Word } from './word-cache.ts';
import { WordSet } from './word-map.ts';

/** What one cue letter weighs in function words. */
const CUE = 0.5;

/** What a word says that is no function word and has no cue letter: most words. */
export const NOTHING: readonly number[] = [];

export class LanguageScorer {
  readonly languages: readonly Language[];
  readonly #analyzers: readonly Analyzer[];
  /** Stop words in their folded form, which is the same in all languages of a script. */
  readonly #stopWords: WordSet;
  /** First letters of auxiliary verbs, whose forms are too many to list. */
  readonly #auxiliaries: string;
  readonly #cues: CodeUnitSet;
  /** Of the language that was found last: most forms made in it are wanted again. */
  #likely: Analyzer;

  constructor(script: Script) {
    this.languages = LANGUAGES.filter((language) => language.script === script);
    this.#analyzers = this.languages.map(({ code }) => analyzerFor(code));
    this.#stopWords = new WordSet(this.#analyzers.flatMap((analyzer) => analyzer.stopWords('folded')));
    this.#auxiliaries = this.languages
      .flatMap(({ auxiliaries = [] }) => auxiliaries.map(([first]) => first))
      .join('');
    this.#cues = new CodeUnitSet((letter) =>
      this.languages.some(({ indicativeLetters }) => indicativeLetters.includes(letter)),
    );
    this.#likely = this.#analyzers[0]!;
  }

  /** Says that words to come are likely to be in a language. It changes what they cost, not what they say. */
  expect(language: Language): void {
    this.#likely = this.#analyzers[this.languages.indexOf(language)]!;
  }

  /** What the word says for each of the languages, in function words. */
  of(word: Word): readonly number[] {
    word.evidence ??= this.#weigh(word);
    return word.evidence;
  }

  #weigh(word: Word): readonly number[] {
    const { folded } = this.#likely.formsOf(word);
    const mayStop = this.#stopWords.has(folded) || this.#auxiliaries.includes(folded[0]!);
    if (!mayStop && !this.#cues.meets(word.text)) return NOTHING;
    const said = this.languages.map(({ indicativeLetters }, n) => {
      const stops = mayStop && this.#analyzers[n]!.formsOf(word).stop;
      return (
        [...word.text].filter((letter) => indicativeLetters.includes(letter)).length * CUE + (stops ? 1 : 0)
      );
    });
    return said.every((score) => score === 0) ? NOTHING : said;
  }
}
