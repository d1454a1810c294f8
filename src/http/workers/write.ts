/** A write: a function that changes the archive. It takes and gives plain data, so that it can run on a thread. */
import type { Archive } from '../../archive/archive.ts';
import type { TaskLog } from '../../service/task-log.ts';

/** What writes work with. */
export interface WriteStore {
  archive: Archive;
  /** Tasks of Meilisearch's clients. */
  tasks: TaskLog;
  /** Position up to which the live index has the archive's changes. */
  indexed(): number;
}

export interface Write<Request, Answer> {
  readonly name: string;
  /** @throws LisanError, which the client is answered with. */
  readonly run: (store: WriteStore, request: Request) => Answer;
}

// biome-ignore lint/suspicious/noExplicitAny: writes of every kind are kept in one list
export type AnyWrite = Write<any, unknown>;
