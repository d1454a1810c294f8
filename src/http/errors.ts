/** Every error leaves the service here, in one shape. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { LisanError, messageOf } from '../errors.ts';

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

/** The error a client sees; whatever is not ours is an internal one, and says nothing of our insides. */
function asLisanError(thrown: unknown): LisanError {
  if (thrown instanceof LisanError) return thrown;
  if (isHttpError(thrown)) {
    return new LisanError({
      code: 'invalid_request',
      message: `The request cannot be read: ${messageOf(thrown)}.`,
      remedy: 'Correct the request.',
      status: thrown.status,
    });
  }
  return new LisanError({
    code: 'internal',
    message: 'Something went wrong inside lisan.',
    remedy: 'Try again; if it stays, look for this request in the log.',
    cause: thrown,
  });
}

export const notFound: RequestHandler = (request, _response, next) => {
  next(
    new LisanError({
      code: 'not_found',
      message: `There is nothing at ${request.method} ${request.path}.`,
      remedy: 'The README lists the addresses of the API.',
      status: 404,
    }),
  );
};

export function errorHandler(log: Logger): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const error = asLisanError(thrown);
    if (error.status >= 500) log.error({ err: thrown, path: request.path }, error.message);
    if (response.headersSent) return next(thrown);
    const { code, message, remedy } = error;
    if (error.retryAfter !== undefined) response.set('Retry-After', String(error.retryAfter));
    response.status(error.status).json({ error: { code, message, remedy } });
  };
}
