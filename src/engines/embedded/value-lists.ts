/**
 * Values of a facet by document where many different sets of them occur, as of entities: the values of all documents one
 * after the other, 2 bytes each (4 beyond 65,536 distinct ones), and where those of each document end, 4 bytes.
 */
import { withRoom } from '../../common/room.ts';

/** Values that 16 bits tell apart. */
const NARROW = 2 ** 16;

export class ValueLists {
  #values: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> = new Uint16Array(1024);
  #count = 0;
  /** The values of document n are from `#ends[n - 1]` to `#ends[n]`. */
  #ends = new Uint32Array(1024);
  /** The first document whose end is not known. */
  #open = 0;

  makeRoom(size: number): void {
    this.#ends = withRoom(this.#ends, size);
  }

  /** Adds a value to a document; documents never fall. */
  add(document: number, value: number): void {
    if (document > this.#open) this.endBefore(document);
    if (value >= NARROW && this.#values instanceof Uint16Array) this.#values = Uint32Array.from(this.#values);
    if (this.#count === this.#values.length) this.#values = withRoom(this.#values, this.#count + 1);
    this.#values[this.#count++] = value;
  }

  /** Ends the documents below one: no more is added to them. */
  endBefore(document: number): void {
    if (document <= this.#open) return;
    this.#ends.fill(this.#count, this.#open, document);
    this.#open = document;
  }

  /** Adds the values of the documents to `counts`, by value. */
  count(documents: Uint32Array, counts: Uint32Array): void {
    const values = this.#values;
    const ends = this.#ends;
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i]!;
      const end = ends[document]!;
      for (let at = ends[document - 1]!; at < end; at++) counts[values[at]!]!++;
    }
  }

  /** The test whether a document has a value for which `wanted` is 1. */
  test(wanted: Uint8Array): (document: number) => boolean {
    const values = this.#values;
    const ends = this.#ends;
    return (document) => {
      for (let at = ends[document - 1]!; at < ends[document]!; at++)
        if (wanted[values[at]!] === 1) return true;
      return false;
    };
  }
}
