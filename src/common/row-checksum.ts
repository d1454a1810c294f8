/** Checksums of database rows, so that a damaged disk or a stray write is noticed when a row is read. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** Never the checksum of a row: marks one that is known to be damaged. */
export const DAMAGED_CHECKSUM = -1;

/**
 * CRC-32 (IEEE 802.3) of the values of a row, in their order: finds every error within 32 consecutive bits, and any other
 * with a probability of 1 - 2^-32. Types and lengths count, so that no value can take over a part of its neighbour.
 */
export const rowChecksum = (...values: SQLInputValue[]): number => checksumWith(0, ...values);

/** `rowChecksum` of the values before, `before`, and of these. There are no bytes among the values before. */
export function checksumWith(before: number, ...values: SQLInputValue[]): number {
  let checksum = before;
  let rest = '';
  for (const value of values) {
    if (typeof value === 'string') rest += `s${value.length}:${value}`;
    else if (typeof value === 'object' && value !== null) {
      const bytes = value as Uint8Array;
      checksum = crc32(bytes, checksum);
      rest += `b${bytes.byteLength};`;
    } else rest += `${value};`;
  }
  return crc32(rest, checksum);
}

/** `rowChecksum` of the values before, `checksum`, and of a text of so many UTF-16 code units, given as UTF-8. */
export const checksumWithUtf8 = (checksum: number, text: Uint8Array, units: number): number =>
  crc32(text, crc32(`s${units}:`, checksum));

/** The remainders of CRC-32 for each byte. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/**
 * `rowChecksum` of the values before, `checksum`, and one more text, `[start, end)` of a longer one: for very many short
 * texts, for which the call of zlib takes longer than the checksum. The text is well-formed UTF-16.
 */
export function checksumWithText(checksum: number, text: string, start: number, end: number): number {
  let rest = ~checksum;
  const add = (byte: number): void => {
    rest = REMAINDERS[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
  };
  const head = `s${end - start}:`;
  for (let at = 0; at < head.length; at++) add(head.charCodeAt(at));
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      add(unit);
    } else if (unit < 0x800) {
      add(0xc0 | (unit >> 6));
      add(0x80 | (unit & 0x3f));
    } else if (unit < 0xd800 || unit > 0xdfff) {
      add(0xe0 | (unit >> 12));
      add(0x80 | ((unit >> 6) & 0x3f));
      add(0x80 | (unit & 0x3f));
    } else {
      const point = text.codePointAt(at++)!;
      add(0xf0 | (point >> 18));
      add(0x80 | ((point >> 12) & 0x3f));
      add(0x80 | ((point >> 6) & 0x3f));
      add(0x80 | (point & 0x3f));
    }
  }
  return ~rest >>> 0;
}

/** Makes `row_checksum(…)` known to the SQL of a connection. */
export function addChecksumFunction(database: DatabaseSync): void {
  database.function('row_checksum', { varargs: true, deterministic: true }, rowChecksum as never);
}
