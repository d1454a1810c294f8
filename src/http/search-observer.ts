/** What is remembered of searches: counts for `lisan report`, and the slow ones in the log. */
import { LisanError, messageOf } from '../common/errors.ts';
import { explained, type ObservedSearch } from '../search/timings.ts';
import { Journal } from '../service/query-log.ts';
import { journalFile, type Service } from '../service/service.ts';

/** Watches the searches of a service until the function that it gives is called. */
export function watchSearches({ config, searcher, log }: Service): () => void {
  const kept = config.queries === 'kept';
  let journal: Journal | undefined;
  try {
    journal = new Journal(journalFile(config));
  } catch (thrown) {
    const remedy = thrown instanceof LisanError ? thrown.remedy : undefined;
    log.warn({ reason: messageOf(thrown), remedy }, 'past searches are not kept');
  }
  const watch = ({ query, engine, found, offset, tookMs, stages, ideas }: ObservedSearch): void => {
    const shown = kept ? { query } : {};
    if (tookMs >= config.slow) {
      const understood = kept ? { understood: explained(ideas) } : { ideas: ideas.length };
      log.warn({ ...shown, engine, found, offset, tookMs, stages, ...understood }, 'slow search');
    }
    // Later pages are the same search, and an empty box is none.
    if (offset > 0 || query.trim() === '') return;
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
