/**
 * Kills lisan and checks what is left: `node scripts/crash-test.ts [--kills N] [--seed S] [--only full] [--documents N]`.
 *
 * Real command-line processes (ingest, reindex, reindex --full, vacuum, in an order derived from the seed) get SIGKILL
 * at a random moment. After every kill, the archive must be intact, every acknowledged article must be present in its
 * last acknowledged version, and one `lisan reindex` must give an up-to-date index that finds each article by a unique
 * word. At the first failure, it ends with exit code 1 and keeps the folder.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Article } from '../src/common/types.ts';
import { readConfig } from '../src/config/settings.ts';
import { lag } from '../src/indexing/reindex.ts';
import { ARCHIVE_FILE, openService } from '../src/service/service.ts';
import { randomNumbers } from './bench/random.ts';

const OPERATIONS = ['ingest', 'incremental', 'full', 'vacuum'] as const;
type Operation = (typeof OPERATIONS)[number];

interface Options {
  kills: number;
  seed: number;
  only?: Operation;
  documents: number;
  json?: boolean;
}

const LISAN = fileURLToPath(new URL('../bin/lisan.js', import.meta.url));
/** Articles that `lisan ingest` stores and acknowledges per batch. */
const BATCH = 500;
/** Start-up time in milliseconds in which a process does nothing yet; kills come later. */
const START = 150;
const FILLER = 'council minister صحيفة اقتصاد toplantı belediye правительство город report 2024'.split(' ');

class CrashTest {
  readonly #random: () => number;
  readonly #options: Options;
  readonly #folder = mkdtempSync(join(tmpdir(), 'lisan-crash-'));
  readonly #data = join(this.#folder, 'data');
  /** Last acknowledged version of every article. */
  readonly #acknowledged = new Map<number, number>();
  /** Versions that a killed process was storing: they may or may not be in the archive. */
  readonly #sent = new Map<number, number>();
  /** Longest duration of each operation; kills fall within it. */
  readonly #lasted = new Map<Operation, number>();
  #next = 0;
  #version = 0;
  readonly kills: Record<string, number> = {};
  /** Kills before the process had ended by itself. */
  hits = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#random = randomNumbers(options.seed);
  }

  async run(): Promise<void> {
    await this.#operate('ingest');
    for (const operation of OPERATIONS) await this.#operate(operation);
    for (let kill = 0; kill < this.#options.kills; kill++) {
      const operation = this.#options.only ?? OPERATIONS[Math.floor(this.#random() * OPERATIONS.length)]!;
      // Give it something to do: articles that the index lacks.
      if (operation === 'incremental') await this.#operate('ingest');
      const killed = await this.#operate(operation, true);
      this.kills[operation] = (this.kills[operation] ?? 0) + 1;
      if (killed) this.hits++;
      this.#checkArchive();
      await this.#lisan(['reindex']);
      await this.#checkIndex();
      console.error(
        `${kill + 1} of ${this.#options.kills}: ${operation}, ${killed ? 'killed' : 'ended before the kill'}; index up to date`,
      );
    }
    rmSync(this.#folder, { recursive: true });
  }

  get documents(): number {
    return this.#acknowledged.size;
  }

  get folder(): string {
    return this.#folder;
  }

  /** Runs an operation to its end or until it is killed. @returns true if it was killed. */
  async #operate(operation: Operation, kill = false): Promise<boolean> {
    const begun = performance.now();
    const after = kill ? START + this.#random() * ((this.#lasted.get(operation) ?? 1000) - START) : undefined;
    const killed =
      operation === 'ingest'
        ? await this.#ingest(after)
        : await this.#lisan(
            operation === 'vacuum' ? ['vacuum'] : operation === 'full' ? ['reindex', '--full'] : ['reindex'],
            after,
          );
    if (!killed) this.#lasted.set(operation, performance.now() - begun);
    return killed;
  }

  /** New articles and new versions of old ones; mostly new ones while the archive is small. */
  async #ingest(killAfter?: number): Promise<boolean> {
    const file = join(this.#folder, 'articles.jsonl');
    const version = ++this.#version;
    const size = Math.ceil(this.#options.documents / 10);
    const numbers = Array.from({ length: size }, () =>
      this.#next < this.#options.documents || this.#random() < 0.02
        ? this.#next++
        : Math.floor(this.#random() * this.#next),
    );
    const distinct = [...new Set(numbers)];
    writeFileSync(file, distinct.map((number) => `${JSON.stringify(articleOf(number, version))}\n`).join(''));
    for (const number of distinct) this.#sent.set(number, version);
    let stored = 0;
    const killed = await this.#lisan(['ingest', '--no-index', '--json', file], killAfter, (line) => {
      stored = Math.max(stored, Number(JSON.parse(line).read));
    });
    for (const number of distinct.slice(0, stored)) this.#acknowledged.set(number, version);
    if (!killed && stored !== distinct.length)
      throw new Error(`ingest told of ${stored} of ${distinct.length}`);
    return killed;
  }

  /** Runs lisan. @throws if it fails. */
  #lisan(words: string[], killAfter?: number, onLine: (line: string) => void = () => {}): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [LISAN, ...words], {
        env: { ...process.env, LISAN_DATA: this.#data, LISAN_LOG: 'silent', LISAN_ENGINE: 'sqlite' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let out = '';
      let errors = '';
      child.stdout.on('data', (chunk) => {
        const lines = (out + chunk).split('\n');
        out = lines.pop()!;
        if (words[0] === 'ingest') lines.forEach(onLine);
      });
      child.stderr.on('data', (chunk) => {
        errors += chunk;
      });
      const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
      child.on('close', (code, signal) => {
        clearTimeout(timer);
        if (signal === 'SIGKILL') resolve(true);
        else if (code === 0) resolve(false);
        else reject(new Error(`lisan ${words.join(' ')} ended with ${code}: ${errors}`));
      });
    });
  }

  #checkArchive(): void {
    const database = new DatabaseSync(join(this.#data, ARCHIVE_FILE));
    const { integrity_check: verdict } = database.prepare('PRAGMA integrity_check').get() ?? {};
    database.close();
    if (verdict !== 'ok') throw new Error(`the archive is damaged: ${verdict}`);
    const { archive, close } = this.#open();
    for (const [number, version] of this.#acknowledged) {
      const held = versionOf(archive.get(idOf(number))?.title);
      if (held !== version && held !== this.#sent.get(number))
        throw new Error(`article ${number} was acknowledged in version ${version}, and there is ${held}`);
    }
    void close();
  }

  async #checkIndex(): Promise<void> {
    const { archive, engine, analysis, live, searcher, close } = this.#open();
    const { changes, outdated } = lag(archive, engine.name, analysis);
    if (changes > 0 || outdated) throw new Error(`the index lacks ${changes} changes`);
    const count = await (await live.current()).count();
    if (count !== archive.count())
      throw new Error(`the index holds ${count} of ${archive.count()} documents`);
    const file = join(this.#data, `index-${archive.liveIndex(engine.name)!.generation}.db`);
    for (const number of this.#acknowledged.keys()) {
      const version = versionOf(archive.get(idOf(number))?.title)!;
      for (const word of [wordOf(number), wordOf(number, version)]) {
        const found = await searcher.find({
          q: word,
          limit: 10,
          offset: 0,
          sort: 'relevance',
          match: 'exact',
          facets: [],
          explain: false,
          language: 'en',
        });
        if (found.documents.length !== 1 || found.documents[0]!.id !== idOf(number))
          throw new Error(
            `article ${number} is not the one that ${word} finds: ${JSON.stringify(found.documents)}`,
          );
      }
    }
    await close();
    const database = new DatabaseSync(file);
    const { integrity_check: verdict } = database.prepare('PRAGMA integrity_check').get() ?? {};
    database.close();
    if (verdict !== 'ok') throw new Error(`the index is damaged: ${verdict}`);
  }

  #open() {
    return openService(readConfig({ LISAN_DATA: this.#data, LISAN_LOG: 'silent' }));
  }
}

const idOf = (number: number): string => `article-${number}`;
/** A word unique to this article, or to this version of it. */
const wordOf = (number: number, version = 0): string => `q${number}x${version}z`;
const versionOf = (title: string | undefined): number | undefined =>
  title === undefined ? undefined : Number(title.split(' ')[1]);

function articleOf(number: number, version: number): Article & { id: string } {
  const words = Array.from(
    { length: 60 },
    (_, place) => FILLER[(number * 7 + place * place) % FILLER.length]!,
  );
  return {
    id: idOf(number),
    title: `Version ${version}`,
    body: `${wordOf(number)} ${words.join(' ')}\n${wordOf(number, version)}`,
    keywords: [],
    source: `feed ${number % 7}`,
  };
}

const options = new Command('crash-test')
  .option('--kills <n>', 'kills', Number, 100)
  .option(
    '--seed <n>',
    'the same seed gives the same operations; the moments are those of the machine',
    Number,
    1,
  )
  .option('--only <operation>', `kill this one only: ${OPERATIONS.join(', ')}`)
  .option('--documents <n>', 'articles of the archive, about', Number, 5 * BATCH)
  .option('--json', 'print the result as JSON')
  .parse()
  .opts<Options>();
const begun = performance.now();
const test = new CrashTest(options);
try {
  await test.run();
} catch (thrown) {
  console.error(`FAILED, seed ${options.seed}; the files are in ${test.folder}`);
  throw thrown;
}
const seconds = Math.round((performance.now() - begun) / 1000);
const { kills, hits, documents } = test;
console.log(
  options.json
    ? JSON.stringify({ seed: options.seed, kills, hits, documents, seconds })
    : `${options.kills} kills (${Object.entries(kills)
        .map(([name, count]) => `${count} ${name}`)
        .join(
          ', ',
        )}), ${hits} before the process had ended; ${documents} documents, ${seconds} s: nothing acknowledged was lost, every index was up to date after one reindex`,
);
