/** All that the page asks the service, with the answers' types. Answers are kept for a while, so that going back is instant. */

import type { ArticleAnswer, ArticleMark, ArticleReference } from '../../answers/article.ts';
import type { EntityAnswer, EntitySummary } from '../../answers/entity.ts';
import type { Explanation, Hit, SearchAnswer, Suggestion } from '../../answers/search.ts';
import { byFacet, LISTED_FACETS } from '../../engines/facets.ts';
import { mentionsOf, type Search } from '../app/address.ts';
import type { InterfaceLanguage } from '../app/interface.ts';

export type { ArticleMark, Explanation as Score, Hit, Suggestion };

/** Hits of one page. */
export const PAGE_SIZE = 20;
/** The service pages to no hit beyond this one. */
export const DEEPEST = 10_000;
const KEPT = 60;
/** Milliseconds for which an answer is shown again without asking. */
const FRESH = 60_000;

/** What an API error says, or that nothing answered. */
export class Failure extends Error {
  /** `unreachable` where there was no answer, else the code of the service's error. */
  readonly code: string;
  readonly remedy: string;
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

export type Answer = SearchAnswer;
/** An entity with a name in the language of the interface. */
export type Named = EntitySummary;
/** Another article, to read on. */
export type Reference = ArticleReference;
export type Article = ArticleAnswer;
export type Mention = ArticleAnswer['mentions'][number];
export type Entity = EntityAnswer;

interface Kept {
  answer: unknown;
  at: number;
}

const kept = new Map<string, Kept>();

const KEY = 'lisan-key';
let key = storedKey();

/** The key that is sent from here on, where the archive wants one; it is forgotten with the window. */
export function sendKey(secret: string): void {
  key = secret;
  try {
    sessionStorage.setItem(KEY, secret);
  } catch {
    // See recent.ts; the key is asked for again when the page is loaded again.
  }
}

function storedKey(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** The answer that is already here, whatever its age. */
export function known<T>(path: string, language: InterfaceLanguage): T | undefined {
  return kept.get(`${language} ${path}`)?.answer as T | undefined;
}

/** Asks the service. @throws Failure; DOMException `AbortError` where it was called off. */
export async function ask<T>(path: string, language: InterfaceLanguage, signal?: AbortSignal): Promise<T> {
  const name = `${language} ${path}`;
  const before = kept.get(name);
  if (before !== undefined && Date.now() - before.at < FRESH) return before.answer as T;
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, {
      headers: {
        accept: 'application/json',
        'accept-language': language,
        ...(key !== '' && { authorization: `Bearer ${key}` }),
      },
      ...(signal && { signal }),
    });
    body = await response.json().catch(() => undefined);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Failure('unreachable', String(error), '', 0);
  }
  if (!response.ok) throw failureOf(response, body);
  if (body === undefined) throw new Failure('unreachable', 'The answer was cut off.', '', 0);
  kept.delete(name);
  kept.set(name, { answer: body, at: Date.now() });
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return body as T;
}

/** A gateway's own error page is no answer of the service. */
function failureOf(response: Response, body: unknown): Failure {
  const error = (body as { error?: { code: string; message: string; remedy: string } } | undefined)?.error;
  if (error !== undefined) return new Failure(error.code, error.message, error.remedy, response.status);
  const gateway = response.status === 502 || response.status === 503 || response.status === 504;
  return new Failure(gateway ? 'unreachable' : 'unknown', `HTTP ${response.status}`, '', response.status);
}

/** What is searched for, as the API's parameters. */
function parametersOf(search: Search): URLSearchParams {
  const { q, chosen, from, to, exact, copies } = search;
  const parameters = new URLSearchParams();
  const given = {
    q,
    // A comma separates the values of a list; one in a value is marked.
    ...byFacet(
      (facet) => chosen[facet].map((value) => value.replaceAll(',', '\\,')).join(','),
      LISTED_FACETS,
    ),
    from,
    to,
    match: exact ? 'exact' : '',
    collapse: copies ? 'false' : '',
  };
  for (const [name, value] of Object.entries(given)) if (value !== '') parameters.set(name, value);
  return parameters;
}

/** Where a search can be followed in a feed reader. */
export const feedPath = (search: Search): string => `/api/search.atom?${parametersOf(search)}`;

/** Where the answer to a search is: its hits with the counts of `facets`. */
export function searchPath(search: Search, facets: readonly string[], limit = PAGE_SIZE): string {
  const parameters = parametersOf(search);
  parameters.set('limit', String(limit));
  if (limit > 0) {
    const words = search.q.trim() !== '';
    parameters.set('sort', search.sort ?? (words ? 'relevance' : 'newest'));
    parameters.set('explain', 'true');
    if (search.page > 1) parameters.set('offset', String(Math.min((search.page - 1) * PAGE_SIZE, DEEPEST)));
  }
  parameters.set('facets', facets.join(','));
  return `/api/search?${parameters}`;
}

export const articlePath = (id: string): string => `/api/documents/${encodeURIComponent(id)}`;
export const marksPath = (id: string, q: string): string =>
  `${articlePath(id)}/marks?${new URLSearchParams({ q })}`;
export const similarPath = (id: string): string => `/api/similar/${encodeURIComponent(id)}?limit=6`;
export const entityPath = (id: string): string => `/api/entities/${encodeURIComponent(id)}`;
export const suggestPath = (q: string): string => `/api/suggest?${new URLSearchParams({ q, limit: '8' })}`;
export const mentionsPath = (id: string, hits: number): string =>
  searchPath(mentionsOf(id), ['date', 'entity'], hits);
