/** Reads the marks of a query in a whole article. */
import { unknownDocument } from '../../archive/archive.ts';
import { annotate } from '../../document/annotate.ts';
import { marksOf } from '../../search/results/marks.ts';
import type { Service } from '../../service/service.ts';

export interface MarksRequest {
  id: string;
  q: string;
  match: 'all' | 'exact';
  /** BCP 47 code for names of entities. */
  language: string;
}

/** The marks of title and body. The query is analysed, and nothing is searched. @throws LisanError `document_unknown`, or as `Searcher.clausesOf`. */
export async function readDocumentMarks(
  { archive, searcher, tagger }: Service,
  { id, q, match }: MarksRequest,
): Promise<object> {
  const article = archive.get(id);
  if (article === undefined) throw unknownDocument(id);
  const clauses = await searcher.clausesOf({ q, match });
  const passages = annotate(article, tagger);
  return {
    id: article.id,
    query: q,
    marks: (['title', 'body'] as const).flatMap((field) =>
      marksOf(passages, clauses, field).map((mark) => ({ field, ...mark })),
    ),
  };
}
