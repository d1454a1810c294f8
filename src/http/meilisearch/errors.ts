/** Errors in Meilisearch's shape: `{ message, code, type, link }`. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { LisanError } from '../../common/errors.ts';
import { asLisanError, tell } from '../middleware/errors.ts';

/** An error with one of Meilisearch's codes. @see https://www.meilisearch.com/docs/reference/errors/error_codes */
export function compatError(code: string, message: string, status = 400): LisanError {
  return new LisanError({ code, message, remedy: 'docs/compat.md lists what is supported.', status });
}

/** Something that Meilisearch has and lisan has not. */
export function unsupported(what: string, status = 400): LisanError {
  return compatError('not_supported', `lisan does not support ${what}.`, status);
}

/** Our codes that Meilisearch's clients know under another name, with the status that they expect. */
const RENAMED: Readonly<Record<string, readonly [code: string, status: number]>> = {
  key_missing: ['missing_authorization_header', 401],
  key_wrong: ['invalid_api_key', 403],
  key_forbidden: ['invalid_api_key', 403],
  document_unknown: ['document_not_found', 404],
  invalid_query: ['invalid_search_q', 400],
  invalid_request: ['malformed_payload', 400],
  index_missing: ['index_not_accessible', 503],
};

function typeOf(status: number): string {
  return status === 401 || status === 403 ? 'auth' : status < 500 ? 'invalid_request' : 'internal';
}

export function compatErrorHandler(log: Logger): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const error = asLisanError(thrown);
    tell(log, request, response, thrown, error);
    if (response.headersSent) return next(thrown);
    if (error.retryAfter !== undefined) response.set('Retry-After', String(error.retryAfter));
    const [code, status] = RENAMED[error.code] ?? [error.code, error.status];
    response.setHeader('Cache-Control', 'no-store');
    response.status(status).json({
      message: `${error.message} ${error.remedy}`,
      code,
      type: typeOf(status),
      link: `https://docs.meilisearch.com/errors#${code}`,
    });
  };
}

/** What is under Meilisearch's addresses and not among those that are supported. */
export const nothingElse: RequestHandler = (request, _response, next) => {
  next(unsupported(`${request.method} ${request.baseUrl}${request.path}`, 405));
};
