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
  /** ISO 8601 instant before which it is not tried again, because a try takes long. */
  notBefore?: string;
}

/** Name of the note that holds the list. */
const NOTE = 'set-aside';

/** More than these are a fault of the code or of the engine, not of documents. */
export const MAX_SET_ASIDE = 100;
/** The same for a single batch. */
export const MAX_SET_ASIDE_PER_BATCH = 10;

/** A try that takes longer than this is repeated only after a while: every later update would wait for it. */
const LONG_TRY_MS = 5_000;
const PAUSE_AFTER_LONG_TRY_MS = 3_600_000;

/** The entry of a document that failed after so many milliseconds. */
export function setAside(id: string, reason: string, tookMs: number, now = Date.now()): SetAside {
  return {
    id,
    reason,
    since: new Date(now).toISOString(),
    ...(tookMs > LONG_TRY_MS && { notBefore: new Date(now + PAUSE_AFTER_LONG_TRY_MS).toISOString() }),
  };
}

/** Whether it is tried again now. A clock that was set back does not put it off further. */
export function isDue({ notBefore }: SetAside, now = Date.now()): boolean {
  if (notBefore === undefined) return true;
  const waitMs = Date.parse(notBefore) - now;
  return waitMs <= 0 || waitMs > PAUSE_AFTER_LONG_TRY_MS;
}

/** The documents of an index that were set aside, by id. */
export function readSetAside({ metadata }: Pick<Index, 'metadata'>): Map<string, SetAside> {
  const entries = JSON.parse(metadata.note(NOTE) ?? '[]') as SetAside[];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

export function writeSetAside({ metadata }: Index, entries: ReadonlyMap<string, SetAside>): void {
  metadata.setNote(NOTE, JSON.stringify([...entries.values()]));
}
