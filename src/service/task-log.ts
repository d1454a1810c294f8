/**
 * Tasks of Meilisearch's clients, next to the archive: the request and its outcome. A task is written
 * before its change, and has succeeded when the index has everything that the archive had after it.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type DatabaseKind, openDatabase, transaction } from '../common/sqlite.ts';

const KIND: DatabaseKind = {
  applicationId: 0x6c697335,
  version: 2,
  synchronous: 'full',
  broken: 'tasks_broken',
  remedy: 'Delete the file; only the record of past tasks is lost.',
  schema: `
    CREATE TABLE tasks (
      uid INTEGER PRIMARY KEY AUTOINCREMENT,
      type TEXT NOT NULL,
      details TEXT NOT NULL,
      error TEXT,
      position INTEGER,
      enqueuedAt TEXT NOT NULL,
      startedAt TEXT,
      finishedAt TEXT,
      metadata TEXT
    );
    CREATE INDEX unfinished ON tasks (uid) WHERE finishedAt IS NULL;
    CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`,
  upgrades: ['ALTER TABLE tasks ADD COLUMN metadata TEXT'],
};

/** Tasks that are kept; older ones are forgotten. */
const MAX_TASKS = 100_000;

export const TASK_STATES = ['enqueued', 'processing', 'succeeded', 'failed', 'canceled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface TaskError {
  code: string;
  message: string;
}

export interface Task {
  uid: number;
  type: string;
  status: TaskState;
  details: Record<string, unknown>;
  error: TaskError | null;
  /** What the client wants to find with the task. */
  metadata: string | null;
  /** ISO 8601 instants. */
  enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface TaskFilter {
  uids?: readonly number[] | undefined;
  types?: readonly string[] | undefined;
  states?: readonly TaskState[] | undefined;
  /** ISO 8601 instants, which are excluded themselves. */
  before?: Partial<Record<TaskMoment, string>>;
  after?: Partial<Record<TaskMoment, string>>;
  /** The oldest first, from uid `from` up. */
  reverse?: boolean;
}

export const TASK_MOMENTS = ['enqueuedAt', 'startedAt', 'finishedAt'] as const;
export type TaskMoment = (typeof TASK_MOMENTS)[number];

export class TaskLog {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#database = openDatabase(file, KIND);
    this.#failInterrupted();
  }

  close(): void {
    this.#database.close();
  }

  /** Begins a task; its uid. Uids begin with 0, as Meilisearch's do. */
  begin(type: string, details: object, metadata: string | null = null, now = new Date()): number {
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO tasks (type, details, metadata, enqueuedAt) VALUES (?, ?, ?, ?)')
      .run(type, JSON.stringify(details), metadata, now.toISOString());
    const row = Number(lastInsertRowid);
    this.#database.prepare('DELETE FROM tasks WHERE uid <= ?').run(row - MAX_TASKS);
    return row - 1;
  }

  /** Notes that the change of a task is in the archive, at `position` in its order of changes. */
  written(uid: number, details: object, position: number, now = new Date()): void {
    this.#database
      .prepare('UPDATE tasks SET details = ?, position = ?, startedAt = ? WHERE uid = ?')
      .run(JSON.stringify(details), position, now.toISOString(), uid + 1);
  }

  fail(uid: number, details: object, error: TaskError, now = new Date()): void {
    const at = now.toISOString();
    this.#database
      .prepare('UPDATE tasks SET details = ?, error = ?, startedAt = ?, finishedAt = ? WHERE uid = ?')
      .run(JSON.stringify(details), JSON.stringify(error), at, at, uid + 1);
  }

  /** Marks the tasks as succeeded whose changes an index at `position` has. */
  finish(position: number, now = new Date()): void {
    this.#database
      .prepare('UPDATE tasks SET finishedAt = ? WHERE finishedAt IS NULL AND position <= ?')
      .run(now.toISOString(), position);
  }

  get(uid: number): Task | undefined {
    const row = this.#database.prepare('SELECT * FROM tasks WHERE uid = ?').get(uid + 1);
    return row === undefined ? undefined : taskOf(row);
  }

  /** The newest first, from uid `from` down. `total`: all that pass the filter. */
  list(filter: TaskFilter, limit: number, from?: number): { tasks: Task[]; total: number } {
    const { uids, types, states, before = {}, after = {}, reverse = false } = filter;
    const conditions: string[] = [];
    const values: (string | number)[] = [];
    const isOneOf = (column: string, list: readonly (string | number)[] | undefined): void => {
      if (list === undefined) return;
      conditions.push(`${column} IN (${list.map(() => '?').join(', ')})`);
      values.push(...list);
    };
    isOneOf(
      'uid',
      uids?.map((uid) => uid + 1),
    );
    isOneOf('type', types);
    isOneOf(STATE, states);
    for (const moment of TASK_MOMENTS) {
      for (const [comparison, instant] of [
        ['<', before[moment]],
        ['>', after[moment]],
      ] as const) {
        if (instant === undefined) continue;
        conditions.push(`${moment} ${comparison} ?`);
        values.push(instant);
      }
    }
    const where = conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
    const { total } = this.#database
      .prepare(`SELECT count(*) AS total FROM tasks WHERE ${where}`)
      .get(...values)!;
    const [comparison, order, end] = reverse ? ['>=', 'ASC', 0] : ['<=', 'DESC', Number.MAX_SAFE_INTEGER];
    const tasks = this.#database
      .prepare(`SELECT * FROM tasks WHERE ${where} AND uid ${comparison} ? ORDER BY uid ${order} LIMIT ?`)
      .all(...values, from === undefined ? end : from + 1, limit)
      .map(taskOf);
    return { tasks, total: Number(total) };
  }

  /** Something that is remembered with the tasks. */
  note(name: string): string | undefined {
    const row = this.#database.prepare('SELECT value FROM notes WHERE name = ?').get(name);
    return row === undefined ? undefined : String(row.value);
  }

  setNote(name: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO notes VALUES (?, ?)').run(name, value);
  }

  /** Tasks of a service that ended before it wrote their change. */
  #failInterrupted(): void {
    const error = { code: 'internal', message: 'The service ended before the task was done. Send it again.' };
    transaction(this.#database, () => {
      this.#database
        .prepare('UPDATE tasks SET error = ?, finishedAt = ? WHERE finishedAt IS NULL AND position IS NULL')
        .run(JSON.stringify(error), new Date().toISOString());
    });
  }
}

const STATE = `CASE WHEN error IS NOT NULL THEN 'failed' WHEN finishedAt IS NOT NULL THEN 'succeeded'
  WHEN startedAt IS NOT NULL THEN 'processing' ELSE 'enqueued' END`;

function taskOf(row: Record<string, unknown>): Task {
  const text = (value: unknown): string | null => (value === null ? null : String(value));
  const [error, startedAt, finishedAt] = [text(row.error), text(row.startedAt), text(row.finishedAt)];
  return {
    uid: Number(row.uid) - 1,
    type: String(row.type),
    status:
      error !== null
        ? 'failed'
        : finishedAt !== null
          ? 'succeeded'
          : startedAt !== null
            ? 'processing'
            : 'enqueued',
    details: JSON.parse(String(row.details)) as Record<string, unknown>,
    error: error === null ? null : (JSON.parse(error) as TaskError),
    metadata: text(row.metadata),
    enqueuedAt: String(row.enqueuedAt),
    startedAt,
    finishedAt,
  };
}
