/** Compares how often queries match, by month, language or source. Documents match as typed, as in exports. */
import type { CompareAnswer, ComparedBy } from '../answers/compare.ts';
import type { SearchRequest } from './request.ts';
import type { Searcher } from './searcher.ts';

/** Values that are listed, where they are not months. */
const MAX_VALUES = 20;

export type CompareRequest = Omit<SearchRequest, 'q' | 'offset' | 'limit' | 'facets' | 'explain' | 'sort'>;

/** @throws LisanError `invalid_query`, or from the engine. */
export async function compare(
  searcher: Searcher,
  queries: readonly string[],
  by: ComparedBy,
  request: CompareRequest,
): Promise<CompareAnswer> {
  const counted = async (q: string) => {
    const shown = { q, offset: 0, limit: 0, sort: 'newest', facets: [by], explain: false } as const;
    const answer = await searcher.search({ ...request, ...shown, relax: [], purpose: 'facets' });
    return {
      ...answer,
      counts: new Map((answer.facets[by] ?? []).map(({ value, count }) => [value, count])),
    };
  };
  const all = await counted('');
  const found: Awaited<ReturnType<typeof counted>>[] = [];
  for (const query of queries) found.push(await counted(query));
  const met = [...new Set(found.flatMap(({ counts }) => [...counts.keys()]))];
  const sum = (value: string): number => found.reduce((n, { counts }) => n + (counts.get(value) ?? 0), 0);
  const values =
    by === 'date'
      ? monthsFrom(met)
      : met.sort((a, b) => sum(b) - sum(a) || (a < b ? -1 : 1)).slice(0, MAX_VALUES);
  return {
    by,
    queries: found.map(({ total, notices }, index) => ({ query: queries[index]!, total, notices })),
    values: values.map((value) => ({
      value,
      all: all.counts.get(value) ?? 0,
      counts: found.map(({ counts }) => counts.get(value) ?? 0),
    })),
  };
}

/** Every month from the first to the last of some, `2023-10`. */
function monthsFrom(some: readonly string[]): string[] {
  const numbers = some
    .filter((value) => /^\d{4}-\d{2}$/u.test(value))
    .map((value) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1);
  if (numbers.length === 0) return [];
  const first = numbers.reduce((a, b) => Math.min(a, b));
  const last = numbers.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
