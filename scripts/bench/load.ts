/**
 * Searches of a service that has other things to do: `npm run bench:load [-- --seconds N] [--writes N]`.
 *
 * A search every `--every` milliseconds is timed on the idle service, during a flood of writes (four clients send 1,000
 * articles after another), with 100 clients that ask for an export and do not read it, and with both. Prints median and
 * 95th percentile of each, and how many times those of the idle service they are.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { ChaosService, KEY } from '../chaos/service.ts';
import { randomNumbers, zipf } from './random.ts';

const options = new Command('load')
  .option('--seconds <n>', 'length of each measurement', Number, 30)
  .option('--writes <n>', 'articles that the flood sends at most', Number, 125_000)
  .option('--articles <n>', 'articles before', Number, 5_000)
  .option('--every <n>', 'milliseconds between two searches', Number, 100)
  .parse()
  .opts<{ seconds: number; writes: number; articles: number; every: number }>();

const BATCH = 1000;
const WRITERS = 4;
const EXPORTS = 100;
const WORDS = 150;
const VOCABULARY = 20_000;

const random = randomNumbers(1);
const word = (): string => `w${zipf(random, VOCABULARY).toString(36)}`;
const folder = mkdtempSync(join(tmpdir(), 'lisan-load-'));
const service = new ChaosService(join(folder, 'data'));
let written = 0;
let rejected = 0;

async function write(count: number): Promise<void> {
  const documents = Array.from({ length: count }, () => ({
    title: `${word()} ${word()} ${word()}`,
    body: Array.from({ length: WORDS }, word).join(' '),
    publishedAt: '2024-05-01',
  }));
  const { status } = await service.ask('/api/documents', {
    method: 'POST',
    body: JSON.stringify({ documents }),
  });
  if (status === 200 || status === 202) written += count;
  else {
    rejected++;
    await pause(2_000);
  }
}

/** Writes until it is told to stop. */
async function flood(isOver: () => boolean): Promise<void> {
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (!isOver() && written < options.writes) await write(BATCH);
    }),
  );
}

function unreadExport(): Socket {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname).on('error', () => {});
  socket.write(
    `GET /api/search.jsonl?q=w0&limit=10000&collapse=false HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEY}\r\n\r\n`,
  );
  return socket;
}

interface Percentiles {
  median: number;
  p95: number;
  failed: number;
}

/** Searches at a fixed rate, whether those before are answered or not. */
async function measure(): Promise<Percentiles> {
  const times: number[] = [];
  let failed = 0;
  const asked: Promise<void>[] = [];
  for (let n = 0; n < (options.seconds * 1000) / options.every; n++) {
    const path = `/api/search?q=${word()}+${word()}&facets=source,lang,date&collapse=true&limit=20`;
    const begun = performance.now();
    asked.push(
      service.ask(path).then(({ status }) => {
        times.push(performance.now() - begun);
        if (status !== 200) failed++;
      }),
    );
    await pause(options.every);
  }
  await Promise.all(asked);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)]!;
  return { median: at(0.5), p95: at(0.95), failed };
}

let idle: Percentiles | undefined;
async function report(name: string): Promise<void> {
  const { median, p95, failed } = await measure();
  idle ??= { median, p95, failed };
  console.log(
    `| ${name} | ${median.toFixed(0)} ms | ${p95.toFixed(0)} ms | ${(p95 / idle.p95).toFixed(1)} | ${failed} |`,
  );
}

try {
  const problem = await service.start();
  if (problem !== undefined) throw new Error(problem);
  while (written < options.articles) await write(BATCH);
  for (;;) {
    const { status, body } = await service.ask('/health');
    if (status === 200 && body.lag === 0) break;
    await pause(200);
  }
  await measure();
  console.log(`| service | median | p95 | times idle | failed |\n| --- | --- | --- | --- | --- |`);
  await report('idle');
  let over = false;
  const writing = flood(() => over);
  await report('flood of writes');
  const sockets = Array.from({ length: EXPORTS }, unreadExport);
  await report(`flood of writes, ${EXPORTS} unread exports`);
  over = true;
  await writing;
  for (const socket of sockets) socket.destroy();
  console.log(`${written} articles written, ${rejected} requests rejected; load ${loadavg()[0]!.toFixed(1)}`);
} finally {
  await service.kill();
  rmSync(folder, { recursive: true, force: true });
}
