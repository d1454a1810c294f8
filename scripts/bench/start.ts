/**
 * Time from the start of `lisan serve` to its first answer: `node scripts/bench/start.ts --folder DIR [--rounds N]`.
 *
 * The folder holds an archive and its index, for instance of `scale.ts`. In each round a new process is started and asked
 * for one word, with facets and twenty hits, as soon as it listens. Prints milliseconds by the clock and of the processor
 * (Linux), both since the start of the process. What is on disk is in the system's cache from the second round on.
 */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { processorSecondsOf } from './processor-time.ts';
import { quantile } from './quantile.ts';
import { started } from './started.ts';

const { folder, query, rounds } = new Command('start')
  .requiredOption('--folder <dir>', 'archive and index')
  .option('--query <word>', 'what is asked', 'suriye')
  .option('--rounds <n>', 'how often', Number, 5)
  .parse()
  .opts<{ folder: string; query: string; rounds: number }>();

const LISAN = fileURLToPath(new URL('../../bin/lisan.js', import.meta.url));

const answered: number[] = [];
for (let round = 0; round < rounds; round++) {
  const begun = performance.now();
  const [child, url] = await started([LISAN, 'serve'], {
    LISAN_DATA: folder,
    LISAN_PORT: '0',
    LISAN_LOG: 'silent',
  });
  const listens = performance.now() - begun;
  const answer = await fetch(`${url}/api/search?${new URLSearchParams({ q: query, facets: 'lang,entity' })}`);
  const { hits } = (await answer.json()) as { hits?: unknown[] };
  const first = performance.now() - begun;
  answered.push(first);
  const used = processorSecondsOf(child.pid!);
  console.log(
    `listens ${listens.toFixed(0)} ms\tfirst answer ${first.toFixed(0)} ms\tprocessor ${used.toFixed(2)} s\tstatus ${answer.status}, ${hits?.length ?? 0} hits`,
  );
  child.kill();
  await once(child, 'exit');
}
console.log(`first answer, median\t${quantile(answered, 0.5, 0)} ms`);
