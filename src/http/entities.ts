/** `GET /api/entities?q=` and `GET /api/entities/:id`: the gazetteer, and how the archive mentions whom. */
import type { RequestHandler } from 'express';
import { EntityLookup } from '../entities/lookup.ts';
import { LisanError } from '../errors.ts';
import { named } from '../mentioned.ts';
import { byMentions, profileOf } from '../profile.ts';
import type { Service } from '../service.ts';
import { interfaceLanguage } from './language.ts';
import { readEntityQuery } from './parameters.ts';

/** Entities with a word of a name that begins with the given ones, in any script, the most mentioned first. */
export function entities({ gazetteer, live }: Service): RequestHandler {
  const lookup = new EntityLookup(gazetteer);
  return async (request, response) => {
    const { q, limit } = readEntityQuery(request.query);
    const language = interfaceLanguage(request);
    const found = await byMentions(lookup.beginningWith(q), await live.current());
    response.json({
      total: found.length,
      entities: found.slice(0, limit).map(({ entity }) => named(entity.id, gazetteer.entities, language)),
    });
  };
}

export function entity({ gazetteer, live }: Service): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const found = gazetteer.entities.get(request.params.id);
    if (found === undefined) {
      throw new LisanError({
        code: 'entity_unknown',
        message: `There is no entity ${JSON.stringify(request.params.id)}.`,
        remedy: 'Look for it with /api/entities?q=NAME.',
        status: 404,
      });
    }
    response.json(await profileOf(found, await live.current(), gazetteer, interfaceLanguage(request)));
  };
}
