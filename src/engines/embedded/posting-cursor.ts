/** Reads the posting list of a term in runs of rising documents, over all its parts. */
import type { PostingList } from './inverted-index.ts';

/** In `document`: there is no further one. */
export const NO_DOCUMENT = 2 ** 32;

export class PostingCursor {
  readonly #parts: readonly PostingList[];
  #part = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  /** Where the impact of `document` is. */
  #at = 0;
  /** The next document, or `NO_DOCUMENT`. */
  document = 0;

  /** `parts`: those of the lowest documents first. */
  constructor(parts: readonly PostingList[]) {
    this.#parts = parts;
    this.#begin();
  }

  /**
   * Reads the documents before `until`: their places, counted from `base`, and the term's impacts. Returns how many there
   * are. `base` must not be above `document`.
   */
  read(base: number, until: number, places: Uint16Array, impacts: Uint8Array): number {
    let count = 0;
    while (this.document < until) {
      const bytes = this.#bytes;
      let { document } = this;
      let at = this.#at;
      while (document < until) {
        places[count] = document - base;
        impacts[count++] = bytes[at++]!;
        if (at >= bytes.length) break;
        let byte = bytes[at++]!;
        let step = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++]!;
          step |= (byte & 127) << shift;
        }
        document += step;
      }
      this.document = document;
      this.#at = at;
      if (at >= bytes.length) this.#next();
    }
    return count;
  }

  #next(): void {
    this.#part++;
    this.#begin();
  }

  /** Moves to the first document of a part. */
  #begin(): void {
    const part = this.#parts[this.#part];
    if (part === undefined) {
      this.document = NO_DOCUMENT;
      return;
    }
    const { postings, base } = part;
    let at = 0;
    let byte = postings[at++]!;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++]!;
      step |= (byte & 127) << shift;
    }
    this.#bytes = postings;
    this.#at = at;
    this.document = base + step;
  }
}
