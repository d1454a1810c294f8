/** `GET /api/search/new`: how many articles came in for a search since the last look; for saved searches of the page. */
import { z } from 'zod';
import { type NewArticles, newArticlesAnswer } from '../../answers/alert.ts';
import { countNew } from '../alerts/reads.ts';
import { filterParameters, searchRequest } from '../parameters/search-request.ts';
import { readRoute } from './route.ts';

const seen = z
  .string()
  .regex(/^(?:|\d{1,15}\.\d{1,15})$/, 'must be `seen` of an earlier answer')
  .default('')
  .meta({ description: '`seen` of the last answer; without it nothing is counted.' });

const parameters = z.strictObject({ ...filterParameters, seen });

export const newArticles = readRoute({
  path: '/api/search/new',
  module: import.meta.url,
  summary: 'Count the articles of a search that came in since the last look.',
  parameters,
  answer: { description: 'The count.', schema: newArticlesAnswer },
  request: ({ seen: last, ...wanted }, { language }) => ({
    last,
    request: searchRequest({ ...wanted, sort: 'newest', limit: 0 }, language),
  }),
  async read(service, { last, request }): Promise<NewArticles> {
    const { archive, engine } = service;
    const position = archive.liveIndex(engine.name)?.position ?? 0;
    const now = { seen: `${position}.${Date.now()}` };
    if (last === '') return { count: 0, relation: 'eq', ...now };
    const [after, at] = last.split('.').map(Number);
    const since = new Date(at!).toISOString();
    return { ...(await countNew(service, { request, after: after!, since })), ...now };
  },
});
