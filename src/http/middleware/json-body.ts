/** Reads the JSON body of a request. */
import express, { type RequestHandler } from 'express';
import { LisanError } from '../../common/errors.ts';
import { exactNumber } from '../../ingest/json-value.ts';

/** Largest body of a request. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

const parseBody = express.json({ limit: MAX_BODY_BYTES, strict: true, reviver: exactNumber });

/** Reads a JSON body. @throws LisanError `invalid_content_type`. */
export const readBody: RequestHandler = (request, response, next) => {
  if (request.is('application/json') !== false) return parseBody(request, response, next);
  throw new LisanError({
    code: 'invalid_content_type',
    message: `The body must be application/json, not ${request.get('content-type') ?? 'of an unknown type'}.`,
    remedy: 'Send Content-Type: application/json.',
    status: 415,
  });
};
