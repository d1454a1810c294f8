/** The thread of `MaintenanceThread`: updates the index of the configured archive on request. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { archiveGone } from '../archive/archive.ts';
import { LisanError, messageOf } from '../common/errors.ts';
import { giveWay } from '../common/low-priority.ts';
import type { Config } from '../config/settings.ts';
import { AnalysisPool } from '../indexing/analysis-pool.ts';
import { type ReindexReport, reindex } from '../indexing/reindex.ts';
import { ARCHIVE_FILE, openService, type Service } from './service.ts';

export type ToMaintenance = 'run' | 'stop';
export type FromMaintenance =
  | { progress: [done: number, total: number] }
  | { report: ReindexReport }
  | { failure: { code: string; message: string; remedy: string; status: number } };

// Searches come first.
giveWay();
const port = parentPort!;
const tell = (message: FromMaintenance): void => port.postMessage(message);
const config = workerData as Config;
const stop = new AbortController();
let service: Service | undefined;
let running = Promise.resolve();

port.on('message', (message: ToMaintenance) => {
  if (message === 'run') running = run();
  else {
    stop.abort();
    void running.then(async () => {
      await service?.close();
      // An open port would keep the thread alive.
      port.close();
    });
  }
});

async function run(): Promise<void> {
  const analysts = new AnalysisPool(config);
  try {
    service ??= open();
    const { archive, engine, tagger, zone, analysis, config } = service;
    archive.checkPlace();
    const report = await reindex(archive, engine, tagger, {
      zone,
      declared: config.facets,
      analysis,
      analysts,
      signal: stop.signal,
      onProgress: (done, total) => tell({ progress: [done, total] }),
    });
    tell({ report });
  } catch (thrown) {
    const { code, remedy, status } =
      thrown instanceof LisanError ? thrown : { code: 'internal', remedy: '', status: 500 };
    tell({ failure: { code, message: messageOf(thrown), remedy, status } });
  } finally {
    await analysts.close();
  }
}

/** Opening an archive that does not exist would create an empty one, and an empty index for it. */
function open(): Service {
  const archive = join(config.data, ARCHIVE_FILE);
  if (!existsSync(archive)) throw archiveGone(archive);
  return openService(config);
}
