/** `GET`, `POST /api/entity-decisions`, `DELETE /api/entity-decisions/:id`: what people decided about entities. */
import { z } from 'zod';
import { decisionSchema, type ListedDecision } from '../../entities/decisions/decision.ts';
import { decisionsIn, storeDecisions, takeBackDecision } from '../../entities/decisions/decision-list.ts';
import { refuseUnknown, unknownDecision } from '../../service/decide.ts';
import { checkBody } from '../parameters/body.ts';
import { parametersOf } from '../parameters/check.ts';
import type { AnyWrite, Write } from '../workers/write.ts';
import { json, type Route } from './route.ts';
import { indexed, updateIndex, WRITE_ERRORS, writeParameters } from './write.ts';

/** Most decisions of one request. */
const MAX_SENT = 1000;

const [merge, split, correct] = decisionSchema.options;
const id = { id: z.string() };
const listed = z
  .union([merge.extend(id), split.extend(id), correct.extend(id)])
  .meta({ id: 'EntityDecision' });
const listAnswer = z.strictObject({ decisions: z.array(listed) }).meta({ id: 'EntityDecisions' });
const addedAnswer = z
  .strictObject({ decisions: z.array(listed), indexed })
  .meta({ id: 'EntityDecisionsAdded' });
const removedAnswer = z
  .strictObject({ id: z.string(), deleted: z.literal(true), indexed })
  .meta({ id: 'EntityDecisionRemoved' });
const body = z.strictObject({ decisions: z.array(decisionSchema).min(1).max(MAX_SENT) });

const addWrite: Write<readonly unknown[], ListedDecision[]> = {
  name: 'entity-decisions/add',
  run: ({ archive }, decisions) => storeDecisions(archive, decisions),
};

const removeWrite: Write<string, boolean> = {
  name: 'entity-decisions/remove',
  run: ({ archive }, id) => takeBackDecision(archive, id),
};

export const DECISION_WRITES: readonly AnyWrite[] = [addWrite, removeWrite];

export const entityDecisions: Route = {
  method: 'get',
  path: '/api/entity-decisions',
  summary: 'List what was decided about entities: merges, splits and corrections of mentions.',
  scope: 'admin',
  // Whoever may list decisions may make them; the page tells by this address whether its key allows it.
  changes: true,
  parameters: z.strictObject({}),
  answer: json('All decisions, in the order in which they were made.', listAnswer),
  errors: WRITE_ERRORS,
  handler:
    ({ archive }) =>
    (_request, response) => {
      response.json({ decisions: decisionsIn(archive) } satisfies z.infer<typeof listAnswer>);
    },
};

export const decideRoute: Route = {
  method: 'post',
  path: '/api/entity-decisions',
  summary: 'Merge or split entities, or correct mentions. The documents that this concerns are tagged again.',
  scope: 'admin',
  changes: true,
  parameters: writeParameters,
  body: { description: 'Decisions; all of them are kept or none.', content: { 'application/json': body } },
  answer: { ...json('The decisions with their ids.', addedAnswer), status: 202 },
  errors: {
    ...WRITE_ERRORS,
    404: 'No such entity or document.',
    413: 'The body is too large.',
    415: 'The body is not application/json.',
  },
  handler:
    ({ archive, gazetteer, live, writes, maintenance }) =>
    async (request, response) => {
      const { wait } = parametersOf(request, writeParameters);
      const { decisions } = checkBody(body, request.body, {
        code: 'invalid_decision',
        remedy: `Send {"decisions": [{"kind": "merge", "into": "…", "from": "…"}]} with at most ${MAX_SENT} decisions.`,
      });
      await refuseUnknown({ archive, gazetteer, live }, decisions);
      const stored = await writes.run(addWrite, decisions);
      const isIndexed = await updateIndex(maintenance, wait);
      response
        .status(isIndexed ? 200 : 202)
        .json({ decisions: stored, indexed: isIndexed } satisfies z.infer<typeof addedAnswer>);
    },
};

export const takeBackRoute: Route = {
  method: 'delete',
  path: '/api/entity-decisions/:id',
  summary: 'Take back a decision about entities.',
  scope: 'admin',
  changes: true,
  parts: { id: 'Id of a decision, as they are listed.' },
  parameters: writeParameters,
  answer: { ...json('The decision was taken back.', removedAnswer), status: 202 },
  errors: { ...WRITE_ERRORS, 404: 'No such id.' },
  handler:
    ({ writes, maintenance }) =>
    async (request, response) => {
      const { wait } = parametersOf(request, writeParameters);
      const id = String(request.params.id);
      if (!(await writes.run(removeWrite, id))) throw unknownDecision(id);
      const isIndexed = await updateIndex(maintenance, wait);
      response
        .status(isIndexed ? 200 : 202)
        .json({ id, deleted: true, indexed: isIndexed } satisfies z.infer<typeof removedAnswer>);
    },
};
