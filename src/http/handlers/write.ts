/** `POST /api/documents` and `DELETE /api/documents/:id`: what is answered for is on disk; the index follows. */
import express, { type RequestHandler } from 'express';
import { z } from 'zod';
import { unknownDocument } from '../../archive/archive.ts';
import { identityOf } from '../../archive/document-id.ts';
import { LisanError } from '../../common/errors.ts';
import type { Article } from '../../common/types.ts';
import { readRecord, recordSchema } from '../../ingest/formats/jsonl.ts';
import type { AppContext } from '../context.ts';
import { readWrite } from '../schemas/parameters.ts';

/** Most documents of one request. */
const DOCUMENTS = 1000;
/** Largest body of a request, in bytes. */
export const BODY = 16 * 1024 * 1024;
/** Milliseconds that a client is let wait for the index. */
const PATIENCE = 25_000;

/** A text that is more than white space. */
const SAID = { type: 'string', pattern: '\\S' };

/** How a document is described; what is no document is reported by its place and does not stop the others. */
const record = z.unknown().meta({
  ...z.toJSONSchema(recordSchema, { io: 'input' }),
  $schema: undefined,
  anyOf: ['title', 'body', 'text'].map((name) => ({ properties: { [name]: SAID }, required: [name] })),
});

export const documentsBody = z.strictObject({ documents: z.array(record).min(1).max(DOCUMENTS) });

export const readBody = express.json({ limit: BODY, strict: true });

/** Stores documents. A document that cannot be read is reported, the others are stored. */
export function storeDocuments({ archive, upkeep }: AppContext): RequestHandler {
  return async (request, response) => {
    const { wait } = readWrite(request.query);
    const records = documentsOf(request.body);
    const articles: Article[] = [];
    const skipped: { position: number; reason: string }[] = [];
    const remarks: { position: number; reason: string }[] = [];
    records.forEach((record, index) => {
      for (const result of readRecord(record, 'request', index + 1)) {
        if ('article' in result) articles.push(result.article);
        else {
          const { effect, line, reason } = result.problem;
          (effect === 'skipped' ? skipped : remarks).push({ position: line, reason });
        }
      }
    });
    if (articles.length === 0) {
      throw new LisanError({
        code: 'invalid_documents',
        message: `No document can be read; the first one: ${skipped[0]?.reason}.`,
        remedy: 'Give each document a title or a body, and texts where texts belong.',
        status: 400,
      });
    }
    const stored = archive.put(articles);
    const indexed = await brought(upkeep.update(), wait);
    response.status(indexed ? 200 : 202).json({
      ...stored,
      ids: articles.map(identityOf),
      skipped,
      remarks,
      indexed,
    });
  };
}

export function deleteDocument({ archive, upkeep }: AppContext): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { wait } = readWrite(request.query);
    const { id } = request.params;
    if (!archive.delete(id)) throw unknownDocument(id);
    const indexed = await brought(upkeep.update(), wait);
    response.status(indexed ? 200 : 202).json({ id, deleted: true, indexed });
  };
}

function documentsOf(body: unknown): unknown[] {
  const result = documentsBody.safeParse(body);
  if (result.success) return result.data.documents;
  const [issue] = result.error.issues;
  throw new LisanError({
    code: 'invalid_documents',
    message: `The body is not what it should be: ${issue?.path.join('.') || 'the body'}: ${issue?.message}.`,
    remedy: `Send {"documents": [{"title": "…", "body": "…"}]} as application/json, with at most ${DOCUMENTS} documents.`,
    status: 400,
  });
}

/** Whether the index has the change when the answer leaves. */
async function brought(level: Promise<void>, wait: boolean): Promise<boolean> {
  if (!wait) return false;
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE).unref());
  return Promise.race([level.then(() => true), late]).catch(() => false);
}
