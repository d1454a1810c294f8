/** What is remembered of searches: counts for `lisan report`, and the slow ones in the log. */
import { LisanError, messageOf } from '../common/errors.ts';
import { type ObservedSearch, summaryOfClauses } from '../search/timings.ts';
import { QueryLog } from '../service/query-log.ts';
import { queryLogFile, type Service } from '../service/service.ts';

/** Watches the searches of a service until the function that it gives is called. */
export function observeSearches({ config, searcher, log }: Service): () => void {
  const kept = config.queries === 'kept';
  let journal: QueryLog | undefined;
  try {
    journal = new QueryLog(queryLogFile(config), config.queriesDays);
  } catch (thrown) {
    const remedy = thrown instanceof LisanError ? thrown.remedy : undefined;
    log.warn({ reason: messageOf(thrown), remedy }, 'past searches are not kept');
  }
  const watch = (observed: ObservedSearch): void => {
    const { query, purpose, engine, found, offset, tookMs, timings, clauses } = observed;
    const shown = kept ? { query } : {};
    if (tookMs >= config.slow) {
      const understood = kept ? { understood: summaryOfClauses(clauses) } : { clauses: clauses.length };
      log.warn({ ...shown, engine, found, offset, tookMs, stages: timings, ...understood }, 'slow search');
    }
    // Counts only the first page of a query.
    if (purpose !== 'search' || offset > 0 || query.trim() === '') return;
    try {
      journal?.note(kept ? query : '', found, tookMs);
    } catch (thrown) {
      log.warn({ reason: messageOf(thrown) }, 'past searches are not kept any more');
      journal = undefined;
    }
  };
  searcher.events.on('search', watch);
  return () => {
    searcher.events.off('search', watch);
    try {
      journal?.close();
    } catch (thrown) {
      log.warn({ reason: messageOf(thrown) }, 'the last searches were not kept');
    }
  };
}
