/**
 * Visits a source and stores what it has: the page, or the items of a feed or sitemap, if wanted with the pages behind
 * them. What was stored is noted only afterwards, so that an interrupted visit is repeated.
 */
import { createHash } from 'node:crypto';
import type { Archive } from '../../archive/archive.ts';
import { messageOf } from '../../common/errors.ts';
import type { ReadArticle, ReadProblem, ReadResult } from '../../common/types.ts';
import { type IngestReport, ingestResults } from '../ingest.ts';
import { type Content, contentOf, type SitemapEntry } from './content.ts';
import type { FetchState, SourceState } from './fetch-state.ts';
import type { Clock } from './host-turns.ts';
import { merged } from './merge.ts';
import type { FetchedSource } from './source-list.ts';
import { NotFetched, type Visit, type Visitor } from './visitor.ts';

/** Pages that one visit fetches; the others come with the next one. */
const MAX_PAGES = 200;
/** Sitemaps of a list of them that one visit fetches, those that changed last. */
const MAX_SITEMAPS = 20;
/** After the first failure in a row; doubled with each further one. */
const FIRST_BACK_OFF_MS = 5 * 60 * 1000;
const MAX_BACK_OFF_MS = 24 * 60 * 60 * 1000;
const MIN_RETRY_AFTER_MS = 60 * 1000;

export interface SourceReport {
  url: string;
  /** `waiting`: the source is not to be visited yet. */
  outcome: 'fetched' | 'unchanged' | 'failed' | 'waiting';
  /** Why it failed or waits. */
  reason?: string;
  stored?: IngestReport;
  /** Pages behind items that were fetched, and that could not be. */
  pages: number;
  missingPages: number;
}

export interface FetcherParts {
  archive: Archive;
  state: FetchState;
  visitor: Visitor;
  clock: Clock;
  onProblem?: (problem: ReadProblem) => void;
  onStored?: (ids: readonly string[]) => void;
}

export class SourceFetcher {
  readonly #parts: FetcherParts;

  constructor(parts: FetcherParts) {
    this.#parts = parts;
  }

  /** Never throws for what a source or a host does. @throws what the archive throws. */
  async fetch(source: FetchedSource, signal?: AbortSignal): Promise<SourceReport> {
    const { archive, state, visitor, clock, onProblem, onStored } = this.#parts;
    const { url } = source;
    const before = state.source(url);
    const none = { url, pages: 0, missingPages: 0 };
    if (before.notBefore !== undefined && before.notBefore > clock.now()) {
      const reason = `not before ${new Date(before.notBefore).toISOString()}: ${before.reason ?? 'as it asked'}`;
      return { ...none, outcome: 'waiting', reason };
    }
    const run = new Items(visitor, state, source.full);
    let visit: Visit | undefined;
    let content: Content;
    try {
      visit = await visitor.get(before.movedTo ?? url, validatorsOf(before));
      if (visit.status === 304) {
        state.note(url, succeeded(before, clock.now(), visit, { missingPages: 0 }));
        return { ...none, outcome: 'unchanged' };
      }
      if (visit.status !== 200) throw new NotFetched(`it is answered with ${visit.status}`);
      content = await contentOf(visit);
      if (before.kind === 'list' && content.kind === 'page')
        throw new NotFetched('it was a feed or sitemap, and is answered with a page now');
    } catch (thrown) {
      signal?.throwIfAborted();
      const reason = messageOf(thrown);
      state.note(url, failed(before, clock.now(), reason, visit));
      return { ...none, outcome: 'failed', reason };
    }
    const stored = await ingestResults(archive, run.results(content, visit.url, signal), visit.url, {
      ...(onProblem && { onProblem }),
      ...(onStored && { onStored }),
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    state.note(
      url,
      succeeded(before, clock.now(), visit, {
        // What is missing must be asked for again, although the list has not changed.
        ...(run.missing === 0 && validatorsIn(visit)),
        kind: content.kind === 'page' ? 'page' : 'list',
        articles: before.articles + stored.added,
        missingPages: run.missing,
      }),
      run.fetched,
    );
    return { url, outcome: 'fetched', stored, pages: run.fetched.size, missingPages: run.missing };
  }
}

/** The results of one visit, page by page. */
class Items {
  readonly #visitor: Visitor;
  readonly #state: FetchState;
  readonly #full: boolean;
  /** Address -> digest of the item, of pages that were fetched. */
  readonly fetched = new Map<string, string>();
  missing = 0;

  constructor(visitor: Visitor, state: FetchState, full: boolean) {
    this.#visitor = visitor;
    this.#state = state;
    this.#full = full;
  }

  async *results(
    content: Content,
    place: string,
    signal?: AbortSignal,
    depth = 0,
  ): AsyncGenerator<ReadResult> {
    if (content.kind === 'page') yield* content.results;
    else if (content.kind === 'sitemaps') yield* this.#sitemaps(content.entries, place, signal, depth);
    else if (content.kind === 'sitemap') yield* this.#pages(content.entries, place, signal);
    else if (!this.#full) yield* content.results;
    else {
      for await (const result of content.results) {
        signal?.throwIfAborted();
        if ('problem' in result || !/^https?:/i.test(result.article.url ?? '')) yield result;
        else yield* this.#completed(result);
      }
    }
  }

  /** An item with the text of its page. */
  async *#completed(item: ReadArticle): AsyncGenerator<ReadResult> {
    const url = item.article.url!;
    const digest = digestOf(item.article);
    const known = this.#state.pageDigest(url);
    if (known === digest || this.fetched.has(url)) return;
    try {
      const page = await this.#page(url);
      this.fetched.set(url, digest);
      const { urlClaimed } = page;
      yield { ...item, article: merged(item.article, page.article), ...(urlClaimed && { urlClaimed }) };
    } catch (thrown) {
      this.missing++;
      yield kept(url, `the page behind the item was not fetched: ${messageOf(thrown)}`);
      // The article with its whole text stays as it is.
      if (known === undefined) yield item;
    }
  }

  async *#pages(
    entries: readonly SitemapEntry[],
    place: string,
    signal?: AbortSignal,
  ): AsyncGenerator<ReadResult> {
    if (!this.#full) {
      const reason =
        'a sitemap without news says nothing but addresses; the option `full` fetches their pages';
      yield { problem: { file: place, line: 1, effect: 'skipped', reason } };
      return;
    }
    for (const { url, modified } of entries) {
      signal?.throwIfAborted();
      if (this.#state.pageDigest(url) === modified || this.fetched.has(url)) continue;
      if (this.fetched.size >= MAX_PAGES) {
        this.missing++;
        continue;
      }
      try {
        const page = await this.#page(url);
        this.fetched.set(url, modified);
        yield page;
      } catch (thrown) {
        this.missing++;
        yield kept(url, `the page was not fetched: ${messageOf(thrown)}`);
      }
    }
  }

  async *#sitemaps(
    entries: readonly SitemapEntry[],
    place: string,
    signal: AbortSignal | undefined,
    depth: number,
  ): AsyncGenerator<ReadResult> {
    if (depth > 0) return;
    if (entries.length > MAX_SITEMAPS)
      yield kept(place, `of ${entries.length} sitemaps the ${MAX_SITEMAPS} that changed last are read`);
    for (const { url } of entries.slice(0, MAX_SITEMAPS)) {
      signal?.throwIfAborted();
      try {
        const visit = await this.#visitor.get(url);
        if (visit.status !== 200) throw new NotFetched(`it is answered with ${visit.status}`);
        yield* this.results(await contentOf(visit), url, signal, depth + 1);
      } catch (thrown) {
        this.missing++;
        yield kept(url, `the sitemap was not fetched: ${messageOf(thrown)}`);
      }
    }
  }

  /** The article of a page. @throws NotFetched */
  async #page(url: string): Promise<ReadArticle> {
    if (this.fetched.size >= MAX_PAGES)
      throw new NotFetched(`one visit fetches at most ${MAX_PAGES} pages; the next one goes on`);
    const visit = await this.#visitor.get(url);
    if (visit.status !== 200) throw new NotFetched(`it is answered with ${visit.status}`);
    const content = await contentOf(visit);
    if (content.kind !== 'page') throw new NotFetched('it is no page');
    let reason = 'it has no article';
    for await (const result of content.results) {
      if ('article' in result) return { ...result, file: url };
      reason = result.problem.reason;
    }
    throw new NotFetched(reason);
  }
}

const kept = (file: string, reason: string): ReadResult => ({
  problem: { file, line: 1, effect: 'kept', reason },
});

const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

function validatorsOf({ etag, lastModified }: SourceState): Record<string, string> {
  return {
    ...(etag !== undefined && { 'If-None-Match': etag }),
    ...(lastModified !== undefined && { 'If-Modified-Since': lastModified }),
  };
}

function validatorsIn({ headers }: Visit): Pick<SourceState, 'etag' | 'lastModified'> {
  const { etag, 'last-modified': lastModified } = headers;
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}

function succeeded(
  before: SourceState,
  now: number,
  { status, movedTo }: Visit,
  change: Partial<SourceState>,
): SourceState {
  const { kind, articles, etag, lastModified } = before;
  return {
    ...(kind !== undefined && { kind }),
    ...(status === 304 && etag !== undefined && { etag }),
    ...(status === 304 && lastModified !== undefined && { lastModified }),
    ...((movedTo ?? before.movedTo) && { movedTo: movedTo ?? before.movedTo }),
    articles,
    missingPages: 0,
    ...change,
    visitedAt: now,
    succeededAt: now,
    failures: 0,
    status,
  } as SourceState;
}

function failed(
  { notBefore: _, movedTo, ...before }: SourceState,
  now: number,
  reason: string,
  visit?: Visit,
): SourceState {
  const failures = before.failures + 1;
  const wished = retryAfterMs(visit?.headers['retry-after'], now);
  const backOffMs = Math.min(MAX_BACK_OFF_MS, wished ?? FIRST_BACK_OFF_MS * 2 ** Math.min(failures - 1, 20));
  const gone = visit?.status === 404 || visit?.status === 410;
  return {
    ...before,
    // An address that it moved to may be gone again: the original one is asked next.
    ...(movedTo !== undefined && !gone && { movedTo }),
    visitedAt: now,
    failures,
    reason,
    notBefore: now + backOffMs,
    ...(visit !== undefined && { status: visit.status }),
  };
}

/** `Retry-After`: seconds, or a date. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.max(MIN_RETRY_AFTER_MS, wait);
}
