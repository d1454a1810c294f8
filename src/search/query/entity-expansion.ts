/**
 * Entities that an unfinished or misspelt word may name, so that it finds their names in every script: Lav and Lavrof
 * find لافروف.
 */

import { termHash } from '../../analysis/hash.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import type { Index } from '../../engines/engine.ts';
import type { PrefixLookup } from '../../entities/gazetteer/prefix-lookup.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';

/** Letters from which a word may be the beginning of a name. */
const BEGUN_FROM = 3;
/** Most entities for one word. */
const ENTITIES = 5;

/** Where names are looked up. */
export interface EntityNames {
  lookup: PrefixLookup;
  tagger: Tagger;
}

/** Ids of mentioned entities of which a word of a name begins so, the most mentioned first. */
export async function entitiesCompleting(
  index: Index,
  begun: string,
  { lookup }: EntityNames,
): Promise<string[]> {
  if ([...begun].length < BEGUN_FROM) return [];
  const ids = lookup.beginningWith(begun).map(({ entity }) => entity.id);
  const hashOf = (id: string): number => termHash(id, 'entity');
  const frequencies = await index.frequencies(ids.map(hashOf));
  const documents = (id: string): number => frequencies.get(hashOf(id)) ?? 0;
  return ids
    .filter((id) => documents(id) > 0)
    .sort((a, b) => documents(b) - documents(a))
    .slice(0, ENTITIES);
}

/** Ids of the entities that single words name. */
export function entitiesNamed(words: readonly string[], { tagger }: EntityNames): string[] {
  const mentions = words.flatMap((word) => tagger.recognise(analyzerFor('und').tokens(word), word));
  return [...new Set(mentions.map(({ entity }) => entity))].slice(0, ENTITIES);
}
