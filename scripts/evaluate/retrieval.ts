/** Retrieval: where the relevant documents stand in the answers. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectLanguage } from '../../src/analysis/language-detection.ts';
import type { Article } from '../../src/common/types.ts';
import { readConfig } from '../../src/config/settings.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { Baseline } from './baseline.ts';
import { readLines } from './lines.ts';

export interface SetOptions {
  data: string;
  distractors: string[];
  engine: string;
  limit?: number;
  baseline?: boolean;
}

export interface SetResult {
  set: string;
  engine: string;
  queries: number;
  /** Mean reciprocal rank of the first relevant document among ten. */
  mrr10: number;
  ndcg10: number;
  /** Share of queries with a relevant document first; among a hundred. */
  r1: number;
  r100: number;
  p50Ms: number;
  p95Ms: number;
}

interface Query {
  id: string;
  text: string;
  relevant: string[];
  also?: string[];
}

interface Document {
  id: string;
  title?: string;
  text: string;
}

/** Names of the sets in a folder. */
export const setsIn = (data: string): string[] =>
  readdirSync(data).filter((name) => existsSync(join(data, name, 'queries.jsonl')));

/** BCP 47 code of the language of a set's first document. */
export async function languageOfSet(data: string, set: string): Promise<string> {
  for await (const { text } of readLines<Document>(join(data, set, 'docs.jsonl')))
    return detectLanguage(text);
  return 'und';
}

const DEPTH = 100;
const PUT = 1000;

export async function measureSet(set: string, options: SetOptions): Promise<SetResult> {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-evaluate-'));
  const service = openService(
    readConfig({ ...process.env, LISAN_DATA: folder, LISAN_LOG: 'warn', LISAN_ENGINE: options.engine }),
  );
  try {
    const files = [join(options.data, set, 'docs.jsonl'), ...options.distractors];
    for (const file of files) await store(service, file);
    const ask = options.baseline ? await Baseline.over(files) : await searcherOf(service);
    const ranks: { gains: number[]; ideal: number }[] = [];
    const times: number[] = [];
    for await (const query of readLines<Query>(join(options.data, set, 'queries.jsonl'))) {
      if (ranks.length >= (options.limit ?? Number.POSITIVE_INFINITY)) break;
      const begun = performance.now();
      const found = await ask(query.text, DEPTH);
      times.push(performance.now() - begun);
      const wanted = new Set([...query.relevant, ...(query.also ?? [])]);
      ranks.push({ gains: found.map((id) => (wanted.has(id) ? 1 : 0)), ideal: wanted.size });
    }
    for (const { generation } of service.archive.indexes(service.engine.name))
      await service.engine.remove(generation);
    const engine = options.baseline ? 'baseline' : options.engine;
    return {
      set,
      engine,
      queries: ranks.length,
      ...scores(ranks),
      p50Ms: quantile(times, 0.5),
      p95Ms: quantile(times, 0.95),
    };
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stores the documents of a JSONL file. */
export async function store({ archive }: Service, file: string): Promise<void> {
  const batch: Article[] = [];
  for await (const { id, title = '', text } of readLines<Document>(file)) {
    batch.push({ id, title, body: text, keywords: [] });
    if (batch.length >= PUT) archive.put(batch.splice(0));
  }
  archive.put(batch);
}

async function searcherOf(service: Service): Promise<(text: string, limit: number) => Promise<string[]>> {
  const { archive, engine, tagger, analysis, searcher } = service;
  await reindex(archive, engine, tagger, { analysis });
  return async (text, limit) => {
    const request = {
      q: text,
      limit,
      offset: 0,
      match: 'all',
      facets: [],
      explain: false,
      language: 'en',
    } as const;
    return (await searcher.find({ ...request, sort: 'relevance' })).documents.map(({ id }) => id);
  };
}

function scores(ranks: readonly { gains: number[]; ideal: number }[]) {
  const mean = (value: (rank: { gains: number[]; ideal: number }) => number): number =>
    ranks.reduce((sum, rank) => sum + value(rank), 0) / Math.max(1, ranks.length);
  const discounted = (gains: readonly number[]): number =>
    gains.slice(0, 10).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
  return {
    mrr10: mean(({ gains }) => 1 / (gains.slice(0, 10).indexOf(1) + 1 || Number.POSITIVE_INFINITY)),
    ndcg10: mean(({ gains, ideal }) => discounted(gains) / discounted(Array(ideal).fill(1))),
    r1: mean(({ gains }) => gains[0] ?? 0),
    r100: mean(({ gains }) => (gains.includes(1) ? 1 : 0)),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
