/** A read that a client waits for. */
import type { AnyRead } from './read.ts';

export interface Task {
  read: AnyRead;
  request: unknown;
  /** The answer is wanted as bytes of JSON. */
  json: boolean;
  /** Called when a thread begins to read. */
  begun(): void;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

/** Where reads run: a reader thread, or the thread that takes requests. */
export interface Reader {
  /** Reads that were handed to it and not answered. */
  readonly load: number;
  run(task: Task): void;
  /** Drops a read that has not begun. */
  cancel(task: Task): void;
}
