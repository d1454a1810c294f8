/** Reads the gazetteer, and how the archive mentions whom. */
import { LisanError } from '../../common/errors.ts';
import { namedEntity } from '../../search/results/entity-names.ts';
import { byMentions, type EntityProfile, profileOf } from '../../search/results/entity-profile.ts';
import type { Service } from '../../service/service.ts';

export interface EntitiesRequest {
  q: string;
  limit: number;
  /** BCP 47 code for names of entities. */
  language: string;
}

export interface EntityRequest {
  id: string;
  language: string;
}

/** Entities with a word of a name that begins with the given ones, in any script, the most mentioned first. */
export async function readEntities(
  { gazetteer, live, lookup }: Service,
  { q, limit, language }: EntitiesRequest,
): Promise<object> {
  const found = await byMentions(lookup.beginningWith(q), await live.current());
  return {
    total: found.length,
    entities: found.slice(0, limit).map(({ entity }) => namedEntity(entity.id, gazetteer.entities, language)),
  };
}

/** @throws LisanError `entity_unknown`, or what the engine says. */
export async function readEntity(
  { gazetteer, live }: Service,
  { id, language }: EntityRequest,
): Promise<EntityProfile> {
  const found = gazetteer.entities.get(id);
  if (found === undefined) {
    throw new LisanError({
      code: 'entity_unknown',
      message: `There is no entity ${JSON.stringify(id)}.`,
      remedy: 'Look for it with /api/entities?q=NAME.',
      status: 404,
    });
  }
  return profileOf(found, await live.current(), gazetteer, language);
}
