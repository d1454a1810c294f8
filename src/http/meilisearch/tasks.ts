/** Tasks as Meilisearch's clients ask for them and get them. */
import {
  TASK_MOMENTS,
  TASK_STATES,
  type Task,
  type TaskFilter,
  type TaskMoment,
  type TaskState,
} from '../../service/task-log.ts';
import { INDEX } from './address.ts';
import { errorAnswer, meilisearchError } from './errors.ts';

/** Most tasks of one page. */
const MAX_TASKS = 1000;

export const TASK_TYPES = [
  'documentAdditionOrUpdate',
  'documentDeletion',
  'settingsUpdate',
  'indexCreation',
  'indexUpdate',
] as const;
export type TaskType = (typeof TASK_TYPES)[number];

/** Types of Meilisearch of which lisan never has a task. */
const OTHER_TYPES = [
  'documentEdition',
  'indexDeletion',
  'indexSwap',
  'taskCancelation',
  'taskDeletion',
  'dumpCreation',
  'snapshotCreation',
  'export',
  'upgradeDatabase',
  'indexCompaction',
];

export function taskAnswer(task: Task) {
  const { uid, type, status, details, error, metadata, enqueuedAt, startedAt, finishedAt } = task;
  return {
    uid,
    batchUid: null,
    indexUid: INDEX,
    status,
    type,
    canceledBy: null,
    details,
    error: error && errorAnswer(error.code, error.message, 400),
    duration: durationOf(startedAt, finishedAt),
    enqueuedAt,
    startedAt,
    finishedAt,
    ...(metadata !== null && { customMetadata: metadata }),
  };
}

/** As ISO 8601 writes a duration: `PT1.234S`. */
function durationOf(startedAt: string | null, finishedAt: string | null): string | null {
  if (startedAt === null || finishedAt === null) return null;
  return `PT${(Date.parse(finishedAt) - Date.parse(startedAt)) / 1000}S`;
}

/** @throws LisanError whose code names the parameter: `invalid_task_statuses`. */
export function taskFilterOf(query: Readonly<Record<string, unknown>>): {
  filter: TaskFilter;
  limit: number;
  from: number | undefined;
} {
  const known = ['limit', 'from', 'uids', 'statuses', 'types', 'indexUids', 'reverse', ...MOMENT_PARAMETERS];
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const list = known.map((name) => `\`${name}\``).join(', ');
    throw meilisearchError('bad_request', `Unknown parameter \`${unknown}\`: expected one of ${list}`);
  }
  const { reverse = 'false' } = query;
  if (reverse !== 'true' && reverse !== 'false')
    throw meilisearchError(
      'invalid_task_reverse',
      `Invalid value in parameter \`reverse\`: could not parse \`${String(reverse)}\` as a boolean, expected either \`true\` or \`false\``,
    );
  const indexes = listOf(query.indexUids);
  const isOther = indexes !== undefined && !indexes.includes(INDEX);
  return {
    filter: {
      uids: isOther ? [] : numbersOf(query.uids),
      types: oneOf('types', listOf(query.types), TASK_TYPES, OTHER_TYPES),
      states: oneOf<TaskState>('statuses', listOf(query.statuses), TASK_STATES),
      before: instantsOf('before', query),
      after: instantsOf('after', query),
      reverse: reverse === 'true',
    },
    limit: Math.min(numberOf('limit', query.limit) ?? 20, MAX_TASKS),
    from: numberOf('from', query.from),
  };
}

/** `beforeEnqueuedAt`, `afterFinishedAt` … */
const parameterOf = (side: 'before' | 'after', moment: TaskMoment): string =>
  side + moment[0]!.toUpperCase() + moment.slice(1);
export const MOMENT_PARAMETERS = TASK_MOMENTS.flatMap((moment) => [
  parameterOf('before', moment),
  parameterOf('after', moment),
]);

/** The instants of one side. A day is its beginning before, and its end after. */
function instantsOf(
  side: 'before' | 'after',
  query: Readonly<Record<string, unknown>>,
): Partial<Record<TaskMoment, string>> {
  const instants: Partial<Record<TaskMoment, string>> = {};
  for (const moment of TASK_MOMENTS) {
    const name = parameterOf(side, moment);
    const text = query[name];
    if (text === undefined || text === '*') continue;
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(String(text));
    const time = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(String(text))
      ? Date.parse(String(text)) + (isDay && side === 'after' ? DAY_MS - 1 : 0)
      : Number.NaN;
    if (Number.isNaN(time)) {
      const code = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      throw meilisearchError(
        `invalid_task_${code}`,
        `Invalid value in parameter \`${name}\`: \`${String(text)}\` is an invalid date-time. It should follow the YYYY-MM-DD or RFC 3339 date-time format.`,
      );
    }
    instants[moment] = new Date(time).toISOString();
  }
  return instants;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Values with commas between; undefined for none, or for `*`, which is every value. */
function listOf(value: unknown): string[] | undefined {
  const values = [value ?? []].flat().flatMap((text) => String(text).split(','));
  return values.length === 0 || values.includes('*') ? undefined : values.map((text) => text.trim());
}

function numbersOf(value: unknown): number[] | undefined {
  return listOf(value)?.map((text) => {
    if (/^\d{1,15}$/.test(text)) return Number(text);
    throw meilisearchError('invalid_task_uids', `Task uid \`${text}\` is invalid. It should be a number.`);
  });
}

function numberOf(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,15}$/.test(String(value))) return Number(value);
  throw meilisearchError(
    `invalid_task_${name}`,
    `Invalid value in parameter \`${name}\`: could not parse \`${String(value)}\` as a positive integer`,
  );
}

function oneOf<T extends string>(
  name: string,
  values: readonly string[] | undefined,
  allowed: readonly T[],
  others: readonly string[] = [],
): T[] | undefined {
  return values?.map((value) => {
    if ((allowed as readonly string[]).includes(value) || others.includes(value)) return value as T;
    const list = [...allowed, ...others].map((each) => `\`${each}\``).join(', ');
    throw meilisearchError(
      `invalid_task_${name}`,
      `\`${value}\` is not valid in \`${name}\`. Available are ${list}.`,
    );
  });
}
