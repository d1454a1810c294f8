/** Starting and stopping of the HTTP service. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LisanError, messageOf } from '../errors.ts';
import type { Service } from '../service.ts';
import { Upkeep } from '../upkeep.ts';
import { createApp } from './app.ts';

/** Milliseconds that requests under way are given to end. */
const DRAIN = 10_000;

export interface RunningServer {
  /** Where it can be reached. */
  url: string;
  /** Takes no new requests, lets those under way end, then resolves. */
  stop(): Promise<void>;
}

/** Listens at the configured address. @throws LisanError `cannot_listen`. */
export async function startServer(service: Service): Promise<RunningServer> {
  const { host, port } = service.config;
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = createApp(service).listen(port, host, (error?: Error) => {
      if (error === undefined) return resolve(starting);
      reject(
        new LisanError({
          code: 'cannot_listen',
          message: `Cannot listen on ${host}:${port}: ${messageOf(error)}.`,
          remedy: 'Stop what is listening there, or set LISAN_PORT or LISAN_HOST.',
          cause: error,
        }),
      );
    });
  });
  const upkeep = new Upkeep(service);
  upkeep.start();
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    async stop() {
      const kept = upkeep.stop();
      const force = setTimeout(() => server.closeAllConnections(), DRAIN);
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      clearTimeout(force);
      await kept;
    },
  };
}
