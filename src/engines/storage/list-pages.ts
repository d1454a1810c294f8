/**
 * Pages of lists of bytes by key.
 *
 * Layout of a page, little-endian:
 *   32-bit n, 32 bits unused, n keys as 64-bit floats in rising order, n ends of lists as 32-bit integers, the lists
 */
import type { Page, PageSink } from './segments.ts';

/** Bytes after which a page is ended; a longer list has a page of its own. */
export const PAGE_BYTES = 8192;
const HEAD_BYTES = 8;
/** Bytes of a key and an end. */
export const ENTRY_BYTES = 12;

export interface ListPage extends Page {
  keys: Float64Array;
  /** End of each list within `lists`. */
  ends: Uint32Array;
  lists: Uint8Array;
}

export function readListPage(buffer: ArrayBuffer): ListPage {
  const count = new Uint32Array(buffer, 0, 1)[0]!;
  return {
    keys: new Float64Array(buffer, HEAD_BYTES, count),
    ends: new Uint32Array(buffer, HEAD_BYTES + count * 8, count),
    lists: new Uint8Array(buffer, HEAD_BYTES + count * ENTRY_BYTES),
  };
}

export function listAt({ ends, lists }: ListPage, at: number): Uint8Array {
  return lists.subarray(at === 0 ? 0 : ends[at - 1]!, ends[at]!);
}

/** A page of its keys, the end of each list, and the lists one after the other. */
export function listPageOf(keys: readonly number[], ends: readonly number[], lists: Uint8Array): Uint8Array {
  const count = keys.length;
  const bytes = new Uint8Array(HEAD_BYTES + count * ENTRY_BYTES + lists.length);
  new Uint32Array(bytes.buffer, 0, 1)[0] = count;
  new Float64Array(bytes.buffer, HEAD_BYTES, count).set(keys);
  new Uint32Array(bytes.buffer, HEAD_BYTES + count * 8, count).set(ends);
  bytes.set(lists, HEAD_BYTES + count * ENTRY_BYTES);
  return bytes;
}

/** Fills pages with whole lists, in order of their keys. */
export class ListPages {
  readonly #write: PageSink;
  #keys: number[] = [];
  #ends: number[] = [];
  #lists: Uint8Array[] = [];
  #end = 0;

  constructor(write: PageSink) {
    this.#write = write;
  }

  add(key: number, list: Uint8Array): void {
    if (this.#end > 0 && this.#end + list.length + this.#keys.length * ENTRY_BYTES > PAGE_BYTES) this.flush();
    this.#end += list.length;
    this.#keys.push(key);
    this.#ends.push(this.#end);
    this.#lists.push(list);
  }

  flush(): void {
    if (this.#keys.length === 0) return;
    this.#write(this.#keys[0]!, listPageOf(this.#keys, this.#ends, Buffer.concat(this.#lists)));
    this.#keys = [];
    this.#ends = [];
    this.#lists = [];
    this.#end = 0;
  }
}
