/**
 * Disturbs a running service and compares what it answers with a model: `npm run chaos -- [--seconds N] [--seed S]`.
 *
 * Kills, freezes, a held lock, a full disk, flipped bytes in index and archive, floods and jumps of the clock follow each
 * other in an order derived from the seed, while articles are written, changed, deleted and searched. After each, every
 * acknowledged write must be there and be found, and nothing else. At the first failure it ends with exit code 1 and
 * keeps the folder.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { randomNumbers } from './bench/random.ts';
import { EVENTS, type Scene } from './chaos/events.ts';
import { ABSENT, Model } from './chaos/model.ts';
import { type Answer, ChaosService } from './chaos/service.ts';

const options = new Command('chaos')
  .option('--seconds <n>', 'how long new events begin', Number, 600)
  .option(
    '--seed <n>',
    'the same seed gives the same events; the moments are those of the machine',
    Number,
    1,
  )
  .option('--articles <n>', 'articles at most', Number, 300)
  .parse()
  .opts<{ seconds: number; seed: number; articles: number }>();

const BATCH = 10;
/** How long a service may take until everything is indexed again. */
const SETTLE_MS = 180_000;
/** Answers of a service that is disturbed: none, or when to try again. */
const DISTURBED = [0, 503, 507];

const random = randomNumbers(options.seed);
const folder = mkdtempSync(join(tmpdir(), 'lisan-chaos-'));
const data = join(folder, 'data');
const service = new ChaosService(data);
const model = new Model();
const counts: Record<string, number> = {};
let searches = 0;

const idOf = (number: number): string => `article-${number}`;
const wordOf = (number: number, version = 0): string => `q${number}x${version}z`;
const versionOf = (title: string | undefined): number => Number(title?.split(' ')[1] ?? ABSENT);

async function write(numbers: readonly number[]): Promise<void> {
  const version = model.nextVersion();
  for (const number of numbers) model.sent(number, version);
  const documents = numbers.map((number) => ({
    id: idOf(number),
    title: `Version ${version}`,
    body: `${wordOf(number)} council minister report\n${wordOf(number, version)}`,
  }));
  const { status } = await service.ask('/api/documents', {
    method: 'POST',
    body: JSON.stringify({ documents }),
  });
  if (status === 200 || status === 202) for (const number of numbers) model.confirmed(number, version);
  else if (!DISTURBED.includes(status)) throw new Error(`a write is answered with ${status}`);
}

async function remove(number: number): Promise<void> {
  model.sent(number, ABSENT);
  const { status } = await service.ask(`/api/documents/${idOf(number)}`, { method: 'DELETE' });
  if ([200, 202, 204, 404].includes(status)) model.confirmed(number, ABSENT);
  else if (!DISTURBED.includes(status)) throw new Error(`a deletion is answered with ${status}`);
}

/** A search for one article finds it or nothing while the index follows, and never another one. */
async function search(number: number): Promise<void> {
  const { status, body } = await service.ask(`/api/search?q=${wordOf(number)}&match=exact`);
  searches++;
  if (status !== 200 && !DISTURBED.includes(status)) throw new Error(`a search is answered with ${status}`);
  const other = body.hits?.find(({ id }) => id !== idOf(number));
  if (other !== undefined) throw new Error(`a search for article ${number} finds ${other.id}`);
}

/** Articles are disjoint between those that write at once, so that the order of writes to each is known. */
async function traffic(crowd = 3): Promise<void> {
  const work: Promise<void>[] = [];
  for (let each = 0; each < crowd; each++) {
    const first = Math.floor(random() * (options.articles / BATCH / crowd)) * crowd * BATCH + each * BATCH;
    const gone = random() < 0.2;
    work.push(
      (async () => {
        await write(Array.from({ length: BATCH }, (_, n) => first + n));
        if (gone) await remove(first);
      })(),
      search(Math.floor(random() * options.articles)),
    );
  }
  await Promise.all(work);
}

/** Waits until the index has everything, and compares every article with the model. */
async function check(): Promise<void> {
  await answered('/health', ({ lag }) => lag === 0);
  const left = model.numbers;
  const one = async (): Promise<void> => {
    for (let number = left.pop(); number !== undefined; number = left.pop()) await compare(number);
  };
  await Promise.all([one(), one(), one(), one()]);
}

/** The answer of a service that is left alone again: what it cannot do yet, it says so and is asked again. */
async function answered(path: string, isDone: (body: Answer) => boolean = () => true) {
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    const answer = await service.ask(path);
    if (!DISTURBED.includes(answer.status) && isDone(answer.body)) return answer;
    if (performance.now() > until) throw new Error(`${path} stays ${JSON.stringify(answer).slice(0, 500)}`);
    await pause(100);
  }
}

async function compare(number: number): Promise<void> {
  const { status, body } = await answered(`/api/documents/${idOf(number)}`);
  if (status !== 200 && status !== 404)
    throw new Error(`article ${number} is answered with ${status} ${body.error?.code}`);
  const version = status === 404 ? ABSENT : versionOf(body.title);
  if (!model.allows(number, version))
    throw new Error(`article ${number} is in version ${version}, which it must not be`);
  model.settled(number, version);
  const found = await answered(`/api/search?q=${wordOf(number, version)}&match=exact`);
  const expected = version === ABSENT ? [] : [idOf(number)];
  if (JSON.stringify(found.body.hits?.map(({ id }) => id)) !== JSON.stringify(expected))
    throw new Error(`a search for article ${number} gives ${JSON.stringify(found.body).slice(0, 500)}`);
}

const scene: Scene = { service, data, copy: join(folder, 'copy'), random, traffic };
const begun = performance.now();
let current = 'start';
try {
  const problem = await service.start();
  if (problem !== undefined) throw new Error(problem);
  await traffic();
  const names = Object.keys(EVENTS);
  // Each event once, and then as chance has it.
  for (let turn = 0; turn < names.length || performance.now() - begun < options.seconds * 1000; turn++) {
    current = names[turn] ?? names[Math.floor(random() * names.length)]!;
    if (turn >= 3 && performance.now() - begun > options.seconds * 1000) break;
    await EVENTS[current]!(scene);
    await check();
    counts[current] = (counts[current] ?? 0) + 1;
  }
  await service.kill('SIGTERM');
  rmSync(folder, { recursive: true });
} catch (thrown) {
  console.error(`FAILED, seed ${options.seed}, in "${current}"; the files are in ${folder}`);
  await service.kill();
  throw thrown;
}
const seconds = Math.round((performance.now() - begun) / 1000);
const list = Object.entries(counts)
  .map(([name, count]) => `${count} ${name}`)
  .join(', ');
console.log(
  `seed ${options.seed}, ${seconds} s: ${list}; ${model.acknowledged} acknowledged writes, ${searches} searches: none lost, none wrong`,
);
