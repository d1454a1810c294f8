/**
 * Hostile texts through every step of the analysis and every reader, by seed: `npm run fuzz -- [--seconds N] [--seed S]`.
 *
 * Texts are made of the shapes of the growth test, mixed, cut and repeated. No step may throw, take longer than the
 * length of its text allows, or give offsets outside of it. The report names what failed, with the seed of each text, so
 * that `--seed S --seconds 0` repeats it alone; the exit code is 1 then.
 */
import { Command } from 'commander';
import { SHAPES } from '../tests/support/growth/shapes.ts';
import { textSteps } from '../tests/support/growth/steps.ts';
import { randomNumbers } from './bench/random.ts';

const options = new Command('fuzz')
  .option('--seconds <n>', 'how long; 0 for a single text', Number, 3600)
  .option('--seed <n>', 'seed of the first text; each next one has the next seed', Number, 1)
  .option('--units <n>', 'length of a text at most, in UTF-16 code units', Number, 200_000)
  .parse()
  .opts<{ seconds: number; seed: number; units: number }>();

/** Milliseconds of processor time that a step may take, and for each 1,000 code units more: some fifty times what is usual. */
const FREE_MS = 5_000;
const MS_PER_1000_UNITS = 50;
/** Shapes in one text at most. */
const MIXED = 6;

const shapes = Object.values(SHAPES);

function textOf(seed: number): string {
  const random = randomNumbers(seed);
  let text = '';
  for (let parts = 1 + Math.floor(random() * MIXED); parts > 0; parts--) {
    const write = shapes[Math.floor(random() * shapes.length)]!;
    const part = write(1 + Math.floor(random() ** 3 * (options.units / MIXED)));
    // Cut anywhere: inside of a tag, a surrogate pair, a reference.
    text += part.slice(Math.floor(random() * 4), part.length - Math.floor(random() * 4));
    if (random() < 0.5) text += ['\n', ' ', '\u0000', '\uFEFF', '\r\n'][Math.floor(random() * 5)];
  }
  return text;
}

const { steps, close } = await textSteps();
const begun = performance.now();
const failures: string[] = [];
const slowest = new Map<string, { ms: number; seed: number; units: number }>();
let texts = 0;
let seed = options.seed;
do {
  const text = textOf(seed);
  texts++;
  for (const [step, prepare] of Object.entries(steps)) {
    const from = process.cpuUsage();
    try {
      await prepare(text)();
    } catch (thrown) {
      failures.push(`seed ${seed}, ${step}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
    const { user, system } = process.cpuUsage(from);
    const ms = (user + system) / 1000;
    if (ms > (slowest.get(step)?.ms ?? 0)) slowest.set(step, { ms, seed, units: text.length });
    if (ms > FREE_MS + (text.length / 1000) * MS_PER_1000_UNITS)
      failures.push(`seed ${seed}, ${step}: ${Math.round(ms)} ms for ${text.length} code units`);
  }
  seed++;
} while (performance.now() - begun < options.seconds * 1000);
await close();

console.log(
  `${texts} texts, seeds ${options.seed} to ${seed - 1}, ${Math.round((performance.now() - begun) / 1000)} s`,
);
console.log('\n| step | slowest, ms | code units | seed |\n| --- | --- | --- | --- |');
for (const [step, { ms, seed: of, units }] of slowest)
  console.log(`| ${step} | ${Math.round(ms)} | ${units} | ${of} |`);
console.log(`\n${failures.length} failures`);
for (const failure of failures) console.log(failure);
if (failures.length > 0) process.exitCode = 1;
