/** Evidence of single words for the language of their passage, among the known languages of one script. */
import type { Analyzer } from './analyzer.ts';
import { CodeUnitSet } from './code-unit-set.ts';
import type { Language, Script } from './language.ts';
import { analyzerFor, LANGUAGES } from './languages/registry.ts';
import type { Word } from './word-cache.ts';
import { WordSet } from './word-map.ts';

/** Weight of one indicative letter, in function words. */
const CUE = 0.5;

/** Evidence of a word that is no function word and has no indicative letter: most words. */
export const NO_EVIDENCE: readonly number[] = [];

export class LanguageScorer {
  readonly languages: readonly Language[];
  readonly #analyzers: readonly Analyzer[];
  /** Stop words in their folded form, which is the same in all languages of a script. */
  readonly #stopWords: WordSet;
  /** First letters of auxiliary verbs, whose forms are too many to list. */
  readonly #auxiliaries: string;
  readonly #cues: CodeUnitSet;
  /** Of the language that was found last: most forms made in it are needed again. */
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

  /** Hints at the language of the words to come. It changes how fast they are weighed, not the result. */
  expect(language: Language): void {
    this.#likely = this.#analyzers[this.languages.indexOf(language)]!;
  }

  /** Evidence for each of the languages, in function words. */
  of(word: Word): readonly number[] {
    word.evidence ??= this.#weigh(word);
    return word.evidence;
  }

  #weigh(word: Word): readonly number[] {
    const { folded } = this.#likely.formsOf(word);
    const mayStop = this.#stopWords.has(folded) || this.#auxiliaries.includes(folded[0]!);
    if (!mayStop && !this.#cues.meets(word.text)) return NO_EVIDENCE;
    const said = this.languages.map(({ indicativeLetters }, n) => {
      const stops = mayStop && this.#analyzers[n]!.formsOf(word).stop;
      return (
        [...word.text].filter((letter) => indicativeLetters.includes(letter)).length * CUE + (stops ? 1 : 0)
      );
    });
    return said.every((score) => score === 0) ? NO_EVIDENCE : said;
  }
}
