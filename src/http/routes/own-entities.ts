/**
 * `GET`, `POST /api/own-entities`, `DELETE /api/own-entities/:id`: the file of LISAN_ENTITIES, which adds entities and names
 * to the gazetteer. The service uses it from its next start on, as it does when the command line changes it.
 */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import { LisanError } from '../../common/errors.ts';
import type { Config } from '../../config/settings.ts';
import { entitySchema } from '../../entities/gazetteer/entity.ts';
import { addEntities, noOwnFile, ownLines, removeEntity } from '../../entities/gazetteer/user-file.ts';
import { GAZETTEER_FOLDER } from '../../service/service.ts';
import { checkBody } from '../parameters/body.ts';
import { wholeNumber } from '../parameters/values.ts';
import type { AnyWrite, Write } from '../workers/write.ts';
import { adminRead } from './admin-read.ts';
import { json, type Route } from './route.ts';
import { WRITE_ERRORS } from './write.ts';

/** Most entities of one request. */
const MAX_SENT = 100;
const MAX_LISTED = 500;
const CODE = { code: 'invalid_entity' } as const;

const entity = entitySchema.meta({
  id: 'OwnEntity',
  description:
    'What a line of the file says of an entity. It is merged over what the gazetteer has under the id.',
});
/** What may be left out is left out. */
const line = entitySchema
  .partial()
  .required({ id: true, type: true })
  .meta({ id: 'OwnEntityLine', description: 'A line of the file.' });
const list = z.strictObject({ total: z.int().min(0), entities: z.array(line) }).meta({ id: 'OwnEntities' });
const body = z.strictObject({ entities: z.array(entity).min(1).max(MAX_SENT) });
const restart = z.literal(true).meta(described('The service uses it after its next start.'));
const changed = z.strictObject({
  added: z.array(z.string()).meta(described('Ids.')),
  changed: z.array(z.string()).meta(described('Ids whose line was replaced.')),
  warnings: z.array(z.string()).meta(described('What is odd about them: names that others have, too.')),
  restart,
});
const removed = z.strictObject({ id: z.string(), deleted: z.literal(true), restart });

interface Change {
  file: string;
  /** Lines to add, or an id to remove. */
  lines?: readonly string[];
  id?: string;
}

const addWrite: Write<Change, Omit<z.infer<typeof changed>, 'restart'>> = {
  name: 'own-entities/add',
  run(_store, { file, lines = [] }) {
    const { added, changed: replaced, gazetteer } = addEntities(GAZETTEER_FOLDER, file, lines.join('\n'));
    const ids = [...added, ...replaced];
    const warnings = gazetteer.warnings.filter((warning) => ids.some((id) => warning.includes(id)));
    return { added, changed: replaced, warnings };
  },
};

const removeWrite: Write<Change, boolean> = {
  name: 'own-entities/remove',
  run: (_store, { file, id = '' }) => removeEntity(GAZETTEER_FOLDER, file, id),
};

export const OWN_ENTITY_WRITES: readonly AnyWrite[] = [addWrite, removeWrite];

export const ownEntities = adminRead({
  path: '/api/own-entities',
  module: import.meta.url,
  summary: 'List the entities and names that the archive adds to the gazetteer.',
  parameters: z.strictObject({
    q: z.string().max(100).default('').meta({ description: 'A part of a name or id; empty for all.' }),
    limit: wholeNumber(MAX_LISTED, 50, 'Maximum number of entities.'),
  }),
  answer: { description: 'Lines of the file of `LISAN_ENTITIES`, in their order.', schema: list },
  errors: { 409: 'The service has no file for them: `LISAN_ENTITIES` is not set.' },
  request: (parameters) => parameters,
  read({ config }, { q, limit }): z.infer<typeof list> {
    const entities: z.infer<typeof line>[] = [];
    let total = 0;
    const sought = q.trim().toLowerCase();
    for (const text of ownLines(fileOf(config))) {
      if (!text.toLowerCase().includes(sought)) continue;
      total++;
      if (entities.length < limit) entities.push(JSON.parse(text) as z.infer<typeof line>);
    }
    return { total, entities };
  },
});

export const addOwnEntities: Route = {
  method: 'post',
  path: '/api/own-entities',
  summary: 'Add entities or names to the gazetteer; what the file has of the same id is replaced.',
  scope: 'admin',
  changes: true,
  parameters: z.strictObject({}),
  body: {
    description: 'Entities as lines of the gazetteer have them.',
    content: { 'application/json': body },
  },
  answer: json('What was added.', changed),
  errors: {
    ...WRITE_ERRORS,
    409: 'The service has no file for them: `LISAN_ENTITIES` is not set.',
    413: 'The body is too large.',
    415: 'The body is not application/json.',
  },
  handler:
    ({ writes, config }) =>
    async (request, response) => {
      const file = fileOf(config);
      checkBody(body, request.body, {
        ...CODE,
        remedy: 'Send {"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]}.',
      });
      // As sent, without what the check fills in.
      const { entities } = request.body as { entities: unknown[] };
      const lines = entities.map((each) => JSON.stringify(each));
      const done = await writes.run(addWrite, { file, lines }).catch(asInvalid);
      response.json({ ...done, restart: true } satisfies z.infer<typeof changed>);
    },
};

export const deleteOwnEntity: Route = {
  method: 'delete',
  path: '/api/own-entities/:id',
  summary: 'Remove what the archive adds to the gazetteer under an id. What lisan brings stays.',
  scope: 'admin',
  changes: true,
  parts: { id: 'Id of an entity.' },
  parameters: z.strictObject({}),
  answer: json('It was removed.', removed),
  errors: {
    ...WRITE_ERRORS,
    404: 'The file has no such id.',
    409: 'The service has no file for them: `LISAN_ENTITIES` is not set.',
  },
  handler:
    ({ writes, config }) =>
    async (request, response) => {
      const id = String(request.params.id);
      if (!(await writes.run(removeWrite, { file: fileOf(config), id }).catch(asInvalid)))
        throw new LisanError({
          code: 'entity_unknown',
          message: `There is no entity ${JSON.stringify(id)} of this archive's own.`,
          remedy: 'Take ids from /api/own-entities.',
          status: 404,
        });
      response.json({ id, deleted: true, restart: true } satisfies z.infer<typeof removed>);
    },
};

/** @throws LisanError `no_entities_file`. */
function fileOf({ entities }: Config): string {
  if (entities === '') throw noOwnFile();
  return entities;
}

/** A line that the gazetteer refuses is the client's; where the file lies is not the client's business. */
function asInvalid(thrown: unknown): never {
  if (!(thrown instanceof LisanError) || thrown.code !== 'gazetteer_broken') throw thrown;
  const reason = thrown.message.replace(/^.*?:\d+ is no entity: /su, '').replace(/\.$/u, '');
  throw new LisanError({
    ...CODE,
    message: `The gazetteer cannot have this: ${reason}.`,
    remedy: 'Correct it; docs/entities.md says what an entity has.',
    status: 400,
    cause: thrown,
  });
}
