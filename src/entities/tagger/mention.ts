/** One mention. Offsets are those of the tokens: from the start of the first to the end of the last. */
export interface Mention {
  start: number;
  end: number;
  /** Entity id. */
  entity: string;
  /** Index of the first token, and of the one after the last. */
  tokenStart: number;
  tokenEnd: number;
}
