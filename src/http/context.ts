/** What the handlers of a running service work with. */
import type { IndexMaintenance } from '../service/index-maintenance.ts';
import type { Service } from '../service/service.ts';
import type { Metrics } from './metrics.ts';
import type { ReadPool } from './workers/read-pool.ts';

export interface AppContext extends Service {
  /** Reads archive and index. */
  readPool: ReadPool;
  /** Updates the index after writes, in the background. */
  maintenance: IndexMaintenance;
  metrics: Metrics;
}
