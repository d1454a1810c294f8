/** `GET /api/entities/:id`: an entity, and how the archive mentions it. */
import { z } from 'zod';
import { type EntityAnswer, entityAnswer } from '../../answers/entity.ts';
import { LisanError } from '../../common/errors.ts';
import { profileOf } from '../../search/results/entity-profile.ts';
import { readRoute, UNKNOWN_ID } from './route.ts';

export const entity = readRoute({
  path: '/api/entities/:id',
  summary: 'Get an entity with its names and its mentions in the archive.',
  parts: { id: 'Id of an entity, like `person-sergey-lavrov`.' },
  parameters: z.strictObject({}),
  answer: { description: 'The entity.', schema: entityAnswer },
  errors: UNKNOWN_ID,
  request: (_, { parts, language }) => ({ id: parts.id!, language }),
  async read({ gazetteer, live }, { id, language }): Promise<EntityAnswer> {
    const found = gazetteer.entities.get(id);
    if (found === undefined) throw unknownEntity(id);
    return profileOf(found, await live.current(), gazetteer, language);
  },
});

function unknownEntity(id: string): LisanError {
  return new LisanError({
    code: 'entity_unknown',
    message: `There is no entity ${JSON.stringify(id)}.`,
    remedy: 'Find its id with /api/entities?q=NAME.',
    status: 404,
  });
}
