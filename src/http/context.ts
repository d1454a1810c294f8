/** A service that listens: what its handlers work with. */

import type { IndexMaintenance } from '../service/index-maintenance.ts';
import type { Service } from '../service/service.ts';
import type { ReadPool } from './workers/read-pool.ts';

export interface AppContext extends Service {
  /** Answers what must be read of archive and index. */
  readPool: ReadPool;
  /** Brings the index level after writes, in the background. */
  upkeep: IndexMaintenance;
}
