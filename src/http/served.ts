/** A service that listens: what its handlers work with. */
import type { Service } from '../service.ts';
import type { Upkeep } from '../upkeep.ts';
import type { Readers } from './readers.ts';

export interface Served extends Service {
  /** Answers what must be read of archive and index. */
  readers: Readers;
  /** Brings the index level after writes, in the background. */
  upkeep: Upkeep;
}
