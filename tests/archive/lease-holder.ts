/** A thread that takes a lease and never gives it back. */
import { parentPort, workerData } from 'node:worker_threads';
import { Archive } from '../../src/archive/archive.ts';
import { Lease } from '../../src/archive/lease.ts';
import { LisanError } from '../../src/common/errors.ts';

try {
  new Lease(new Archive(workerData as string), 'reindex');
  parentPort!.postMessage('held');
} catch (thrown) {
  parentPort!.postMessage(thrown instanceof LisanError ? thrown.code : String(thrown));
}
// Keeps the thread.
setInterval(() => {}, 1000);
