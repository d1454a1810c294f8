/** The writes of Meilisearch's addresses. Each is a task, which is noted before the change is made. */
import { LisanError } from '../../common/errors.ts';
import type { Task, TaskFilter } from '../../service/task-log.ts';
import type { AnyWrite, Write, WriteStore } from '../workers/write.ts';
import { INDEX } from './address.ts';
import { articleOf, primaryKeyIn, TaskFailure } from './record.ts';
import { differencesOf } from './settings.ts';
import type { TaskType } from './tasks.ts';

/** What a client is answered with at once. */
export interface EnqueuedTask {
  taskUid: number;
  indexUid: string;
  status: 'enqueued';
  type: TaskType;
  enqueuedAt: string;
  customMetadata?: string;
}

export type TaskWrite<Request> = Write<Request, EnqueuedTask>;

/** Remarks about documents that a task tells. */
const MAX_REMARKS = 20;
const PRIMARY_KEY = 'primaryKey';
const DEFAULT_KEY = 'id';
/** Documents read per step when all are deleted. */
const CLEARED_AT_ONCE = 1000;

/** Does a task: notes it, makes the change, and notes what became of it. */
function done(
  store: WriteStore,
  type: TaskType,
  before: object,
  /** Makes the change and returns the details of the task. */
  change: () => object,
  /** Details of a task that failed, and what the client wants to find with it. */
  { failed = before, metadata }: { failed?: object; metadata?: string | undefined } = {},
): EnqueuedTask {
  const now = new Date();
  const uid = store.tasks.begin(type, before, metadata ?? null, now);
  try {
    const details = change();
    store.tasks.written(uid, details, store.archive.lastSequence());
  } catch (thrown) {
    const isKnown = thrown instanceof TaskFailure || thrown instanceof LisanError;
    const { code, message } = isKnown
      ? thrown
      : { code: 'internal', message: 'Something went wrong inside lisan.' };
    store.tasks.fail(uid, failed, { code, message });
    if (!(thrown instanceof TaskFailure)) throw thrown;
  }
  return {
    taskUid: uid,
    indexUid: INDEX,
    status: 'enqueued',
    type,
    enqueuedAt: now.toISOString(),
    ...(metadata !== undefined && { customMetadata: metadata }),
  };
}

export interface AddRequest {
  documents: readonly unknown[];
  primaryKey: string | undefined;
  /** Keep attributes that are not sent. */
  update: boolean;
  /** Leave out documents that are not stored yet. */
  skipCreation?: boolean;
  metadata?: string | undefined;
}

export const addWrite: TaskWrite<AddRequest> = {
  name: 'meilisearch/add',
  run: (store, { documents, primaryKey, update, skipCreation = false, metadata }) => {
    const receivedDocuments = documents.length;
    const before = { receivedDocuments, indexedDocuments: null };
    return done(
      store,
      'documentAdditionOrUpdate',
      before,
      () => {
        const { archive } = store;
        const key = keyFor(store, primaryKey, documents[0]);
        // A damaged document is replaced as a whole: nothing of it can be kept.
        const existing = (id: string) => (update ? archive.getMany([id]).get(id) : undefined);
        const read = documents
          .map((document) => articleOf(document, key, existing))
          .filter(({ article: { id } }) => !skipCreation || archive.get(String(id)) !== undefined);
        archive.put(read.map(({ article }) => article));
        if (key !== DEFAULT_KEY) store.tasks.setNote(PRIMARY_KEY, key);
        const remarks = read.flatMap((each) => each.remarks).slice(0, MAX_REMARKS);
        return {
          receivedDocuments,
          indexedDocuments: read.length,
          ...(remarks.length > 0 && { remarks }),
        };
      },
      { failed: { receivedDocuments, indexedDocuments: 0 }, metadata },
    );
  },
};

const knownKey = ({ tasks, archive }: WriteStore): string | null =>
  tasks.note(PRIMARY_KEY) ?? (archive.count() > 0 ? DEFAULT_KEY : null);

/** @throws TaskFailure `index_primary_key_already_exists`, or as `primaryKeyIn`. */
function keyFor(store: WriteStore, asked: string | undefined, first: unknown): string {
  const known = knownKey(store);
  if (known === null) return asked ?? primaryKeyIn(first);
  if (asked === undefined || asked === known) return known;
  throw new TaskFailure('index_primary_key_already_exists', `Index already has a primary key: \`${known}\`.`);
}

export interface DeleteRequest {
  ids: readonly string[];
  /** The filter that the ids come from. */
  filter: string | null;
  metadata?: string | undefined;
}

export const deleteWrite: TaskWrite<DeleteRequest> = {
  name: 'meilisearch/delete',
  run: (store, { ids, filter, metadata }) => {
    const details = { providedIds: filter === null ? ids.length : 0, originalFilter: filter };
    const change = () => ({
      ...details,
      deletedDocuments: ids.filter((id) => store.archive.delete(id)).length,
    });
    return done(store, 'documentDeletion', { ...details, deletedDocuments: null }, change, { metadata });
  },
};

export const clearWrite: TaskWrite<{ metadata?: string | undefined }> = {
  name: 'meilisearch/clear',
  run: (store, { metadata }) => {
    const change = () => {
      let deletedDocuments = 0;
      const last = store.archive.lastSequence();
      for (let position = 0; position < last; ) {
        const changes = store.archive.changesAfter(position, CLEARED_AT_ONCE);
        if (changes.length === 0) break;
        position = changes.at(-1)!.sequence;
        for (const { id, deleted } of changes) if (!deleted && store.archive.delete(id)) deletedDocuments++;
      }
      return { deletedDocuments };
    };
    return done(store, 'documentDeletion', { deletedDocuments: null }, change, { metadata });
  },
};

export const createIndexWrite: TaskWrite<Record<string, unknown>> = {
  name: 'meilisearch/create-index',
  run: (store, { uid, primaryKey = null }) =>
    done(store, 'indexCreation', { primaryKey }, () => {
      if (uid !== INDEX)
        throw new TaskFailure(
          'invalid_index_uid',
          `lisan has one index, \`${INDEX}\`: \`${String(uid)}\` cannot be created.`,
        );
      setKey(store, primaryKey);
      return { primaryKey };
    }),
};

export const changeIndexWrite: TaskWrite<Record<string, unknown>> = {
  name: 'meilisearch/change-index',
  run: (store, { primaryKey = null }) =>
    done(store, 'indexUpdate', { primaryKey }, () => {
      setKey(store, primaryKey);
      return { primaryKey };
    }),
};

function setKey(store: WriteStore, primaryKey: unknown): void {
  if (primaryKey === null) return;
  const known = knownKey(store);
  if (known === primaryKey) return;
  // As in Meilisearch, the key can be another one as long as there are no documents.
  if (store.archive.count() === 0) {
    store.tasks.setNote(PRIMARY_KEY, String(primaryKey));
    return;
  }
  throw new TaskFailure('index_primary_key_already_exists', `Index already has a primary key: \`${known}\`.`);
}

export const settingsWrite: TaskWrite<Record<string, unknown>> = {
  name: 'meilisearch/settings',
  run: (store, settings) =>
    done(store, 'settingsUpdate', settings, () => {
      const differences = differencesOf(settings);
      if (differences.length > 0) throw new TaskFailure('immutable_setting', differences.join(' '));
      return settings;
    }),
};

export const primaryKeyWrite: Write<undefined, string | null> = {
  name: 'meilisearch/primary-key',
  run: knownKey,
};

/** Marks the tasks as succeeded whose changes the index has. */
export const finishWrite: Write<undefined, void> = {
  name: 'meilisearch/finish',
  run: ({ tasks, indexed }) => tasks.finish(indexed()),
};

export interface ListRequest {
  filter: TaskFilter;
  limit: number;
  from: number | undefined;
}

export const listTasksWrite: Write<ListRequest, { tasks: Task[]; total: number }> = {
  name: 'meilisearch/tasks',
  run: ({ tasks, indexed }, { filter, limit, from }) => {
    tasks.finish(indexed());
    return tasks.list(filter, limit, from);
  },
};

export const taskWrite: Write<number, Task | undefined> = {
  name: 'meilisearch/task',
  run: ({ tasks, indexed }, uid) => {
    tasks.finish(indexed());
    return tasks.get(uid);
  },
};

export const MEILISEARCH_WRITES: readonly AnyWrite[] = [
  addWrite,
  deleteWrite,
  clearWrite,
  createIndexWrite,
  changeIndexWrite,
  settingsWrite,
  primaryKeyWrite,
  finishWrite,
  listTasksWrite,
  taskWrite,
];
