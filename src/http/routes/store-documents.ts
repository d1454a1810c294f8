/** `POST /api/documents`: when it answers, the documents are on disk; the index follows. */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import type { PutResult } from '../../archive/archive.ts';
import { LisanError } from '../../common/errors.ts';
import type { Article } from '../../common/types.ts';
import { readRecord, recordSchema } from '../../ingest/record.ts';
import { removeSample } from '../../ingest/sample.ts';
import { checkBody } from '../parameters/body.ts';
import { parametersOf } from '../parameters/check.ts';
import type { Write } from '../workers/write.ts';
import { json, type Route } from './route.ts';
import { indexed, updateIndex, WRITE_ERRORS, writeParameters } from './write.ts';

/** Most documents of one request. */
const MAX_DOCUMENTS = 1000;
/** A text that is more than white space. */
const NOT_BLANK = { type: 'string', pattern: '\\S' };

/** Describes a document. One that is invalid is reported by its position and does not stop the others. */
const record = z.unknown().meta({
  ...z.toJSONSchema(recordSchema, { io: 'input' }),
  $schema: undefined,
  anyOf: ['title', 'body', 'text'].map((name) => ({ properties: { [name]: NOT_BLANK }, required: [name] })),
});

const documentsBody = z.strictObject({ documents: z.array(record).min(1).max(MAX_DOCUMENTS) });

const count = z.int().min(0);
const problem = z.strictObject({
  position: z.int().min(1).meta(described('Place of the document in the request, from 1.')),
  reason: z.string(),
});

const storedAnswer = z
  .strictObject({
    added: count,
    changed: count,
    unchanged: count,
    ids: z.array(z.string()).meta(described('Ids of the stored documents, in the order they were sent.')),
    skipped: z.array(problem).meta(described('Documents that were not stored.')),
    remarks: z.array(problem).meta(described('Parts of documents that were not understood or not stored.')),
    refused: z
      .array(z.strictObject({ id: z.string(), reason: z.string() }))
      .meta(described('Documents that were taken down: they were not stored.')),
    indexed,
  })
  .meta({ id: 'Stored' });

type Stored = Omit<PutResult, 'earlier'> & { skipped: Problem[]; remarks: Problem[] };

/** Stores records, which are read on the writer's thread: for a thousand that takes as long as many searches. */
export const storeWrite: Write<readonly unknown[], Stored> = {
  name: 'store',
  run({ archive }, records) {
    const { articles, skipped, remarks } = articlesOf(records);
    if (articles.length === 0) throw noDocument(skipped[0]?.reason);
    const { earlier: _, ...stored } = archive.put(articles);
    removeSample(archive, stored.ids);
    return { ...stored, skipped, remarks };
  },
};

export const storeDocuments: Route = {
  method: 'post',
  path: '/api/documents',
  summary: 'Store documents. They are on disk when the response is sent; the index follows.',
  scope: 'ingest',
  parameters: writeParameters,
  body: {
    description:
      'Documents, each with `title`, `body` and the other fields of the JSON Lines format. The same id, or without one the same URL, is the same document; without both, the same text is.',
    content: { 'application/json': documentsBody },
  },
  answer: { ...json('What became of the documents.', storedAnswer), status: 202 },
  errors: {
    ...WRITE_ERRORS,
    413: 'The body is too large.',
    415: 'The body is not application/json.',
  },
  handler:
    ({ writes, maintenance }) =>
    async (request, response) => {
      const { wait } = parametersOf(request, writeParameters);
      const documents = documentsOf(request.body);
      const bytes = Number(request.get('content-length') ?? 0);
      const stored = await writes.run(storeWrite, documents, bytes);
      const isIndexed = await updateIndex(maintenance, wait);
      response.status(isIndexed ? 200 : 202).json({
        ...stored,
        indexed: isIndexed,
      } satisfies z.infer<typeof storedAnswer>);
    },
};

type Problem = z.infer<typeof problem>;

/** Reads records as articles. A record that cannot be read is reported, the others are stored. */
function articlesOf(records: readonly unknown[]): {
  articles: Article[];
  skipped: Problem[];
  remarks: Problem[];
} {
  const articles: Article[] = [];
  const skipped: Problem[] = [];
  const remarks: Problem[] = [];
  records.forEach((record, index) => {
    for (const result of readRecord(record, 'request', index + 1, { typed: true })) {
      if ('article' in result) {
        articles.push(result.article);
        const { unused = [] } = result;
        if (unused.length > 0) {
          remarks.push({ position: index + 1, reason: `fields that are not kept: ${unused.join(', ')}` });
        }
      } else {
        const { effect, line, reason } = result.problem;
        (effect === 'skipped' ? skipped : remarks).push({ position: line, reason });
      }
    }
  });
  return { articles, skipped, remarks };
}

function noDocument(reason: string | undefined): LisanError {
  return new LisanError({
    code: 'invalid_documents',
    message: `None of the documents can be read; the first one: ${reason}.`,
    remedy: 'Give each document a title or a body, as text.',
    status: 400,
  });
}

function documentsOf(body: unknown): unknown[] {
  return checkBody(documentsBody, body, {
    code: 'invalid_documents',
    remedy: `Send {"documents": [{"title": "…", "body": "…"}]} with at most ${MAX_DOCUMENTS} documents.`,
  }).documents;
}
