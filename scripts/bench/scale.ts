/**
 * Cost of an archive of a given size: `node scripts/bench/scale.ts --data DIR --count N --folder DIR [--server-pid PID]`.
 *
 * Articles of `corpus.ts` are stored in an archive and indexed by the configured engine, as `lisan reindex` does; then
 * queries of every kind run through the real search, with three facets, ranking, marks and twenty hits. Prints sizes on
 * disk, memory, processor time of the reindex, and clock and processor time of searches. Memory and processor time of a
 * server are included if its processes are named (Linux; comma-separated); its index size is not measured.
 *
 * Archive and index stay in the folder. An interrupted run resumes; if the index is up to date, the run only searches,
 * so that its memory is that of a service.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Article } from '../../src/common/types.ts';
import { readConfig } from '../../src/config/settings.ts';
import { AnalysisPool } from '../../src/indexing/analysis-pool.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { articles } from './corpus.ts';
import { processorSecondsOf } from './processor-time.ts';
import { quantile } from './quantile.ts';
import { KINDS, queriesOf } from './queries.ts';
import { randomNumbers } from './random.ts';

interface Options {
  data: string;
  count: number;
  folder: string;
  seed: number;
  queries: number;
  serverPid: string;
}

const options = new Command('scale')
  .requiredOption('--data <dir>', 'folder of the evaluation data')
  .requiredOption('--count <n>', 'articles', Number)
  .requiredOption('--folder <dir>', 'where archive and index are kept')
  .option('--seed <n>', 'the same seed gives the same articles and queries', Number, 1)
  .option('--queries <n>', 'queries of each kind', Number, 100)
  .option('--server-pid <pids>', 'processes of the server', '')
  .parse()
  .opts<Options>();

const BATCH = 1000;
/** Queries are sampled from every n-th of the first articles. */
const SAMPLED = 50;
const SAMPLED_FROM = 20_000;
/** Warm-up queries at most, not measured. */
const WARM = 20;
const SERVER_PIDS = options.serverPid.split(',').filter((pid) => pid !== '');

const service = openService(readConfig({ ...process.env, LISAN_DATA: options.folder, LISAN_LOG: 'warn' }));
try {
  const sample = await store(service);
  await fill(service);
  await ask(service, sample);
  say('disk, MB', sizes());
} finally {
  await service.close();
}

/** Stores the articles that the archive lacks; returns those that queries are sampled from. */
async function store({ archive }: Service): Promise<Article[]> {
  const sample: Article[] = [];
  const held = archive.count();
  const used = processorSeconds();
  const batch: Article[] = [];
  let number = 0;
  for await (const article of articles(options)) {
    if (number < SAMPLED_FROM && number % SAMPLED === 0) sample.push(article);
    if (number++ < held) {
      if (held >= options.count && number > SAMPLED_FROM) break;
      continue;
    }
    batch.push(article);
    if (batch.length === BATCH) archive.put(batch.splice(0));
  }
  archive.put(batch);
  say('articles', { held: archive.count(), stored: archive.count() - held, ...usedSince(used) });
  return sample;
}

async function fill({ archive, engine, tagger, analysis }: Service): Promise<void> {
  const analysts = new AnalysisPool({ entities: '', timezone: 'UTC' });
  const used = processorSeconds();
  let told = 0;
  const onProgress = (done: number, total: number): void => {
    if (done * 10 < total * (told + 1)) return;
    told++;
    say('reindex', { done, total, ...usedSince(used), ...memory() });
  };
  const { indexed, seconds } = await reindex(archive, engine, tagger, { analysis, analysts, onProgress });
  await analysts.close();
  say('reindex', { indexed, seconds: Math.round(seconds), ...usedSince(used), ...memory() });
}

async function ask({ searcher }: Service, sample: readonly Article[]): Promise<void> {
  const queries = queriesOf(sample, options.queries, randomNumbers(options.seed + 1));
  for (const kind of KINDS) {
    const times: number[] = [];
    const used: number[] = [];
    let before = processorSeconds();
    const warm = queries[kind].slice(0, WARM);
    for (const [round, q] of [...warm, ...queries[kind]].entries()) {
      if (round === warm.length) before = processorSeconds();
      const begun = performance.now();
      const mine = process.cpuUsage();
      await searcher.search({
        q,
        limit: 20,
        offset: 0,
        sort: 'relevance',
        match: 'all',
        facets: ['lang', 'entity', 'source'],
        explain: false,
        language: 'en',
        collapse: true,
      });
      if (round < warm.length) continue;
      const { user, system } = process.cpuUsage(mine);
      times.push(performance.now() - begun);
      used.push((user + system) / 1000);
    }
    const server = ((processorSeconds().server - before.server) / queries[kind].length) * 1000;
    say(kind, {
      ms: quantiles(times),
      processorMs: quantiles(used),
      ...(options.serverPid !== '' && { serverMeanMs: +server.toFixed(1) }),
      ...memory(),
    });
  }
}

function say(what: string, values: object): void {
  console.log(`${what}: ${JSON.stringify(values)}`);
}

/** Processor time in seconds used so far by this process and the server. */
function processorSeconds(): { here: number; server: number } {
  const { user, system } = process.cpuUsage();
  const server = SERVER_PIDS.reduce((sum, pid) => sum + processorSecondsOf(pid), 0);
  return { here: (user + system) / 1e6, server };
}

function usedSince({ here, server }: ReturnType<typeof processorSeconds>): object {
  const now = processorSeconds();
  const processorSecondsUsed = Math.round(now.here - here);
  if (SERVER_PIDS.length === 0) return { processorSeconds: processorSecondsUsed };
  return { processorSeconds: processorSecondsUsed, serverProcessorSeconds: Math.round(now.server - server) };
}

/** Current and peak memory in MiB. */
function memory(): object {
  const server = SERVER_PIDS.map(
    (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
  );
  return {
    memory: Math.round(process.memoryUsage.rss() / 2 ** 20),
    most: Math.round(process.resourceUsage().maxRSS / 1024),
    ...(server.length > 0 && { server: Math.round(server.reduce((sum, each) => sum + each, 0)) }),
  };
}

/** Size in MB of each kind of file. */
function sizes(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const file of readdirSync(options.folder)) {
    const kind = /^[a-z]+/.exec(file)?.[0] ?? file;
    found[kind] = (found[kind] ?? 0) + statSync(join(options.folder, file)).size;
  }
  return Object.fromEntries(Object.entries(found).map(([kind, bytes]) => [kind, Math.round(bytes / 1e6)]));
}

/** Median and 95th percentile. */
function quantiles(values: readonly number[]): { p50: number; p95: number } {
  return { p50: quantile(values, 0.5, 1), p95: quantile(values, 0.95, 1) };
}
