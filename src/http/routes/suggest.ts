/** `GET /api/suggest`: autocomplete for the search box. */
import { z } from 'zod';
import { type SuggestAnswer, suggestAnswer } from '../../answers/search.ts';
import { query, wholeNumber } from '../parameters/values.ts';
import { readRoute } from './route.ts';

export const suggest = readRoute({
  path: '/api/suggest',
  module: import.meta.url,
  summary: 'Suggest entities and words for the text typed so far.',
  parameters: z.strictObject({
    q: query('The text typed so far.'),
    limit: wholeNumber(20, 8, 'Maximum number of suggestions.'),
  }),
  answer: { description: 'Suggestions, entities first.', schema: suggestAnswer },
  request: (parameters, { language }) => ({ ...parameters, language }),
  read: async ({ suggester }, request): Promise<SuggestAnswer> => ({
    query: request.q,
    suggestions: await suggester.suggest(request),
  }),
});
