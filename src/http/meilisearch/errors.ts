/** Errors in Meilisearch's shape: `{ message, code, type, link }`. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { LisanError } from '../../common/errors.ts';
import { asLisanError, logError } from '../middleware/errors.ts';

/** An error with one of Meilisearch's codes. @see https://www.meilisearch.com/docs/reference/errors/error_codes */
export function meilisearchError(code: string, message: string, status = 400): LisanError {
  return new LisanError({ code, message, remedy: '', status });
}

/** Something that Meilisearch has and lisan does not. */
export function unsupported(what: string, status = 400): LisanError {
  return meilisearchError(
    'not_supported',
    `lisan does not support ${what}. docs/compat.md lists what is supported.`,
    status,
  );
}

/** lisan's codes that clients of Meilisearch know under another name, with the status that they expect. */
const RENAMED: Readonly<Record<string, readonly [code: string, status: number]>> = {
  key_missing: ['missing_authorization_header', 401],
  key_wrong: ['invalid_api_key', 403],
  key_forbidden: ['invalid_api_key', 403],
  document_unknown: ['document_not_found', 404],
  invalid_query: ['invalid_search_q', 400],
  invalid_request: ['malformed_payload', 400],
  index_missing: ['index_not_accessible', 503],
};

/** An error as Meilisearch's clients get it. */
export function errorAnswer(code: string, message: string, status: number) {
  return { message, code, type: typeOf(status), link: `https://docs.meilisearch.com/errors#${code}` };
}

function typeOf(status: number): string {
  return status === 401 || status === 403 ? 'auth' : status < 500 ? 'invalid_request' : 'internal';
}

export function meilisearchErrorHandler(log: Logger): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const error = asLisanError(thrown);
    logError(log, request, response, thrown, error);
    if (response.headersSent) return next(thrown);
    if (error.retryAfter !== undefined) response.set('Retry-After', String(error.retryAfter));
    if (!request.complete) response.set('Connection', 'close');
    const [code, status] = RENAMED[error.code] ?? [error.code, error.status];
    response.setHeader('Cache-Control', 'no-store');
    response.status(status).json(errorAnswer(code, `${error.message} ${error.remedy}`.trim(), status));
  };
}

/** Answers Meilisearch's addresses that lisan does not support. */
export const refuseUnsupported: RequestHandler = (request, _response, next) => {
  next(unsupported(`${request.method} ${request.baseUrl}${request.path}`, 405));
};
