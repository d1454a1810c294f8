/**
 * Search times: `node scripts/bench/search.ts --data DIR [--count N] [--peers] [--servers] [--folder DIR] [--json]`.
 *
 * Articles of `corpus.ts` go through the real archive, analysis and embedded engine; then queries of every kind run
 * through the real search, with facets, ranking, marks and twenty hits. With `--peers`, MiniSearch, plain FTS5 and the
 * running servers of `server-peers.ts` get the same articles and queries in the same run, so that ratios hold on any
 * machine. Prints median and 95th percentile of clock time, of processor time (which a busy machine distorts less;
 * unknown for servers), and of lisan's clock time divided by the peer's. `--servers` leaves out MiniSearch and FTS5, whose
 * memory in this process slows lisan. `--folder` keeps the index between runs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Article } from '../../src/common/types.ts';
import { readConfig } from '../../src/config/settings.ts';
import { AnalysisPool } from '../../src/indexing/analysis-pool.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { articles } from './corpus.ts';
import { bareFts5, miniSearch, type Peer } from './peers.ts';
import { quantile } from './quantile.ts';
import { KINDS, type Kind, queriesOf } from './queries.ts';
import { randomNumbers } from './random.ts';
import { serverPeers } from './server-peers.ts';

interface Options {
  data: string;
  count: number;
  seed: number;
  queries: number;
  folder?: string;
  peers?: boolean;
  servers?: boolean;
  json?: boolean;
}

const options = new Command('search')
  .requiredOption('--data <dir>', 'folder of the evaluation data')
  .option('--count <n>', 'articles', Number, 100_000)
  .option('--seed <n>', 'the same seed gives the same articles and queries', Number, 1)
  .option('--queries <n>', 'queries of each kind', Number, 200)
  .option('--folder <dir>', 'keep archive and index here, and use what is there')
  .option('--peers', 'ask MiniSearch, bare FTS5 and the servers that run the same')
  .option('--servers', 'ask only the servers that run the same')
  .option('--json', 'print one JSON object a line')
  .parse()
  .opts<Options>();

/** Articles added at a time; queries are sampled from every n-th article. */
const BATCH = 1000;
const SAMPLED = 50;
/** Warm-up queries at most, not measured. */
const WARM = 20;

const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lisan-bench-'));
const service = openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'silent' }));
try {
  const filled = service.archive.count() > 0;
  const servers = options.peers || options.servers ? await serverPeers(console.error) : [];
  const peers = options.peers ? [miniSearch(), bareFts5(':memory:'), ...servers] : servers;
  const sample: Article[] = [];
  let batch: (Article & { id: string })[] = [];
  const take = async (): Promise<void> => {
    if (batch.length === 0) return;
    if (!filled) service.archive.put(batch);
    for (const peer of peers) await peer.add(batch);
    batch = [];
  };
  let number = 0;
  for await (const article of articles(options)) {
    if (number++ % SAMPLED === 0) sample.push(article);
    batch.push(article);
    if (batch.length === BATCH) await take();
    // An existing archive only needs the articles that queries are sampled from.
    if (filled && peers.length === 0 && number > 20_000) break;
  }
  await take();
  for (const peer of peers) await peer.finish();
  const analysts = new AnalysisPool({ entities: '', timezone: 'UTC' });
  await reindex(service.archive, service.engine, service.tagger, { analysis: service.analysis, analysts });
  await analysts.close();
  const queries = queriesOf(sample, options.queries, randomNumbers(options.seed + 1));
  await time(service, queries, peers);
  for (const peer of peers) await peer.close?.();
} finally {
  await service.close();
  if (options.folder === undefined) rmSync(folder, { recursive: true });
}

async function time(
  service: Service,
  queries: Record<Kind, string[]>,
  peers: readonly Peer[],
): Promise<void> {
  const documents = service.archive.count();
  const ask = {
    lisan: (q: string) =>
      service.searcher.search({
        q,
        limit: 20,
        offset: 0,
        sort: 'relevance',
        match: 'all',
        facets: ['lang', 'entity', 'source'],
        explain: false,
        language: 'en',
      }),
    ...Object.fromEntries(peers.map((peer) => [peer.name, async (q: string) => peer.search(q)])),
  } as Record<string, (q: string) => Promise<unknown>>;
  const times = new Map<string, number[]>();
  const processor = new Map<string, number[]>();
  const add = (to: Map<string, number[]>, key: string, value: number): void => {
    to.set(key, [...(to.get(key) ?? []), value]);
  };
  // Every program answers a query before the next query: other load on the machine affects all alike.
  for (const kind of KINDS) {
    const warm = queries[kind].slice(0, WARM);
    for (const [round, q] of [...warm, ...queries[kind]].entries()) {
      for (const [name, search] of Object.entries(ask)) {
        const begun = performance.now();
        const used = process.cpuUsage();
        await search(q);
        const { user, system } = process.cpuUsage(used);
        // The first rounds are warm-up.
        if (round < warm.length) continue;
        add(times, `${name} ${kind}`, performance.now() - begun);
        add(processor, `${name} ${kind}`, (user + system) / 1000);
      }
    }
    const own = quantiles(times.get(`lisan ${kind}`)!);
    for (const name of Object.keys(ask)) {
      const [p50Ms, p95Ms] = quantiles(times.get(`${name} ${kind}`)!);
      const [p50Processor, p95Processor] = quantiles(processor.get(`${name} ${kind}`)!);
      const ratios = { p50Ratio: +(own[0] / p50Ms).toFixed(2), p95Ratio: +(own[1] / p95Ms).toFixed(2) };
      const result = { documents, kind, program: name, p50Ms, p95Ms, p50Processor, p95Processor, ...ratios };
      console.log(options.json ? JSON.stringify(result) : Object.values(result).join('\t'));
    }
  }
}

/** Median and 95th percentile. */
function quantiles(values: readonly number[]): [number, number] {
  return [quantile(values, 0.5, 2), quantile(values, 0.95, 2)];
}
