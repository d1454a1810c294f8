/** A name for every request, so that a client's answer and our log can be brought together. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** What a proxy in front may have named the request already. */
const GIVEN = /^[\w.:-]{1,100}$/;

/** Sets X-Request-Id and logs each answer; never the words that are searched for, which are in the address. */
export function identify(log: Logger): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id') ?? '';
    const requestId = GIVEN.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', requestId);
    const begun = performance.now();
    response.on('finish', () => {
      const { method, path } = request;
      const ms = Math.round((performance.now() - begun) * 100) / 100;
      log.debug({ requestId, method, path, status: response.statusCode, ms }, 'answered');
    });
    next();
  };
}
