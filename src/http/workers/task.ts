/** Work that a client waits for, and who does it. */
import type { Encoding } from './json-bytes.ts';

export interface Task {
  /** Names what is done; a thread finds it by this name. For `module` see `Read`. */
  job: { readonly name: string; readonly module?: string };
  request: unknown;
  /** The answer is wanted as `jsonBytes`; as it is if undefined. */
  encoding: Encoding | undefined;
  /** Called when the work begins. */
  begun(): void;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

/** Who works: a thread of its own, or the thread that takes requests. */
export interface Worker {
  /** Tasks that were handed to it and not answered. */
  readonly load: number;
  run(task: Task): void;
  /** Drops a task that has not begun. */
  cancel(task: Task): void;
}
