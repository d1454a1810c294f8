/** Searches that the reader saved under a name: kept in this browser and nowhere else. */

import { SAVED_KEY } from './saved-key.ts';

/** Searches that can be saved. */
export const MAX_SAVED = 20;
const MAX_NAME_UNITS = 100;

export interface SavedSearch {
  name: string;
  /** The part of its address after the `?`. */
  query: string;
  /** `seen` of the last look; empty before the first. */
  seen: string;
}

/** In the order in which they were saved; empty if the browser stores nothing. */
export function savedSearches(): SavedSearch[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(SAVED_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSaved).slice(0, MAX_SAVED) : [];
  } catch {
    return [];
  }
}

/** Saves a search; one with the same address gets the new name. False if there is no room. */
export function save({ name, query, seen }: SavedSearch): boolean {
  const others = savedSearches().filter((other) => other.query !== query);
  if (others.length >= MAX_SAVED) return false;
  return keep([...others, { name: name.trim().slice(0, MAX_NAME_UNITS), query, seen }]);
}

/** Notes a look at a search. */
export function look(query: string, seen: string): void {
  keep(savedSearches().map((saved) => (saved.query === query ? { ...saved, seen } : saved)));
}

export function removeSaved(query: string): void {
  keep(savedSearches().filter((saved) => saved.query !== query));
}

function isSaved(value: unknown): value is SavedSearch {
  const { name, query, seen } = (value ?? {}) as Partial<SavedSearch>;
  return [name, query, seen].every((part) => typeof part === 'string');
}

function keep(list: readonly SavedSearch[]): boolean {
  try {
    if (list.length === 0) localStorage.removeItem(SAVED_KEY);
    else localStorage.setItem(SAVED_KEY, JSON.stringify(list));
    return true;
  } catch {
    // Private windows may refuse to store.
    return false;
  }
}
