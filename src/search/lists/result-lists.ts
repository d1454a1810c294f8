/**
 * The hits of searches that are paged through by cursor: listed once, so that later pages neither repeat nor miss a hit,
 * whatever is written meanwhile. Lists are kept in memory, a bounded number of bytes, for a limited time.
 */
import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { LisanError } from '../../common/errors.ts';
import type { SearchRequest } from '../request.ts';
import type { ListedDocument, ListedSearch, SearchResponse } from '../searcher.ts';

/** Asks for a list. */
export const FIRST_CURSOR = '*';
/** Most hits of one list. */
export const MAX_LISTED = 10_000;
/** Time after its last use for which a list is kept. */
const KEPT_MS = 10 * 60_000;
/** Memory that all lists take, approximately. */
const KEPT_BYTES = 64 * 2 ** 20;
/** Approximate memory of a listed hit beside its id, and with its score. */
const LISTED_BYTES = 120;
const SCORED_BYTES = 400;
const LIST_NAME_BYTES = 12;

interface ResultList {
  /** Digest of what was searched for. */
  search: string;
  first: SearchResponse;
  listed: readonly ListedDocument[];
}

/** A page that a cursor asks for. */
export interface ListedPage {
  /** See `Searcher.pageOf`. */
  first: SearchResponse;
  documents: readonly ListedDocument[];
  /** Of the page after it; null if it is the last one. */
  cursor: string | null;
}

export class ResultLists {
  readonly #lists = new LRUCache<string, ResultList>({
    maxSize: KEPT_BYTES,
    sizeCalculation: sizeOf,
    ttl: KEPT_MS,
    updateAgeOnGet: true,
  });

  /** Keeps a list. Gives the answer with its first page and the cursor of the second one. */
  keep(request: SearchRequest, { answer, listed }: ListedSearch): SearchResponse {
    const { hits: _, ...first } = answer;
    const next = request.offset + request.limit;
    if (request.limit === 0 || next >= listed.length) return answer;
    const name = randomBytes(LIST_NAME_BYTES).toString('base64url');
    const list = { search: digestOf(request), first: { ...first, hits: [] }, listed };
    this.#lists.set(name, list);
    return { ...answer, cursor: `${name}.${next}` };
  }

  /** @throws LisanError `invalid_cursor`; `cursor_expired` if the list is not kept any more. */
  page(cursor: string, request: SearchRequest): ListedPage {
    const [, name = '', place = ''] = /^([\w-]{16})\.(\d{1,5})$/.exec(cursor) ?? [];
    if (name === '') throw invalidCursor('The cursor is none that an answer had.');
    const list = this.#lists.get(name);
    if (list === undefined) throw cursorExpired();
    if (list.search !== digestOf(request)) throw invalidCursor('The cursor belongs to another search.');
    const from = Number(place);
    const next = from + request.limit;
    return {
      first: list.first,
      documents: list.listed.slice(from, next),
      cursor: request.limit > 0 && next < list.listed.length ? `${name}.${next}` : null,
    };
  }
}

/** Of what decides which documents are found, and in which order: not of what is shown of them. */
function digestOf({
  limit: _,
  offset: __,
  explain: ___,
  facets: ____,
  language: _____,
  ...search
}: SearchRequest): string {
  return createHash('sha256').update(JSON.stringify(search)).digest('base64');
}

function sizeOf({ first, listed }: ResultList): number {
  let bytes = JSON.stringify(first).length * 2 + 1;
  for (const { id, score } of listed) bytes += id.length * 2 + (score === null ? LISTED_BYTES : SCORED_BYTES);
  return bytes;
}

function invalidCursor(message: string): LisanError {
  return new LisanError({
    code: 'invalid_cursor',
    message,
    remedy: 'Send the cursor of the last answer with the same search, or begin again with cursor=*.',
    status: 400,
  });
}

function cursorExpired(): LisanError {
  return new LisanError({
    code: 'cursor_expired',
    message: 'The hits that this cursor pages through are not kept any more.',
    remedy: 'Begin again with cursor=*. A list is kept for 10 minutes after its last page was read.',
    status: 410,
  });
}
