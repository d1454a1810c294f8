/**
 * Is this checkout slower than an earlier state? `npm run bench:quick [-- --against REF] [--count N] [--rounds N]`.
 *
 * Takes about two minutes on an idle machine. The earlier state, by default the last tag, or the last commit where there is
 * none, is checked out into a temporary worktree with the installed packages of this one. Each indexes the same articles in
 * a process of its own; then one process asks both the same queries in turn, so that other work on the machine hits both
 * alike. Printed are this checkout's figures and their ratios to the earlier ones: below 1 is less time, memory or disk.
 * The articles are made of `sample-articles.ts`, so no evaluation data is needed. Not part of any check: a shared machine
 * makes single ratios vary by some per cent.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { type Kind, queriesOf } from './queries.ts';
import { randomNumbers } from './random.ts';
import { sampleArticles } from './sample-articles.ts';

interface Options {
  against?: string;
  count: number;
  queries: number;
  rounds: number;
  seed: number;
  /** Internal: index the articles with the checkout at this path into `--folder`. */
  index?: string;
  folder: string;
}

const options = new Command('quick')
  .option('--against <ref>', 'git reference of the earlier state')
  .option('--count <n>', 'articles', Number, 5000)
  .option('--queries <n>', 'queries of each kind', Number, 100)
  .option('--rounds <n>', 'times that each query is asked', Number, 3)
  .option('--seed <n>', 'the same seed gives the same articles and queries', Number, 1)
  .option('--index <checkout>', 'internal: only index, and print what it took')
  .option('--folder <dir>', 'internal: where', '')
  .parse()
  .opts<Options>();

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BATCH = 1000;
/** Queries are sampled from every n-th article; queries that are asked before times are taken. */
const SAMPLED = 10;
const WARM = 30;
const MEASURED: readonly Kind[] = ['1 word', '2 words', '3 words', '10 words', 'prefix', 'typo'];

const git = (...words: string[]): string =>
  execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The functions of a checkout, of which an earlier one has the same. */
async function checkout(root: string) {
  const load = <M>(path: string): Promise<M> => import(pathToFileURL(join(root, path)).href) as Promise<M>;
  const { readConfig } = await load<typeof import('../../src/config/settings.ts')>('src/config/settings.ts');
  const { openService } = await load<typeof import('../../src/service/service.ts')>('src/service/service.ts');
  const { AnalysisPool } = await load<typeof import('../../src/indexing/analysis-pool.ts')>(
    'src/indexing/analysis-pool.ts',
  );
  const { reindex } = await load<typeof import('../../src/indexing/reindex.ts')>('src/indexing/reindex.ts');
  const open = (folder: string) => openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'silent' }));
  return { open, AnalysisPool, reindex };
}

interface Indexing {
  processorMs: number;
  peakBytes: number;
  diskBytes: number;
}

/** Indexes the articles with one checkout. */
async function indexWith(root: string, folder: string): Promise<Indexing> {
  const { open, AnalysisPool, reindex } = await checkout(root);
  const service = open(folder);
  const { archive, engine, tagger, analysis } = service;
  const articles = sampleArticles(options.count, options.seed);
  for (let from = 0; from < articles.length; from += BATCH) archive.put(articles.slice(from, from + BATCH));
  const analysts = new AnalysisPool({ entities: '', timezone: 'UTC' });
  const used = process.cpuUsage();
  await reindex(archive, engine, tagger, { analysis, analysts });
  const { user, system } = process.cpuUsage(used);
  await analysts.close();
  await service.close();
  const files = readdirSync(folder).filter((name) => name.startsWith('index-'));
  return {
    processorMs: (user + system) / 1000,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    diskBytes: files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0),
  };
}

async function indexedApart(root: string, folder: string): Promise<Indexing> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[fileURLToPath(import.meta.url), '--index', root, '--folder', folder],
    ...['--count', String(options.count), '--seed', String(options.seed)],
  ]);
  return JSON.parse(stdout) as Indexing;
}

/** Clock and processor time of one search, in milliseconds. */
async function timed(search: () => Promise<unknown>): Promise<[clock: number, processor: number]> {
  const begun = performance.now();
  const used = process.cpuUsage();
  await search();
  const { user, system } = process.cpuUsage(used);
  return [performance.now() - begun, (user + system) / 1000];
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

function say(what: string, before: number, now: number, unit: string): void {
  const digits = now < 100 ? 2 : 0;
  console.log(`| ${what} | ${now.toFixed(digits)} ${unit} | ${(now / before).toFixed(2)} |`);
}

async function searched(roots: readonly [string, string], folders: readonly [string, string]): Promise<void> {
  const services = await Promise.all(
    roots.map(async (root, place) => (await checkout(root)).open(folders[place]!)),
  );
  const ask = (place: number, q: string): Promise<unknown> =>
    services[place]!.searcher.search({
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
  const sample = sampleArticles(options.count, options.seed).filter((_, at) => at % SAMPLED === 0);
  const queries = queriesOf(sample, options.queries, randomNumbers(options.seed + 1));
  for (const kind of MEASURED)
    for (const q of queries[kind].slice(0, WARM)) for (const place of [0, 1]) await ask(place, q);
  for (const kind of MEASURED) {
    const clocks: [number[], number[]] = [[], []];
    const processors: [number, number] = [0, 0];
    for (let round = 0; round < options.rounds; round++) {
      for (const [at, q] of queries[kind].entries()) {
        // Whoever comes second finds warmer caches of the processor: each does as often.
        for (const place of (at + round) % 2 === 0 ? [0, 1] : [1, 0]) {
          const [clock, processor] = await timed(() => ask(place, q));
          clocks[place]!.push(clock);
          processors[place]! += processor;
        }
      }
    }
    const searches = options.rounds * options.queries;
    say(`${kind}: processor time`, processors[0] / searches, processors[1] / searches, 'ms');
    for (const [name, share] of [
      ['median', 0.5],
      ['p95', 0.95],
    ] as const)
      say(`${kind}: ${name}`, quantile(clocks[0], share), quantile(clocks[1], share), 'ms');
  }
  for (const service of services) await service.close();
}

/** The last tag, or the last commit. */
function lastState(): string {
  try {
    return git('describe', '--tags', '--abbrev=0');
  } catch {
    return 'HEAD';
  }
}

async function compare(): Promise<void> {
  const reference = options.against ?? lastState();
  const commit = git('rev-parse', '--short', `${reference}^{commit}`);
  const folder = mkdtempSync(join(tmpdir(), 'lisan-quick-'));
  const earlier = join(folder, 'earlier');
  try {
    git('worktree', 'add', '--detach', earlier, commit);
    symlinkSync(join(ROOT, 'node_modules'), join(earlier, 'node_modules'));
    const folders = [join(folder, 'before'), join(folder, 'now')] as const;
    console.log(`${options.count} articles; load of the machine at the start: ${loadavg()[0]!.toFixed(1)}`);
    console.log(`| | this checkout | : ${reference} (${commit}) |\n| --- | --- | --- |`);
    const before = await indexedApart(earlier, folders[0]);
    const now = await indexedApart(ROOT, folders[1]);
    const perArticle = (bytes: number): number => bytes / 1024 / options.count;
    say('indexing: processor time', before.processorMs / 1000, now.processorMs / 1000, 's');
    say('indexing: peak memory', before.peakBytes / 2 ** 20, now.peakBytes / 2 ** 20, 'MiB');
    say('index on disk, an article', perArticle(before.diskBytes), perArticle(now.diskBytes), 'KiB');
    await searched([earlier, ROOT], folders);
  } finally {
    git('worktree', 'remove', '--force', earlier);
    rmSync(folder, { recursive: true, force: true });
  }
}

if (options.index === undefined) await compare();
else console.log(JSON.stringify(await indexWith(options.index, options.folder)));
