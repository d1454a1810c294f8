/** `GET /api/entities/:id`: an entity, and how the archive mentions it. */
import { z } from 'zod';
import { type EntityAnswer, entityAnswer } from '../../answers/entity.ts';
import { profileOf } from '../../search/results/entity-profile.ts';
import { unknownEntity } from '../../service/decide.ts';
import { readRoute, UNKNOWN_ID } from './route.ts';

export const entity = readRoute({
  path: '/api/entities/:id',
  module: import.meta.url,
  summary: 'Get an entity with its names and its mentions in the archive.',
  parts: { id: 'Id of an entity, like `person-sergey-lavrov`.' },
  parameters: z.strictObject({
    date: z
      .string()
      .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'must be like 2023, 2023-05 or 2023-05-17')
      .optional()
      .meta({
        description:
          'Date for which the position of a person is given, like that of an article; default today.',
      }),
  }),
  answer: { description: 'The entity.', schema: entityAnswer },
  errors: UNKNOWN_ID,
  request: ({ date }, { parts, language }) => ({ id: parts.id!, date, language }),
  async read({ gazetteer, live }, { id, date, language }): Promise<EntityAnswer> {
    const found = gazetteer.entities.get(id);
    if (found === undefined) throw unknownEntity(id);
    return profileOf(found, await live.current(), gazetteer, language, date);
  },
});
