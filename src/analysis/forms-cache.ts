/**
 * What has been worked out about words, by the number of their forms: a number for each. A table with one place for all
 * numbers with the same last bits, so that a look-up is one look into memory; who comes later to a place has it.
 */
import type { Forms } from './forms.ts';

/** Words that are remembered at most, if nothing else is said: half a megabyte. */
const PLACES = 1 << 16;
/** No forms have this number. */
const NOBODY = -1;

export class FormsCache {
  readonly #make: (forms: Forms) => number;
  /** Of each place: a number of forms, and what was made of them. */
  readonly #places: Int32Array;
  readonly #mask: number;

  /** `make` gives a 32-bit number, always the same for the same forms. `places` is a power of two, 8 bytes each. */
  constructor(make: (forms: Forms) => number, places = PLACES) {
    this.#make = make;
    this.#mask = places - 1;
    this.#places = new Int32Array(places * 2).fill(NOBODY);
  }

  of(forms: Forms): number {
    const at = (forms.number & this.#mask) * 2;
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
