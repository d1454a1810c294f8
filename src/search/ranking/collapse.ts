/** Collapses near-duplicates: the first document of a cluster represents the others. */

/** A document, and how many it represents besides itself. */
export interface Shown<T> {
  document: T;
  duplicates: number;
}

export interface Collapsed<T> {
  shown: Shown<T>[];
  /** Number of documents that another one represents. */
  collapsed: number;
}

/**
 * The documents in their order, without those whose cluster occurred before. `clusters`: of each document at its place, see
 * `Index.clusters`; empty if none is to be collapsed.
 */
export function collapse<T>(
  documents: readonly T[],
  clusters: readonly (number | undefined)[],
): Collapsed<T> {
  const shown: Shown<T>[] = [];
  const first = new Map<number, Shown<T>>();
  for (const [place, document] of documents.entries()) {
    const cluster = clusters[place];
    const before = cluster === undefined ? undefined : first.get(cluster);
    if (before !== undefined) {
      before.duplicates++;
      continue;
    }
    const alone = { document, duplicates: 0 };
    shown.push(alone);
    if (cluster !== undefined) first.set(cluster, alone);
  }
  return { shown, collapsed: documents.length - shown.length };
}
