/**
 * Posting lists as bytes, in pages of lists (`list-pages.ts`). A list is pairs of a varint, the step from the document
 * before, and the term's impact in a byte; the first step is from the base of the run (see `Runs.add`).
 */
import { withRoom } from '../../common/room.ts';
import { ENTRY_BYTES, listPageOf, PAGE_BYTES } from './list-pages.ts';
import type { PageSink } from './segments.ts';
import { writeVarint } from './varint.ts';

/** Most bytes of one document in a list. */
const POSTING_BYTES = 6;

/** Number of documents of a list: the last byte of a varint is below 128, and an impact follows. */
export function postingCount(postings: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < postings.length; at += 2) {
    while (postings[at]! > 127) at++;
    count++;
  }
  return count;
}

/** Reads a list, one document after the other. */
export class PostingReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The document that `next` moved to, and the term's impact there. */
  document: number;
  impact = 0;

  /** `base`: what the first document counts from. */
  constructor(bytes: Uint8Array, base: number) {
    this.#bytes = bytes;
    this.document = base;
  }

  /** Moves to the next document; false after the last. */
  next(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    if (at >= bytes.length) return false;
    let byte = bytes[at++]!;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      step |= (byte & 127) << shift;
    }
    this.document += step;
    this.impact = bytes[at++]!;
    this.#at = at;
    return true;
  }
}

/** Writes lists in order of their keys, each between `begin` and `end`. */
export class PostingsWriter {
  readonly #write: PageSink;
  #keys: number[] = [];
  #ends: number[] = [];
  #bytes = new Uint8Array(PAGE_BYTES * 2);
  #key = 0;
  #begin = 0;
  #end = 0;
  #before = 0;

  constructor(write: PageSink) {
    this.#write = write;
  }

  begin(key: number): void {
    this.#key = key;
    this.#begin = this.#end;
    this.#before = 0;
  }

  /** Documents rise. */
  add(document: number, impact: number): void {
    if (this.#end + POSTING_BYTES > this.#bytes.length)
      this.#bytes = withRoom(this.#bytes, this.#end + POSTING_BYTES);
    this.#end = writeVarint(this.#bytes, this.#end, document - this.#before);
    this.#bytes[this.#end++] = impact;
    this.#before = document;
  }

  /** An empty list is left out. */
  end(): void {
    if (this.#end === this.#begin) return;
    if (this.#begin > 0 && this.#end + this.#keys.length * ENTRY_BYTES > PAGE_BYTES) this.#flushBefore();
    this.#keys.push(this.#key);
    this.#ends.push(this.#end);
  }

  flush(): void {
    this.#begin = this.#end;
    this.#flushBefore();
  }

  /** Writes the lists before the one under way, which becomes the first of the next page. */
  #flushBefore(): void {
    if (this.#keys.length === 0) return;
    this.#write(this.#keys[0]!, listPageOf(this.#keys, this.#ends, this.#bytes.subarray(0, this.#begin)));
    this.#bytes.copyWithin(0, this.#begin, this.#end);
    this.#end -= this.#begin;
    this.#begin = 0;
    this.#keys = [];
    this.#ends = [];
  }
}
