/** How long the stages of a search take, and what observers learn of each search. */
import type { Index } from '../engines/engine.ts';
import { entitiesNamedBy, type QueryClause, wordsOf } from './query/query.ts';
import type { Purpose } from './request.ts';

/** `plan`: analysis of the query; `engine`: waiting for the index; `rank`; `present`: articles and their marks. */
export const STAGES = ['plan', 'engine', 'rank', 'present'] as const;
/** Milliseconds of each stage. */
export type Timings = Record<(typeof STAGES)[number], number>;

export interface ObservedSearch {
  query: string;
  purpose: Purpose;
  engine: string;
  /** Number of documents found. */
  found: number;
  offset: number;
  tookMs: number;
  timings: Timings;
  clauses: readonly QueryClause[];
}

export function noTimings(): Timings {
  return { plan: 0, engine: 0, rank: 0, present: 0 };
}

/** The index; waiting for it is added to `timings.engine`. */
export function timed(index: Index, timings: Timings): Index {
  return new Proxy(index, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        const begun = performance.now();
        try {
          return await value.apply(target, given);
        } finally {
          timings.engine += performance.now() - begun;
        }
      };
    },
  });
}

/** A summary of an analysed query, for the log of slow searches. */
export function summaryOfClauses(clauses: readonly QueryClause[]): object[] {
  return clauses.map((clause) => {
    const words = wordsOf(clause);
    return {
      words: words.map(({ text }) => text),
      stems: [...new Set(words.flatMap(({ forms }) => forms.map(({ stem }) => stem)))],
      replacements: clause.alternatives.flatMap((alternative) =>
        alternative.kind === 'completion' || alternative.kind === 'correction' ? alternative.forms : [],
      ).length,
      entities: entitiesNamedBy(clause),
      ...(clause.optional && { optional: true }),
    };
  });
}
