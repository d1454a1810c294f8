/** The answer to a search, with each facet counted as if nothing had been chosen in it: so that one can choose more. */
import { NO_SEARCH, type Search } from '../app/address.ts';
import type { InterfaceLanguage } from '../app/interface.ts';
import { type Answer, searchPath } from './client.ts';
import { type Loaded, useAnswer } from './load.ts';

export interface Results extends Loaded<Answer> {
  counts: Answer['facets'];
}

export function useResults(search: Search, language: InterfaceLanguage): Results {
  const main = useAnswer<Answer>(searchPath(search, ['lang', 'entity', 'source', 'date']), language);
  const without = (chosen: boolean, change: Partial<Search>, facet: string): string | undefined =>
    chosen ? searchPath({ ...search, ...change }, [facet], 0) : undefined;
  const { answer: languages } = useAnswer<Answer>(
    without(search.languages.length > 0, { languages: NO_SEARCH.languages }, 'lang'),
    language,
  );
  const { answer: sources } = useAnswer<Answer>(
    without(search.sources.length > 0, { sources: NO_SEARCH.sources }, 'source'),
    language,
  );
  const { answer: dates } = useAnswer<Answer>(
    without(search.from !== '' || search.to !== '', { from: '', to: '' }, 'date'),
    language,
  );
  // Entities are asked for all at once: their counts are those within what is chosen.
  const counts = { ...main.answer?.facets, ...languages?.facets, ...sources?.facets, ...dates?.facets };
  return { ...main, counts };
}
