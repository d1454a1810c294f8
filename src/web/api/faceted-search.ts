/** The answer to a search, with each facet counted as if nothing had been chosen in it: so that one can choose more. */
import { FACETS, type Facet, filterKeepsAny, LISTED_FACETS } from '../../engines/facets.ts';
import type { Search } from '../app/address.ts';
import type { InterfaceLanguage } from '../app/interface.ts';
import { type Answer, searchPath } from './client.ts';
import { type Loaded, useAnswer } from './load.ts';

export interface Results extends Loaded<Answer> {
  counts: Answer['facets'];
}

/** Facets whose other values find more; of entities a document must mention all, so more of them find less. */
const WIDENING = LISTED_FACETS.filter(filterKeepsAny);

export function useResults(search: Search, language: InterfaceLanguage): Results {
  const main = useAnswer<Answer>(searchPath(search, FACETS), language);
  const without = (chosen: boolean, change: Partial<Search>, facet: Facet): string | undefined =>
    chosen ? searchPath({ ...search, ...change }, [facet], 0) : undefined;
  const counts = { ...main.answer?.facets };
  // The same number of hooks in the same order every time.
  for (const facet of WIDENING) {
    const change = { chosen: { ...search.chosen, [facet]: [] } };
    const { answer } = useAnswer<Answer>(without(search.chosen[facet].length > 0, change, facet), language);
    Object.assign(counts, answer?.facets);
  }
  const { answer: dates } = useAnswer<Answer>(
    without(search.from !== '' || search.to !== '', { from: '', to: '' }, 'date'),
    language,
  );
  return { ...main, counts: { ...counts, ...dates?.facets } };
}
