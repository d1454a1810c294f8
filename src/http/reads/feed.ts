/** Reads the entries of a feed. */
import type { Hit, SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';

/** The hits of a search, only those that match, and when each was stored. @throws as a search does. */
export async function readFeedEntries(
  { searcher, archive }: Service,
  asked: SearchRequest,
): Promise<{ hits: Hit[]; storedAt: Map<string, string> }> {
  const { hits } = await searcher.search({ ...asked, relax: [], purpose: 'feed' });
  return { hits, storedAt: archive.storedAt(hits.map(({ id }) => id)) };
}
