/** Cross-origin requests: none are allowed but from the origins that the configuration lists. */
import type { RequestHandler } from 'express';

/** Seconds for which a browser may remember the answer to its question. */
const REMEMBERED = 600;

export function allowOrigins(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    if (origins.length > 0) response.vary('Origin');
    if (origin === undefined || !origins.includes(origin)) return next();
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After, X-Request-Id');
    // Pages of other origins may embed what they may read.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (request.method !== 'OPTIONS' || request.get('access-control-request-method') === undefined)
      return next();
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE');
    response.setHeader(
      'Access-Control-Allow-Headers',
      'Authorization, Content-Type, X-API-Key, X-Meilisearch-Client',
    );
    response.setHeader('Access-Control-Max-Age', REMEMBERED);
    response.status(204).end();
  };
}
