/** `GET /api/documents/:id/marks`: where in a whole article the words of a query are, for reading it after a search. */
import type { RequestHandler } from 'express';
import { annotate } from '../annotate.ts';
import { marksOf } from '../highlight.ts';
import type { Service } from '../service.ts';
import { unknownDocument } from '../similar.ts';
import { interfaceLanguage } from './language.ts';
import { readMarks } from './parameters.ts';

export function marks({ archive, searcher, tagger }: Service): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { q, match } = readMarks(request.query);
    const article = archive.get(request.params.id);
    if (article === undefined) throw unknownDocument(request.params.id);
    const { ideas } = await searcher.find({
      q,
      match,
      limit: 0,
      offset: 0,
      filter: {},
      sort: 'newest',
      facets: [],
      explain: false,
      language: interfaceLanguage(request),
    });
    const passages = annotate(article, tagger);
    response.json({
      id: article.id,
      query: q,
      marks: (['title', 'body'] as const).flatMap((field) =>
        marksOf(passages, ideas, field).map((mark) => ({ field, ...mark })),
      ),
    });
  };
}
