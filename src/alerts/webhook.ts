/**
 * Sends a message to the address of a program, with a signature. Addresses that are not on the public internet are
 * refused unless a setting allows them: by their name, and again by what the name is looked up to. Redirects are not
 * followed.
 */
import { createHmac } from 'node:crypto';
import { request as requestHttps } from 'node:https';
import { messageOf } from '../common/errors.ts';
import { http } from '../common/node-http.ts';
import { publicLookup, requirePublicHost } from '../ingest/fetch/public-addresses.ts';
import { DeliveryFailure } from './delivery-failure.ts';
import { MAX_URL_UNITS } from './limits.ts';

const TIMEOUT_MS = 15_000;
const MAX_HEADERS_BYTES = 16 * 1024;
/** Longest wait that an answer can ask for with Retry-After. */
const MAX_RETRY_AFTER_SECONDS = 6 * 3600;

export interface Posted {
  url: string;
  /** Signs the body. */
  secret: string;
  /** Id of the message; the same each time it is tried. */
  delivery: string;
  body: string;
}

export interface WebhookOptions {
  allowPrivate: boolean;
  now: number;
  timeoutMs?: number;
}

/** A URL that a webhook can have; `undefined` if it is none. `allowPrivate`: as `LISAN_ALERTS_PRIVATE` says. */
export function webhookUrl(given: string, allowPrivate: boolean): string | undefined {
  const url = URL.parse(given);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return undefined;
  if (url.href.length > MAX_URL_UNITS) return undefined;
  if (!allowPrivate) {
    if (/^(?:localhost|.*\.(?:localhost|local|internal))\.?$/.test(url.hostname)) return undefined;
    try {
      requirePublicHost(url);
    } catch {
      return undefined;
    }
  }
  url.hash = '';
  return url.href;
}

/** `t=SECONDS,v1=HEX`: HMAC-SHA-256 of the seconds since 1970, a dot and the body. */
export function signature(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** @throws DeliveryFailure if the program does not say that it has the message. */
export async function post(
  { url: address, secret, delivery, body }: Posted,
  { allowPrivate, now, timeoutMs = TIMEOUT_MS }: WebhookOptions,
): Promise<void> {
  const url = new URL(address);
  const bytes = Buffer.from(body);
  const timeout = AbortSignal.timeout(timeoutMs);
  const { status, retryAfter } = await new Promise<{ status: number; retryAfter: string | undefined }>(
    (resolve, reject) => {
      if (!allowPrivate) requirePublicHost(url);
      const send = url.protocol === 'https:' ? requestHttps : http.request;
      send(
        url,
        {
          method: 'POST',
          agent: false,
          signal: timeout,
          maxHeaderSize: MAX_HEADERS_BYTES,
          headers: {
            'User-Agent': 'lisan',
            'Content-Type': 'application/json',
            'Content-Length': bytes.length,
            'Lisan-Delivery': delivery,
            'Lisan-Signature': signature(secret, body, now),
          },
          ...(!allowPrivate && { lookup: publicLookup }),
        },
        (response) => {
          resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
          // What else it says is not read.
          response.destroy();
        },
      )
        .on('error', reject)
        .end(bytes);
    },
  ).catch((thrown: unknown) => {
    throw new DeliveryFailure(timeout.aborted ? `no answer within ${timeoutMs / 1000} s` : messageOf(thrown));
  });
  if (status >= 200 && status < 300) return;
  const seconds = Number(retryAfter);
  throw new DeliveryFailure(
    status >= 300 && status < 400 ? `HTTP ${status}: redirects are not followed` : `HTTP ${status}`,
    {
      permanent: status === 410,
      ...(seconds > 0 && { retryAfterMs: Math.min(seconds, MAX_RETRY_AFTER_SECONDS) * 1000 }),
    },
  );
}
