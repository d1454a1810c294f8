/** Vectors from a server with OpenAI's `/v1/embeddings`: text-embeddings-inference, llama.cpp, Ollama, vLLM, OpenAI. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { LisanError, messageOf } from '../common/errors.ts';
import { type Embedder, type EmbedOptions, normalised, type TextKind } from './embedder.ts';
import { type PrefixStyle, prefixesOf, styleOf } from './prefixes.ts';

export interface HttpEmbedderOptions {
  /** Sent as `model`. */
  model: string;
  /** Sent as `Authorization: Bearer …`; none if empty. */
  key: string;
  prefix: PrefixStyle;
  limits?: Partial<HttpLimits>;
}

export interface HttpLimits {
  /** How long a search waits for the vector of its query. It is not tried again. */
  queryMs: number;
  /** How long one request with passages may take. */
  passagesMs: number;
  /** Times that passages are sent. The pause doubles from the first on; `Retry-After` may make it longer. */
  tries: number;
  firstPauseMs: number;
  longestPauseMs: number;
}

const LIMITS: HttpLimits = {
  queryMs: 2_000,
  passagesMs: 60_000,
  tries: 5,
  firstPauseMs: 500,
  longestPauseMs: 60_000,
};
/** Texts of one request. */
const TEXTS_PER_REQUEST = 32;
/** Statuses after which the same request may go well. */
const TRANSIENT = [408, 425, 429, 500, 502, 503, 504];

const answerShape = z.object({
  data: z.array(z.object({ index: z.int().min(0).optional(), embedding: z.array(z.number()).min(1) })),
});

/** A failure that may pass. */
class Transient extends Error {
  readonly error: LisanError;
  readonly waitMs: number;

  constructor(error: LisanError, waitMs = 0) {
    super(error.message);
    this.error = error;
    this.waitMs = waitMs;
  }
}

export class HttpEmbedder implements Embedder {
  readonly model: string;
  readonly #url: string;
  readonly #options: HttpEmbedderOptions;
  readonly #limits: HttpLimits;

  constructor(url: string, options: HttpEmbedderOptions) {
    this.#url = url;
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
    this.model = `${url} ${options.model} ${styleOf(options.prefix, options.model)}`;
  }

  async embed(
    texts: readonly string[],
    kind: TextKind,
    { signal }: EmbedOptions = {},
  ): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += TEXTS_PER_REQUEST)
      vectors.push(...(await this.#patiently(texts.slice(from, from + TEXTS_PER_REQUEST), kind, signal)));
    return vectors;
  }

  async close(): Promise<void> {}

  async #patiently(texts: readonly string[], kind: TextKind, signal?: AbortSignal): Promise<Float32Array[]> {
    const { tries, firstPauseMs, longestPauseMs } = this.#limits;
    const most = kind === 'query' ? 1 : tries;
    for (let tried = 1; ; tried++) {
      try {
        return await this.#request(texts, kind, signal);
      } catch (thrown) {
        signal?.throwIfAborted();
        if (!(thrown instanceof Transient)) throw thrown;
        if (tried >= most) throw thrown.error;
        const waitMs = Math.max(thrown.waitMs, firstPauseMs * 2 ** (tried - 1));
        await pause(Math.min(waitMs, longestPauseMs), undefined, signal === undefined ? {} : { signal });
      }
    }
  }

  async #request(texts: readonly string[], kind: TextKind, signal?: AbortSignal): Promise<Float32Array[]> {
    const { model, key, prefix } = this.#options;
    const before = prefixesOf(prefix, model)[kind];
    const timeout = AbortSignal.timeout(kind === 'query' ? this.#limits.queryMs : this.#limits.passagesMs);
    let response: Response;
    let body: string;
    try {
      response = await fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key !== '' && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({
          ...(model !== '' && { model }),
          input: texts.map((text) => before + text),
          encoding_format: 'float',
          ...(styleOf(prefix, model) === 'input_type' && { input_type: kind }),
        }),
        // The key is for this address only.
        redirect: 'error',
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      body = await response.text();
    } catch (cause) {
      throw new Transient(this.#unreachable(cause));
    }
    if (!response.ok) {
      const error = this.#refused(response.status, body);
      if (!TRANSIENT.includes(response.status)) throw error;
      throw new Transient(error, retryAfterMs(response.headers.get('retry-after')));
    }
    return this.#vectorsOf(body, texts.length);
  }

  #vectorsOf(body: string, count: number): Float32Array[] {
    let given: unknown;
    try {
      given = JSON.parse(body);
    } catch {
      throw this.#wrong('it is not JSON');
    }
    const parsed = answerShape.safeParse(given);
    if (!parsed.success) throw this.#wrong('it has no `data` with an `embedding` of numbers for each text');
    const { data } = parsed.data;
    if (data.length !== count) throw this.#wrong(`it has ${data.length} vectors for ${count} texts`);
    const vectors: Float32Array[] = [];
    data.forEach(({ index, embedding }, place) => {
      const vector = normalised(embedding);
      if (vector === undefined) throw this.#wrong('a vector is all zeros');
      vectors[index ?? place] = vector;
    });
    if (Object.keys(vectors).length !== count || vectors.length !== count)
      throw this.#wrong('its `index` values are not those of the texts');
    const { length } = vectors[0]!;
    if (vectors.some((vector) => vector.length !== length)) throw this.#wrong('its vectors differ in length');
    return vectors;
  }

  #unreachable(cause: unknown): LisanError {
    const why = (cause as Error).name === 'TimeoutError' ? 'no answer in time' : reasonOf(cause);
    return new LisanError({
      code: 'embedder_unreachable',
      message: `The embedder ${this.#url} cannot be reached: ${why}.`,
      remedy: 'Start it, or set LISAN_EMBEDDER to its URL. Searches find words meanwhile.',
      status: 503,
      cause,
    });
  }

  #refused(status: number, body: string): LisanError {
    const said = body.replaceAll(/\s+/g, ' ').slice(0, 200);
    return new LisanError({
      code: 'embedder_refused',
      message: `The embedder ${this.#url} answered ${status}: ${said}`,
      remedy:
        status === 401 || status === 403
          ? 'Set LISAN_EMBEDDER_KEY to a key that it accepts.'
          : 'Check LISAN_EMBEDDER, LISAN_EMBEDDER_MODEL and LISAN_EMBEDDER_PREFIX.',
      status: status === 429 || status >= 500 ? 503 : status,
    });
  }

  #wrong(what: string): LisanError {
    return new LisanError({
      code: 'embedder_wrong',
      message: `The answer of the embedder ${this.#url} cannot be used: ${what}.`,
      remedy: 'LISAN_EMBEDDER must be an address that answers as OpenAI’s /v1/embeddings.',
      status: 502,
    });
  }
}

/** `fetch` hides the reason in the cause. */
const reasonOf = (thrown: unknown): string => messageOf((thrown as Error).cause ?? thrown);

/** Milliseconds of a `Retry-After`, in seconds or as a date; 0 if there is none. */
function retryAfterMs(value: string | null): number {
  if (value === null) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
