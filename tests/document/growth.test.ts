/**
 * What is done with a text grows with its length and not faster, whatever a stranger wrote: operations are counted, not
 * time. A page with one word 40,000 times must not hold a thread for seconds.
 */
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Growth, GrowthTask } from '../support/growth/worker.ts';

const TASKS: readonly (GrowthTask & { what: string })[] = [
  { what: 'no step', size: 300, factor: 4 },
  // These do little for each word: what grows faster shows only with more of them, and without the work of other steps.
  { what: 'no marking', size: 1500, factor: 4, alone: ['highlights', 'marks', 'restored words'] },
];

test.each(TASKS)(
  '$what takes operations that grow faster than its text',
  async (task) => {
    const worker = new Worker(new URL('../support/growth/worker.ts', import.meta.url), { workerData: task });
    const tooFast = await new Promise<Growth[]>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    expect(tooFast).toEqual([]);
  },
  180_000,
);
