/** `GET /api/search/new`: how many articles came in for a search since the last look; for saved searches of the page. */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import { countNew } from '../alerts/reads.ts';
import { filterParameters, searchRequest } from '../parameters/search-request.ts';
import { readRoute } from './route.ts';

const seen = z
  .string()
  .regex(/^(?:|\d{1,15}\.\d{1,15})$/, 'must be `seen` of an earlier answer')
  .default('')
  .meta({ description: '`seen` of the last answer; without it nothing is counted.' });

const parameters = z.strictObject({ ...filterParameters, seen });

const answer = z
  .strictObject({
    count: z.int().min(0).meta(described('Articles that match and came in since.')),
    relation: z.enum(['eq', 'gte']).meta(described('`gte`: at least this many; much came in.')),
    seen: z.string().meta(described('What to send the next time.')),
  })
  .meta({ id: 'NewArticles' });

export const newArticles = readRoute({
  path: '/api/search/new',
  summary: 'Count the articles of a search that came in since the last look.',
  parameters,
  answer: { description: 'The count.', schema: answer },
  request: ({ seen: last, ...wanted }, { language }) => ({
    last,
    request: searchRequest({ ...wanted, sort: 'newest', limit: 0 }, language),
  }),
  async read(service, { last, request }): Promise<z.infer<typeof answer>> {
    const { archive, engine } = service;
    const position = archive.liveIndex(engine.name)?.position ?? 0;
    const now = { seen: `${position}.${Date.now()}` };
    if (last === '') return { count: 0, relation: 'eq', ...now };
    const [after, at] = last.split('.').map(Number);
    const since = new Date(at!).toISOString();
    return { ...(await countNew(service, { request, after: after!, since })), ...now };
  },
});
