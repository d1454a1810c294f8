/**
 * Reads that took too long and were stopped, for `lisan doctor`: a short list in a file of the data folder. It holds no
 * words of searches, only which kind of read it was and the id of an article.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LongRead {
  /** ISO 8601 instant. */
  at: string;
  /** Kind of read, such as `search` or `document`. */
  read: string;
  /** Id of the article, if one was read. */
  id?: string;
  /** Limit that it exceeded. */
  limitMs: number;
}

const FILE = 'long-reads.json';
/** The newest are kept. */
const MAX_KEPT = 20;
/** Longest id that is kept, in code units. */
const MAX_ID_UNITS = 200;

/** Adds one to the list. What cannot be written is only in the log. */
export function noteLongRead(data: string, { id, ...read }: LongRead): void {
  const file = join(data, FILE);
  const noted = { ...read, ...(id !== undefined && { id: id.slice(0, MAX_ID_UNITS) }) };
  try {
    const kept = [...longReads(data), noted].slice(-MAX_KEPT);
    writeFileSync(`${file}.part`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  } catch {
    // A full or read-only disk.
  }
}

/** The last reads that took too long, oldest first; none if the list cannot be read. */
export function longReads(data: string): LongRead[] {
  try {
    const list: unknown = JSON.parse(readFileSync(join(data, FILE), 'utf8'));
    return Array.isArray(list) ? (list as LongRead[]) : [];
  } catch {
    return [];
  }
}
