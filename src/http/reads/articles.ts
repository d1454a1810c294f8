/** Reads a page of the articles of a search, without marks. */
import type { StoredArticle } from '../../common/types.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';

/** A page of a search without marks: `placed` hits, and the articles of those that are still there. @throws as a search does. */
export async function articlesOf(
  { searcher, archive }: Service,
  asked: SearchRequest,
): Promise<{ placed: number; articles: StoredArticle[] }> {
  const { placed } = await searcher.find(asked);
  const articles = archive.getMany(placed.map(({ id }) => id));
  return { placed: placed.length, articles: placed.flatMap(({ id }) => articles.get(id) ?? []) };
}
