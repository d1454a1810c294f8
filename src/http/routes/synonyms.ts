/** `GET`, `POST /api/synonyms`, `DELETE /api/synonyms/:id`: words that find each other. */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import {
  type ListedSynonym,
  removeSynonym,
  type Synonym,
  storeSynonyms,
  synonymsIn,
  unknownSynonym,
} from '../../search/synonyms/synonym-list.ts';
import { checkBody } from '../parameters/body.ts';
import { parametersOf } from '../parameters/check.ts';
import { yesOrNo } from '../parameters/values.ts';
import type { AnyWrite, Write } from '../workers/write.ts';
import { json, type Route, readRoute } from './route.ts';
import { WRITE_ERRORS } from './write.ts';

/** Most synonyms of one request. */
const MAX_SENT = 5000;

const synonym = z.strictObject({
  words: z
    .array(z.string())
    .min(1)
    .meta(
      described(
        'Words, or names and terms of up to 6 words, that find each other, or, if there is `to`, that find those.',
      ),
    ),
  to: z.array(z.string()).min(1).optional().meta(described('Those that are only found.')),
  lang: z
    .string()
    .optional()
    .meta(
      described(
        'ISO 639-1 code of their language; without it each is a word of every language of its script.',
      ),
    ),
});
const listed = synonym.extend({ id: z.string() }).meta({ id: 'Synonym' });
const answer = z.strictObject({ synonyms: z.array(listed) }).meta({ id: 'Synonyms' });
const body = z.strictObject({ synonyms: z.array(synonym).min(1).max(MAX_SENT) });
const addParameters = z.strictObject({
  replace: yesOrNo(false, 'Remove all synonyms that are not sent.'),
});

const addWrite: Write<{ added: Synonym[]; replace: boolean }, ListedSynonym[]> = {
  name: 'synonyms/add',
  run: ({ archive }, { added, replace }) => storeSynonyms(archive, added, { replace }),
};

const removeWrite: Write<string, boolean> = {
  name: 'synonyms/remove',
  run: ({ archive }, id) => removeSynonym(archive, id),
};

export const SYNONYM_WRITES: readonly AnyWrite[] = [addWrite, removeWrite];

export const synonyms = readRoute({
  path: '/api/synonyms',
  module: import.meta.url,
  summary: 'List the synonyms of the archive.',
  parameters: z.strictObject({}),
  answer: { description: 'All synonyms, in the order in which they were added.', schema: answer },
  request: () => undefined,
  read: ({ archive }): z.infer<typeof answer> => ({ synonyms: synonymsIn(archive).map(plain) }),
});

export const addSynonymsRoute: Route = {
  method: 'post',
  path: '/api/synonyms',
  summary: 'Add synonyms. Searches use them at once; nothing is indexed again.',
  scope: 'admin',
  changes: true,
  parameters: addParameters,
  body: {
    description: 'Synonyms, each one-way with `to` or two-way without.',
    content: { 'application/json': body },
  },
  answer: json('The synonyms that were sent, with their ids.', answer),
  errors: { ...WRITE_ERRORS, 413: 'The body is too large.', 415: 'The body is not application/json.' },
  handler:
    ({ writes }) =>
    async (request, response) => {
      const { replace } = parametersOf(request, addParameters);
      const added = synonymsOf(request.body);
      const stored = await writes.run(addWrite, { added, replace });
      response.json({ synonyms: stored.map(plain) } satisfies z.infer<typeof answer>);
    },
};

export const deleteSynonym: Route = {
  method: 'delete',
  path: '/api/synonyms/:id',
  summary: 'Remove a synonym.',
  scope: 'admin',
  changes: true,
  parts: { id: 'Id of a synonym, as they are listed.' },
  parameters: z.strictObject({}),
  answer: json('The synonym was removed.', z.strictObject({ id: z.string(), deleted: z.literal(true) })),
  errors: { ...WRITE_ERRORS, 404: 'No such id.' },
  handler:
    ({ writes }) =>
    async (request, response) => {
      const { id } = request.params;
      if (!(await writes.run(removeWrite, String(id))))
        throw unknownSynonym(String(id), 'Take ids from /api/synonyms.');
      response.json({ id, deleted: true });
    },
};

function plain({ id, words, to, lang }: ListedSynonym): z.infer<typeof listed> {
  return {
    id,
    words: [...words],
    ...(to !== undefined && { to: [...to] }),
    ...(lang !== undefined && { lang }),
  };
}

function synonymsOf(given: unknown): Synonym[] {
  const { synonyms } = checkBody(body, given, {
    code: 'invalid_synonym',
    remedy: `Send {"synonyms": [{"words": ["…", "…"]}]} with at most ${MAX_SENT} synonyms.`,
  });
  return synonyms.map(({ words, to, lang }) => ({
    words,
    ...(to !== undefined && { to }),
    ...(lang !== undefined && { lang }),
  }));
}
