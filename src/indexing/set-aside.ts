/**
 * Documents that cannot be indexed. They are listed with the index and left out of it, so that one of them does not stop
 * the others; every later run tries them again.
 */
import type { Index } from '../engines/engine.ts';

export interface SetAside {
  id: string;
  /** What the analysis or the engine failed with. */
  reason: string;
  /** ISO 8601 instant of the first failure. */
  since: string;
}

/** Name of the note that holds the list. */
const NOTE = 'set-aside';

/** More than these are a fault of the code or of the engine, not of documents. */
export const MAX_SET_ASIDE = 100;
/** The same for a single batch. */
export const MAX_SET_ASIDE_PER_BATCH = 10;

/** The documents of an index that were set aside, by id. */
export function readSetAside({ metadata }: Pick<Index, 'metadata'>): Map<string, SetAside> {
  const entries = JSON.parse(metadata.note(NOTE) ?? '[]') as SetAside[];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

export function writeSetAside({ metadata }: Index, entries: ReadonlyMap<string, SetAside>): void {
  metadata.setNote(NOTE, JSON.stringify([...entries.values()]));
}
