/** What is matched for a weighted OR with a minimum share of the weight, see `PartialMatches`. */
import { FULL_IMPACT } from '../batch/inverter.ts';
import { idf } from '../bm25.ts';
import type { PartialMatches, PartialWay, WeightedClause } from '../engine.ts';
import { matchingTerms } from '../expected-matches.ts';
import type { MatchPlan, PlannedClause } from './match-windows.ts';

/** Puts documents that match all clauses before all others: above any score. */
const FIRST = 1e6;
/** Weights are added in 32-bit floats: what is about the minimum share is enough. */
const TOLERANCE = 1e-5;

/** @param documents of the index */
export function weightedOr(
  { clauses }: PartialMatches,
  { share, few }: PartialWay,
  documents: number,
): Omit<MatchPlan, 'excluded' | 'passes'> {
  const planned = clauses
    .map((clause) => plannedClause(clause, few, documents))
    .sort((a, b) => b.weight - a.weight);
  const whole = planned.reduce((sum, { weight }) => sum + weight, 0);
  return {
    clauses: planned,
    adds: 'best',
    needed: planned.length,
    leastHeld: whole * (share - TOLERANCE),
    lift: few ? FIRST : 0,
  };
}

/** A clause with those of its terms that documents have. */
function plannedClause({ weight, terms }: WeightedClause, few: boolean, all: number): PlannedClause {
  const used = [...matchingTerms(terms), ...(few ? terms.filter(({ similar }) => similar) : [])]
    .filter(({ documents }) => documents > 0)
    .map(({ term, documents, factor, similar }) => ({
      term,
      perImpact: (factor * idf(documents, all)) / FULL_IMPACT,
      similar,
      share: similar ? factor : 1,
    }));
  const bound = Math.max(0, ...used.map(({ perImpact }) => perImpact)) * FULL_IMPACT;
  return { weight, bound, terms: used };
}
