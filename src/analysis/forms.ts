/** One written word in all its forms. Shared between tokens: treat as frozen. */
export interface Forms {
  readonly exact: string;
  readonly folded: string;
  readonly stem: string;
  readonly root: string;
  /** `termHash` of the four forms, in the order of `FORMS`. */
  readonly hashes: readonly [number, number, number, number];
  /** True for a stop word of its language. */
  readonly stop: boolean;
  /** Serial number of this object, in all languages, from 0: data about forms can be kept in arrays. */
  readonly number: number;
}

/** A word of a text. `start` and `end` are UTF-16 offsets into the text that was analysed. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly forms: Forms;
}
