/** Shapes of the answers about following a search that the page uses. */
import { z } from 'zod';
import { described } from './passage.ts';

export const newArticlesAnswer = z
  .strictObject({
    count: z.int().min(0).meta(described('Articles that match and came in since.')),
    relation: z.enum(['eq', 'gte']).meta(described('`gte`: at least this many; much came in.')),
    seen: z.string().meta(described('What to send the next time.')),
  })
  .meta({ id: 'NewArticles' });
export type NewArticles = z.infer<typeof newArticlesAnswer>;

export const alertOffer = z
  .strictObject({
    mail: z.boolean().meta(described('Whether a search can be followed by mail.')),
    webhook: z.boolean().meta(described('Whether it can be followed by a webhook, with a key.')),
    intervals: z.array(z.int()).meta(described('Times between two messages that can be chosen, in minutes.')),
  })
  .meta({ id: 'AlertOffer' });
export type AlertOffer = z.infer<typeof alertOffer>;
