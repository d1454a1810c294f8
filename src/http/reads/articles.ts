/** Reads a page of the articles of a search, without marks. */
import type { StoredArticle } from '../../common/types.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';

/** A page of a search without marks: `placed` hits, and the articles of those that are still there. @throws as a search does. */
export async function readArticles(
  { searcher, archive }: Service,
  asked: SearchRequest,
): Promise<{ placed: number; articles: StoredArticle[] }> {
  const { documents } = await searcher.find(asked);
  const articles = archive.getMany(documents.map(({ id }) => id));
  return { placed: documents.length, articles: documents.flatMap(({ id }) => articles.get(id) ?? []) };
}
