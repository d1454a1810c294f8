/** `GET`, `POST /api/pins`, `DELETE /api/pins/:id`: articles that come first for a query, and those that are left out. */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import {
  type ListedRule,
  MAX_HIDDEN,
  MAX_PINNED,
  MAX_RULES,
  type PinRule,
  pinsIn,
  removePins,
  storePins,
  unknownPins,
} from '../../search/pins/pin-list.ts';
import { checkBody } from '../parameters/body.ts';
import { parametersOf } from '../parameters/check.ts';
import { yesOrNo } from '../parameters/values.ts';
import type { AnyWrite, Write } from '../workers/write.ts';
import { adminRead } from './admin-read.ts';
import { json, type Route } from './route.ts';
import { WRITE_ERRORS } from './write.ts';

const ids = (most: number, description: string) =>
  z.array(z.string().min(1)).max(most).default([]).meta({ description });

const rule = z.strictObject({
  query: z
    .string()
    .meta(described('Plain words; every query with the same words is meant, in any case and spelling.')),
  lang: z
    .string()
    .optional()
    .meta(
      described(
        'ISO 639-1 code of the language of the readers for whom it holds, instead of the rule without one.',
      ),
    ),
  pinned: ids(MAX_PINNED, 'Ids of the articles that come first, in this order.'),
  hidden: ids(MAX_HIDDEN, 'Ids of the articles that are left out.'),
});
const listed = z
  .strictObject({
    ...rule.shape,
    pinned: z.array(z.string()),
    hidden: z.array(z.string()),
    id: z.string(),
    missing: z
      .array(z.string())
      .meta(described('Those of its articles that the archive does not have: deleted or taken down.')),
  })
  .meta({ id: 'Pins' });
const answer = z.strictObject({ pins: z.array(listed) }).meta({ id: 'PinList' });
const body = z.strictObject({ pins: z.array(rule).min(1).max(MAX_RULES) });
const addParameters = z.strictObject({
  replace: yesOrNo(false, 'Remove all pins that are not sent.'),
});

const addWrite: Write<{ added: PinRule[]; replace: boolean }, ListedRule[]> = {
  name: 'pins/add',
  run: ({ archive }, { added, replace }) => storePins(archive, added, { replace }),
};

const removeWrite: Write<string, boolean> = {
  name: 'pins/remove',
  run: ({ archive }, id) => removePins(archive, id),
};

export const PIN_WRITES: readonly AnyWrite[] = [addWrite, removeWrite];

export const pins = adminRead({
  path: '/api/pins',
  module: import.meta.url,
  summary: 'List the pinned and hidden articles of all queries.',
  parameters: z.strictObject({}),
  answer: { description: 'All of them, in the order in which they were added.', schema: answer },
  request: () => undefined,
  read: ({ archive }): z.infer<typeof answer> => ({ pins: pinsIn(archive).map(plain) }),
});

export const addPins: Route = {
  method: 'post',
  path: '/api/pins',
  summary: 'Pin articles to the top of a query, or hide them. Searches use it at once.',
  scope: 'admin',
  changes: true,
  parameters: addParameters,
  body: {
    description: 'Articles by query. What is there for the same query and language is replaced.',
    content: { 'application/json': body },
  },
  answer: json('What was sent, with ids.', answer),
  errors: { ...WRITE_ERRORS, 413: 'The body is too large.', 415: 'The body is not application/json.' },
  handler:
    ({ writes }) =>
    async (request, response) => {
      const { replace } = parametersOf(request, addParameters);
      const { pins: sent } = checkBody(body, request.body, {
        code: 'invalid_pins',
        remedy: `Send {"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]} with at most ${MAX_RULES} queries.`,
      });
      const added = sent.map(({ lang, ...rest }) => ({ ...rest, ...(lang !== undefined && { lang }) }));
      const stored = await writes.run(addWrite, { added, replace });
      response.json({ pins: stored.map(plain) } satisfies z.infer<typeof answer>);
    },
};

export const deletePins: Route = {
  method: 'delete',
  path: '/api/pins/:id',
  summary: 'Remove the pinned and hidden articles of a query.',
  scope: 'admin',
  changes: true,
  parts: { id: 'Id of pins, as they are listed.' },
  parameters: z.strictObject({}),
  answer: json('They were removed.', z.strictObject({ id: z.string(), deleted: z.literal(true) })),
  errors: { ...WRITE_ERRORS, 404: 'No such id.' },
  handler:
    ({ writes }) =>
    async (request, response) => {
      const { id } = request.params;
      if (!(await writes.run(removeWrite, String(id))))
        throw unknownPins(String(id), 'Take ids from /api/pins.');
      response.json({ id, deleted: true });
    },
};

function plain({ id, query, lang, pinned, hidden, missing }: ListedRule): z.infer<typeof listed> {
  return {
    ...{ id, query, pinned: [...pinned], hidden: [...hidden], missing },
    ...(lang !== undefined && { lang }),
  };
}
