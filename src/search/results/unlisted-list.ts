/** The unlisted entities of an index, the most mentioned first, the spellings of a name in all scripts as one. */
import { termHash } from '../../analysis/hash.ts';
import type { Index } from '../../engines/engine.ts';
import type { Entity, Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import { joinedNames } from './known-entities.ts';

export interface UnlistedEntity {
  /** Ids of its spellings; the first stands for all. */
  ids: readonly string[];
  type: Entity['type'];
  /** By language, the best first. */
  names: Entity['names'];
  /** Documents of all spellings; one with two of them counts twice. */
  documents: number;
  spellings: { spelling: string; language: string; mentions: number }[];
}

/** Entities of `least` documents or more. Reads all unlisted entities. @throws LisanError from the engine. */
export async function* unlistedEntities(
  index: Index,
  { entities }: Pick<Gazetteer, 'entities'>,
  least: number,
): AsyncGenerator<UnlistedEntity> {
  const seen = new Set<string>();
  for (const id of index.metadata.unlistedBeginning('', Number.MAX_SAFE_INTEGER)) {
    if (seen.has(id)) continue;
    const ids = (await index.sameNames?.(id)) ?? [id];
    for (const one of ids) seen.add(one);
    const known = ids.flatMap((one) => entities.get(one) ?? []);
    const frequencies = await index.frequencies(ids.map((one) => termHash(one, 'entity')));
    const documents = [...frequencies.values()].reduce((sum, count) => sum + count, 0);
    const [first] = known;
    if (first === undefined || documents < least) continue;
    const spellings = ids
      .flatMap((one) => index.metadata.mentions(one).spellings)
      .sort((a, b) => b.mentions - a.mentions);
    yield { ids, type: first.type, names: joinedNames(known), documents, spellings };
  }
}
