/** What is read for alerts: by percolation, on what came in. */

import type { FindRequest, Found } from '../../alerts/alert-store.ts';
import { MAX_SHOWN } from '../../alerts/limits.ts';
import type { AlertHits } from '../../alerts/mail-text.ts';
import type { NewArticles } from '../../answers/alert.ts';
import type { Alert, FoundArticle } from '../../archive/alert.ts';
import type { ChangedDocument } from '../../archive/archive.ts';
import { LisanError } from '../../common/errors.ts';
import type { Percolated } from '../../search/percolator.ts';
import type { SearchRequest } from '../../search/request.ts';
import type { Service } from '../../service/service.ts';
import { defineRead } from '../workers/read.ts';
import { requestOf } from './alert-search.ts';

/** Changes that are looked at together: they are in memory, about 10 KiB each. */
const CHANGES_PER_READ = 500;
/** Of the articles of one message, so many of the newest are considered for being shown. */
const SHOWN_FROM = 200;
/** Changes that are looked at for a count; with more the count is "at least". */
const MAX_COUNTED_CHANGES = 2000;

/** Looks at the next changes for some alerts. */
export async function findArticles(service: Service, { alerts, from, last }: FindRequest): Promise<Found> {
  const { archive, searcher, config } = service;
  const changes = archive.changedBetween(from, last, CHANGES_PER_READ);
  const to = changes.length < CHANGES_PER_READ ? last : changes.at(-1)!.sequence;
  const present = changes.filter(({ deleted }) => !deleted);
  const articles: FoundArticle[] = [];
  const invalid: Found['invalid'] = [];
  if (present.length === 0) return { to, articles, invalid };
  const percolator = await searcher.percolator(present.map(({ id }) => id));
  const changed = new Map(present.map((change) => [change.id, change]));
  for (const { id: alert, search, language, confirmedAt } of alerts) {
    try {
      const percolated = await percolator.matching(requestOf(search, language, config.facets));
      for (const { id: document } of percolated.documents) {
        if (archive.alerts.isFound({ alert, document })) continue;
        const isNew = !matchedBefore(service, changed.get(document)!, percolated, confirmedAt ?? '');
        if (isNew) articles.push({ alert, document });
      }
    } catch (thrown) {
      if (!(thrown instanceof LisanError) || thrown.status !== 400) throw thrown;
      invalid.push({ id: alert, reason: thrown.message });
    }
  }
  return { to, articles, invalid };
}

/** Whether an article that was edited matched already in a revision that was stored before an instant: then it is no news. */
function matchedBefore(
  { archive }: Service,
  { id, revision }: ChangedDocument,
  { matchesArticle }: Percolated,
  instant: string,
): boolean {
  if (revision === 1) return false;
  return archive.revisions(id).some(({ article, storedAt }) => storedAt < instant && matchesArticle(article));
}

/** The hits of a message: those of its articles that are still there and still match. */
export async function messageHits(
  { searcher, config }: Service,
  { search, language, articles }: Pick<Alert, 'search' | 'language'> & { articles: readonly string[] },
): Promise<AlertHits> {
  const request = requestOf(search, language, config.facets);
  const found = [];
  for (let at = 0; at < articles.length; at += CHANGES_PER_READ) {
    const part = articles.slice(at, at + CHANGES_PER_READ);
    const { documents } = await (await searcher.percolator(part)).matching(request);
    found.push(documents.map(({ id, publishedAt = 0 }) => ({ id, publishedAt })));
  }
  const all = found.flat();
  const newest = all.toSorted((a, b) => b.publishedAt - a.publishedAt).slice(0, SHOWN_FROM);
  const percolated = await (await searcher.percolator(newest.map(({ id }) => id))).matching(request);
  return { hits: await percolated.hits(MAX_SHOWN), total: all.length };
}

export interface CountRequest {
  request: SearchRequest;
  /** Change and instant of the last look. */
  after: number;
  since: string;
}

/** How many articles came in since the last look. Those that matched already in an earlier revision do not count. */
export async function countNew(
  service: Service,
  { request, after, since }: CountRequest,
): Promise<Pick<NewArticles, 'count' | 'relation'>> {
  const { archive, searcher, engine } = service;
  const last = archive.liveIndex(engine.name)?.position ?? 0;
  let count = 0;
  let looked = 0;
  for (let from = after; from < last && looked < MAX_COUNTED_CHANGES; ) {
    const changes = archive.changedBetween(from, last, CHANGES_PER_READ);
    if (changes.length === 0) break;
    from = changes.at(-1)!.sequence;
    looked += changes.length;
    const present = new Map(changes.filter(({ deleted }) => !deleted).map((change) => [change.id, change]));
    const percolator = await searcher.percolator([...present.keys()]);
    const percolated = await percolator.matching(request);
    for (const { id } of percolated.documents)
      if (!matchedBefore(service, present.get(id)!, percolated, since)) count++;
    if (from >= last) return { count, relation: 'eq' };
  }
  return { count, relation: looked < MAX_COUNTED_CHANGES ? 'eq' : 'gte' };
}

export const findRead = defineRead<FindRequest, Found>({
  name: 'alerts/find',
  module: import.meta.url,
  run: findArticles,
});
export const hitsRead = defineRead<Parameters<typeof messageHits>[1], AlertHits>({
  name: 'alerts/hits',
  module: import.meta.url,
  run: messageHits,
});
