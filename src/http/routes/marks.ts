/** `GET /api/documents/:id/marks`: where in a whole article the words of a query are, for reading it after a search. */
import { z } from 'zod';
import { type MarksAnswer, marksAnswer } from '../../answers/article.ts';
import { unknownDocument } from '../../archive/stored-row.ts';
import { idOfAddress } from '../../common/document-address.ts';
import { annotate } from '../../document/annotate.ts';
import { truncatedParts } from '../../document/truncated.ts';
import { marksOf } from '../../search/results/marks.ts';
import { filterParameters } from '../parameters/search-request.ts';
import { DOCUMENT_ID, NO_ARTICLE, readRoute } from './route.ts';

export const marks = readRoute({
  path: '/api/documents/:id/marks',
  module: import.meta.url,
  summary: 'Mark the words of a query in a whole article.',
  parts: DOCUMENT_ID,
  parameters: z.strictObject({
    q: filterParameters.q,
    match: filterParameters.match,
    across: filterParameters.across,
  }),
  answer: { description: 'The marks of title and body, in order.', schema: marksAnswer },
  errors: NO_ARTICLE,
  request: ({ q, match, across }, { parts }) => ({ id: idOfAddress(parts.id!), q, match, across }),
  async read({ archive, searcher, tagger }, { id, ...query }): Promise<MarksAnswer> {
    const article = archive.get(id);
    if (article === undefined) throw unknownDocument(id);
    const clauses = await searcher.clausesOf(query);
    const passages = annotate(article, tagger);
    const marks = (['title', 'body'] as const).flatMap((field) =>
      marksOf(article, passages, clauses, field).map((mark) => ({ field, ...mark })),
    );
    const { limits } = tagger;
    const truncated = [
      ...truncatedParts(article, passages, limits),
      ...(marks.length > limits.marks ? (['marks'] as const) : []),
    ];
    return {
      id: article.id,
      query: query.q,
      marks: marks.slice(0, limits.marks),
      ...(truncated.length > 0 && { truncated }),
    };
  },
});
