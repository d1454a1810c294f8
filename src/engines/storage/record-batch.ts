/**
 * The records of a batch as they are in a file of records.
 *
 * Layout of a record, little-endian, at a multiple of 8 bytes:
 *   CRC-32 of what follows, begun with the number (so that a record stands for no other), length of the content (32 bits
 *   each), the content, up to 7 bytes unused
 */
import { crc32 } from 'node:zlib';
import { withRoom } from '../../common/room.ts';

/** Bytes that places count in. */
export const UNIT = 8;
export const HEAD_BYTES = 8;

export class RecordBatch {
  readonly #first: number;
  #bytes = Buffer.alloc(1 << 16);
  #end = 0;
  readonly #ends: number[] = [];

  /** `first`: the number of the first one, which the others follow. */
  constructor(first: number) {
    this.#first = first;
  }

  /** Adds a record of so many bytes, which `fill` sets; they are 0 before. */
  add(length: number, fill: (content: Buffer) => void): void {
    const from = this.#end;
    const content = from + HEAD_BYTES;
    const end = content + Math.ceil(length / UNIT) * UNIT;
    if (end > this.#bytes.length)
      this.#bytes = Buffer.from(withRoom(new Uint8Array(this.#bytes.buffer), end).buffer);
    fill(this.#bytes.subarray(content, content + length));
    this.#bytes.writeUInt32LE(length, from + 4);
    const checksum = crc32(this.#bytes.subarray(from + 4, content + length), this.#first + this.#ends.length);
    this.#bytes.writeUInt32LE(checksum, from);
    this.#end = end;
    this.#ends.push(end / UNIT);
  }

  finish(): { first: number; bytes: Uint8Array; ends: Uint32Array } {
    return {
      first: this.#first,
      bytes: this.#bytes.subarray(0, this.#end),
      ends: Uint32Array.from(this.#ends),
    };
  }
}
