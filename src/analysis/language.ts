import type { Direction } from '../common/types.ts';

/**
 * The forms of a word, each coarser than the one before: words that meet at one form also meet at every later one.
 * - `exact`   what the writer wrote, less case and invisible characters
 * - `folded` one key for all spellings of the same word form (hamza seats, the four i's, ASCII typing, digits)
 * - `stem`    less inflection and clitics
 * - `root`  the weakest key that still says something (first letters, heavy stem); the engine finds by it
 */
export const FORMS = ['exact', 'folded', 'stem', 'root'] as const;
export type Form = (typeof FORMS)[number];

/** One rule of a language. Pure, total, and linear in the length of the word. */
export interface TokenFilter {
  /** Shown by `lisan explain`. */
  readonly name: string;
  /** The form this step works towards. Steps of a language stand in the order of `FORMS`. */
  readonly form: Form;
  /** Takes and gives a word; never gives an empty one for a word with letters or digits. */
  readonly apply: (word: string) => string;
}

export type Script = 'Arab' | 'Latn' | 'Cyrl' | 'Zyyy';

/** Everything lisan knows about one language. Adding one = one file with this object, one line in `registry.ts`, one table of cases. */
export interface Language {
  /** BCP 47 code. */
  readonly code: string;
  /** The language's own name, for the interface. */
  readonly name: string;
  readonly script: Script;
  readonly dir: Direction;
  /** ISO 639-3 code, as franc names languages. */
  readonly iso3: string;
  /**
   * True for the languages that archives are kept in: stemmed, and offered by the interface. The others are folded
   * only; they are recognised so that the rules of a primary language do not break their words.
   */
  readonly primary: boolean;
  /** Letters that, among the supported languages of this script, speak for this one. Lower and upper case. */
  readonly indicativeLetters: string;
  /**
   * Ordered steps from the NFKC text of a token to its root form. The steps that lead to `folded` are the same
   * for every language of one script, apart from lower-casing: a query word has no reliable language.
   */
  readonly tokenFilters: readonly TokenFilter[];
  /** Words that carry no topic, as people write them; folded at load. They never make a query empty. */
  readonly stopWords: readonly string[];
  /** Stems of auxiliary verbs: every form of them but the shortest ones, which may be nouns, is a stop word. */
  readonly auxiliaries?: readonly string[];
}
