/** `GET /api/entities`: entities by the beginning of any of their names, in any script, the most mentioned first. */
import { z } from 'zod';
import { type EntitiesAnswer, entitiesAnswer } from '../../answers/entity.ts';
import { namedEntity } from '../../search/results/entity-names.ts';
import { byMentions } from '../../search/results/entity-profile.ts';
import { wholeNumber } from '../parameters/values.ts';
import { readRoute } from './route.ts';

export const entities = readRoute({
  path: '/api/entities',
  summary: 'Find people, places, organisations and events by any of their names.',
  parameters: z.strictObject({
    q: z
      .string()
      .max(100)
      .default('')
      .meta({ description: 'Prefix of any word of any name; empty for all.' }),
    limit: wholeNumber(100, 20, 'Maximum number of entities.'),
  }),
  answer: { description: 'Entities.', schema: entitiesAnswer },
  request: (parameters, { language }) => ({ ...parameters, language }),
  async read({ gazetteer, live, lookup }, { q, limit, language }): Promise<EntitiesAnswer> {
    const found = await byMentions(lookup.beginningWith(q), await live.current());
    return {
      total: found.length,
      entities: found
        .slice(0, limit)
        .flatMap(({ entity }) => namedEntity(entity.id, gazetteer.entities, language) ?? []),
    };
  },
});
