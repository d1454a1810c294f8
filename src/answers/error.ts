/** The shape of an error. */
import { z } from 'zod';
import { described } from './passage.ts';

export const errorAnswer = z
  .strictObject({
    error: z.strictObject({
      code: z.string().meta(described('Stable, for programs.')),
      message: z
        .string()
        .meta(described('What is wrong, in the language of `Accept-Language`: ar, en, fa, ru or tr.')),
      remedy: z.string().meta(described('What to do about it, in the same language.')),
    }),
  })
  .meta({ id: 'Error' });
