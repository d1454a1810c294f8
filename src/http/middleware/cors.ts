/** Cross-origin requests: allowed from the configured origins only. */
import cors from 'cors';
import type { RequestHandler } from 'express';

/** How long a browser may reuse the answer to a preflight request. */
const PREFLIGHT_SECONDS = 600;

export function allowOrigins(origins: readonly string[]): RequestHandler {
  const allow = cors({
    origin: [...origins],
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'X-API-Key',
      'X-Meilisearch-Client',
      'Meili-Include-Metadata',
    ],
    exposedHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
    maxAge: PREFLIGHT_SECONDS,
  });
  return (request, response, next) => {
    if (origins.length > 0) response.vary('Origin');
    const origin = request.get('origin');
    if (origin === undefined || !origins.includes(origin)) return next();
    // The package takes every OPTIONS request for a preflight request.
    const isPreflight = request.get('access-control-request-method') !== undefined;
    if (request.method === 'OPTIONS' && !isPreflight) return next();
    // Pages of these origins may embed what they may read.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    allow(request, response, next);
  };
}
