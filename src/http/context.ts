/** What the handlers of a running service work with. */
import type { IndexMaintenance } from '../service/index-maintenance.ts';
import type { MeaningThread } from '../service/meaning-thread.ts';
import type { Service } from '../service/service.ts';
import type { AlertSchedule } from './alerts/schedule.ts';
import type { Metrics } from './metrics.ts';
import type { RateLimit } from './middleware/rate-limit.ts';
import type { ReadPool } from './workers/read-pool.ts';
import type { WriteQueue } from './workers/write-queue.ts';

export interface AppContext extends Service {
  /** Reads archive and index. */
  readPool: ReadPool;
  /** Changes the archive. */
  writes: WriteQueue;
  rateLimit: RateLimit;
  /** Updates the index after writes, in the background. */
  maintenance: IndexMaintenance;
  /** Finds and delivers what is followed. */
  alerts: AlertSchedule;
  metrics: Metrics;
  /** Has the vectors; absent without an embedder. */
  meaningThread?: MeaningThread | undefined;
}
