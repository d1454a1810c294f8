/** The results of a search, with each facet counted as if nothing were chosen in it: so that one can choose more. */
import { type Facet, facetsWith, filterKeepsAny, LISTED_FACETS } from '../../engines/facets.ts';
import { searchPath } from '../api/paths.ts';
import type { SearchAnswer } from '../api/types.ts';
import { type Loaded, useAnswer } from '../api/use-answer.ts';
import type { Search } from '../app/address.ts';
import { declaredFacets } from '../app/declared-facets.ts';

export interface Results extends Loaded<SearchAnswer> {
  counts: SearchAnswer['facets'];
}

/** Facets in which further values find more articles; of entities, an article must mention all. */
const WIDENING = LISTED_FACETS.filter(filterKeepsAny);

export function useResults(search: Search): Results {
  const main = useAnswer<SearchAnswer>(searchPath(search, facetsWith(declaredFacets())));
  const without = (chosen: boolean, change: Partial<Search>, facet: Facet): string | undefined =>
    chosen ? searchPath({ ...search, ...change }, [facet], 0) : undefined;
  const counts = { ...main.answer?.facets };
  // The same number of hooks in the same order every time.
  for (const facet of WIDENING) {
    const change = { chosen: { ...search.chosen, [facet]: [] } };
    const { answer } = useAnswer<SearchAnswer>(without(search.chosen[facet].length > 0, change, facet));
    Object.assign(counts, answer?.facets);
  }
  const { answer: dates } = useAnswer<SearchAnswer>(
    without(search.from !== '' || search.to !== '', { from: '', to: '' }, 'date'),
  );
  return { ...main, counts: { ...counts, ...dates?.facets } };
}
