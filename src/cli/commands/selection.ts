/** Which articles a command is about. */
import type { StoredArticle } from '../../common/types.ts';
import type { Service } from '../../service/service.ts';

export interface Selection {
  /** Exactly this source. */
  source?: string | undefined;
  /** Published before this ISO day; articles without a date are not. */
  before?: string | undefined;
  /** Found by this search, with all words. */
  query?: string | undefined;
}

/** Documents of one page of a search. */
const PAGE = 500;

/** The articles that fulfil all conditions, each once; without a condition all. Damaged ones are left out. */
export async function* selectedArticles(
  service: Service,
  { source, before, query }: Selection,
): AsyncGenerator<StoredArticle> {
  const articles = query === undefined ? service.archive.allArticles() : await found(service, query);
  for (const article of articles) {
    if (article.damaged) continue;
    if (source !== undefined && article.source !== source) continue;
    if (before !== undefined && !(article.publishedAt !== undefined && article.publishedAt < before))
      continue;
    yield article;
  }
}

/** All documents that match a search, also near-duplicates. Nothing of the query is relaxed. */
async function found({ searcher, archive }: Service, query: string): Promise<StoredArticle[]> {
  const articles = new Map<string, StoredArticle>();
  for (let offset = 0; ; offset += PAGE) {
    const { documents } = await searcher.find({
      q: query,
      limit: PAGE,
      offset,
      sort: 'newest',
      match: 'all',
      facets: [],
      collapse: false,
      explain: false,
      language: 'en',
      // What is deleted or exported must match the query as typed.
      relax: [],
      purpose: 'export',
    });
    for (const [id, article] of archive.getMany(documents.map(({ id }) => id))) articles.set(id, article);
    if (documents.length < PAGE) return [...articles.values()];
  }
}
