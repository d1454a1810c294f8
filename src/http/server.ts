/** Starts the HTTP service. */
import { MeaningThread } from '../service/meaning-thread.ts';
import type { Service } from '../service/service.ts';
import type { ClientLimits, RunningServer } from './listening.ts';
import { checkBinding } from './middleware/auth.ts';
import { ReadPool } from './workers/read-pool.ts';

export type { ClientLimits, RunningServer } from './listening.ts';

/**
 * Listens at the configured address. The first reader begins before that, and opens archive and index while the modules of
 * everything else load. @throws LisanError `cannot_listen`.
 */
export async function startServer(service: Service, limits?: ClientLimits): Promise<RunningServer> {
  const { host, keys, embedder } = service.config;
  checkBinding(host, keys);
  const meaning = embedder === '' ? undefined : new MeaningThread(service.config, service.log);
  const readers = new ReadPool(service, undefined, undefined, meaning);
  const first = readers.start();
  try {
    const { listen } = await import('./listening.ts');
    return await listen(service, { readers, first, meaning }, limits);
  } catch (thrown) {
    await readers.stop();
    throw thrown;
  }
}
