/** How many requests a client may send in a minute. */
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
import { LisanError } from '../../common/errors.ts';
import { type ApiKey, keyOfSecret } from '../../config/api-keys.ts';
import { isLoopback, secretOf } from './auth.ts';

/** Requests are counted over this time. */
const WINDOW_MS = 60_000;

/**
 * Limits the requests per minute of one client: of one address, and if a valid key is sent, of one address with this
 * key, so that clients that share a key do not share a limit. 0 = no limit. Requests from this machine are not counted.
 */
export class RateLimit {
  readonly #keys: readonly ApiKey[];
  readonly #perMinute: number;
  readonly #store = new MemoryStore();
  readonly handler: RequestHandler;

  constructor(keys: readonly ApiKey[], perMinute: number) {
    this.#keys = keys;
    this.#perMinute = perMinute;
    const limit = rateLimit({
      windowMs: WINDOW_MS,
      limit: perMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      store: this.#store,
      keyGenerator: (request) => this.#clientOf(request),
      handler: (_request, _response, next) => next(this.#exceeded()),
    });
    this.handler = (request, response, next) =>
      this.#isFree(request) ? next() : limit(request, response, next);
  }

  /** Counts further requests that are within one. @throws LisanError `too_many_requests`. */
  async count(request: Request, requests: number): Promise<void> {
    if (this.#isFree(request)) return;
    const client = this.#clientOf(request);
    for (let each = 0; each < requests; each++) {
      const { totalHits } = await this.#store.increment(client);
      if (totalHits > this.#perMinute) throw this.#exceeded();
    }
  }

  #isFree(request: Request): boolean {
    return this.#perMinute === 0 || request.path === '/health' || isFromThisMachine(request);
  }

  #clientOf(request: Request): string {
    const secret = secretOf(request);
    const key = secret === undefined ? undefined : keyOfSecret(this.#keys, secret);
    const address = ipKeyGenerator(addressOf(request));
    return key === undefined ? address : `${key.digest.toString('base64url')} ${address}`;
  }

  #exceeded(): LisanError {
    return new LisanError({
      code: 'too_many_requests',
      message: `More than ${this.#perMinute} requests within a minute.`,
      remedy: 'Try again after Retry-After, or raise LISAN_RATE_LIMIT.',
      status: 429,
      retryAfter: Math.ceil(WINDOW_MS / 1000),
    });
  }
}

/** The address of a client; that of the peer if a proxy forwards one that is none, or a loopback one. */
function addressOf({ ip = '', socket }: Request): string {
  return isIP(ip) !== 0 && !isLoopback(ip) ? ip : (socket.remoteAddress ?? '');
}

/**
 * Whether a request comes from this machine. A proxy's word for it is not enough: a forwarded address that is a loopback
 * one says nothing of where the request comes from.
 */
function isFromThisMachine(request: Request): boolean {
  return isLoopback(request.socket.remoteAddress ?? '') && request.get('x-forwarded-for') === undefined;
}
