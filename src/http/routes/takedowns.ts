/** `GET`, `POST /api/takedowns`, `DELETE /api/takedowns/:id`: articles that were taken down and are refused from then on. */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import { idOfAddress } from '../../common/document-address.ts';
import { LisanError } from '../../common/errors.ts';
import { checkBody } from '../parameters/body.ts';
import { parametersOf } from '../parameters/check.ts';
import { defineRead } from '../workers/read.ts';
import type { AnyWrite, Write } from '../workers/write.ts';
import { adminRead } from './admin-read.ts';
import { DOCUMENT_ID, json, type Route } from './route.ts';
import { indexed, updateIndex, WRITE_ERRORS, writeParameters } from './write.ts';

/** In UTF-16 code units. */
const MAX_REASON_LENGTH = 1000;
/** Near-duplicates that are taken down with an article. */
const MAX_COPIES = 100;

const takedown = z
  .strictObject({
    id: z.string(),
    reason: z.string(),
    madeAt: z.string().meta(described('ISO 8601 instant.')),
  })
  .meta({ id: 'Takedown' });
const list = z.strictObject({ takedowns: z.array(takedown) }).meta({ id: 'Takedowns' });
const body = z.strictObject({
  id: z
    .string()
    .min(1)
    .meta(described('Of the article. One that the archive does not have is refused, too.')),
  reason: z.string().trim().min(1).max(MAX_REASON_LENGTH).meta(described('Kept with the id.')),
  copies: z
    .boolean()
    .default(false)
    .meta(described('Also take down the articles with nearly the same text.')),
});
const made = z
  .strictObject({
    takedowns: z.array(
      z.strictObject({
        id: z.string(),
        deleted: z.boolean().meta(described('False if the archive had no such article.')),
      }),
    ),
    indexed,
  })
  .meta({ id: 'TakedownsMade' });

const copiesRead = defineRead<string, string[]>({
  name: 'takedowns/copies',
  module: import.meta.url,
  run: async ({ live }, id) => (await live.current()).duplicates(id, MAX_COPIES),
});

const addWrite: Write<{ ids: string[]; reason: string }, z.infer<typeof made>['takedowns']> = {
  name: 'takedowns/add',
  run: ({ archive }, { ids, reason }) => ids.map((id) => ({ id, deleted: archive.takeDown(id, reason) })),
};

const liftWrite: Write<string, boolean> = {
  name: 'takedowns/lift',
  run: ({ archive }, id) => archive.liftTakedown(id),
};

export const TAKEDOWN_WRITES: readonly AnyWrite[] = [addWrite, liftWrite];

export const takedowns = adminRead({
  path: '/api/takedowns',
  module: import.meta.url,
  summary: 'List the articles that were taken down.',
  parameters: z.strictObject({}),
  answer: { description: 'All of them, the oldest first.', schema: list },
  request: () => undefined,
  read: ({ archive }): z.infer<typeof list> => ({ takedowns: archive.takedowns() }),
});

export const takeDown: Route = {
  method: 'post',
  path: '/api/takedowns',
  summary:
    'Take an article down: it is deleted with its revisions, is in no index and feed any more, and is refused if it is ingested again.',
  scope: 'admin',
  changes: true,
  parameters: writeParameters,
  body: { description: 'The article and the reason.', content: { 'application/json': body } },
  answer: { ...json('What was taken down.', made), status: 202 },
  errors: { ...WRITE_ERRORS, 413: 'The body is too large.', 415: 'The body is not application/json.' },
  handler:
    ({ writes, maintenance, readPool }) =>
    async (request, response) => {
      const { wait } = parametersOf(request, writeParameters);
      const { id, reason, copies } = checkBody(body, request.body, {
        code: 'invalid_takedown',
        remedy: `Send {"id": "ID", "reason": "…"} with a reason of at most ${MAX_REASON_LENGTH} characters.`,
      });
      const others = copies ? await readPool.answer(copiesRead, id, { client: response }) : [];
      const done = await writes.run(addWrite, {
        ids: [id, ...others.filter((other) => other !== id)],
        reason,
      });
      const isIndexed = await updateIndex(maintenance, wait);
      response
        .status(isIndexed ? 200 : 202)
        .json({ takedowns: done, indexed: isIndexed } satisfies z.infer<typeof made>);
    },
};

export const liftTakedown: Route = {
  method: 'delete',
  path: '/api/takedowns/:id',
  summary: 'Lift a takedown: the article is accepted again when it is ingested.',
  scope: 'admin',
  changes: true,
  parts: DOCUMENT_ID,
  parameters: z.strictObject({}),
  answer: json('The takedown was lifted.', z.strictObject({ id: z.string(), lifted: z.literal(true) })),
  errors: { ...WRITE_ERRORS, 404: 'It was not taken down.' },
  handler:
    ({ writes }) =>
    async (request, response) => {
      const id = idOfAddress(request.params.id);
      if (!(await writes.run(liftWrite, id))) throw notTakenDown(id);
      response.json({ id, lifted: true });
    },
};

function notTakenDown(id: string): LisanError {
  return new LisanError({
    code: 'takedown_unknown',
    message: `${JSON.stringify(id)} was not taken down.`,
    remedy: 'Take ids from /api/takedowns.',
    status: 404,
  });
}
