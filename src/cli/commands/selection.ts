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

/** Documents that are read at once. */
const READ_AT_ONCE = 50;

/** The articles that fulfil all conditions, each once; without a condition all. Damaged ones are left out. */
export async function* selectedArticles(
  service: Service,
  { source, before, query }: Selection,
): AsyncGenerator<StoredArticle> {
  const articles = query === undefined ? service.archive.allArticles() : found(service, query);
  for await (const article of articles) {
    if (article.damaged) continue;
    if (source !== undefined && article.source !== source) continue;
    if (before !== undefined && !(article.publishedAt !== undefined && article.publishedAt < before))
      continue;
    yield article;
  }
}

/**
 * All documents that match a search, also near-duplicates. Nothing of the query is relaxed. They are listed at once, so
 * that none is given twice and none is missing if others write meanwhile.
 */
async function* found({ searcher, archive }: Service, query: string): AsyncGenerator<StoredArticle> {
  const { documents } = await searcher.find({
    q: query,
    limit: Number.MAX_SAFE_INTEGER,
    offset: 0,
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
  for (let at = 0; at < documents.length; at += READ_AT_ONCE) {
    const ids = documents.slice(at, at + READ_AT_ONCE).map(({ id }) => id);
    const articles = archive.getMany(ids);
    for (const id of ids) {
      const article = articles.get(id);
      if (article !== undefined) yield article;
    }
  }
}
