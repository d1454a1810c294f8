/** `GET /api/entities`: entities by the beginning of any of their names, in any script, the most mentioned first. */
import { z } from 'zod';
import { type EntitiesAnswer, entitiesAnswer } from '../../answers/entity.ts';
import { namedEntity } from '../../search/results/entity-names.ts';
import { byMentions } from '../../search/results/entity-profile.ts';
import { asDecided } from '../../search/results/known-entities.ts';
import { unlistedBeginning } from '../../search/same-names.ts';
import { wholeNumber } from '../parameters/values.ts';
import { readRoute } from './route.ts';

export const entities = readRoute({
  path: '/api/entities',
  module: import.meta.url,
  summary:
    'Find people, places, organisations and events by any of their names; those of the gazetteer first.',
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
    const index = await live.current();
    const found = await byMentions(asDecided(lookup.beginningWith(q), gazetteer.entities), index);
    const unlisted = await unlistedBeginning(q, index, limit);
    return {
      total: found.length + unlisted.length,
      entities: [...found.map(({ entity }) => entity.id), ...unlisted]
        .slice(0, limit)
        .flatMap((id) => namedEntity(id, gazetteer.entities, language) ?? []),
    };
  },
});
