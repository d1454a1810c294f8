/** Checksums of database rows, so that a damaged disk or a stray write is noticed when a row is read. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** Never the checksum of a row: marks one that is known to be damaged. */
export const DAMAGED_CHECKSUM = -1;

/**
 * CRC-32 (IEEE 802.3) of the values of a row, in their order: finds every error within 32 consecutive bits, and any other
 * with a probability of 1 - 2^-32. Types and lengths count, so that no value can take over a part of its neighbour.
 */
export function rowChecksum(...values: SQLInputValue[]): number {
  let checksum = 0;
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

/** Makes `row_checksum(…)` known to the SQL of a connection. */
export function addChecksumFunction(database: DatabaseSync): void {
  database.function('row_checksum', { varargs: true, deterministic: true }, rowChecksum as never);
}
