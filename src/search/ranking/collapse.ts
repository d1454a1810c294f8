/** Folds documents with nearly the same text: the first one stands for all of its cluster. */

export interface Collapsed<T> {
  shown: (T & { duplicates: number })[];
  /** Documents that stand behind another one. */
  collapsed: number;
}

/** The documents in their order, those left out that have a cluster which was there before. */
export function collapse<T extends { id: string }>(
  documents: readonly T[],
  clusters: ReadonlyMap<string, number>,
): Collapsed<T> {
  const shown: (T & { duplicates: number })[] = [];
  const first = new Map<number, { duplicates: number }>();
  for (const document of documents) {
    const cluster = clusters.get(document.id);
    const before = cluster === undefined ? undefined : first.get(cluster);
    if (before !== undefined) {
      before.duplicates++;
      continue;
    }
    const alone = { ...document, duplicates: 0 };
    shown.push(alone);
    if (cluster !== undefined) first.set(cluster, alone);
  }
  return { shown, collapsed: documents.length - shown.length };
}
