/** Meilisearch's addresses for searching. */
import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { MAX_QUERY_LENGTH } from '../parameters/values.ts';
import { type Address, INDEX } from './address.ts';
import { jsonBody } from './body.ts';
import { meilisearchError, unsupported } from './errors.ts';
import {
  checked,
  facetsOf,
  MAX_QUERIES,
  readBody,
  readQuery,
  SEARCH_PARAMETERS,
  searchBody,
} from './parameters.ts';
import { facetsRead, searchRead } from './reads.ts';
import { toSearchRequest } from './search.ts';
import { primaryKeyWrite } from './writes.ts';

/** Largest answer to a multi-search. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

const multiBody = z.strictObject({
  queries: z.array(z.looseObject({ indexUid: z.string() })).max(MAX_QUERIES),
  federation: z.unknown().optional(),
});

const facetSearchBody = z.looseObject({
  facetName: z.string(),
  facetQuery: z.string().nullish(),
});

/**
 * What the header Meili-Include-Metadata asks for, with which analytics tell searches apart: one id for the request, and
 * one for each search.
 */
async function metadataFor(
  { writes }: AppContext,
  request: Pick<Request, 'get'>,
): Promise<(query: string) => { requestUid: string; metadata: object } | undefined> {
  if (request.get('meili-include-metadata') !== 'true') return () => undefined;
  const requestUid = randomUUID();
  const primaryKey = await writes.run(primaryKeyWrite, undefined);
  return (query) => ({
    requestUid,
    metadata: {
      query,
      queryUid: randomUUID(),
      indexUid: INDEX,
      ...(primaryKey !== null && { primaryKey }),
    },
  });
}

const postSearch: Address = {
  method: 'post',
  path: '/indexes/:uid/search',
  summary: 'Search.',
  scope: 'search',
  body: 'json',
  shape: searchBody,
  handler: (context) => async (request, response) => {
    const body = readBody(jsonBody(request));
    const about = await metadataFor(context, request);
    const read = { body, language: interfaceLanguage(request), about: about(body.q ?? '') };
    await context.readPool.send(response, searchRead, read);
  },
};

const getSearch: Address = {
  method: 'get',
  path: '/indexes/:uid/search',
  summary: 'Search, with the parameters in the URL; lists are comma-separated.',
  scope: 'search',
  parameters: SEARCH_PARAMETERS,
  handler: (context) => async (request, response) => {
    const body = readQuery(request.query);
    const about = await metadataFor(context, request);
    const read = { body, language: interfaceLanguage(request), about: about(body.q ?? '') };
    await context.readPool.send(response, searchRead, read);
  },
};

const multiSearch: Address = {
  method: 'post',
  path: '/multi-search',
  summary: `Do up to ${MAX_QUERIES} searches, one after the other. Each counts for the rate limit.`,
  scope: 'search',
  body: 'json',
  shape: multiBody,
  handler: (context) => async (request, response) => {
    const { queries, federation } = checked(multiBody, jsonBody(request), 'multi_search');
    if (federation !== undefined && federation !== null) throw unsupported('federation');
    const language = interfaceLanguage(request);
    const about = await metadataFor(context, request);
    const searches = queries.map(({ indexUid, ...query }, position) => {
      if (indexUid === INDEX) {
        const body = readBody(query);
        return { body, language, about: about(body.q ?? '') };
      }
      throw meilisearchError(
        'index_not_found',
        `Inside \`.queries[${position}]\`: Index \`${indexUid}\` not found.`,
        404,
      );
    });
    await context.rateLimit.count(request, searches.length - 1);
    const parts: Buffer[] = [];
    let bytes = 0;
    for (const search of searches) {
      // The client has left: the rest is not searched for.
      if (response.destroyed) return;
      const answer = await context.readPool.json(searchRead, search, { client: response });
      bytes += answer.length;
      if (bytes > MAX_ANSWER_BYTES) throw answerTooLarge();
      parts.push(Buffer.from(`${parts.length > 0 ? ',' : ''}{"indexUid":"${INDEX}",`), answer.subarray(1));
    }
    response.type('json').send(Buffer.concat([Buffer.from('{"results":['), ...parts, Buffer.from(']}')]));
  },
};

function answerTooLarge() {
  return meilisearchError(
    'answer_too_large',
    `The answers have more than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB: ask for fewer hits or fewer attributes.`,
  );
}

const facetSearch: Address = {
  method: 'post',
  path: '/indexes/:uid/facet-search',
  summary: 'Find values of a facet; entities by any of their names.',
  scope: 'search',
  body: 'json',
  shape: facetSearchBody,
  handler:
    ({ readPool, zone, config }) =>
    async (request, response) => {
      const begunAt = performance.now();
      const body = jsonBody(request);
      const {
        facetName,
        facetQuery,
        exhaustiveFacetCount: _,
        limit: __,
        ...query
      } = checked(facetSearchBody, body, 'facet_search');
      const [facet] = facetsOf([facetName], config.facets, 'invalid_facet_search_facet_name');
      const facetHits = await readPool.answer(
        facetsRead,
        {
          search: toSearchRequest(readBody(query), interfaceLanguage(request), zone, config.facets),
          facet: facet!,
          beginning: (facetQuery ?? '').slice(0, MAX_QUERY_LENGTH),
        },
        { client: response },
      );
      response.json({
        facetHits,
        facetQuery: facetQuery ?? null,
        processingTimeMs: Math.round(performance.now() - begunAt),
      });
    },
};

export const SEARCH_ADDRESSES: readonly Address[] = [postSearch, getSearch, multiSearch, facetSearch];
