/** Searches that were made here, kept in this browser and nowhere else. */

const KEY = 'lisan-recent';
/** Searches that are kept. */
const MOST = 8;

/** The newest first; empty if the browser stores nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((q) => typeof q === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(q: string): void {
  const query = q.trim();
  if (query !== '') keep([query, ...recentSearches().filter((other) => other !== query)].slice(0, MOST));
}

export function forget(q: string): void {
  keep(recentSearches().filter((other) => other !== q));
}

export function forgetAll(): void {
  keep([]);
}

function keep(queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Private windows may refuse to store; then nothing is remembered.
  }
}
