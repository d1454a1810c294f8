/**
 * Throughput and latency of the running service: `npm run bench:service -- --data DIR [--count N] [--peer]`.
 *
 * Articles of `corpus.ts` are stored and indexed; then `lisan serve` runs in a separate process, and autocannon sends
 * requests as the page does: one to three words, all facets, near-duplicates collapsed, twenty hits. All requests of a
 * run differ and none has an ETag, so no response is cached. First without a limit, then at `--rate` requests per
 * second. Processor time is that of the service's process alone. With `--peer`, MiniSearch behind Node's HTTP server
 * gets the same requests in the same run (`service-peer.ts`). `--folder` keeps the index between runs.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { Command } from 'commander';
import type { Article } from '../../src/common/types.ts';
import { readConfig } from '../../src/config/settings.ts';
import { AnalysisPool } from '../../src/indexing/analysis-pool.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { STAGES } from '../../src/search/timings.ts';
import { openService } from '../../src/service/service.ts';
import { articles } from './corpus.ts';
import { queriesOf } from './queries.ts';
import { randomNumbers } from './random.ts';
import { started } from './started.ts';

interface Options {
  data: string;
  count: number;
  seed: number;
  folder?: string;
  connections: number;
  seconds: number;
  rate: number;
  readers: string;
  peer?: boolean;
}

const options = new Command('service')
  .requiredOption('--data <dir>', 'folder of the evaluation data')
  .option('--count <n>', 'articles', Number, 20_000)
  .option('--seed <n>', 'the same seed gives the same articles and queries', Number, 1)
  .option('--folder <dir>', 'keep archive and index here, and use what is there')
  .option('--connections <n>', 'connections that ask at once', Number, 50)
  .option('--seconds <n>', 'length of each measurement', Number, 10)
  .option('--rate <n>', 'requests a second of the second measurement', Number, 500)
  .option('--readers <n>', 'LISAN_READERS of the service', 'auto')
  .option('--peer', 'ask MiniSearch behind a server the same')
  .parse()
  .opts<Options>();

const LISAN = fileURLToPath(new URL('../../bin/lisan.js', import.meta.url));
const PEER = fileURLToPath(new URL('./service-peer.ts', import.meta.url));
const BATCH = 1000;
/** Queries are sampled from every n-th article; number of queries of each kind. */
const SAMPLED = 10;
const QUERIES = 20_000;
const WARM_SECONDS = 3;

/** A service under test, and the processor time of its process in milliseconds. */
interface Asked {
  name: string;
  url: string;
  process: ChildProcess;
  processorMs(): Promise<number>;
}

const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lisan-bench-'));
const running: Asked[] = [];
try {
  const paths = pathsFor(await fill());
  running.push(await lisan());
  if (options.peer) running.push(await peer());
  console.log(
    `${options.count} articles, ${options.connections} connections, ${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)}`,
  );
  for (const asked of running) await load(asked, paths, { seconds: WARM_SECONDS });
  for (const asked of running) await measure(asked, paths, {});
  for (const asked of running) await measure(asked, paths, { rate: options.rate });
  await stages(running[0]!);
} finally {
  for (const { process } of running) {
    process.kill();
    await once(process, 'exit');
  }
  if (options.folder === undefined) rmSync(folder, { recursive: true });
}

/** Stores and indexes the articles; returns a sample of them. */
async function fill(): Promise<Article[]> {
  const service = openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'silent' }));
  const analysts = new AnalysisPool({ entities: '', timezone: 'UTC' });
  try {
    const filled = service.archive.count() > 0;
    const sample: Article[] = [];
    let batch: Article[] = [];
    let number = 0;
    for await (const article of articles(options)) {
      if (number++ % SAMPLED === 0) sample.push(article);
      if (!filled) batch.push(article);
      if (batch.length < BATCH) continue;
      service.archive.put(batch);
      batch = [];
    }
    service.archive.put(batch);
    const { archive, engine, tagger, analysis } = service;
    await reindex(archive, engine, tagger, { analysis, analysts });
    return sample;
  } finally {
    await analysts.close();
    await service.close();
  }
}

/** Endless search URLs as the page sends them; starts again after the last query. */
function pathsFor(sample: readonly Article[]): () => string {
  const queries = queriesOf(sample, QUERIES, randomNumbers(options.seed + 1));
  const boxes = queries['1 word'].flatMap((word, at) => [
    word,
    queries['2 words'][at]!,
    queries['3 words'][at]!,
  ]);
  let next = 0;
  return () => {
    const q = boxes[next++ % boxes.length]!;
    return `/api/search?${new URLSearchParams({ q, facets: 'lang,entity,source,date' })}`;
  };
}

async function lisan(): Promise<Asked> {
  const [child, url] = await started([LISAN, 'serve'], {
    LISAN_DATA: folder,
    LISAN_PORT: '0',
    LISAN_LOG: 'silent',
    LISAN_READERS: options.readers,
  });
  return {
    name: 'lisan',
    url,
    process: child,
    processorMs: async () => 1000 * numberIn(await metrics(url), 'process_cpu_seconds_total'),
  };
}

async function peer(): Promise<Asked> {
  const words = [PEER, '--data', options.data, '--count', `${options.count}`, '--seed', `${options.seed}`];
  const [child, url] = await started(words, {});
  return {
    name: 'MiniSearch',
    url,
    process: child,
    async processorMs() {
      const { user, system } = (await (await fetch(`${url}/cpu`)).json()) as NodeJS.CpuUsage;
      return (user + system) / 1000;
    },
  };
}

function load(
  { url }: Asked,
  path: () => string,
  { seconds = options.seconds, rate }: { seconds?: number; rate?: number },
): Promise<autocannon.Result> {
  return autocannon({
    url,
    connections: options.connections,
    duration: seconds,
    ...(rate !== undefined && { overallRate: rate }),
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
}

async function measure(asked: Asked, path: () => string, { rate }: { rate?: number }): Promise<void> {
  const before = await asked.processorMs();
  const { requests, latency, errors, non2xx } = await load(asked, path, rate === undefined ? {} : { rate });
  const used = (await asked.processorMs()) - before;
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${asked.process.pid}/status`, 'utf8'))?.[1];
  console.log(
    [
      asked.name,
      rate === undefined ? 'as much as can be asked' : `${rate}/s asked`,
      `${requests.average}/s`,
      `p50 ${latency.p50} ms`,
      `p99 ${latency.p99} ms`,
      `${(used / requests.total).toFixed(2)} ms of processor time each`,
      `${errors} errors`,
      `${non2xx} refused`,
      `${Math.round(Number(resident) / 1024)} MiB`,
    ].join('\t'),
  );
}

/** Mean milliseconds of each search stage over the whole run, and the delay of the event loop. */
async function stages({ url }: Asked): Promise<void> {
  const text = await metrics(url);
  for (const stage of [...STAGES, 'all']) {
    const of = (what: string): number =>
      numberIn(text, `lisan_search_seconds_${what}{engine="sqlite",stage="${stage}"}`);
    console.log(`${stage}\t${((1000 * of('sum')) / of('count')).toFixed(2)} ms`);
  }
  console.log(
    `event loop late, p99\t${(1000 * numberIn(text, 'nodejs_eventloop_lag_p99_seconds')).toFixed(1)} ms`,
  );
}

async function metrics(url: string): Promise<string> {
  return await (await fetch(`${url}/metrics`)).text();
}

function numberIn(text: string, metric: string): number {
  const line = text.split('\n').find((some) => some.startsWith(`${metric} `));
  return Number(line?.slice(metric.length + 1));
}
