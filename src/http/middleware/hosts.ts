/**
 * The Host names under which the service answers. A page of a stranger can give its own name this machine's address
 * (DNS rebinding) and would then be allowed to read what needs no key; its requests are refused by their Host.
 */
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { LisanError } from '../../common/errors.ts';
import { isGuarded } from '../../config/api-keys.ts';
import type { Config } from '../../config/settings.ts';
import { isLoopback } from './auth.ts';

/** Whether a Host is one of the service: a listed name, a name of this machine, or an address, which nobody can rebind. */
export function isOwnHost(
  { hostnames, host }: Pick<Config, 'hostnames' | 'host'>,
  given: string | undefined,
): boolean {
  const name = nameOf(given ?? '');
  if (name === '') return false;
  return (
    hostnames.includes('*') ||
    hostnames.includes(name) ||
    isLoopback(name) ||
    isIP(name) !== 0 ||
    name === host
  );
}

/** The name in a Host header, without port and brackets. */
const nameOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');

/** Refuses requests to other names, unless every search needs a key. @throws LisanError `host_unknown`. */
export function checkHost(config: Config): RequestHandler {
  const isOpen = !isGuarded(config.keys, 'search');
  return (request, _response, next) => {
    if (!isOpen || isOwnHost(config, request.get('host'))) return next();
    next(
      new LisanError({
        code: 'host_unknown',
        message: `The service does not answer under the name ${JSON.stringify(nameOf(request.get('host') ?? ''))}.`,
        remedy: 'Add the name to LISAN_HOSTNAMES.',
        status: 421,
      }),
    );
  };
}

/** Methods that change nothing. */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses requests that pages of other origins send without being allowed to: a form can post to any address.
 * @throws LisanError `cross_site`.
 */
export function refuseCrossSite({ origins }: Pick<Config, 'origins'>): RequestHandler {
  return (request, _response, next) => {
    const origin = request.get('origin');
    if (SAFE.includes(request.method) || origin === undefined || origins.includes(origin)) return next();
    if (isSameHost(request, origin)) return next();
    next(
      new LisanError({
        code: 'cross_site',
        message: `A page of ${JSON.stringify(origin)} must not send ${request.method} to this service.`,
        remedy: 'Add its origin to LISAN_ORIGINS.',
        status: 403,
      }),
    );
  };
}

const isSameHost = (request: Request, origin: string): boolean =>
  URL.parse(origin)?.host === request.get('host');

/**
 * The address of the service as a client writes it, with its base path and without a slash at the end. Without a Host
 * that is the service's own it is a path only, so that links are relative to where they are read.
 */
export function publicAddress(config: Config, request: Request): string {
  const origin = isOwnHost(config, request.get('host')) ? `${request.protocol}://${request.host}` : '';
  return origin + request.baseUrl;
}
