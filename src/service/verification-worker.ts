/** The thread of `BackgroundVerification`: one run over archive and index, which a stop interrupts and the next run resumes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Archive, archiveGone } from '../archive/archive.ts';
import { messageOf } from '../common/errors.ts';
import { giveWay } from '../common/low-priority.ts';
import type { Config } from '../config/settings.ts';
import { createEngine } from '../engines/registry.ts';
import { runVerification, type VerificationResult } from '../indexing/verification.ts';
import { ARCHIVE_FILE } from './service.ts';

export interface VerificationTask {
  config: Config;
  bytesPerSecond: number;
}
export type FromVerification = { result: VerificationResult } | { failure: string };

// Searches come first.
giveWay();
const port = parentPort!;
const { config, bytesPerSecond } = workerData as VerificationTask;
const stop = new AbortController();
port.once('message', () => stop.abort());

try {
  const file = join(config.data, ARCHIVE_FILE);
  // Opening an archive that is not there would create an empty one.
  if (!existsSync(file)) throw archiveGone(file);
  const archive = new Archive(file);
  const engine = createEngine(config, true);
  try {
    const result = await runVerification(archive, engine, { bytesPerSecond, signal: stop.signal });
    port.postMessage({ result } satisfies FromVerification);
  } finally {
    await engine.close();
    archive.close();
  }
} catch (thrown) {
  if (!stop.signal.aborted) port.postMessage({ failure: messageOf(thrown) } satisfies FromVerification);
}
port.close();
