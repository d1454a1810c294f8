/** Meilisearch's addresses for writing documents, and for the tasks of it. */
import type { Request } from 'express';
import type { AppContext } from '../context.ts';
import { updateIndex } from '../routes/write.ts';
import { type Address, INDEX } from './address.ts';
import { documentsBody, jsonBody } from './body.ts';
import { meilisearchError } from './errors.ts';
import { conditionOf } from './filter.ts';
import { idsRead } from './reads.ts';
import { MOMENT_PARAMETERS, taskAnswer, taskFilterOf } from './tasks.ts';
import {
  addWrite,
  clearWrite,
  deleteWrite,
  type EnqueuedTask,
  finishWrite,
  listTasksWrite,
  taskWrite,
} from './writes.ts';

/** Answers with the task, and updates the index, after which the task has succeeded. */
async function enqueued({ maintenance, writes }: AppContext, task: EnqueuedTask): Promise<EnqueuedTask> {
  void updateIndex(maintenance, true)
    .then(() => writes.run(finishWrite, undefined))
    // If that cannot be noted now, it is when tasks are read.
    .catch(() => {});
  return task;
}

const metadataParameter = { customMetadata: 'A text that the task has, to find it by.' };
const documentsParameters = {
  primaryKey: 'The attribute that holds the id, for an index that is empty. Default: `id`.',
  csvDelimiter: 'Column separator of CSV. Default: a comma.',
  skipCreation: '`true`: documents that are not stored yet are left out.',
  ...metadataParameter,
};

/** The parameters in the address of a write. @throws LisanError in Meilisearch's terms, for unknown ones too. */
function writeParametersOf(
  { query }: Pick<Request, 'query'>,
  known: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const names = Object.keys(known);
  for (const [name, value] of Object.entries(query)) {
    if (!names.includes(name)) {
      const list = names.map((each) => `\`${each}\``).join(', ');
      throw meilisearchError('bad_request', `Unknown parameter \`${name}\`: expected one of ${list}`);
    }
    if (typeof value !== 'string')
      throw meilisearchError('bad_request', `Parameter \`${name}\` is given several times.`);
  }
  return query as Record<string, string | undefined>;
}

function skipCreationOf(value: string | undefined): boolean {
  if (value === undefined || value === 'true' || value === 'false') return value === 'true';
  throw meilisearchError(
    'invalid_skip_creation',
    `skipCreation must be either \`true\` or \`false\`. Found: \`${value}\``,
  );
}

const addDocuments = (method: 'post' | 'put'): Address => ({
  method,
  path: '/indexes/:uid/documents',
  summary:
    method === 'post'
      ? 'Store documents; one with the same id is replaced.'
      : 'Store documents; if one has the same id, only the attributes sent are replaced.',
  scope: 'ingest',
  body: 'documents',
  parameters: documentsParameters,
  status: 202,
  handler: (context) => async (request, response) => {
    const { primaryKey, csvDelimiter, ...parameters } = writeParametersOf(request, documentsParameters);
    const skipCreation = skipCreationOf(parameters.skipCreation);
    const documents = documentsBody(request, csvDelimiter);
    const metadata = parameters.customMetadata;
    const write = { documents, primaryKey, update: method === 'put', skipCreation, metadata };
    const task = await context.writes.run(addWrite, write, Number(request.get('content-length') ?? 0));
    response.status(202).json(await enqueued(context, task));
  },
});

const deleteOne: Address = {
  method: 'delete',
  path: '/indexes/:uid/documents/:id',
  summary: 'Delete a document.',
  scope: 'ingest',
  parameters: metadataParameter,
  status: 202,
  handler: (context) => async (request, response) => {
    const { customMetadata: metadata } = writeParametersOf(request, metadataParameter);
    const ids = [String(request.params.id)];
    const task = await context.writes.run(deleteWrite, { ids, filter: null, metadata });
    response.status(202).json(await enqueued(context, task));
  },
};

const deleteBatch: Address = {
  method: 'post',
  path: '/indexes/:uid/documents/delete-batch',
  summary: 'Delete documents by their ids.',
  scope: 'ingest',
  parameters: metadataParameter,
  body: 'json',
  status: 202,
  handler: (context) => async (request, response) => {
    const { customMetadata: metadata } = writeParametersOf(request, metadataParameter);
    const ids = jsonBody(request);
    if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string' || Number.isSafeInteger(id)))
      throw meilisearchError('bad_request', 'Invalid value type: expected an array of ids.');
    const task = await context.writes.run(deleteWrite, {
      ids: ids.map(String),
      filter: null,
      metadata,
    });
    response.status(202).json(await enqueued(context, task));
  },
};

const deleteByFilter: Address = {
  method: 'post',
  path: '/indexes/:uid/documents/delete',
  summary: 'Delete the documents that match a filter.',
  scope: 'ingest',
  parameters: metadataParameter,
  body: 'json',
  status: 202,
  handler: (context) => async (request, response) => {
    const { customMetadata: metadata } = writeParametersOf(request, metadataParameter);
    const { filter } = (jsonBody(request) ?? {}) as { filter?: unknown };
    if (filter === undefined) throw meilisearchError('missing_document_filter', 'Missing field `filter`.');
    const condition = conditionOf(filter, context.zone, context.config.facets, 'invalid_document_filter');
    if (condition === undefined)
      throw meilisearchError(
        'invalid_document_filter',
        'The filter is empty; delete all documents by DELETE.',
      );
    const ids = await context.readPool.answer(idsRead, condition, { client: response, bulk: true });
    const task = await context.writes.run(deleteWrite, {
      ids,
      filter: JSON.stringify(filter),
      metadata,
    });
    response.status(202).json(await enqueued(context, task));
  },
};

const deleteAll: Address = {
  method: 'delete',
  path: '/indexes/:uid/documents',
  summary: 'Delete all documents.',
  scope: 'ingest',
  parameters: metadataParameter,
  status: 202,
  handler: (context) => async (request, response) => {
    const { customMetadata: metadata } = writeParametersOf(request, metadataParameter);
    const task = await context.writes.run(clearWrite, { metadata });
    response.status(202).json(await enqueued(context, task));
  },
};

const tasks: Address = {
  method: 'get',
  path: '/tasks',
  summary: 'List tasks, the newest first.',
  scope: 'ingest',
  parameters: {
    limit: 'Tasks per page. Default 20.',
    from: 'Uid of the first task of the page.',
    uids: 'Comma-separated list of task uids.',
    statuses: 'Comma-separated list of statuses.',
    types: 'Comma-separated list of types.',
    indexUids: `Comma-separated list of indexes; all tasks are of \`${INDEX}\`.`,
    reverse: '`true`: the oldest first.',
    ...Object.fromEntries(
      MOMENT_PARAMETERS.map((name) => [name, 'Tasks of this side of a day or an RFC 3339 instant.']),
    ),
  },
  handler:
    ({ writes }) =>
    async (request, response) => {
      const { filter, limit, from } = taskFilterOf(request.query);
      const { tasks: found, total } = await writes.run(listTasksWrite, { filter, limit: limit + 1, from });
      const next = found.length > limit ? found[limit]!.uid : null;
      const results = found.slice(0, limit).map(taskAnswer);
      response.json({ results, total, limit, from: results[0]?.uid ?? null, next });
    },
};

const task: Address = {
  method: 'get',
  path: '/tasks/:task',
  summary: 'Get a task.',
  scope: 'ingest',
  handler:
    ({ writes }) =>
    async (request, response) => {
      const text = String(request.params.task);
      if (!/^\d{1,15}$/.test(text))
        throw meilisearchError('invalid_task_uid', `Task uid \`${text}\` is invalid. It should be a number.`);
      const found = await writes.run(taskWrite, Number(text));
      if (found === undefined) throw meilisearchError('task_not_found', `Task \`${text}\` not found.`, 404);
      response.json(taskAnswer(found));
    },
};

export const WRITE_ADDRESSES: readonly Address[] = [
  addDocuments('post'),
  addDocuments('put'),
  deleteBatch,
  deleteByFilter,
  deleteAll,
  deleteOne,
  tasks,
  task,
];
