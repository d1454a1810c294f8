/** Who appears with whom, for a program that uses lisan as a library. */
import type { TogetherAnswer } from '../answers/together.ts';
import { checkParameters } from '../http/parameters/check.ts';
import { readTogether, togetherOf, togetherParameters } from '../http/routes/together.ts';
import type { Service } from '../service/service.ts';
import { parametersOf, type SearchOptions } from './search.ts';

/** The filters of a search, and which entities are wanted. */
export interface TogetherOptions
  extends Omit<SearchOptions, 'limit' | 'offset' | 'sort' | 'facets' | 'explain'> {
  /** Id of the entity that the others appear with. Default: the entities of the whole search. */
  around?: string;
  /** Types of the others: `person`, `place`, `organisation`, `event`. Default: every type. */
  types?: readonly string[];
  /** Entities besides it: 0 to 30. Default 15. */
  nodes?: number;
}

/**
 * Counts which entities are mentioned in the same articles of a search, an empty query being all articles. `npmi` of a pair,
 * from -1 to 1, is the normalised pointwise mutual information (Bouma 2009): how much more often than by chance they are
 * together.
 * @throws LisanError `invalid_parameter`; `entity_unknown`; `index_rebuilding` while there is no index (run `reindex`).
 * @example
 * import { ingest, openService, together } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * await ingest(service, ['data/sample']);
 * const { nodes, edges } = await together(service, '', { around: 'person-sergey-lavrov', nodes: 5 });
 * console.log(nodes[0].name, nodes.length, edges[0].documents <= nodes[0].documents); // Sergey Lavrov 6 true
 * await service.close();
 */
export async function together(
  service: Service,
  query: string,
  { language = 'en', ...options }: TogetherOptions = {},
): Promise<TogetherAnswer> {
  const parameters = parametersOf(query, options);
  return readTogether(
    service,
    togetherOf(checkParameters(togetherParameters, parameters, service.config.facets), language),
  );
}
