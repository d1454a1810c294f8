/**
 * Compares lisan on Meilisearch with plain Meilisearch searches for the same words on the same server:
 *
 *   node scripts/bench/meilisearch.ts --documents FILE.jsonl[.gz] … --queries FILE.jsonl … [--articles N] [--limit N]
 *
 * Documents are {id, title?, text}, queries {text}. Plain Meilisearch gets the raw title and text with its default
 * settings and returns 20 hits. Two things are compared: finding (lisan: ranked ids; plain: its default response) and
 * showing (both with cropped and highlighted text). Each query is sent to all in turn, three times, so that the load of
 * the machine is the same for each; the best time counts. With `--server-pid` of a local server (Linux) also the
 * processor time of both programs, which other load distorts less.
 *
 * Server and key are those of lisan's settings; the key must also allow the index `bare-lisan-bench`. All indexes are
 * removed at the end.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Article } from '../../src/common/types.ts';
import { readConfig } from '../../src/config/settings.ts';
import { MeilisearchServer } from '../../src/engines/remote/meilisearch-http.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import type { SearchRequest } from '../../src/search/searcher.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { readLines } from '../evaluate/lines.ts';

interface Options {
  documents: string[];
  queries: string[];
  articles: number;
  limit: number;
  serverPid?: string;
}

const BARE = 'bare-lisan-bench';
const HITS = 20;
const TRIES = 3;
const WARMING = 30;
const BATCH = 1000;
const REQUEST: Omit<SearchRequest, 'q'> = {
  limit: HITS,
  offset: 0,
  sort: 'relevance',
  match: 'all',
  facets: [],
  explain: false,
  language: 'en',
};

const options = new Command('meilisearch')
  .requiredOption('--documents <file...>', 'JSONL (.gz) of {id, title?, text}')
  .requiredOption('--queries <file...>', 'JSONL of {text}')
  .option('--articles <n>', 'documents to index, the first ones', Number, Number.POSITIVE_INFINITY)
  .option('--limit <n>', 'queries of each file, the first ones', Number, 200)
  .option('--server-pid <pid>', 'process id of the server')
  .parse()
  .opts<Options>();

const folder = mkdtempSync(join(tmpdir(), 'lisan-bench-'));
const config = readConfig({
  ...process.env,
  LISAN_DATA: folder,
  LISAN_ENGINE: 'meilisearch',
  LISAN_LOG: 'warn',
});
const server = new MeilisearchServer(config.meilisearchUrl, config.meilisearchKey);
const service = openService(config);
async function fill({ archive, engine, tagger, analysis }: Service): Promise<void> {
  let batch: Article[] = [];
  let count = 0;
  const store = async (): Promise<void> => {
    archive.put(batch);
    const documents = batch.map(({ id, title, body: text }, n) => ({ key: count + n, id, title, text }));
    await server.finish([(client) => client.index(BARE).addDocuments(documents, { primaryKey: 'key' })]);
    count += batch.length;
    batch = [];
  };
  for (const file of options.documents) {
    for await (const { id, title = '', text } of readLines<{ id: string; title?: string; text: string }>(
      file,
    )) {
      if (count + batch.length >= options.articles) break;
      batch.push({ id, title, body: text, keywords: [] });
      if (batch.length === BATCH) await store();
    }
  }
  if (batch.length > 0) await store();
  await reindex(archive, engine, tagger, { analysis });
  console.log(`articles ${archive.count()}`);
}

/** Kinds of searches, each with the equivalent plain search. */
const WAYS = {
  find: (q: string) => service.searcher.find({ ...REQUEST, q }),
  'bare find': (q: string) => searchBare({ q, limit: HITS }),
  show: (q: string) => service.searcher.search({ ...REQUEST, q }),
  'bare show': (q: string) =>
    searchBare({ q, limit: HITS, attributesToHighlight: ['*'], attributesToCrop: ['text'], cropLength: 30 }),
};
type Way = keyof typeof WAYS;

async function compare(file: string): Promise<void> {
  const texts: string[] = [];
  for await (const { text } of readLines<{ text: string }>(file)) {
    if (texts.length >= options.limit) break;
    texts.push(text);
  }
  const ways = Object.keys(WAYS) as Way[];
  const times = new Map<Way, number[]>(ways.map((way) => [way, []]));
  const processor = new Map<Way, number>(ways.map((way) => [way, 0]));
  const here = new Map<Way, number>(ways.map((way) => [way, 0]));
  for (const way of ways) for (const text of texts.slice(0, WARMING)) await WAYS[way](text);
  for (const text of texts) {
    const best = new Map<Way, number>();
    for (let tries = 0; tries < TRIES; tries++) {
      for (const way of ways) {
        const used = processorTime();
        const mine = ownTime();
        const begun = performance.now();
        await WAYS[way](text);
        best.set(way, Math.min(best.get(way) ?? Number.POSITIVE_INFINITY, performance.now() - begun));
        here.set(way, here.get(way)! + ownTime() - mine);
        processor.set(way, processor.get(way)! + processorTime() - used);
      }
    }
    for (const [way, time] of best) times.get(way)!.push(time);
  }
  console.log(`${file}: ${texts.length} queries`);
  for (const way of ways) {
    const [p50, p95] = [0.5, 0.95].map((share) => quantile(times.get(way)!, share).toFixed(1));
    const [all, mine] = [processor, here].map((each) => (each.get(way)! / texts.length / TRIES).toFixed(1));
    console.log(`  ${way.padEnd(9)} p50 ${p50} p95 ${p95} ms, processor ${all} ms, ${mine} of it here`);
  }
  const compared = [
    ['find', 'bare find'],
    ['show', 'bare show'],
    ['show', 'bare find'],
  ] as const;
  for (const [way, bare] of compared) {
    const ratio = (value: (way: Way) => number): string => (value(way) / value(bare)).toFixed(2);
    console.log(
      `  ${way} : ${bare}  p50 ${ratio((each) => quantile(times.get(each)!, 0.5))}` +
        `, p95 ${ratio((each) => quantile(times.get(each)!, 0.95))}, processor ${ratio((each) => processor.get(each)!)}`,
    );
  }
}

async function searchBare(body: object): Promise<void> {
  await server.ask(
    (client) => client.index(BARE).search(undefined, body),
    () => undefined,
  );
}

function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Processor time in milliseconds used so far by this process and, if its id is known, the server. */
function processorTime(): number {
  if (options.serverPid === undefined) return ownTime();
  // Nanoseconds of processor time of each thread.
  const tasks = `/proc/${options.serverPid}/task`;
  const threads = readdirSync(tasks).map((task) => {
    try {
      return Number(readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]) / 1e6;
    } catch {
      // The thread has ended meanwhile.
      return 0;
    }
  });
  return ownTime() + threads.reduce((sum, each) => sum + each, 0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

try {
  await fill(service);
  for (const file of options.queries) await compare(file);
} finally {
  for (const { generation } of service.archive.indexes('meilisearch'))
    await service.engine.remove(generation);
  await server.finish([(client) => client.deleteIndex(BARE)]);
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}
