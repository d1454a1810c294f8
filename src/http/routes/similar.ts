/** `GET /api/similar/:id`: articles like one of the archive. */
import { z } from 'zod';
import { type SimilarAnswer, similarAnswer } from '../../answers/search.ts';
import { idOfAddress } from '../../common/document-address.ts';
import { moreLikeThis } from '../../search/more-like-this.ts';
import { wholeNumber } from '../parameters/values.ts';
import { DOCUMENT_ID, NO_ARTICLE, readRoute } from './route.ts';

export const similar = readRoute({
  path: '/api/similar/:id',
  module: import.meta.url,
  summary: 'Find articles like one of the archive.',
  parts: DOCUMENT_ID,
  parameters: z.strictObject({ limit: wholeNumber(20, 6, 'Maximum number of articles.') }),
  answer: { description: 'The most similar articles first.', schema: similarAnswer },
  errors: NO_ARTICLE,
  byMeaning: true,
  request: ({ limit }, { parts, language }) => ({ id: idOfAddress(parts.id!), limit, language }),
  read: async (service, request): Promise<SimilarAnswer> => ({
    id: request.id,
    hits: await moreLikeThis(service, request),
  }),
});
