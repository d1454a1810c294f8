/** Bodies of Meilisearch's clients: one object, or documents as JSON, JSON Lines or CSV. */
import { parse } from 'csv-parse/sync';
import express, { type Request, type RequestHandler } from 'express';
import { messageOf } from '../../common/errors.ts';
import { parseJson } from '../../ingest/json-value.ts';
import { meilisearchError } from './errors.ts';

/** Largest body of a search, and of documents. */
const MAX_BODY_BYTES = 256 * 1024;
const MAX_DOCUMENTS_BYTES = 16 * 1024 * 1024;

export const JSON_TYPE = 'application/json';
export const DOCUMENT_TYPES = [JSON_TYPE, 'application/x-ndjson', 'text/csv'] as const;
type DocumentType = (typeof DOCUMENT_TYPES)[number];

const textBody = (limit: number): RequestHandler => express.text({ limit, type: () => true });

/** Reads the body of a request as text; `json` and `documents` make something of it. */
export const readText = textBody(MAX_BODY_BYTES);
export const readDocumentsText = textBody(MAX_DOCUMENTS_BYTES);

/** @throws LisanError `missing_content_type`, `invalid_content_type`. */
function typeOf<T extends string>(request: Request, accepted: readonly T[]): T {
  const given = request.get('content-type')?.replace(/;.*$/s, '').trim().toLowerCase();
  const found = accepted.find((type) => type === given);
  if (found !== undefined) return found;
  const list = `Accepted values for the Content-Type header are: ${accepted.map((type) => `\`${type}\``).join(', ')}`;
  throw given === undefined
    ? meilisearchError('missing_content_type', `A Content-Type header is missing. ${list}`, 415)
    : meilisearchError('invalid_content_type', `The Content-Type \`${given}\` is invalid. ${list}`, 415);
}

function textOf(request: Request, type: string): string {
  // The parser leaves an empty object if there is no body at all.
  const body: unknown = request.body;
  if (typeof body === 'string' && body.trim() !== '') return body;
  throw meilisearchError('missing_payload', `A ${type.split('/')[1]!.replace('x-', '')} payload is missing.`);
}

/** The body as JSON. @throws LisanError in Meilisearch's terms. */
export function jsonBody(request: Request): unknown {
  return parsed(textOf(request, typeOf(request, [JSON_TYPE])), 'json');
}

/** The documents of the body, of which each should be an object. @throws LisanError in Meilisearch's terms. */
export function documentsBody(request: Request, csvDelimiter = ','): unknown[] {
  const type: DocumentType = typeOf(request, DOCUMENT_TYPES);
  const text = textOf(request, type);
  if (type === 'text/csv') return csvDocuments(text, csvDelimiter);
  if (type === 'application/x-ndjson') {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => parsed(line, 'ndjson'));
  }
  const value = parsed(text, 'json');
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) return [value];
  throw malformed(
    'json',
    "Couldn't serialize document value: data are neither an object nor a list of objects",
  );
}

function parsed(text: string, type: string): unknown {
  try {
    return parseJson(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw malformed(type, messageOf(cause));
  }
}

/** A column `name:number` has numbers, `name:boolean` yes or no; the others have texts. */
function csvDocuments(text: string, delimiter: string): unknown[] {
  if (delimiter.length !== 1 || delimiter > '\x7F')
    throw meilisearchError('invalid_document_csv_delimiter', 'csvDelimiter must be one ASCII character.');
  let rows: Record<string, string>[];
  try {
    const options = { columns: true, bom: true, delimiter, skip_empty_lines: true } as const;
    // As Meilisearch does: a quotation mark within a value is part of it.
    rows = parse(text, { ...options, relax_quotes: true }) as typeof rows;
  } catch (cause) {
    throw malformed('csv', messageOf(cause));
  }
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        const [, name = column, type = 'string'] = /^(.*?)(?::(number|boolean|string))?$/s.exec(column) ?? [];
        if (value === '') return [name, null];
        if (type === 'string') return [name, value];
        const read = type === 'number' ? Number(value) : { true: true, false: false }[value.toLowerCase()];
        if (read === undefined || Number.isNaN(read))
          throw malformed('csv', `\`${value}\` in column ${name} is not a ${type}`);
        return [name, read];
      }),
    ),
  );
}

function malformed(type: string, reason: string) {
  return meilisearchError('malformed_payload', `The ${type} payload provided is malformed. \`${reason}\`.`);
}
