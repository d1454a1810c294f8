/** Reads a page of the articles of a search, without marks. */
import type { StoredArticle } from '../../common/types.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';

/** A page of a search without marks, only of documents that match: the number of documents found, and those of their articles that still exist. @throws as `Searcher.search`. */
export async function readArticles(
  { searcher, archive }: Service,
  asked: SearchRequest,
): Promise<{ found: number; articles: StoredArticle[] }> {
  const { documents } = await searcher.find({ ...asked, relax: [], purpose: 'export' });
  const articles = archive.getMany(documents.map(({ id }) => id));
  return { found: documents.length, articles: documents.flatMap(({ id }) => articles.get(id) ?? []) };
}
