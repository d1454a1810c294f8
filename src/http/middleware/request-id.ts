/** An id for every request, in the answer and in the log. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** An id that a proxy in front may have set. */
const PROXY_ID = /^[\w.:-]{1,100}$/;

/** Sets X-Request-Id and logs each answer: its path, never its query string, which has the words of a search. */
export function identify(log: Logger): RequestHandler {
  return (request, response, next) => {
    const sent = request.get('x-request-id') ?? '';
    const requestId = PROXY_ID.test(sent) ? sent : randomUUID();
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
