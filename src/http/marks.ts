/** `GET /api/documents/:id/marks`: where in a whole article the words of a query are, for reading it after a search. */
import type { RequestHandler } from 'express';
import { annotate } from '../annotate.ts';
import { marksOf } from '../highlight.ts';
import type { Service } from '../service.ts';
import { unknownDocument } from '../similar.ts';
import { interfaceLanguage } from './language.ts';
import { readMarks } from './parameters.ts';
import type { Served } from './served.ts';

export interface MarksAsked {
  id: string;
  q: string;
  match: 'all' | 'exact';
  /** BCP 47 code for names of entities. */
  language: string;
}

export function marks({ readers }: Served): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { q, match } = readMarks(request.query);
    const asked = { id: request.params.id, q, match, language: interfaceLanguage(request) };
    await readers.send(response, 'marks', asked);
  };
}

/** The marks of title and body. @throws LisanError `document_unknown`, or what a search throws. */
export async function marksIn(
  { archive, searcher, tagger }: Service,
  { id, ...asked }: MarksAsked,
): Promise<object> {
  const article = archive.get(id);
  if (article === undefined) throw unknownDocument(id);
  const { ideas } = await searcher.find({
    ...asked,
    limit: 0,
    offset: 0,
    filter: {},
    sort: 'newest',
    facets: [],
    explain: false,
  });
  const passages = annotate(article, tagger);
  return {
    id: article.id,
    query: asked.q,
    marks: (['title', 'body'] as const).flatMap((field) =>
      marksOf(passages, ideas, field).map((mark) => ({ field, ...mark })),
    ),
  };
}
