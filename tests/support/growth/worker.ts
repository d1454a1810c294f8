/** A thread that counts the operations of steps on texts of two sizes, and posts those that grow too fast. */
import { parentPort, workerData } from 'node:worker_threads';
import { OperationCounter } from './operations.ts';
import { SHAPES, type Shape } from './shapes.ts';
import { type Step, textSteps } from './steps.ts';

export interface GrowthTask {
  /** Length of the smaller text, in UTF-16 code units; the larger one is `factor` times as long. */
  size: number;
  factor: number;
  /** Steps that are counted one by one, as the work of the others would hide theirs. Default: none. */
  alone?: readonly string[];
}

/** Operations of a step on the smaller and on the larger text. */
export interface Growth {
  step: string;
  shape: string;
  small: number;
  large: number;
}

/** How much faster than the text the operations may grow: tables and logarithms. */
const MARGIN = 1.5;
/** Operations for each code unit of the larger text that are no matter: what begins only with longer texts. */
const FREE_PER_UNIT = 8;
/** What grows faster up to a limit, and which. */
const BOUNDED: Readonly<Record<string, string>> = {
  'web page, nested tags': 'elements are nested at most 500 deep',
};

const { size, factor, alone = [] } = workerData as GrowthTask;
const { steps, close } = await textSteps();
const counter = new OperationCounter();

async function growthOf(step: string, prepare: Step, shape: string, write: Shape): Promise<Growth> {
  // A text of another size first: it fills tables, but not caches with the words of the others.
  await prepare(write(Math.floor(size * 0.9)))();
  const small = await counter.count(prepare(write(size)));
  const large = await counter.count(prepare(write(size * factor)));
  return { step, shape, small, large };
}

const isTooFast = ({ step, shape, small, large }: Growth): boolean =>
  large > small * factor * MARGIN + size * factor * FREE_PER_UNIT && !(`${step}, ${shape}` in BOUNDED);

const tooFast: Growth[] = [];
for (const [shape, write] of Object.entries(SHAPES)) {
  const all = Object.entries(steps).filter(([step]) => !(`${step}, ${shape}` in BOUNDED));
  for (const [step, prepare] of all.filter(([name]) => alone.includes(name))) {
    const growth = await growthOf(step, prepare, shape, write);
    if (isTooFast(growth)) tooFast.push(growth);
  }
  if (alone.length > 0) continue;
  const together: Step = (text) => {
    const prepared = all.map(([, prepare]) => prepare(text));
    return async () => {
      for (const run of prepared) await run();
    };
  };
  if (!isTooFast(await growthOf('all', together, shape, write))) continue;
  for (const [step, prepare] of all) {
    const growth = await growthOf(step, prepare, shape, write);
    if (isTooFast(growth)) tooFast.push(growth);
  }
}
await close();
parentPort!.postMessage(tooFast);
