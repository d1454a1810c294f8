/**
 * Calls to a Meilisearch server through its official client. The client loses the status of answers that are
 * not JSON, with which proxies say that a request is too large or that there are too many; therefore it sends requests
 * with a function of ours. Every failure becomes a LisanError.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { LisanError, messageOf } from '../../common/errors.ts';
import { indexMissing } from './remote-index.ts';

/** Oldest release with all features used here: filterable attributes with features. */
export const OLDEST = [1, 14] as const;
const ANSWER_TIMEOUT_MS = 10_000;
const UPLOAD_TIMEOUT_MS = 120_000;
/** A task waits for those before it. */
const TASK_TIMEOUT_MS = 600_000;
/** Pause between two polls of a task: doubles from the first to the longest. */
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 250;

/** A request that the server executes later, as a task. */
export type Change = (client: Meilisearch) => Promise<unknown>;

/** An error, in Meilisearch's words. */
interface Failure {
  code: string;
  message: string;
}

export class MeilisearchServer {
  readonly #url: string;
  readonly #client: Meilisearch;
  readonly #uploads: Meilisearch;
  readonly #taskTimeoutMs: number;

  constructor(url: string, key: string, taskTimeoutMs = TASK_TIMEOUT_MS) {
    this.#url = url;
    this.#client = this.#clientWith(key, ANSWER_TIMEOUT_MS);
    this.#uploads = this.#clientWith(key, UPLOAD_TIMEOUT_MS);
    this.#taskTimeoutMs = taskTimeoutMs;
  }

  #clientWith(key: string, timeoutMs: number): Meilisearch {
    return new Meilisearch({
      host: this.#url,
      ...(key !== '' && { apiKey: key }),
      // The server compresses what `fetch` accepts compressed, which takes longer than the search.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
      httpClient: (url, init) => this.#send(url, init, timeoutMs),
    });
  }

  /** Sends a request and reads its answer. @throws LisanError also if `read` throws: it is not an answer of Meilisearch. */
  async ask<T>(request: (client: Meilisearch) => Promise<unknown>, read: (answer: unknown) => T): Promise<T> {
    return this.#read(request(this.#client), read);
  }

  /** Sends changes, which the server executes in order, and waits for their completion. */
  async finish(changes: readonly Change[]): Promise<void> {
    const uids: number[] = [];
    for (const change of changes) uids.push(await this.#read(change(this.#uploads), taskOf));
    const end = Date.now() + this.#taskTimeoutMs;
    for (const uid of uids) await this.#wait(uid, end);
  }

  async #wait(uid: number, end: number): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const { status, error } = await this.ask((client) => client.tasks.getTask(uid), taskState);
      if (status === 'succeeded') return;
      if (status === 'failed' || status === 'canceled')
        throw this.#refusal(200, error ?? { code: status, message: `task ${uid} was ${status}` });
      if (Date.now() > end) throw this.#slow(`task ${uid} is still ${status}`);
      await pause(pauseMs);
    }
  }

  async #read<T>(answer: Promise<unknown>, read: (answer: unknown) => T): Promise<T> {
    let got: unknown;
    try {
      got = await answer;
    } catch (thrown) {
      // The client wraps what `#send` throws.
      const { cause } = thrown as Error;
      throw cause instanceof LisanError ? cause : this.#unreachable(messageOf(thrown), thrown);
    }
    try {
      return read(got);
    } catch (cause) {
      throw this.#unreachable(`its answer is not one of Meilisearch: ${messageOf(cause)}`, cause);
    }
  }

  /** Sends a request of the client and returns the JSON of the answer. @throws LisanError */
  async #send(
    url: Parameters<typeof fetch>[0],
    init: RequestInit | undefined,
    timeoutMs: number,
  ): Promise<unknown> {
    let status: number;
    let text: string;
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      status = response.status;
      text = await response.text();
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'TimeoutError')
        throw this.#slow(`no answer to ${init?.method ?? 'GET'} ${String(url)}`, thrown);
      const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
      throw this.#unreachable(messageOf(cause), thrown);
    }
    const answer = parsed(text);
    if (status < 200 || status > 299) throw this.#refusal(status, isFailure(answer) ? answer : undefined);
    if (answer === undefined) throw this.#unreachable('its answer is not JSON');
    return answer;
  }

  /** The error with which the server, or a proxy in front of it, refused a request. */
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
        `is full or busy: ${message}`,
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
      `timed out: ${reason}`,
      'Check the load of the server, then try again.',
      cause,
    );
  }

  #unreachable(reason: string, cause?: unknown): LisanError {
    return this.#error(
      'engine_unreachable',
      `is unreachable, or gave an unreadable answer: ${reason}`,
      'Start the server, or correct LISAN_MEILISEARCH_URL. Documents are kept; `lisan reindex` catches up.',
      cause,
    );
  }

  #error(code: string, what: string, remedy: string, cause?: unknown): LisanError {
    const message = `Meilisearch at ${this.#url} ${what.replace(/\.+$/, '')}.`;
    return new LisanError({ code, message, remedy, status: 503, cause });
  }
}

/** Statuses and codes of a server that has no room, or no time for another request. */
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
