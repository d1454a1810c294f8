/** How long the stages of a search take, and what is told of each search that was answered. */
import type { Index } from '../engines/engine.ts';
import type { QueryClause } from './query/query.ts';

/** `understand`: the query; `engine`: candidates and frequencies; `rank`; `present`: articles and their marks. */
export const STAGES = ['understand', 'engine', 'rank', 'present'] as const;
/** Milliseconds of each. */
export type Timings = Record<(typeof STAGES)[number], number>;

export interface ObservedSearch {
  query: string;
  engine: string;
  /** Documents that were found. */
  found: number;
  offset: number;
  tookMs: number;
  timings: Timings;
  clauses: readonly QueryClause[];
}

export function noTimings(): Timings {
  return { understand: 0, engine: 0, rank: 0, present: 0 };
}

/** The index, with the time that is waited for it added to a stage. */
export function timed(index: Index, stages: Timings): Index {
  return new Proxy(index, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        const begun = performance.now();
        try {
          return await value.apply(target, given);
        } finally {
          stages.engine += performance.now() - begun;
        }
      };
    },
  });
}

/** What a query was understood as, for the log of slow searches. */
export function explained(clauses: readonly QueryClause[]): object[] {
  return clauses.map(({ words, entities, optional }) => ({
    words: words.map(({ text }) => text),
    stems: [...new Set(words.flatMap(({ forms }) => forms.map(({ stem }) => stem)))],
    others: words.reduce((sum, word) => sum + word.completions.length + word.corrections.length, 0),
    entities,
    ...(optional && { optional }),
  }));
}
