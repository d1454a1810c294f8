/** API keys and their scopes. */
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { LisanError } from '../../common/errors.ts';
import {
  type ApiKey,
  allows,
  isGuarded,
  keyOfSecret,
  missingScopes,
  type Scope,
} from '../../config/api-keys.ts';

/** Feed readers send no headers: the address of a feed may have a key. */
export const FEED_PATH = '/api/search.atom';

function feedToken(request: Request): string | undefined {
  const { key } = request.query;
  return request.path === FEED_PATH && typeof key === 'string' ? key : undefined;
}

/** The secret of a request: `Authorization: Bearer …`, `X-API-Key`, or of a feed `?key=…`. */
export function secretOf(request: Request): string | undefined {
  const token = feedToken(request);
  if (token !== undefined) return token;
  const bearer = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '');
  return bearer?.[1] ?? request.get('x-api-key');
}

/** As `requireScope`, but a key is needed even if no key has the scope: what changes something is never open. */
export function requireKey(keys: readonly ApiKey[], scope: Scope): RequestHandler {
  return checkKey(keys, [scope], false);
}

/**
 * Lets requests pass whose key has one of the scopes, or that need none.
 * @throws LisanError `key_missing`, `key_wrong`, `key_forbidden`, `key_unset`.
 */
export function requireScope(
  keys: readonly ApiKey[],
  ...scopes: readonly [Scope, ...Scope[]]
): RequestHandler {
  return checkKey(
    keys,
    scopes,
    scopes.some((each) => !isGuarded(keys, each)),
  );
}

function checkKey(
  keys: readonly ApiKey[],
  scopes: readonly [Scope, ...Scope[]],
  isOpen: boolean,
): RequestHandler {
  const scope = scopes.join(' or ');
  return (request, response, next) => {
    if (isOpen) return next();
    if (missingScopes(keys, scopes).length === scopes.length) throw noKeyAllows(scopes[0]);
    const secret = secretOf(request);
    const key = secret === undefined ? undefined : keyOfSecret(keys, secret);
    if (key === undefined) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      throw new LisanError({
        code: secret === undefined ? 'key_missing' : 'key_wrong',
        message: secret === undefined ? 'This endpoint requires an API key.' : 'Unknown API key.',
        remedy: 'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.',
        status: 401,
      });
    }
    if (feedToken(request) !== undefined && key.scopes.join() !== 'search') {
      // Addresses are kept in logs and bookmarks.
      throw new LisanError({
        code: 'key_forbidden',
        message: 'A key in an address must have the scope search and no other.',
        remedy: 'Add a key to LISAN_API_KEYS that has only the scope search.',
        status: 403,
      });
    }
    if (!scopes.some((each) => allows(key, each))) {
      throw new LisanError({
        code: 'key_forbidden',
        message: `The API key does not have the scope ${scope}.`,
        remedy: `Use a key that has the scope ${scope}.`,
        status: 403,
      });
    }
    next();
  };
}

function noKeyAllows(scope: Scope): LisanError {
  return new LisanError({
    code: 'key_unset',
    message: `This address requires a key with the scope ${scope}, and the service has none.`,
    remedy: `Start the service with one, for example LISAN_API_KEYS=${scope}:$(openssl rand -hex 16).`,
    status: 403,
  });
}

/** Whether an address or host name is a loopback one. */
export function isLoopback(host: string): boolean {
  const plain = host.toLowerCase().replace(/^::ffff:/, '');
  return plain === 'localhost' || plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/**
 * A service that others can reach needs keys for writing and for its metrics.
 * @throws LisanError `public_without_keys`.
 */
export function checkBinding(host: string, keys: readonly ApiKey[]): void {
  const missing = missingScopes(keys, ['ingest', 'admin']);
  if (isLoopback(host) || missing.length === 0) return;
  throw new LisanError({
    code: 'public_without_keys',
    message: `LISAN_HOST is ${host}, which others can reach, and no key has the scope ${missing.join(' or ')}.`,
    remedy:
      'Set LISAN_API_KEYS, for example to ingest+admin:$(openssl rand -hex 16), or set LISAN_HOST to 127.0.0.1.',
  });
}
