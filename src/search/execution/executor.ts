/** Executes a plan: finds the documents of a page, relaxes the query if it finds nothing, and suggests a spelling. */
import type { Index } from '../../engines/engine.ts';
import type { Plan } from '../query/planner.ts';
import { hasAlternative, type QueryClause } from '../query/query.ts';
import { suggestSpelling } from '../query/spelling-suggestion.ts';
import type { SearchRequest } from '../request.ts';
import type { Timings } from '../timings.ts';
import { hasConstraints, withoutConstraints } from './relaxation.ts';
import { type TopDocuments, topDocuments } from './top-documents.ts';

/** With fewer hits another spelling is suggested. */
const FEW_HITS = 3;

export interface Execution extends TopDocuments {
  /** The clauses that found the documents. */
  clauses: readonly QueryClause[];
  suggestion: string | null;
}

/** `now` is used for freshness. Adds the time of ranking to `timings`. @throws LisanError from the engine. */
export async function execute(
  index: Index,
  { parsed, query, filter }: Plan,
  request: SearchRequest,
  now: Date,
  timings: Timings,
): Promise<Execution> {
  let executed = query;
  let found = await topDocuments(index, executed, request, filter, now, timings);
  if (found.total.value === 0 && hasConstraints(query) && request.match === 'all') {
    executed = withoutConstraints(query);
    found = await topDocuments(index, executed, request, filter, now, timings);
  }
  const { clauses } = executed;
  const doubtful = found.total.value < FEW_HITS || clauses.some(isGuessed);
  const suggestion = doubtful ? await suggestSpelling(index, parsed, clauses) : null;
  return { ...found, clauses, suggestion };
}

/** Whether a misspelt word was searched as a name: there may be many hits and none of them intended. */
const isGuessed = (clause: QueryClause): boolean =>
  hasAlternative(clause, 'guess') && hasAlternative(clause, 'correction');
