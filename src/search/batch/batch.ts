/**
 * A list of queries, searched one after the other: names that an investigation follows, queries that are repeated. Hits
 * match their query as typed, as in feeds and exports.
 */
import { LisanError } from '../../common/errors.ts';
import type { SearchRequest } from '../request.ts';
import type { Searcher } from '../searcher.ts';

export interface BatchHit {
  id: string;
  title: string;
  source: string | null;
  publishedAt: string | null;
  url: string | null;
  /** A passage with words of the query; empty if only the title has them. */
  excerpt: string;
}

export interface BatchResult {
  /** Place of the query in its list, from 1. */
  position: number;
  query: string;
  /** 0 for a query that failed. */
  total: number;
  /** `gte` if there may be more. */
  relation: 'eq' | 'gte';
  /** What was not taken as typed: `unknown_language lang:xx`. */
  notices: string[];
  /** Why the query was not searched. The others are. */
  error?: { code: string; message: string };
  hits: BatchHit[];
}

/** What all queries of a list share. */
export type BatchRequest = Omit<SearchRequest, 'q' | 'offset' | 'facets' | 'explain'>;

/** @throws LisanError for what is wrong with the service rather than with the query. */
export async function searchBatchQuery(
  searcher: Searcher,
  { position, query }: Pick<BatchResult, 'position' | 'query'>,
  request: BatchRequest,
): Promise<BatchResult> {
  try {
    const { total, notices, hits } = await searcher.search({
      ...request,
      ...{ q: query, offset: 0, facets: [], explain: false, relax: [], purpose: 'export' },
    });
    return {
      position,
      query,
      total: total.value,
      relation: total.relation,
      notices: notices.map(({ code, text }) => `${code} ${text}`),
      hits: hits.map(({ id, title, source, publishedAt, url, highlights }) => ({
        ...{ id, title, source, publishedAt, url },
        excerpt: highlights.body[0]?.text ?? '',
      })),
    };
  } catch (thrown) {
    if (!(thrown instanceof LisanError) || thrown.status >= 500) throw thrown;
    const { code, message } = thrown;
    return { position, query, total: 0, relation: 'eq', notices: [], error: { code, message }, hits: [] };
  }
}
