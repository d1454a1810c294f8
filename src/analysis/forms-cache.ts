/**
 * What has been worked out about words, by the number of their forms: a number for each. A table with one place for all
 * numbers with the same last bits, so that a look-up is one look into memory; who comes later to a place has it.
 */
import type { Forms } from './forms.ts';

/** Words that are remembered at most: half a megabyte. */
const PLACES = 1 << 16;
/** No forms have this number. */
const NOBODY = -1;

export class FormsCache {
  readonly #make: (forms: Forms) => number;
  /** Of each place: a number of forms, and what was made of them. */
  readonly #places = new Int32Array(PLACES * 2).fill(NOBODY);

  /** `make` gives a 32-bit number, always the same for the same forms. */
  constructor(make: (forms: Forms) => number) {
    this.#make = make;
  }

  of(forms: Forms): number {
    const at = (forms.number & (PLACES - 1)) * 2;
    if (this.#places[at] === forms.number) return this.#places[at + 1]!;
    const value = this.#make(forms);
    this.#places[at] = forms.number;
    this.#places[at + 1] = value;
    return value;
  }

  clear(): void {
    this.#places.fill(NOBODY);
  }
}
