/**
 * Values of a facet by document where many different sets of them occur, as of entities: the values of all documents one
 * after the other, 2 bytes each (4 beyond 65,536 distinct ones), and where those of each document end, 2 bytes too: counted
 * from where those of its block of documents begin. What counts is how much memory a count goes through.
 */
import { withRoom } from '../../common/room.ts';

/** Numbers that 16 bits tell apart. */
const NARROW = 2 ** 16;
/** Documents of a block: 256, whose beginnings stay in the processor's cache. */
const BLOCK_BITS = 8;
const IN_BLOCK = (1 << BLOCK_BITS) - 1;

type Numbers = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

export class ValueLists {
  #values: Numbers = new Uint16Array(1024);
  #count = 0;
  /** Where the values of each document end, from the beginning of its block; 4 bytes each if a block has too many values. */
  #ends: Numbers = new Uint16Array(1024);
  /** Where the values of each block begin. */
  #begins = new Uint32Array(16);
  /** The first document whose end is not known. */
  #open = 0;

  makeRoom(size: number): void {
    this.#ends = withRoom(this.#ends, size);
    this.#begins = withRoom(this.#begins, (size >>> BLOCK_BITS) + 1);
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
    const begins = this.#begins;
    for (; this.#open < document; this.#open++) {
      const end = this.#count - begins[this.#open >>> BLOCK_BITS]!;
      if (end >= NARROW && this.#ends instanceof Uint16Array) this.#ends = Uint32Array.from(this.#ends);
      this.#ends[this.#open] = end;
      if ((this.#open & IN_BLOCK) === IN_BLOCK) begins[(this.#open + 1) >>> BLOCK_BITS] = this.#count;
    }
  }

  /** Adds the values of the documents to `counts`, by value. */
  count(documents: Uint32Array, counts: Uint32Array): void {
    const values = this.#values;
    const ends = this.#ends;
    const begins = this.#begins;
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i]!;
      const begin = begins[document >>> BLOCK_BITS]!;
      const end = begin + ends[document]!;
      let at = (document & IN_BLOCK) === 0 ? begin : begin + ends[document - 1]!;
      for (; at < end; at++) counts[values[at]!]!++;
    }
  }

  /** The test whether a document has a value for which `wanted` is 1. */
  test(wanted: Uint8Array): (document: number) => boolean {
    const values = this.#values;
    const ends = this.#ends;
    const begins = this.#begins;
    return (document) => {
      const begin = begins[document >>> BLOCK_BITS]!;
      const end = begin + ends[document]!;
      let at = (document & IN_BLOCK) === 0 ? begin : begin + ends[document - 1]!;
      for (; at < end; at++) if (wanted[values[at]!] === 1) return true;
      return false;
    };
  }
}
