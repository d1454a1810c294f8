/** Reads where in a whole article the words of a query are. */
import { unknownDocument } from '../../archive/stored-row.ts';
import { annotate } from '../../document/annotate.ts';
import { marksOf } from '../../search/results/highlighter.ts';
import type { Service } from '../../service/service.ts';

export interface MarksRequest {
  id: string;
  q: string;
  match: 'all' | 'exact';
  /** BCP 47 code for names of entities. */
  language: string;
}

/** The marks of title and body. @throws LisanError `document_unknown`, or what a search throws. */
export async function readDocumentMarks(
  { archive, searcher, tagger }: Service,
  { id, ...asked }: MarksRequest,
): Promise<object> {
  const article = archive.get(id);
  if (article === undefined) throw unknownDocument(id);
  const { clauses } = await searcher.find({
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
      marksOf(passages, clauses, field).map((mark) => ({ field, ...mark })),
    ),
  };
}
