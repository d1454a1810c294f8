/** Search systems that are measured on the same documents, queries and judgements. One entry a system. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Article } from '../../src/common/types.ts';
import { readConfig } from '../../src/config/settings.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { Meaning } from '../../src/meaning/meaning.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { Baseline } from './baseline.ts';
import { searchFts5 } from './fts5.ts';
import { searchLucene } from './lucene.ts';
import { documentsOf, type Questions, type Run } from './question-set.ts';

/** Documents that are asked for, by rank. */
export const DEPTH = 100;
const BATCH_DOCUMENTS = 1000;
/** Times that a question is asked if the embedder does not answer, and the pause before the next. */
const EMBEDDER_TRIES = 5;
const EMBEDDER_PAUSE_MS = 6_000;
/** What all questions are asked with. */
const ASKED = { sort: 'relevance', match: 'all', facets: [], explain: false, language: 'en' } as const;

export interface SystemOptions {
  /** Engine of lisan. */
  engine: string;
  /** Whether lisan finds words also in other languages. */
  across?: boolean;
  /** Weight of meaning from 0 to 1, with the embedder of LISAN_EMBEDDER. Default 0. */
  hybrid?: number;
  /** Lucene's core and analysis-common jars. */
  lucene?: string;
}

export const SYSTEMS = {
  lisan: runLisan,
  /** BM25 over words and light stems, in memory. */
  'light-stem': async (questions: Questions): Promise<Run> => {
    const search = await Baseline.over(questions.files);
    return { found: await Promise.all(questions.queries.map(({ text }) => search(text, DEPTH))) };
  },
  /** SQLite's FTS5 with its default tokenizer, BM25 and OR. */
  fts5: (questions: Questions): Promise<Run> => searchFts5(questions, DEPTH),
  /** Lucene's analyzer of the language, BM25 and OR. @throws where no class path is given. */
  lucene: (questions: Questions, { lucene }: SystemOptions): Promise<Run> =>
    searchLucene(questions, DEPTH, lucene),
} as const satisfies Record<string, (questions: Questions, options: SystemOptions) => Promise<Run>>;

export type SystemName = keyof typeof SYSTEMS;

async function runLisan(
  { files, queries }: Questions,
  { engine: name, across = false, hybrid = 0 }: SystemOptions,
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-evaluate-'));
  const service = openService(
    readConfig({ ...process.env, LISAN_DATA: folder, LISAN_LOG: 'warn', LISAN_ENGINE: name }),
  );
  const { archive, engine, tagger, analysis, searcher, meaning } = service;
  try {
    await store(service, files);
    await reindex(archive, engine, tagger, { analysis });
    if (hybrid > 0 && meaning instanceof Meaning) await meaning.embedPending();
    const run = { found: [] as string[][], milliseconds: [] as number[] };
    for (const { text } of queries) {
      const request = { q: text, limit: DEPTH, offset: 0, ...ASKED, across, hybrid };
      for (let tried = 1; ; tried++) {
        const begun = performance.now();
        const { documents, meaning: used } = await searcher.find(request);
        // Without an answer of the embedder, words alone would be measured.
        if (used?.state === 'unavailable') {
          if (tried === EMBEDDER_TRIES) throw new Error(used.reason);
          await setTimeout(EMBEDDER_PAUSE_MS);
          continue;
        }
        run.milliseconds.push(performance.now() - begun);
        run.found.push(documents.map(({ id }) => id));
        break;
      }
    }
    for (const { generation } of archive.indexes(engine.name)) await engine.remove(generation);
    return run;
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stores the documents of JSONL files in the archive of a service. */
export async function store({ archive }: Service, files: readonly string[]): Promise<void> {
  const batch: Article[] = [];
  for await (const { id, title = '', text } of documentsOf(files)) {
    batch.push({ id, title, body: text, keywords: [] });
    if (batch.length >= BATCH_DOCUMENTS) archive.put(batch.splice(0));
  }
  archive.put(batch);
}
