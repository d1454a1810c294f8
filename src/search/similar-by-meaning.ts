/** More like this, by meaning: the neighbours of the vector of an article join those that share its words and names. */
import { LisanError } from '../common/errors.ts';
import type { Index } from '../engines/engine.ts';
import type { MeaningSearch, Nearest } from '../meaning/meaning.ts';
import { isNear, nearnessIn } from './execution/by-meaning.ts';
import { collapse } from './ranking/collapse.ts';

/** Neighbours that are looked at. */
const NEIGHBOURS = 100;
/** What meaning counts; words and names count the rest. */
const WEIGHT = 0.5;

export interface Similar {
  id: string;
  score: number;
  duplicates: number;
  /** True if it is similar by its meaning only. */
  meaning?: true;
}

/**
 * The similar documents in their common order, from scores of 0 to 1, without near-duplicates of the article. What words
 * find stays if the article is not embedded yet or the embedder's thread does not answer.
 */
export async function joinSimilar(
  index: Index,
  meaning: MeaningSearch,
  id: string,
  byWords: readonly Similar[],
): Promise<Similar[]> {
  const nearest = await nearestTo(
    meaning,
    id,
    byWords.map((similar) => similar.id),
  );
  if (nearest === undefined) return [...byWords];
  const ids = nearest.documents.map((near) => near.id);
  const all = [id, ...ids, ...byWords.map((similar) => similar.id)];
  const clusterAt = await index.clusters(all);
  const clusters = new Map(all.map((each, place) => [each, clusterAt[place]]));
  const own = clusters.get(id);
  const others = nearest.documents.filter(
    (near) => near.id !== id && (own === undefined || clusters.get(near.id) !== own),
  );
  const about = { ...nearest, documents: others };
  const nearnessOf = nearnessIn(about);
  const best = Math.max(0, ...byWords.map(({ score }) => score));
  const known = new Set(byWords.map((similar) => similar.id));
  const found = byWords.map((similar, place): Similar => {
    const words = similar.score / best;
    const similarity = nearest.of[place]?.similarity;
    const nearness = similarity === undefined ? words : nearnessOf(similarity);
    return { ...similar, score: (1 - WEIGHT) * words + WEIGHT * nearness };
  });
  const indexed = new Set(
    index.metadata.candidates(others.map((near) => near.id)).map((document) => document.id),
  );
  for (const near of others)
    if (!known.has(near.id) && indexed.has(near.id) && isNear(near.similarity, about, nearnessOf))
      found.push({
        id: near.id,
        score: WEIGHT * nearnessOf(near.similarity),
        duplicates: 0,
        meaning: true,
      });
  found.sort((a, b) => b.score - a.score);
  const before = new Map(byWords.map(({ id: similarId, duplicates }) => [similarId, duplicates]));
  return collapse(
    found,
    found.map((each) => clusters.get(each.id)),
  ).shown.map(({ document, duplicates }) => ({
    ...document,
    duplicates: duplicates + (before.get(document.id) ?? 0),
  }));
}

async function nearestTo(
  meaning: MeaningSearch,
  id: string,
  of: readonly string[],
): Promise<Nearest | undefined> {
  try {
    return await meaning.nearestTo(id, { count: NEIGHBOURS, of });
  } catch (thrown) {
    if (thrown instanceof LisanError) return undefined;
    throw thrown;
  }
}
