/** The HTTP service from its first request on: what handles requests, and what is done beside them. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { LisanError, messageOf } from '../common/errors.ts';
import { http } from '../common/node-http.ts';
import { BackgroundVerification } from '../service/background-verification.ts';
import { IndexMaintenance } from '../service/index-maintenance.ts';
import { MaintenanceThread } from '../service/maintenance-thread.ts';
import type { MeaningThread } from '../service/meaning-thread.ts';
import type { Service } from '../service/service.ts';
import { AlertSchedule } from './alerts/schedule.ts';
import { pooledStore } from './alerts/store.ts';
import { createApp } from './app.ts';
import { Metrics } from './metrics.ts';
import { RateLimit } from './middleware/rate-limit.ts';
import { observeSearches } from './search-observer.ts';
import type { ReadPool } from './workers/read-pool.ts';
import { WriteQueue } from './workers/write-queue.ts';

/** How long requests under way may take when the service stops. */
const DRAIN_MS = 10_000;
/** How long the service waits for a client: a slower one holds a connection for nothing. */
export interface ClientLimits {
  /** For the headers of a request, and for the whole of it. */
  headersMs: number;
  requestMs: number;
  /** For a connection on which nothing moves, in either direction. */
  idleMs: number;
  /** How often connections are checked. */
  checkMs: number;
}

const CLIENT_LIMITS: ClientLimits = {
  headersMs: 10_000,
  requestMs: 60_000,
  idleMs: 60_000,
  checkMs: 1_000,
};

export interface RunningServer {
  /** Where it can be reached, without a slash at the end. */
  url: string;
  readonly maintenance: IndexMaintenance;
  readonly readers: ReadPool;
  readonly writes: WriteQueue;
  readonly alerts: AlertSchedule;
  /** Number of open connections. */
  connections(): Promise<number>;
  /** Accepts no more requests, lets those under way end, then resolves. */
  stop(): Promise<void>;
}

/** What has been started already. */
export interface Started {
  readers: ReadPool;
  /** Resolves when what the first answer does not need may begin, too. */
  first: Promise<void>;
  meaning: MeaningThread | undefined;
}

/** Listens at the configured address. @throws LisanError `cannot_listen`. */
export async function listen(
  service: Service,
  { readers, first, meaning }: Started,
  limits: ClientLimits = CLIENT_LIMITS,
): Promise<RunningServer> {
  const { host, port, keys, base } = service.config;
  const thread = new MaintenanceThread(service.config);
  const maintenance = new IndexMaintenance(async (progress) => {
    // The thread opens whatever has the archive's name, which could be another archive by now.
    service.archive.checkPlace();
    return await thread.run(progress);
  }, service.log);
  service.live.onUnusable = () => maintenance.wake();
  const verification = new BackgroundVerification(service, () => void maintenance.update().catch(() => {}));
  const writes = new WriteQueue(service, DRAIN_MS);
  const alerts = new AlertSchedule(service, pooledStore(readers, writes), writes);
  maintenance.onUpdated = () => alerts.wake();
  const metrics = new Metrics({ ...service, readPool: readers, maintenance, meaningThread: meaning });
  const rateLimit = new RateLimit(keys, service.config.rateLimit);
  const app = createApp({
    ...service,
    ...{ readPool: readers, writes, maintenance, alerts, metrics, rateLimit, meaningThread: meaning },
  });
  const server = await new Promise<Server>((resolve, reject) => {
    const { headersMs, requestMs, checkMs } = limits;
    const starting = http.createServer(
      { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs },
      app,
    );
    starting.once('error', (error) =>
      reject(
        new LisanError({
          code: 'cannot_listen',
          message: `Cannot listen on ${host}:${port}: ${messageOf(error)}.`,
          remedy: 'Stop the program that listens there, or set LISAN_PORT or LISAN_HOST.',
          cause: error,
        }),
      ),
    );
    starting.setTimeout(limits.idleMs, (socket) => socket.destroy());
    starting.listen(port, host, () => resolve(starting));
  });
  const unwatch = observeSearches(service);
  let isStopping = false;
  const begin = (): void => {
    if (!isStopping) maintenance.start(service);
  };
  if (service.config.readers === 0) begin();
  else
    first
      .then(begin)
      .catch((thrown) => service.log.warn({ reason: messageOf(thrown) }, 'the index is not kept up to date'));
  meaning?.start();
  writes.start();
  alerts.start();
  verification.start();
  const address = server.address() as AddressInfo;
  return {
    maintenance,
    readers,
    writes,
    alerts,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}${base.slice(0, -1)}`,
    connections: () => promisify(server.getConnections.bind(server))(),
    async stop() {
      isStopping = true;
      const kept = Promise.all([maintenance.stop(), thread.stop(), verification.stop()]);
      const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      clearTimeout(force);
      await Promise.all([kept, alerts.stop()]);
      await Promise.all([readers.stop(), writes.stop(), meaning?.stop()]);
      unwatch();
    },
  };
}
