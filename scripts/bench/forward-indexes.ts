/**
 * Where should the forward indexes of an archive on OpenSearch be: in the docstore, or in the engine's own documents?
 * `node scripts/bench/forward-indexes.ts --folder DIR --opensearch URL [--searches N] [--keep]`.
 *
 * Takes the records with the forward indexes of the embedded index in the folder (`scale.ts` makes one), stores them in OpenSearch as a
 * stored binary field, and reads those of 200 documents, chosen at random for each search, from both in turn. Prints
 * median and 95th percentile of the clock time in milliseconds, this process's processor time, and bytes an article.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Command } from 'commander';
import { Statements } from '../../src/common/sqlite.ts';
import { RecordFile } from '../../src/engines/storage/record-file.ts';
import { asked } from './asked.ts';
import { quantile } from './quantile.ts';
import { randomNumbers } from './random.ts';

interface Options {
  folder: string;
  opensearch: string;
  searches: number;
  keep?: boolean;
}

const options = new Command('forward-indexes')
  .requiredOption('--folder <dir>', 'folder with an embedded index')
  .requiredOption('--opensearch <url>', 'a node of OpenSearch')
  .option('--searches <n>', 'how many times 200 forward indexes are read', Number, 200)
  .option('--keep', 'use the documents that OpenSearch has, and leave them there')
  .parse()
  .opts<Options>();

const ask = (method: string, path: string, body?: unknown) =>
  asked(options.opensearch, method, path, {}, body);

const INDEX = 'lisan-forward-indexes';
const CANDIDATES = 200;
const BATCH = 5000;
const WARM = 20;

const file = readdirSync(options.folder).find((name) => /^index-.*\.db$/.test(name));
if (file === undefined) throw new Error(`no embedded index in ${options.folder}`);
const docstore = new DatabaseSync(join(options.folder, file), { readOnly: true });
const broken = { broken: 'index_broken', remedy: 'Make the index again.' };
const records = new RecordFile(new Statements(docstore, broken), join(options.folder, file));
records.refresh();
const numbers = docstore
  .prepare('SELECT number FROM documents ORDER BY number')
  .all()
  .map(({ number }) => Number(number));
const documents = numbers.length;

if ((await held()) !== documents) await fill();
await measure();
if (!options.keep) await ask('DELETE', `/${INDEX}`);
records.close();
docstore.close();

function contentsOf(some: readonly number[]): Buffer[] {
  return records.read(some, (bytes, start, end) => bytes.subarray(start, end));
}

async function held(): Promise<number> {
  if (!options.keep) return 0;
  return ((await ask('GET', `/${INDEX}/_count`).catch(() => ({ count: 0 }))) as { count: number }).count;
}

async function fill(): Promise<void> {
  await ask('DELETE', `/${INDEX}`).catch(() => undefined);
  await ask('PUT', `/${INDEX}`, {
    settings: { number_of_replicas: 0, refresh_interval: -1 },
    mappings: { _source: { enabled: false }, properties: { forward: { type: 'binary', store: true } } },
  });
  for (let from = 0; from < documents; from += BATCH) {
    const some = numbers.slice(from, from + BATCH);
    const lines = contentsOf(some).flatMap((content, place) => [
      JSON.stringify({ index: { _id: String(some[place]) } }),
      JSON.stringify({ forward: content.toString('base64') }),
    ]);
    const { errors } = (await ask('POST', `/${INDEX}/_bulk`, `${lines.join('\n')}\n`)) as {
      errors: boolean;
    };
    if (errors) throw new Error('OpenSearch refused documents');
  }
  await ask('POST', `/${INDEX}/_forcemerge?max_num_segments=5`);
  await ask('POST', `/${INDEX}/_refresh`);
}

async function measure(): Promise<void> {
  const random = randomNumbers(1);
  const ways = {
    docstore: (chosen: readonly number[]) => contentsOf(chosen),
    engine: async (chosen: readonly number[]) => {
      const answer = (await ask('POST', `/${INDEX}/_search`, {
        query: { ids: { values: chosen.map(String) } },
        size: CANDIDATES,
        _source: false,
        stored_fields: ['forward'],
      })) as { hits: { hits: { fields: { forward: string[] } }[] } };
      return answer.hits.hits.map(({ fields }) => Buffer.from(fields.forward[0]!, 'base64'));
    },
  };
  const times: Record<string, number[]> = { docstore: [], engine: [] };
  const used: Record<string, number> = { docstore: 0, engine: 0 };
  for (let search = 0; search < options.searches + WARM; search++) {
    const chosen = Array.from({ length: CANDIDATES }, () => numbers[below(random, documents)]!);
    for (const [name, read] of Object.entries(ways)) {
      const begun = performance.now();
      const processor = process.cpuUsage();
      await read(chosen);
      const { user, system } = process.cpuUsage(processor);
      if (search < WARM) continue;
      times[name]!.push(performance.now() - begun);
      used[name]! += (user + system) / 1000 / options.searches;
    }
  }
  const { _all } = (await ask('GET', `/${INDEX}/_stats/store`)) as {
    _all: { primaries: { store: { size_in_bytes: number } } };
  };
  let bytes = 0;
  for (let from = 0; from < documents; from += BATCH)
    for (const content of contentsOf(numbers.slice(from, from + BATCH))) bytes += content.length;
  const size = { docstore: bytes / documents, engine: _all.primaries.store.size_in_bytes / documents };
  for (const name of ['docstore', 'engine'] as const)
    console.log(
      JSON.stringify({
        documents,
        in: name,
        p50Ms: quantile(times[name]!, 0.5, 2),
        p95Ms: quantile(times[name]!, 0.95, 2),
        processorMs: +used[name]!.toFixed(2),
        bytesAnArticle: Math.round(size[name]),
      }),
    );
}

function below(random: () => number, count: number): number {
  return Math.floor(random() * count);
}
