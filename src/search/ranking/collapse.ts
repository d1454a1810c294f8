/** Collapses near-duplicates: the first document of a cluster represents the others. */

export interface Collapsed<T> {
  /** The documents in their order, without those that another one represents. */
  shown: readonly T[];
  /** How many documents each of `shown` represents besides itself, by id; 0 is left out. */
  duplicates: ReadonlyMap<string, number>;
  /** Number of documents that another one represents. */
  collapsed: number;
}

export function collapse<T extends { id: string }>(
  documents: readonly T[],
  clusters: ReadonlyMap<string, number>,
): Collapsed<T> {
  const duplicates = new Map<string, number>();
  if (clusters.size === 0) return { shown: documents, duplicates, collapsed: 0 };
  const first = new Map<number, string>();
  const shown = documents.filter(({ id }) => {
    const cluster = clusters.get(id);
    if (cluster === undefined) return true;
    const before = first.get(cluster);
    if (before === undefined) first.set(cluster, id);
    else duplicates.set(before, (duplicates.get(before) ?? 0) + 1);
    return before === undefined;
  });
  return { shown, duplicates, collapsed: documents.length - shown.length };
}
