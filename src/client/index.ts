/**
 * A client of the API for browsers and Node: `import { LisanClient } from 'lisan/client'`. It has no dependencies; the
 * types in `schema.ts` are made from the description that the service serves at `/openapi.json`.
 */
import { addressOfId } from '../common/document-address.ts';
import type { components, operations } from './schema.ts';

export type Schemas = components['schemas'];
export type SearchAnswer = Schemas['SearchAnswer'];
export type { components, operations, paths } from './schema.ts';

type Operations = operations;
type QueryOf<Name extends keyof Operations> = NonNullable<Operations[Name]['parameters']['query']>;
type BodyOf<Name extends keyof Operations> = Operations[Name] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
/** The answer of an operation that succeeded. */
type AnswerOf<Name extends keyof Operations> = {
  [Status in 200 | 202]: Operations[Name]['responses'] extends {
    [S in Status]: { content: { 'application/json': infer Answer } };
  }
    ? Answer
    : never;
}[200 | 202];

export interface ClientOptions {
  /** Address of the service, like `https://search.news.example/archive`. */
  url: string;
  /** Secret of a key; not needed where everybody may search. */
  key?: string;
  /** Language of error messages and names of entities: `ar`, `tr`, `en`, `ru` or `fa`. Default: the service's. */
  language?: string;
  /** Replaces the global `fetch`. */
  fetch?: typeof fetch;
}

/** An error of the service, or that there was no answer (`code` is `unreachable`, `status` 0). */
export class LisanApiError extends Error {
  override readonly name = 'LisanApiError';
  readonly code: string;
  readonly remedy: string;
  /** HTTP status. */
  readonly status: number;

  constructor(code: string, message: string, remedy: string, status: number, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.remedy = remedy;
    this.status = status;
  }
}

interface Sent {
  method?: string;
  query?: object | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Every method throws LisanApiError, and the reason of `signal` if that cancels it. */
export class LisanClient {
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #fetch: typeof fetch;

  constructor({ url, key, language, fetch: send = globalThis.fetch }: ClientOptions) {
    this.#base = url.replace(/\/+$/, '');
    this.#headers = {
      accept: 'application/json',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(language !== undefined && { 'accept-language': language }),
    };
    this.#fetch = send.bind(globalThis);
  }

  /** Searches the archive. */
  search(query: QueryOf<'getSearch'>, signal?: AbortSignal): Promise<AnswerOf<'getSearch'>> {
    return this.#send('/api/search', { query, signal });
  }

  /** Words and entities that an unfinished query may mean. */
  suggest(query: QueryOf<'getSuggest'>, signal?: AbortSignal): Promise<AnswerOf<'getSuggest'>> {
    return this.#send('/api/suggest', { query, signal });
  }

  /** An article with its passages and mentions. */
  article(id: string, signal?: AbortSignal): Promise<AnswerOf<'getDocumentsId'>> {
    return this.#send(`/api/documents/${addressOfId(id)}`, { signal });
  }

  /** Where in an article the words of a query are. */
  marks(
    id: string,
    query: QueryOf<'getDocumentsIdMarks'>,
    signal?: AbortSignal,
  ): Promise<AnswerOf<'getDocumentsIdMarks'>> {
    return this.#send(`/api/documents/${addressOfId(id)}/marks`, { query, signal });
  }

  /** Articles like this one. */
  similar(
    id: string,
    query?: QueryOf<'getSimilarId'>,
    signal?: AbortSignal,
  ): Promise<AnswerOf<'getSimilarId'>> {
    return this.#send(`/api/similar/${addressOfId(id)}`, { query, signal });
  }

  /** Entities of the archive. */
  entities(query?: QueryOf<'getEntities'>, signal?: AbortSignal): Promise<AnswerOf<'getEntities'>> {
    return this.#send('/api/entities', { query, signal });
  }

  /** An entity, its spellings and the entities mentioned together with it. */
  entity(id: string, signal?: AbortSignal): Promise<AnswerOf<'getEntitiesId'>> {
    return this.#send(`/api/entities/${encodeURIComponent(id)}`, { signal });
  }

  /** Stores articles; needs a key of scope `ingest`. */
  store(body: BodyOf<'postDocuments'>, query?: QueryOf<'postDocuments'>): Promise<AnswerOf<'postDocuments'>> {
    return this.#send('/api/documents', { method: 'POST', query, body });
  }

  /** Deletes an article; needs a key of scope `ingest`. */
  remove(id: string, query?: QueryOf<'deleteDocumentsId'>): Promise<AnswerOf<'deleteDocumentsId'>> {
    return this.#send(`/api/documents/${addressOfId(id)}`, { method: 'DELETE', query });
  }

  async #send<Answer>(path: string, { method = 'GET', query, body, signal }: Sent): Promise<Answer> {
    const headers = {
      ...this.#headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    let response: Response;
    try {
      response = await this.#fetch(this.#base + path + queryText(query), {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal !== undefined && { signal }),
      });
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw new LisanApiError('unreachable', String(error), 'Check the address of the service.', 0, error);
    }
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer as Answer;
    const { error } = (answer ?? {}) as { error?: { code: string; message: string; remedy: string } };
    throw error === undefined
      ? new LisanApiError('unknown', `HTTP ${response.status}`, '', response.status)
      : new LisanApiError(error.code, error.message, error.remedy, response.status);
  }
}

/** The query part of an address: lists are repeated parameters, as values may have commas. */
function queryText(query: object = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value])
      parameters.append(name, Array.isArray(value) ? String(each).replaceAll(',', '\\,') : String(each));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
