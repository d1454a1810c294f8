/** Embedders: models that turn a text into a vector, so that texts of like meaning have vectors of like direction. */

/** Some models are given what a text is: e5 was trained with `query: ` and `passage: ` before the texts. */
export type TextKind = 'query' | 'passage';

export interface EmbedOptions {
  /** Ends the wait. */
  signal?: AbortSignal;
}

export interface Embedder {
  /** Names the model and how it is asked: vectors of different models cannot be compared. */
  readonly model: string;
  /**
   * The vectors of texts, of length 1 each, in the order of the texts.
   * @throws LisanError `embedder_missing`, `embedder_unreachable`, `embedder_refused`, `embedder_wrong`.
   */
  embed(texts: readonly string[], kind: TextKind, options?: EmbedOptions): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** A vector of length 1 with the same direction; `undefined` if it has none. */
export function normalised(values: ArrayLike<number>): Float32Array | undefined {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! ** 2;
  const length = Math.sqrt(sum);
  if (!Number.isFinite(length) || length === 0) return undefined;
  return Float32Array.from(values, (value) => value / length);
}
