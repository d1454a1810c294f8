/** Meilisearch's addresses about the index: there is one, and its settings follow from the analysis. */
import { statSync } from 'node:fs';
import { VERSION } from '../../common/version.ts';
import type { AppContext } from '../context.ts';
import { updateIndex } from '../routes/write.ts';
import { type Address, INDEX } from './address.ts';
import { jsonBody } from './body.ts';
import { meilisearchError } from './errors.ts';
import { SETTINGS, settingOf } from './settings.ts';
import { STATISTICS_PARAMETERS, statisticsFormatOf, statisticsOf } from './statistics.ts';
import {
  changeIndexWrite,
  createIndexWrite,
  primaryKeyWrite,
  settingsWrite,
  type TaskWrite,
} from './writes.ts';

/** The release whose addresses and shapes these are. */
const MEILISEARCH_VERSION = '1.50.0';
const STARTED_AT = new Date().toISOString();

async function indexOf({ writes }: AppContext) {
  const primaryKey = await writes.run(primaryKeyWrite, undefined);
  return { uid: INDEX, primaryKey, createdAt: STARTED_AT, updatedAt: STARTED_AT };
}

const version: Address = {
  method: 'get',
  path: '/version',
  summary: 'The Meilisearch release whose API this is.',
  scope: 'search',
  handler: () => (_request, response) => {
    response.json({
      commitSha: `lisan-${VERSION}`,
      commitDate: STARTED_AT,
      pkgVersion: MEILISEARCH_VERSION,
    });
  },
};

const stats: Address = {
  method: 'get',
  path: '/stats',
  summary: 'Statistics of the service.',
  scope: 'search',
  parameters: STATISTICS_PARAMETERS,
  handler: (context) => (request, response) => {
    const format = statisticsFormatOf(request.query);
    const bytes = format.size(statSync(context.archive.file).size);
    response.json({
      databaseSize: bytes,
      usedDatabaseSize: bytes,
      lastUpdate: STARTED_AT,
      indexes: { [INDEX]: statisticsOf(context, format) },
    });
  },
};

const indexes: Address = {
  method: 'get',
  path: '/indexes',
  summary: 'List the indexes: there is one.',
  scope: 'search',
  parameters: { offset: 'Indexes before the page.', limit: 'Indexes of the page.' },
  handler: (context) => async (request, response) => {
    const offset = Number(request.query.offset ?? 0);
    const limit = Number(request.query.limit ?? 20);
    const results = [await indexOf(context)].slice(offset, offset + limit);
    response.json({ results, offset, limit, total: 1 });
  },
};

const index: Address = {
  method: 'get',
  path: '/indexes/:uid',
  summary: 'Get the index.',
  scope: 'search',
  handler: (context) => async (_request, response) => {
    response.json(await indexOf(context));
  },
};

const indexStats: Address = {
  method: 'get',
  path: '/indexes/:uid/stats',
  summary: 'Statistics of the index.',
  scope: 'search',
  parameters: STATISTICS_PARAMETERS,
  handler: (context) => (request, response) => {
    response.json(statisticsOf(context, statisticsFormatOf(request.query)));
  },
};

const settings: Address = {
  method: 'get',
  path: '/indexes/:uid/settings',
  summary: 'The settings, as their equivalents in Meilisearch.',
  scope: 'search',
  handler: () => (_request, response) => {
    response.json(SETTINGS);
  },
};

const setting: Address = {
  method: 'get',
  path: '/indexes/:uid/settings/:name',
  summary: 'One setting.',
  scope: 'search',
  handler: () => (request, response) => {
    response.json(settingOf(request.params.name));
  },
};

/** An address whose task ends at once: nothing of the archive changes. */
function taskAddress<Body>(
  address: Pick<Address, 'method' | 'path' | 'summary' | 'body'>,
  write: TaskWrite<Body>,
  bodyOf: (request: Parameters<typeof jsonBody>[0]) => Body,
): Address {
  return {
    ...address,
    scope: 'ingest',
    status: 202,
    handler:
      ({ writes, maintenance }) =>
      async (request, response) => {
        const task = await writes.run(write, bodyOf(request));
        void updateIndex(maintenance, false);
        response.status(202).json(task);
      },
  };
}

function objectBody(request: Parameters<typeof jsonBody>[0]): Record<string, unknown> {
  const body = jsonBody(request);
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw meilisearchError('bad_request', 'Invalid value type: expected an object.');
}

const createIndex = taskAddress(
  {
    method: 'post',
    path: '/indexes',
    summary: 'Create the index: a task that succeeds for `articles`, and fails for all others.',
    body: 'json',
  },
  createIndexWrite,
  objectBody,
);

const changeIndex = taskAddress(
  {
    method: 'patch',
    path: '/indexes/:uid',
    summary: 'Set the primary key of an empty index.',
    body: 'json',
  },
  changeIndexWrite,
  objectBody,
);

const changeSettings = taskAddress(
  {
    method: 'patch',
    path: '/indexes/:uid/settings',
    summary:
      'A task that succeeds if the settings already have the requested values, and otherwise fails and says why.',
    body: 'json',
  },
  settingsWrite,
  objectBody,
);

const resetSettings = taskAddress(
  { method: 'delete', path: '/indexes/:uid/settings', summary: 'A task that succeeds: settings are fixed.' },
  settingsWrite,
  () => ({}),
);

const changeSetting = (method: 'put' | 'patch'): Address =>
  taskAddress(
    {
      method,
      path: '/indexes/:uid/settings/:name',
      summary:
        'A task that succeeds if the setting already has the requested value, and otherwise fails and says why.',
      body: 'json',
    },
    settingsWrite,
    (request) => ({ [camelCase(String(request.params.name))]: jsonBody(request) }),
  );

const resetSetting = taskAddress(
  {
    method: 'delete',
    path: '/indexes/:uid/settings/:name',
    summary: 'A task that succeeds: settings are fixed.',
  },
  settingsWrite,
  (request) => ({ [camelCase(String(request.params.name))]: null }),
);

const camelCase = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const INDEX_ADDRESSES: readonly Address[] = [
  version,
  stats,
  indexes,
  createIndex,
  index,
  changeIndex,
  indexStats,
  settings,
  changeSettings,
  resetSettings,
  setting,
  changeSetting('put'),
  changeSetting('patch'),
  resetSetting,
];
