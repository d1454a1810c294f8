/** Retrieval: how high the relevant documents rank in the answers of a system. */
import { type Questions, readSet } from './question-set.ts';
import { SYSTEMS, type SystemName, type SystemOptions } from './systems.ts';

export interface SetOptions extends SystemOptions {
  data: string;
  /** JSONL files of further documents. */
  distractors: readonly string[];
  /** Queries at most, the first ones. */
  limit?: number;
  system: SystemName;
}

export interface SetResult {
  set: string;
  system: string;
  queries: number;
  /** Mean reciprocal rank of the first relevant document among ten. */
  mrr10: number;
  ndcg10: number;
  /** Share of queries with a relevant document first; among a hundred. */
  r1: number;
  r100: number;
  /** Where the time of each search was measured. */
  p50Ms?: number;
  p95Ms?: number;
}

/** The figures of one system, and the reciprocal rank of each query, to compare systems query by query. */
export interface Measured {
  result: SetResult;
  reciprocalRanks: number[];
}

export async function measureSet(set: string, options: SetOptions): Promise<Measured> {
  return measure(await readSet(options.data, set, options.distractors, options.limit), options);
}

export async function measure(questions: Questions, options: SetOptions): Promise<Measured> {
  const { found, milliseconds } = await SYSTEMS[options.system](questions, options);
  const ranks = questions.queries.map(({ relevant, also = [] }, n): Rank => {
    const wanted = new Set([...relevant, ...also]);
    return { gains: found[n]!.map((id) => (wanted.has(id) ? 1 : 0)), ideal: wanted.size };
  });
  const reciprocalRanks = ranks.map(reciprocalRank);
  return {
    result: {
      set: questions.set,
      system: options.system === 'lisan' ? `lisan (${options.engine})` : options.system,
      queries: ranks.length,
      mrr10: mean(reciprocalRanks),
      ndcg10: mean(ranks.map(normalisedGain)),
      r1: mean(ranks.map(({ gains }) => gains[0] ?? 0)),
      r100: mean(ranks.map(({ gains }) => (gains.includes(1) ? 1 : 0))),
      ...(milliseconds && { p50Ms: quantile(milliseconds, 0.5), p95Ms: quantile(milliseconds, 0.95) }),
    },
    reciprocalRanks,
  };
}

interface Rank {
  /** 1 for a relevant document, by rank. */
  gains: number[];
  /** How many documents are relevant. */
  ideal: number;
}

function reciprocalRank({ gains }: Rank): number {
  return 1 / (gains.slice(0, 10).indexOf(1) + 1 || Number.POSITIVE_INFINITY);
}

function normalisedGain({ gains, ideal }: Rank): number {
  return discountedGain(gains) / discountedGain(Array(ideal).fill(1));
}

function discountedGain(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
