/** Executes a plan: finds the documents of a page, relaxes the query if it finds nothing, and suggests a spelling. */

import { type Relaxation, relaxationKind } from '../../answers/search.ts';
import type { PinRule } from '../pins/pin-list.ts';
import type { Plan, Relaxed } from '../query/planner.ts';
import { hasAlternative, type QueryClause, wordsOf } from '../query/query.ts';
import { suggestSpelling } from '../query/spelling-suggestion.ts';
import type { SearchRequest } from '../request.ts';
import type { Retrieval, TopDocuments } from './documents.ts';
import { placedDocuments } from './placed-documents.ts';
import { topDocuments } from './top-documents.ts';
import { withoutDocuments } from './without-documents.ts';

/** With fewer hits another spelling is suggested. */
const FEW_HITS = 3;

type Dropped = Relaxation['dropped'][number];

export interface Execution extends Omit<TopDocuments, 'missing' | 'similar'> {
  /** The clauses that found the documents. */
  clauses: readonly QueryClause[];
  relaxed: Relaxation | null;
  suggestion: string | null;
  /** See `SearchAnswer.hidden`. */
  hidden: number;
}

/**
 * `rule`: pinned and hidden articles of the query. `withoutPhrases`: plans the query with its phrases and fields as plain
 * words, if it has any.
 * @throws LisanError from the engine.
 */
export async function execute(
  { index: whole, ...others }: Retrieval,
  plan: Plan,
  request: SearchRequest,
  rule: PinRule | undefined,
  withoutPhrases: () => Promise<Relaxed | undefined>,
): Promise<Execution> {
  if (plan.empty) return nothing(request);
  const { pinned, hidden } = placedDocuments({ index: whole, ...others }, rule, plan.filter, request);
  const index = withoutDocuments(whole, [...pinned, ...hidden], others.facetReader);
  const leftOut = new Set([...pinned, ...hidden].map(({ id }) => id));
  const retrieval = { index, leftOut, ...others };
  let executed = plan;
  let dropped: readonly Dropped[] = [];
  let found = await topDocuments(retrieval, plan.query, plan.filter, request, pinned);
  if (isNothing(found)) {
    const relaxed = await withoutPhrases();
    if (relaxed !== undefined) {
      const wider = await topDocuments(retrieval, relaxed.plan.query, plan.filter, request, pinned);
      if (!isNothing(wider)) [found, executed, dropped] = [wider, relaxed.plan, relaxed.dropped];
    }
  }
  const { missing, similar, ...documents } = found;
  const { clauses } = executed.query;
  const all: Dropped[] = [
    ...dropped,
    ...(isNothing(found) ? [] : misspeltIn(clauses)).map((text): Dropped => ({ kind: 'spelling', text })),
    ...missing.map((text): Dropped => ({ kind: 'words', text })),
    ...similar.map((text): Dropped => ({ kind: 'similar', text })),
  ];
  const doubtful = found.total.value + found.partial < FEW_HITS || clauses.some(isGuessed);
  const suggestion = doubtful ? await suggestSpelling(retrieval.index, executed.parsed, clauses) : null;
  return { ...documents, clauses, relaxed: relaxationOf(all), suggestion, hidden: hidden.length };
}

function nothing({ facets }: SearchRequest): Execution {
  return {
    documents: [],
    total: { value: 0, relation: 'eq' },
    partial: 0,
    collapsed: 0,
    facets: Object.fromEntries(facets.map((facet) => [facet, []])),
    clauses: [],
    relaxed: null,
    suggestion: null,
    hidden: 0,
  };
}

const isNothing = ({ total, partial }: TopDocuments): boolean => total.value + partial === 0;

/** What the hits do not have, the most important reason first. */
function relaxationOf(dropped: readonly Dropped[]): Relaxation | null {
  const why = relaxationKind.options.find((kind) => dropped.some((part) => part.kind === kind));
  return why === undefined ? null : { why, dropped: [...dropped] };
}

/** Words that were searched in other spellings only. */
const misspeltIn = (clauses: readonly QueryClause[]): string[] =>
  clauses.flatMap((clause) =>
    hasAlternative(clause, 'correction') && clause.edits === undefined
      ? wordsOf(clause).map(({ text }) => text)
      : [],
  );

/** Whether a misspelt word was searched as a name: there may be many hits and none of them intended. */
const isGuessed = (clause: QueryClause): boolean =>
  hasAlternative(clause, 'guess') && hasAlternative(clause, 'correction');
