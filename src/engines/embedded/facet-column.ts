/**
 * The values of one facet by document, in memory, as numbers. Each facet has a column of its own, so that a search reads
 * those alone that it counts: of a large archive they are not in the processor's cache, and what is read is what counts.
 */
import { ValueLists } from './value-lists.ts';
import { ValueSets } from './value-sets.ts';

export class FacetColumn {
  /** By number. */
  readonly values: string[] = [];
  readonly #numberOf = new Map<string, number>();
  /** Until there are too many. */
  #sets: ValueSets | undefined = new ValueSets();
  #lists: ValueLists | undefined;
  /** One more than the last document that there is room for. */
  #size = 0;
  /** See `ranks`; of as many values as there were. */
  #ranks = new Uint32Array(0);

  /** The number of a value; `undefined` if no document ever had it. */
  numberOf(value: string): number | undefined {
    return this.#numberOf.get(value);
  }

  /** The number of a value that documents may have. */
  name(value: string): number {
    const known = this.#numberOf.get(value);
    if (known !== undefined) return known;
    const number = this.values.push(value) - 1;
    this.#numberOf.set(value, number);
    return number;
  }

  /** Place of each number in the alphabetical order of the values. */
  get ranks(): Uint32Array {
    if (this.#ranks.length !== this.values.length) {
      const { values } = this;
      const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a]! < values[b]! ? -1 : 1));
      this.#ranks = new Uint32Array(order.length);
      for (let rank = 0; rank < order.length; rank++) this.#ranks[order[rank]!] = rank;
    }
    return this.#ranks;
  }

  /** Makes room for the documents below `size`, whose values are added next; what they are is named before. */
  makeRoom(size: number): void {
    if (this.values.length === 0) return;
    this.#size = size;
    (this.#sets ?? this.#lists)?.makeRoom(size);
  }

  /** Adds a value to a document, by its number; documents never fall. */
  add(document: number, number: number): void {
    if (this.#sets?.add(document, number)) return;
    this.#lists ??= this.#listed(document);
    this.#lists.add(document, number);
  }

  /** Ends the documents that there is room for: the next values are of later ones. */
  end(): void {
    this.#lists?.endBefore(this.#size);
  }

  /** Zeros for `count`. */
  counts(): Uint32Array {
    return this.#sets?.counts() ?? new Uint32Array(this.values.length);
  }

  /** Counts documents; `byValue` tells what came of it. */
  count(documents: Uint32Array, counts: Uint32Array): void {
    if (this.values.length === 0) return;
    (this.#sets ?? this.#lists)!.count(documents, counts);
  }

  /** Documents with each value, by number. */
  byValue(counts: Uint32Array): Uint32Array {
    return this.#sets?.byValue(counts, this.values.length) ?? counts;
  }

  /** The test whether a document has any of the values; without them, any value at all. */
  test(values: readonly string[] | undefined): (document: number) => boolean {
    const wanted = new Uint8Array(this.values.length);
    if (values === undefined) wanted.fill(1);
    for (const value of values ?? []) {
      const number = this.#numberOf.get(value);
      if (number !== undefined) wanted[number] = 1;
    }
    if (!wanted.includes(1)) return () => false;
    return (this.#sets ?? this.#lists)!.test(wanted);
  }

  /** What the sets hold, as lists; the last document is `last`. */
  #listed(last: number): ValueLists {
    const lists = new ValueLists();
    lists.makeRoom(this.#size);
    for (let document = 0; document <= last; document++)
      for (const value of this.#sets!.valuesOf(document)) lists.add(document, value);
    this.#sets = undefined;
    return lists;
  }
}
