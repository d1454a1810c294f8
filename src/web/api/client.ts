/** Requests to the service. Answers are cached for a while, so that going back is instant. */
import type { InterfaceLanguage } from '../i18n/languages.ts';

/** Answers in the cache. */
const CACHE_SIZE = 60;
/** How long an answer is shown again without asking. */
const FRESH_MS = 60_000;

/** An error of the service, or that it gave no answer. */
export class ApiError extends Error {
  /** Code of the service's error; `unreachable` without an answer, `unknown` for an answer that is not the service's. */
  readonly code: string;
  readonly remedy: string;
  /** HTTP status; 0 without an answer. */
  readonly status: number;

  constructor(code: string, message: string, remedy: string, status: number) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.status = status;
  }

  get wantsKey(): boolean {
    return this.code === 'key_missing' || this.code === 'key_wrong';
  }

  get unreachable(): boolean {
    return this.code === 'unreachable';
  }
}

const cache = new Map<string, { answer: unknown; at: number }>();

const KEY = 'lisan-key';
let accessKey = storedKey();

/** Sends this key with every request from now on. It is forgotten with the window. */
export function setAccessKey(secret: string): void {
  accessKey = secret;
  try {
    sessionStorage.setItem(KEY, secret);
  } catch {
    // Private windows may refuse to store; the page asks for the key again when it is loaded again.
  }
}

/** Whether requests need a key: then links of the browser itself, which cannot send one, do not work. */
export const hasAccessKey = (): boolean => accessKey !== '';

function storedKey(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** The answer to a path from the cache, of any age. */
export function cachedAnswer<T>(path: string, language: InterfaceLanguage): T | undefined {
  return cache.get(`${language} ${path}`)?.answer as T | undefined;
}

/** A request that is under way, for everybody who wants its answer. It is cancelled when the last of them leaves. */
interface Request {
  answer: Promise<unknown>;
  control: AbortController;
  waiting: number;
}

const underWay = new Map<string, Request>();

/** The answer to a path of the API. @throws ApiError; DOMException `AbortError` if `signal` cancels it. */
export async function fetchAnswer<T>(
  path: string,
  language: InterfaceLanguage,
  signal: AbortSignal,
): Promise<T> {
  const name = `${language} ${path}`;
  const before = cache.get(name);
  if (before !== undefined && Date.now() - before.at < FRESH_MS) return before.answer as T;
  const request = underWay.get(name) ?? start(name, path, language);
  request.waiting++;
  return new Promise<T>((resolve, reject) => {
    const leave = (): void => {
      request.waiting--;
      if (request.waiting === 0) {
        underWay.delete(name);
        request.control.abort();
      }
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    request.answer
      .then((answer) => resolve(answer as T), reject)
      .finally(() => signal.removeEventListener('abort', leave));
  });
}

function start(name: string, path: string, language: InterfaceLanguage): Request {
  const control = new AbortController();
  const answer = send(path, language, control.signal).then((body) => {
    store(name, body);
    return body;
  });
  const request: Request = { answer, control, waiting: 0 };
  underWay.set(name, request);
  const done = (): void => {
    if (underWay.get(name) === request) underWay.delete(name);
  };
  answer.then(done, done);
  return request;
}

async function send(path: string, language: InterfaceLanguage, signal: AbortSignal): Promise<unknown> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, { headers: headersFor(language, 'application/json'), signal });
    body = await response.json().catch(() => undefined);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError('unreachable', String(error), '', 0);
  }
  if (!response.ok) throw errorOf(response, body);
  if (body === undefined) throw new ApiError('unreachable', 'The answer was cut off.', '', 0);
  return body;
}

/** What was answered before is asked for again: something has changed. */
export const forgetAnswers = (): void => cache.clear();

/** Downloads a file of the API, where a link could not send the key or the body. @throws ApiError. */
export async function fetchFile(
  path: string,
  language: InterfaceLanguage,
  body?: { text: string; type: string; method?: 'POST' | 'DELETE' },
): Promise<Blob> {
  let response: Response;
  try {
    const headers = headersFor(language, '*/*');
    response = await fetch(
      path,
      body === undefined
        ? { headers }
        : {
            method: body.method ?? 'POST',
            headers: { ...headers, 'content-type': body.type },
            ...(body.text !== '' && { body: body.text }),
          },
    );
    if (response.ok) return await response.blob();
  } catch (error) {
    throw new ApiError('unreachable', String(error), '', 0);
  }
  throw errorOf(response, await response.json().catch(() => undefined));
}

/** Hands a downloaded file to the reader. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Headers of every request: the reader's language and key. */
export function headersFor(language: InterfaceLanguage, accept: string): Record<string, string> {
  return {
    accept,
    'accept-language': language,
    ...(accessKey !== '' && { authorization: `Bearer ${accessKey}` }),
  };
}

function store(name: string, answer: unknown): void {
  cache.delete(name);
  cache.set(name, { answer, at: Date.now() });
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHE_SIZE) break;
    cache.delete(oldest);
  }
}

/** The error of an answer. The error page of a gateway is no answer of the service. */
export function errorOf(response: Response, body: unknown): ApiError {
  const error = (body as { error?: { code: string; message: string; remedy: string } } | undefined)?.error;
  if (error !== undefined) return new ApiError(error.code, error.message, error.remedy, response.status);
  const gateway = response.status === 502 || response.status === 503 || response.status === 504;
  return new ApiError(gateway ? 'unreachable' : 'unknown', `HTTP ${response.status}`, '', response.status);
}
