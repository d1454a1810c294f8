/** Answers every error in one shape. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { LisanError, messageOf } from '../../common/errors.ts';
import { textsIn } from '../error-texts/translate.ts';
import { interfaceLanguage } from './language.ts';

/** What Express and its parsers throw: an error with a status. */
interface HttpError {
  status: number;
  expose: boolean;
}

function isHttpError(thrown: unknown): thrown is HttpError {
  return (
    thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' && thrown.status < 500
  );
}

/** The error a client sees. Anything but a LisanError becomes `internal`, which reveals nothing about the service. */
export function asLisanError(thrown: unknown): LisanError {
  if (thrown instanceof LisanError) return thrown;
  if (isHttpError(thrown)) {
    return new LisanError({
      code: 'invalid_request',
      message: `The request is invalid: ${messageOf(thrown)}.`,
      remedy: 'Correct the request.',
      status: thrown.status,
    });
  }
  return new LisanError({
    code: 'internal',
    message: 'Something went wrong inside lisan.',
    remedy: 'Try again. If it happens again, find X-Request-Id in the log.',
    cause: thrown,
  });
}

export const notFound: RequestHandler = (request, _response, next) => {
  next(
    new LisanError({
      code: 'not_found',
      message: `There is nothing at ${request.method} ${request.path}.`,
      remedy: '/docs lists the endpoints of the API.',
      status: 404,
    }),
  );
};

/** Answers other methods of an address with 405 and the methods that it has. */
export function refuseOthers(methods: readonly string[]): RequestHandler {
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (request, response, next) => {
    response.setHeader('Allow', allowed);
    if (request.method === 'OPTIONS') {
      response.status(204).end();
      return;
    }
    next(
      new LisanError({
        code: 'method_not_allowed',
        message: `${request.path} does not support ${request.method}.`,
        remedy: `Use ${allowed}.`,
        status: 405,
      }),
    );
  };
}

/** Logs errors of the service. Those with `retryAfter` pass by themselves and are only logged as information. */
export function logError(
  log: Logger,
  request: Request,
  response: Response,
  thrown: unknown,
  error: LisanError,
): void {
  const where = { requestId: response.getHeader('X-Request-Id'), path: request.path };
  if (error.retryAfter !== undefined) log.info({ ...where, code: error.code }, error.message);
  else if (error.status >= 500) log.error({ ...where, err: thrown }, error.message);
}

export function errorHandler(log: Logger): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const error = asLisanError(thrown);
    logError(log, request, response, thrown, error);
    if (response.headersSent) return next(thrown);
    const language = interfaceLanguage(request);
    const { message, remedy } = textsIn(language, error);
    if (error.retryAfter !== undefined) response.set('Retry-After', String(error.retryAfter));
    // The unread rest of the body would be parsed as the next request.
    if (!request.complete) response.set('Connection', 'close');
    // It is the tag of the answer that failed.
    response.removeHeader('ETag');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Language', language);
    response.vary('Accept-Language');
    response.status(error.status).json({ error: { code: error.code, message, remedy } });
  };
}
