/**
 * The conversation with a Meilisearch server: JSON over HTTP, tasks that are waited for, and every failure told as a
 * LisanError. Plain `fetch`, which keeps connections open, and no client: the official one loses the status of an
 * answer that is not JSON, which is how proxies say that something is too large or too much.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { LisanError, messageOf } from '../../common/errors.ts';
import { indexMissing } from './remote-index.ts';

/** Oldest release with everything that is used: filterable attributes with features. */
export const OLDEST = [1, 14] as const;
/** Milliseconds for an answer, for taking in documents, and for a task, which waits for those before it. */
const ANSWER_TIMEOUT = 10_000;
const UPLOAD_TIMEOUT = 120_000;
const TASK_TIMEOUT = 600_000;
/** Milliseconds between two looks at a task: first and longest. */
const FIRST_LOOK = 5;
const LONGEST_LOOK = 250;

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
}

/** What went wrong, in Meilisearch's words. */
interface Failure {
  code: string;
  message: string;
}

export class MeilisearchServer {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #taskTimeout: number;

  /** `taskTimeout`: milliseconds. */
  constructor(url: string, key: string, taskTimeout = TASK_TIMEOUT) {
    this.#url = url;
    this.#headers = {
      'content-type': 'application/json',
      // The server packs what `fetch` lets it pack, which takes longer than finding it.
      'accept-encoding': 'identity',
      ...(key !== '' && { authorization: `Bearer ${key}` }),
    };
    this.#taskTimeout = taskTimeout;
  }

  /** Sends a request and reads what matters of its answer. Whatever `read` throws says that the answer is not one. */
  async ask<T>(call: Call, read: (answer: unknown) => T, timeout = ANSWER_TIMEOUT): Promise<T> {
    const { status, text } = await this.#send(call, timeout);
    const answer = parsed(text);
    if (status >= 200 && status < 300) {
      try {
        if (answer !== undefined) return read(answer);
      } catch (cause) {
        throw this.#unreachable(`its answer is not one of Meilisearch: ${messageOf(cause)}`, cause);
      }
      throw this.#unreachable('its answer is not JSON');
    }
    throw this.#refusal(status, isFailure(answer) ? answer : undefined);
  }

  /** Sends requests that the server works off later, in their order, and waits until it has. */
  async finish(calls: readonly Call[]): Promise<void> {
    const uids: number[] = [];
    for (const call of calls) uids.push(await this.ask(call, taskOf, UPLOAD_TIMEOUT));
    const end = Date.now() + this.#taskTimeout;
    for (const uid of uids) await this.#wait(uid, end);
  }

  async #wait(uid: number, end: number): Promise<void> {
    for (let look = FIRST_LOOK; ; look = Math.min(look * 2, LONGEST_LOOK)) {
      const { status, error } = await this.ask({ method: 'GET', path: `/tasks/${uid}` }, taskState);
      if (status === 'succeeded') return;
      if (status === 'failed' || status === 'canceled')
        throw this.#refusal(200, error ?? { code: status, message: `task ${uid} was ${status}` });
      if (Date.now() > end) throw this.#slow(`task ${uid} is still ${status}`);
      await pause(look);
    }
  }

  async #send({ method, path, body }: Call, timeout: number): Promise<{ status: number; text: string }> {
    try {
      const response = await fetch(this.#url + path, {
        method,
        headers: this.#headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
      });
      return { status: response.status, text: await response.text() };
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'TimeoutError')
        throw this.#slow(`no answer to ${method} ${path}`, thrown);
      const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
      throw this.#unreachable(messageOf(cause), thrown);
    }
  }

  /** The server, or something before it, said no. */
  #refusal(status: number, failure: Failure | undefined): LisanError {
    const { code, message } = failure ?? { code: '', message: `status ${status}` };
    if (code === 'index_not_found') return indexMissing(`Meilisearch at ${this.#url}: ${message}`);
    if (status === 401 || status === 403) {
      return this.#error(
        'engine_key',
        `refuses the API key: ${message}`,
        'Set LISAN_MEILISEARCH_KEY to a key with the rights that the README lists.',
      );
    }
    if (FULL.includes(status) || FULL_CODES.includes(code)) {
      return this.#error(
        'engine_full',
        `takes nothing more now: ${message}`,
        'Free disk or memory of the server, or wait until it is less busy; then run `lisan reindex`.',
      );
    }
    if (failure === undefined) return this.#unreachable(message);
    return this.#error(
      'engine_refused',
      `refused: ${message} (${code})`,
      `Use a 1.x release from ${OLDEST.join('.')} on; if it is one, read the server's log.`,
    );
  }

  #slow(reason: string, cause?: unknown): LisanError {
    return this.#error(
      'engine_slow',
      `did not do it in time: ${reason}`,
      'Look at the load of the server and try again.',
      cause,
    );
  }

  #unreachable(reason: string, cause?: unknown): LisanError {
    return this.#error(
      'engine_unreachable',
      `gives no answer that can be read: ${reason}`,
      'Start the server, or correct LISAN_MEILISEARCH_URL. Documents are kept; `lisan reindex` catches up.',
      cause,
    );
  }

  #error(code: string, what: string, remedy: string, cause?: unknown): LisanError {
    const message = `Meilisearch at ${this.#url} ${what.replace(/\.+$/, '')}.`;
    return new LisanError({ code, message, remedy, status: 503, cause });
  }
}

/** Statuses and codes that say that the server has no room, or no time for one more. */
const FULL = [408, 413, 429, 507];
const FULL_CODES = [
  'payload_too_large',
  'no_space_left_on_device',
  'database_size_limit_reached',
  'too_many_open_files',
  'too_many_search_requests',
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFailure(answer: unknown): answer is Failure {
  const { code, message } = (answer ?? {}) as Partial<Failure>;
  return typeof code === 'string' && typeof message === 'string';
}

function taskOf(answer: unknown): number {
  const { taskUid } = answer as { taskUid?: unknown };
  if (typeof taskUid !== 'number') throw new TypeError('it has no taskUid');
  return taskUid;
}

function taskState(answer: unknown): { status: string; error?: Failure | null } {
  const { status, error } = answer as { status?: unknown; error?: unknown };
  if (typeof status !== 'string') throw new TypeError('it has no status');
  return { status, ...(isFailure(error) && { error }) };
}
