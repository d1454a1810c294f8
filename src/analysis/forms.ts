/** One written word in all its forms. Shared between tokens: treat as frozen, but for what is remembered of it. */
export interface Forms extends Remembered {
  readonly exact: string;
  readonly folded: string;
  readonly stem: string;
  readonly root: string;
  /** `termHash` of the four forms, in the order of `FORMS`. */
  readonly hashes: readonly [number, number, number, number];
  /** True for a stop word of its language. */
  readonly stop: boolean;
  /** Serial number of this object, in all languages, from 0. */
  readonly number: number;
}

/**
 * What has been worked out about a word, beside its forms, where looking it up costs no search: most words of a text come
 * from a cache (`word-cache.ts`). A purpose that depends on more than the word notes for whom it was worked out.
 */
export interface Remembered {
  /** See `name-candidates.ts`; negative if it has not been asked for. */
  nameUse: number;
  /** See `word-traits.ts`; `undefined` if they have not been asked for. */
  traits: number | undefined;
  /** What a trie of names knows of the word, and the number of the trie (`name-trie.ts`). */
  reading: number;
  readingBy: number;
  /** The number of the word, and of who numbers words (`document-words.ts`). */
  wordNumber: number;
  numberedBy: number;
}

/** Number of nobody. */
const NOBODY = -1;

let made = 0;
let keepers = 0;

/** A number that nobody else has, for what is remembered of words. */
export const newKeeper = (): number => keepers++;

export type MadeForms = Omit<Forms, 'number' | keyof Remembered>;

/** Forms of which nothing is remembered. All have the same fields in the same order, which is what makes reading them quick. */
export const formsOf = ({ exact, folded, stem, root, hashes, stop }: MadeForms): Forms => ({
  exact,
  folded,
  stem,
  root,
  hashes,
  stop,
  number: made++,
  readingBy: NOBODY,
  reading: 0,
  numberedBy: NOBODY,
  wordNumber: 0,
  nameUse: -1,
  traits: undefined,
});

/** A word of a text. `start` and `end` are UTF-16 offsets into the text that was analysed. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly forms: Forms;
}
