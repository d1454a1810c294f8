/** API keys, their scopes, and the rate limit. */
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { LisanError } from '../../common/errors.ts';
import {
  type ApiKey,
  allows,
  isGuarded,
  keyOfSecret,
  missingScopes,
  type Scope,
} from '../../config/api-keys.ts';

/** The secret of a request: `Authorization: Bearer …` or `X-API-Key`. */
function secretOf(request: Request): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '');
  return bearer?.[1] ?? request.get('x-api-key');
}

/** Lets requests pass whose key has the scope, or that need none. @throws LisanError `key_missing`, `key_wrong`, `key_forbidden`. */
export function requireScope(keys: readonly ApiKey[], scope: Scope): RequestHandler {
  return (request, response, next) => {
    if (!isGuarded(keys, scope)) return next();
    if (missingScopes(keys, [scope]).length > 0) throw noKeyAllows(scope);
    const secret = secretOf(request);
    const key = secret === undefined ? undefined : keyOfSecret(keys, secret);
    if (key === undefined) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      throw new LisanError({
        code: secret === undefined ? 'key_missing' : 'key_wrong',
        message: secret === undefined ? 'This address requires an API key.' : 'Unknown API key.',
        remedy: 'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.',
        status: 401,
      });
    }
    if (!allows(key, scope)) {
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

/** Requests are counted over this time. */
const WINDOW_MS = 60_000;

/**
 * Limits the requests per minute of one key, or of one address for requests without a valid key; 0 = no limit.
 * Requests from this machine are not counted.
 */
export function limitRate(keys: readonly ApiKey[], perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => perMinute === 0 || isLoopback(request.ip ?? ''),
    keyGenerator(request) {
      const secret = secretOf(request);
      const key = secret === undefined ? undefined : keyOfSecret(keys, secret);
      return key === undefined ? ipKeyGenerator(request.ip ?? '') : key.digest.toString('base64url');
    },
    handler(_request, response, next) {
      response.setHeader('Retry-After', Math.ceil(WINDOW_MS / 1000));
      next(
        new LisanError({
          code: 'too_many_requests',
          message: `More than ${perMinute} requests within a minute.`,
          remedy: 'Try again after Retry-After, or raise LISAN_RATE_LIMIT.',
          status: 429,
        }),
      );
    },
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
