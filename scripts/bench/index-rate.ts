/**
 * Indexing rate in documents per second: `node scripts/bench/index-rate.ts --data DIR [--count N] [--peers] [--json]`.
 *
 * Articles of `corpus.ts` are stored in a temporary archive, then indexed as `lisan reindex --full` does, with threads,
 * in a separate process. With `--peers`, MiniSearch, plain FTS5 and the running servers of `server-peers.ts` get the raw
 * text of the same articles in the same run, and lisan's rate is also given as a ratio to theirs. Rates are by the clock
 * and by processor time; on a busy machine only the latter means much, and for servers it is unknown. Memory is that of
 * the whole process, sampled after each tenth of the articles; for MiniSearch and FTS5 it includes the corpus.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { readConfig } from '../../src/config/settings.ts';
import { AnalysisPool } from '../../src/indexing/analysis-pool.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { articles } from './corpus.ts';
import { bareFts5, miniSearch, type Peer } from './peers.ts';
import { serverPeers } from './server-peers.ts';

interface Options {
  data: string;
  count: number;
  seed: number;
  peers?: boolean;
  json?: boolean;
  /** Set in the child process that indexes: the folder of the archive. */
  index?: string;
}

const options = new Command('index-rate')
  .requiredOption('--data <dir>', 'folder of the evaluation data')
  .option('--count <n>', 'articles', Number, 100_000)
  .option('--seed <n>', 'the same seed gives the same articles', Number, 1)
  .option('--peers', 'index with MiniSearch, bare FTS5 and the servers that run, too')
  .option('--index <dir>', 'index the archive that is there, and print the rate as JSON')
  .option('--json', 'print one JSON object a line')
  .parse()
  .opts<Options>();

const BATCH = 1000;

interface Rate {
  program: string;
  documents: number;
  perSecond: number;
  /** Unknown for servers. */
  perProcessorSecond: number | undefined;
  /** MiB. */
  memory: number[];
  disk: number;
}

/** Measures `work`, which calls `noted` with the number of documents indexed so far. */
async function measured(
  program: string,
  work: (noted: (done: number) => void) => Promise<void>,
  disk: () => number,
): Promise<Rate> {
  const begun = performance.now();
  const processor = process.cpuUsage();
  const memory: number[] = [];
  let most = 0;
  await work((done) => {
    most = Math.max(most, process.memoryUsage.rss());
    if (done * 10 < options.count * (memory.length + 1)) return;
    memory.push(Math.round(most / 2 ** 20));
    most = 0;
  });
  const { user, system } = process.cpuUsage(processor);
  return {
    program,
    documents: options.count,
    perSecond: Math.round(options.count / ((performance.now() - begun) / 1000)),
    perProcessorSecond: Math.round(options.count / ((user + system) / 1e6)),
    memory,
    disk: Math.round(disk() / 2 ** 20),
  };
}

async function store({ archive }: Service): Promise<void> {
  let batch = [];
  for await (const article of articles(options)) {
    batch.push(article);
    if (batch.length === BATCH) {
      archive.put(batch);
      batch = [];
    }
  }
  archive.put(batch);
}

/** Indexes the archive of a folder. */
async function indexed(folder: string): Promise<Rate> {
  const service = openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'silent' }));
  const analysts = new AnalysisPool({ entities: '', timezone: 'UTC' });
  try {
    const { archive, engine, tagger, analysis } = service;
    return await measured(
      'lisan',
      async (noted) => {
        await reindex(archive, engine, tagger, { analysis, analysts, full: true, onProgress: noted });
      },
      () => sizeOf(folder, /^index-/),
    );
  } finally {
    await analysts.close();
    await service.close();
  }
}

async function lisan(folder: string): Promise<Rate> {
  const service = openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'silent' }));
  await store(service);
  await service.close();
  const self = fileURLToPath(import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[self, '--index', folder, '--data', options.data, '--count', String(options.count)],
  ]);
  return JSON.parse(stdout) as Rate;
}

function peer(made: Peer, disk: () => number): Promise<Rate> {
  return measured(
    made.name,
    async (noted) => {
      let batch = [];
      let done = 0;
      for await (const article of articles(options)) {
        batch.push(article);
        if (batch.length < BATCH) continue;
        await made.add(batch);
        done += batch.length;
        batch = [];
        noted(done);
      }
      if (batch.length > 0) await made.add(batch);
      await made.finish();
    },
    disk,
  );
}

/** A server, whose work happens in another process. */
async function server(made: Peer): Promise<Rate> {
  try {
    return { ...(await peer(made, () => 0)), perProcessorSecond: undefined, memory: [] };
  } finally {
    await made.close?.();
  }
}

function sizeOf(folder: string, name: RegExp): number {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function print(rate: Rate, own?: Rate): void {
  if (options.json) {
    console.log(JSON.stringify(rate));
    return;
  }
  const { program, documents, perSecond, perProcessorSecond, disk, memory } = rate;
  const said = [
    `${program}: ${documents} documents, ${perSecond}/s by the clock`,
    ...(perProcessorSecond === undefined ? [] : [`${perProcessorSecond}/s of processor time`]),
    ...(disk === 0 ? [] : [`${disk} MiB of disk`]),
    ...(memory.length === 0 ? [] : [`memory ${memory.join(' ')} MiB`]),
  ];
  if (own !== undefined) {
    const clock = (own.perSecond / perSecond).toFixed(2);
    const processor =
      perProcessorSecond === undefined
        ? ''
        : `, ${(own.perProcessorSecond! / perProcessorSecond).toFixed(2)} of processor time`;
    said.push(`lisan makes ${clock} times as many by the clock${processor}`);
  }
  console.log(said.join(', '));
}

async function compare(folder: string): Promise<void> {
  const own = await lisan(folder);
  print(own);
  if (!options.peers) return;
  print(await peer(bareFts5(join(folder, 'fts5.db')), () => sizeOf(folder, /^fts5/)), own);
  print(await peer(miniSearch(), () => 0), own);
  for (const made of await serverPeers(console.error)) print(await server(made), own);
}

if (options.index !== undefined) console.log(JSON.stringify(await indexed(options.index)));
else {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-bench-'));
  try {
    await compare(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
