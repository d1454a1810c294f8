/** A service that listens: what its handlers work with. */

import type { Upkeep } from '../service/index-maintenance.ts';
import type { Service } from '../service/service.ts';
import type { Readers } from './workers/read-pool.ts';

export interface Served extends Service {
  /** Answers what must be read of archive and index. */
  readers: Readers;
  /** Brings the index level after writes, in the background. */
  upkeep: Upkeep;
}
