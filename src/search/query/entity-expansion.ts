/**
 * Entities that an unfinished or a misspelt word of a query may name, so that it too reaches their names in other
 * scripts: Lav and Lavrof find لافروف.
 */

import { termHash } from '../../analysis/hash.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import type { Index } from '../../engines/engine.ts';
import type { PrefixLookup } from '../../entities/gazetteer/prefix-lookup.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';

/** Letters from which the beginning of a name is one. */
const BEGUN_FROM = 3;
/** Entities that one word may stand for. */
const ENTITIES = 5;

/** Who knows names. */
export interface EntityNames {
  lookup: PrefixLookup;
  tagger: Tagger;
}

/** Ids of the entities of the archive with a word of a name that begins so, the most mentioned first. */
export async function entitiesCompleting(
  index: Index,
  begun: string,
  { lookup }: EntityNames,
): Promise<string[]> {
  if ([...begun].length < BEGUN_FROM) return [];
  const ids = lookup.beginningWith(begun).map(({ entity }) => entity.id);
  const key = (id: string): number => termHash(id, 'entity');
  const documents = await index.frequencies(ids.map(key));
  const count = (id: string): number => documents.get(key(id)) ?? 0;
  return ids
    .filter((id) => count(id) > 0)
    .sort((a, b) => count(b) - count(a))
    .slice(0, ENTITIES);
}

/** Ids of the entities that words name, each by itself. */
export function entitiesNamed(words: readonly string[], { tagger }: EntityNames): string[] {
  const mentions = words.flatMap((word) => tagger.recognise(analyzerFor('und').tokens(word), word));
  return [...new Set(mentions.map(({ entity }) => entity))].slice(0, ENTITIES);
}
