/** Uses a shared table that it fills with the numbers from 1, and posts what it has. */
import { parentPort, workerData } from 'node:worker_threads';
import { sharedTable } from '../../src/common/shared-table.ts';

const { name, size, fills } = workerData as { name: string; size: number; fills: SharedArrayBuffer };
const table = sharedTable(name, size, (numbers) => {
  Atomics.add(new Int32Array(fills), 0, 1);
  Atomics.wait(new Int32Array(fills), 0, 1, 50);
  for (let at = 0; at < numbers.length; at++) numbers[at] = at + 1;
});
parentPort!.postMessage([...table()]);
