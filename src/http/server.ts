/** Starting and stopping of the HTTP service. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { LisanError, messageOf } from '../common/errors.ts';
import { IndexMaintenance } from '../service/index-maintenance.ts';
import { MaintenanceThread } from '../service/maintenance-thread.ts';
import type { Service } from '../service/service.ts';
import { createApp } from './app.ts';
import { checkBinding } from './middleware/auth.ts';
import { observeSearches } from './search-observer.ts';
import { ReadPool } from './workers/read-pool.ts';

/** Milliseconds that requests under way are given to end. */
const DRAIN = 10_000;
/** How long the service waits for a client, in milliseconds: whoever is slower holds a connection for nothing. */
export interface Patience {
  /** For the headers of a request, and for the whole of it. */
  headers: number;
  request: number;
  /** For a connection on which nothing moves, in either direction. */
  idle: number;
  /** How often connections are looked at. */
  look: number;
}

const PATIENCE: Patience = { headers: 10_000, request: 60_000, idle: 60_000, look: 1_000 };

export interface RunningServer {
  /** Where it can be reached. */
  url: string;
  readonly upkeep: IndexMaintenance;
  readonly readers: ReadPool;
  /** Connections that are open. */
  connections(): Promise<number>;
  /** Takes no new requests, lets those under way end, then resolves. */
  stop(): Promise<void>;
}

/** Listens at the configured address. @throws LisanError `cannot_listen`. */
export async function startServer(service: Service, patience = PATIENCE): Promise<RunningServer> {
  const { host, port, keys } = service.config;
  checkBinding(host, keys);
  const unwatch = observeSearches(service);
  const thread = new MaintenanceThread(service.config);
  const upkeep = new IndexMaintenance(async (progress) => {
    // The thread opens what has the archive's name, which might be another one by now.
    service.archive.checkPlace();
    return await thread.run(progress);
  }, service.log);
  service.live.onUnusable = () => upkeep.wake();
  const readers = new ReadPool(service);
  const app = createApp({ ...service, readPool: readers, upkeep });
  const server = await new Promise<Server>((resolve, reject) => {
    const { headers, request, look } = patience;
    const starting = createServer(
      { headersTimeout: headers, requestTimeout: request, connectionsCheckingInterval: look },
      app,
    );
    starting.once('error', (error) =>
      reject(
        new LisanError({
          code: 'cannot_listen',
          message: `Cannot listen on ${host}:${port}: ${messageOf(error)}.`,
          remedy: 'Stop what is listening there, or set LISAN_PORT or LISAN_HOST.',
          cause: error,
        }),
      ),
    );
    starting.setTimeout(patience.idle, (socket) => socket.destroy());
    starting.listen(port, host, () => resolve(starting));
  });
  upkeep.start(service);
  readers.start();
  const address = server.address() as AddressInfo;
  return {
    upkeep,
    readers,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    connections: () => promisify(server.getConnections.bind(server))(),
    async stop() {
      const kept = Promise.all([upkeep.stop(), thread.stop()]);
      const force = setTimeout(() => server.closeAllConnections(), DRAIN);
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      clearTimeout(force);
      await Promise.all([kept, readers.stop()]);
      unwatch();
    },
  };
}
