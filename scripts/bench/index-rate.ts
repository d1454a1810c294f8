/**
 * Documents a second into the index: `node scripts/bench/index-rate.ts --data DIR [--count N] [--peers] [--json]`.
 *
 * Articles of `corpus.ts` are stored in a throw-away archive, then indexed by a full reindex with its threads, as
 * `lisan reindex --full` does. With `--peers` MiniSearch and bare FTS5 get the same articles in the same run, their
 * text as it is. Rates are given by the clock and by processor time: on a busy machine only the second says much.
 * Memory is that of the whole process, looked at while a tenth of the articles after the other goes in.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { Analysts } from '../../src/analysts.ts';
import { readConfig } from '../../src/config.ts';
import { reindex } from '../../src/reindex.ts';
import { openService, type Service } from '../../src/service.ts';
import { articles } from './corpus.ts';
import { bareFts5, miniSearch, type Peer } from './peers.ts';

interface Options {
  data: string;
  count: number;
  seed: number;
  peers?: boolean;
  json?: boolean;
}

const options = new Command('index-rate')
  .requiredOption('--data <dir>', 'folder of the evaluation data')
  .option('--count <n>', 'articles', Number, 100_000)
  .option('--seed <n>', 'the same seed gives the same articles', Number, 1)
  .option('--peers', 'index with MiniSearch and bare FTS5, too')
  .option('--json', 'print one JSON object a line')
  .parse()
  .opts<Options>();

const BATCH = 1000;

interface Rate {
  program: string;
  documents: number;
  perSecond: number;
  perProcessorSecond: number;
  /** MiB. */
  memory: number[];
  disk: number;
}

/** Runs `work`, which calls `noted` with the number of documents that are in. */
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

async function lisan(folder: string): Promise<Rate> {
  const service = openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'silent' }));
  const analysts = new Analysts('');
  try {
    await store(service);
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

function peer(made: Peer, disk: () => number): Promise<Rate> {
  return measured(
    made.name,
    async (noted) => {
      let batch = [];
      let done = 0;
      for await (const article of articles(options)) {
        batch.push(article);
        if (batch.length < BATCH) continue;
        made.add(batch);
        done += batch.length;
        batch = [];
        noted(done);
      }
      made.add(batch);
    },
    disk,
  );
}

function sizeOf(folder: string, name: RegExp): number {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function print(rate: Rate): void {
  if (options.json) console.log(JSON.stringify(rate));
  else
    console.log(
      `${rate.program}: ${rate.documents} documents, ${rate.perSecond}/s by the clock, ${rate.perProcessorSecond}/s of processor time, ${rate.disk} MiB of disk, memory ${rate.memory.join(' ')} MiB`,
    );
}

const folder = mkdtempSync(join(tmpdir(), 'lisan-bench-'));
try {
  print(await lisan(folder));
  if (options.peers) {
    print(await peer(bareFts5(join(folder, 'fts5.db')), () => sizeOf(folder, /^fts5/)));
    print(await peer(miniSearch(), () => 0));
  }
} finally {
  rmSync(folder, { recursive: true });
}
