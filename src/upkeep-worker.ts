/** The thread of `Upkeep`: one reindex of the configured archive, told to the service in messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { Analysts } from './analysts.ts';
import type { Config } from './config.ts';
import { LisanError, messageOf } from './errors.ts';
import { type ReindexReport, reindex } from './reindex.ts';
import { openService } from './service.ts';

export type UpkeepMessage =
  | { progress: { done: number; total: number } }
  | { report: ReindexReport }
  | { failure: { code: string; reason: string; remedy: string } };

const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
const tell = (message: UpkeepMessage): void => parentPort?.postMessage(message);

try {
  const config = workerData as Config;
  const service = openService(config);
  const analysts = new Analysts(config.entities);
  try {
    const { archive, engine, tagger, analysis } = service;
    const report = await reindex(archive, engine, tagger, {
      analysis,
      analysts,
      signal: stop.signal,
      onProgress: (done, total) => tell({ progress: { done, total } }),
    });
    tell({ report });
  } finally {
    await analysts.close();
    await service.close();
  }
} catch (thrown) {
  const known = thrown instanceof LisanError ? thrown : undefined;
  tell({
    failure: { code: known?.code ?? 'internal', reason: messageOf(thrown), remedy: known?.remedy ?? '' },
  });
}
// A port that is listened to would keep the thread.
parentPort?.close();
