/** Meilisearch's addresses for searching. */
import { z } from 'zod';
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

const postSearch: Address = {
  method: 'post',
  path: '/indexes/:uid/search',
  summary: 'Search.',
  scope: 'search',
  body: 'json',
  shape: searchBody,
  handler:
    ({ readPool }) =>
    async (request, response) => {
      const read = { body: readBody(jsonBody(request)), language: interfaceLanguage(request) };
      await readPool.send(response, searchRead, read);
    },
};

const getSearch: Address = {
  method: 'get',
  path: '/indexes/:uid/search',
  summary: 'Search, with the parameters in the URL; lists are comma-separated.',
  scope: 'search',
  parameters: SEARCH_PARAMETERS,
  handler:
    ({ readPool }) =>
    async (request, response) => {
      const read = { body: readQuery(request.query), language: interfaceLanguage(request) };
      await readPool.send(response, searchRead, read);
    },
};

const multiSearch: Address = {
  method: 'post',
  path: '/multi-search',
  summary: `Do up to ${MAX_QUERIES} searches, one after the other. Each counts for the rate limit.`,
  scope: 'search',
  body: 'json',
  shape: multiBody,
  handler:
    ({ readPool, rateLimit }) =>
    async (request, response) => {
      const { queries, federation } = checked(multiBody, jsonBody(request), 'multi_search');
      if (federation !== undefined && federation !== null) throw unsupported('federation');
      const language = interfaceLanguage(request);
      const searches = queries.map(({ indexUid, ...query }, position) => {
        if (indexUid === INDEX) return { body: readBody(query), language };
        throw meilisearchError(
          'index_not_found',
          `Inside \`.queries[${position}]\`: Index \`${indexUid}\` not found.`,
          404,
        );
      });
      await rateLimit.count(request, searches.length - 1);
      const parts: Buffer[] = [];
      let bytes = 0;
      for (const search of searches) {
        // The client has left: the rest is not searched for.
        if (response.destroyed) return;
        const answer = await readPool.json(searchRead, search, { client: response });
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
