/** `DELETE /api/documents/:id`. */
import { z } from 'zod';
import { unknownDocument } from '../../archive/stored-row.ts';
import { idOfAddress } from '../../common/document-address.ts';
import { parametersOf } from '../parameters/check.ts';
import type { Write } from '../workers/write.ts';
import { DOCUMENT_ID, json, type Route, UNKNOWN_ID } from './route.ts';
import { indexed, updateIndex, WRITE_ERRORS, writeParameters } from './write.ts';

const deletedAnswer = z
  .strictObject({ id: z.string(), deleted: z.literal(true), indexed })
  .meta({ id: 'Deleted' });

export const deleteWrite: Write<string, boolean> = {
  name: 'delete',
  run: ({ archive }, id) => archive.delete(id),
};

export const deleteDocument: Route = {
  method: 'delete',
  path: '/api/documents/:id',
  summary: 'Delete a document and its earlier revisions.',
  scope: 'ingest',
  parts: DOCUMENT_ID,
  parameters: writeParameters,
  answer: { ...json('The document was deleted.', deletedAnswer), status: 202 },
  errors: { ...WRITE_ERRORS, ...UNKNOWN_ID },
  handler:
    ({ writes, maintenance }) =>
    async (request, response) => {
      const { wait } = parametersOf(request, writeParameters);
      const id = idOfAddress(request.params.id);
      if (!(await writes.run(deleteWrite, id))) throw unknownDocument(id);
      const isIndexed = await updateIndex(maintenance, wait);
      response
        .status(isIndexed ? 200 : 202)
        .json({ id, deleted: true, indexed: isIndexed } satisfies z.infer<typeof deletedAnswer>);
    },
};
