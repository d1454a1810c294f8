/** A search in words: for the title of the window and the list of active filters. */
import { kindOf, LISTED_FACETS } from '../../engines/facets.ts';
import { type Search, toggled } from '../app/address.ts';
import { nameOfEntity } from '../entity/names.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface ActiveFilter {
  name: string;
  /** What the search is without it. */
  without: Partial<Search>;
}

/** The filters of a search, each with its name in the language of the page. */
export function activeFilters(search: Search, translator: Translator): ActiveFilter[] {
  const { chosen, from, to, exact } = search;
  const filters: ActiveFilter[] = LISTED_FACETS.flatMap((facet) =>
    chosen[facet].map((value) => ({
      name:
        kindOf(facet) === 'entity'
          ? nameOfEntity(value, translator.language)
          : kindOf(facet) === 'language'
            ? translator.languageName(value)
            : value,
      without: { chosen: { ...chosen, [facet]: toggled(chosen[facet], value) } },
    })),
  );
  if (from !== '' || to !== '')
    filters.push({ name: translator.period(from, to), without: { from: '', to: '' } });
  if (exact) filters.push({ name: translator.messages.exactOnly, without: { exact: false } });
  return filters;
}

/** The query and the filters, as the title of a window. */
export function titleOf(search: Search, translator: Translator): string {
  const filters = activeFilters(search, translator).map(({ name }) => name);
  const parts = [search.q.trim(), ...filters].filter((part) => part !== '');
  return [...(parts.length > 0 ? [parts.join(' · ')] : []), 'lisan'].join(' - ');
}
