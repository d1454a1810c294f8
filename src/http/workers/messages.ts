/** What threads and those who hand them work say to each other, and how errors pass between them. */
import type { MessagePort } from 'node:worker_threads';
import { LisanError, messageOf } from '../../common/errors.ts';
import type { SharedMemory } from '../../common/shared-memory.ts';
import type { Config } from '../../config/settings.ts';
import type { ObservedSearch } from '../../search/timings.ts';
import type { Encoding } from './json-bytes.ts';

/**
 * To a thread. `open` is the first message: the settings of what it opens, and the memory that all threads share.
 * `module`: of a read, see `Read`. `encoding`: the answer is wanted as `jsonBytes`. `cancel`: a task that is not wanted any
 * more. `meaning`: where it searches by meaning.
 */
export type ToThread =
  | { open: Config; shared: SharedMemory }
  | {
      number: number;
      name: string;
      module?: string | undefined;
      request: unknown;
      encoding: Encoding | undefined;
    }
  | { cancel: number }
  | { meaning: MessagePort }
  | 'stop';

/**
 * From a thread. `number` is that of the task; `unusable`: its index cannot be used. `observed`: the searches since the last
 * task.
 */
export type FromThread =
  | { ready: true }
  | { unusable: true }
  | { begun: number }
  | { number: number; answer: unknown; observed?: readonly ObservedSearch[] }
  | { number: number; failure: Failure; observed?: readonly ObservedSearch[] };

/** An error as plain data. `code` is missing for errors that are not LisanErrors. */
export interface Failure {
  code?: string;
  message: string;
  remedy?: string;
  status?: number;
  retryAfter?: number | undefined;
  stack?: string | undefined;
}

export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof LisanError))
    return { message: messageOf(thrown), stack: thrown instanceof Error ? thrown.stack : undefined };
  const { code, message, remedy, status, retryAfter, stack } = thrown;
  return { code, message, remedy, status, retryAfter, stack };
}

export function errorOf({ code, message, remedy, status, retryAfter, stack }: Failure): Error {
  const error =
    code === undefined
      ? new Error(message)
      : new LisanError({
          code,
          message,
          remedy: remedy ?? '',
          ...(status !== undefined && { status }),
          ...(retryAfter !== undefined && { retryAfter }),
        });
  if (stack !== undefined) error.stack = stack;
  return error;
}
