/**
 * Values of a facet by document where few different sets of them occur, as of languages and sources: the sets are
 * numbered, and a document costs the 2 bytes of its set's number. Documents are counted by set, without a loop over their
 * values, and the sets' counts added to those of their values at the end.
 */
import { withRoom } from '../../common/room.ts';

/** Most sets; what is kept of each stays in the processor's cache. */
const MOST_SETS = 4096;

export class ValueSets {
  /** The values of each set, by number; set 0 is empty. */
  readonly #sets: (readonly number[])[] = [[]];
  /** The set with one value more: by value for the empty set, for others by set and value. */
  readonly #single: number[] = [];
  readonly #larger = new Map<string, number>();
  /** By document. */
  #setOf = new Uint16Array(0);

  makeRoom(size: number): void {
    this.#setOf = withRoom(this.#setOf, size);
  }

  /** Adds a value to a document; false, and nothing is done, if there are too many sets. */
  add(document: number, value: number): boolean {
    const set = this.#setOf[document]!;
    const next = this.#with(set, value);
    if (next === undefined) return false;
    this.#setOf[document] = next;
    return true;
  }

  /** The values of a document. */
  valuesOf(document: number): readonly number[] {
    return this.#sets[this.#setOf[document]!]!;
  }

  counts(): Uint32Array {
    return new Uint32Array(this.#sets.length);
  }

  /** Adds the documents to `counts`, by set. */
  count(documents: Uint32Array, counts: Uint32Array): void {
    const setOf = this.#setOf;
    for (let i = 0; i < documents.length; i++) counts[setOf[documents[i]!]!]!++;
  }

  /** Counts by set as counts by value, of which there are `size`. */
  byValue(counts: Uint32Array, size: number): Uint32Array {
    const byValue = new Uint32Array(size);
    this.#sets.forEach((values, set) => {
      for (const value of values) byValue[value]! += counts[set]!;
    });
    return byValue;
  }

  /** The test whether a document has a value for which `wanted` is 1. */
  test(wanted: Uint8Array): (document: number) => boolean {
    const setOf = this.#setOf;
    const meets = Uint8Array.from(this.#sets, (values) =>
      Number(values.some((value) => wanted[value] === 1)),
    );
    return (document) => meets[setOf[document]!] === 1;
  }

  /** The set of another one's values and one more; `undefined` if it would be one too many. */
  #with(set: number, value: number): number | undefined {
    const known = set === 0 ? this.#single[value] : this.#larger.get(`${set} ${value}`);
    if (known !== undefined) return known;
    if (this.#sets.length === MOST_SETS) return undefined;
    const next = this.#sets.push([...this.#sets[set]!, value]) - 1;
    if (set === 0) this.#single[value] = next;
    else this.#larger.set(`${set} ${value}`, next);
    return next;
  }
}
