/** What is matched for a weighted OR with a minimum share of the weight, see `PartialMatches`. */
import { FULL_IMPACT } from '../batch/inverter.ts';
import { idf } from '../bm25.ts';
import type { PartialMatches, PartialWay, WeightedClause } from '../engine.ts';
import { matchingTerms } from '../expected-matches.ts';
import type { MatchPlan, PlannedClause } from './match-windows.ts';

/** Puts documents that match all clauses before all others: above any score. */
const FIRST = 1e6;
/** Shares are rounded: what is about the least one is enough. */
const TOLERANCE = 1e-5;

/** @param documents of the index */
export function weightedOr(
  { clauses }: PartialMatches,
  { share, few }: PartialWay,
  documents: number,
): Omit<MatchPlan, 'excluded' | 'passes'> {
  const whole = clauses.reduce((sum, { weight }) => sum + weight, 0);
  return {
    clauses: clauses
      .toSorted((a, b) => b.weight - a.weight)
      .map((clause) => plannedClause(clause, whole, few, documents)),
    adds: 'best',
    needed: clauses.length,
    leastShare: share - TOLERANCE,
    lift: few ? FIRST : 0,
  };
}

/** A clause with those of its terms that documents have. */
function plannedClause(
  { weight, terms }: WeightedClause,
  whole: number,
  few: boolean,
  all: number,
): PlannedClause {
  const used = [...matchingTerms(terms), ...(few ? terms.filter(({ similar }) => similar) : [])]
    .filter(({ documents }) => documents > 0)
    .map(({ term, documents, factor, similar }) => ({
      term,
      perImpact: (factor * idf(documents, all)) / FULL_IMPACT,
      similar,
      share: similar ? factor : 1,
    }));
  const bound = Math.max(0, ...used.map(({ perImpact }) => perImpact)) * FULL_IMPACT;
  return { share: whole === 0 ? 0 : weight / whole, bound, terms: used };
}
