/**
 * Meilisearch's addresses, for programs that were written for it. There is one index, `articles`. What is read is
 * supported, what is written is not: documents come in through lisan's own address.
 */
import express, { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { VERSION } from '../../common/version.ts';
import type { AppContext } from '../context.ts';
import { requireScope } from '../middleware/auth.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { QUERY_LENGTH } from '../parameters/values.ts';
import { meilisearchError, meilisearchErrorHandler, refuseUnsupported, unsupported } from './errors.ts';
import { checked, facetsOf, MAX_QUERIES, readBody, readQuery } from './parameters.ts';
import { documentRead, documentsRead, facetsRead, searchRead } from './reads.ts';
import { toSearchRequest } from './search.ts';
import { SETTINGS, settingOf } from './settings.ts';

/** The one index there is. */
export const INDEX = 'articles';
/** The release whose addresses and shapes these are. */
const MEILISEARCH = '1.12.0';
/** Largest body of a search. */
const MAX_BODY_BYTES = 256 * 1024;

/** A search within the body of a multi-search. */
const multiBody = z.strictObject({
  queries: z.array(z.looseObject({ indexUid: z.string() })).max(MAX_QUERIES),
  federation: z.unknown().optional(),
});

export function meilisearchRouter({ archive, config, log, readPool }: AppContext): Router {
  const router = Router({ caseSensitive: true });
  const begun = new Date().toISOString();
  const description = () => ({ uid: INDEX, primaryKey: 'id', createdAt: begun, updatedAt: begun });
  const statistics = () => ({ numberOfDocuments: archive.count(), isIndexing: false, fieldDistribution: {} });
  const json = express.json({ limit: MAX_BODY_BYTES });

  // Everything below asks for the scope `search`, and is answered in Meilisearch's shape when something is wrong.
  router.use(['/indexes', '/multi-search', '/stats', '/version'], requireScope(config.keys, 'search'));
  router.param('uid', (_request, _response, next, uid) => {
    next(
      uid === INDEX
        ? undefined
        : meilisearchError('index_not_found', `Index \`${uid}\` not found; there is \`${INDEX}\`.`, 404),
    );
  });

  router.get('/version', (_request, response) => {
    response.json({ commitSha: `lisan-${VERSION}`, commitDate: begun, pkgVersion: MEILISEARCH });
  });
  router.get('/stats', (_request, response) => {
    response.json({
      databaseSize: 0,
      usedDatabaseSize: 0,
      lastUpdate: begun,
      indexes: { [INDEX]: statistics() },
    });
  });
  router.get('/indexes', (_request, response) => {
    response.json({ results: [description()], offset: 0, limit: 20, total: 1 });
  });
  router.get('/indexes/:uid', (_request, response) => {
    response.json(description());
  });
  router.get('/indexes/:uid/stats', (_request, response) => {
    response.json(statistics());
  });
  router.get('/indexes/:uid/settings', (_request, response) => {
    response.json(SETTINGS);
  });
  router.get('/indexes/:uid/settings/:name', (request, response) => {
    response.json(settingOf(request.params.name));
  });

  router.post('/indexes/:uid/search', json, async (request, response) => {
    const read = { body: readBody(request.body), language: interfaceLanguage(request) };
    await readPool.send(response, searchRead, read);
  });
  router.get('/indexes/:uid/search', async (request, response) => {
    const read = { body: readQuery(request.query), language: interfaceLanguage(request) };
    await readPool.send(response, searchRead, read);
  });
  router.post('/multi-search', json, async (request, response) => {
    const { queries, federation } = checked(multiBody, request.body, 'multi_search');
    if (federation !== undefined && federation !== null) throw unsupported('federation');
    const language = interfaceLanguage(request);
    const results: unknown[] = [];
    for (const [position, { indexUid, ...query }] of queries.entries()) {
      if (indexUid !== INDEX) {
        throw meilisearchError(
          'index_not_found',
          `Inside \`.queries[${position}]\`: Index \`${indexUid}\` not found.`,
          404,
        );
      }
      const answer = await readPool.answer(searchRead, { body: readBody(query), language });
      results.push({ indexUid, ...answer });
    }
    response.json({ results });
  });
  router.post('/indexes/:uid/facet-search', json, async (request, response) => {
    const begunAt = performance.now();
    const { facetName, facetQuery, exhaustiveFacetCount: _, ...query } = request.body ?? {};
    const [facet] = facetsOf(typeof facetName === 'string' ? [facetName] : []);
    if (facet === undefined)
      throw meilisearchError('missing_facet_search_facet_name', 'Missing field `facetName`.');
    const facetHits = await readPool.answer(facetsRead, {
      search: toSearchRequest(readBody(query), interfaceLanguage(request)),
      facet,
      beginning: typeof facetQuery === 'string' ? facetQuery.slice(0, QUERY_LENGTH) : '',
    });
    response.json({
      facetHits,
      facetQuery: facetQuery ?? null,
      processingTimeMs: Math.round(performance.now() - begunAt),
    });
  });

  router.get('/indexes/:uid/documents', async (request, response) => {
    const { offset, limit, fields, sort, filter, ...others } = request.query as Record<string, string>;
    const given = {
      ...(offset !== undefined && { offset: Number(offset) }),
      ...(limit !== undefined && { limit: Number(limit) }),
      ...(fields !== undefined && { fields: String(fields).split(',') }),
      ...(sort !== undefined && { sort: String(sort).split(',') }),
      filter,
      ...others,
    };
    await readPool.send(response, documentsRead, { given, language: interfaceLanguage(request) });
  });
  router.post('/indexes/:uid/documents/fetch', json, async (request, response) => {
    const read = { given: request.body ?? {}, language: interfaceLanguage(request) };
    await readPool.send(response, documentsRead, read);
  });
  router.get('/indexes/:uid/documents/:id', async (request, response) => {
    const fields = typeof request.query.fields === 'string' ? request.query.fields.split(',') : undefined;
    await readPool.send(response, documentRead, { id: request.params.id, fields });
  });

  router.use(OTHERS, refuseUnsupported as RequestHandler);
  router.use(meilisearchErrorHandler(log));
  return router;
}

/** Addresses of Meilisearch of which lisan has none, or not all. */
const OTHERS = [
  '/indexes',
  '/multi-search',
  '/stats',
  '/version',
  '/tasks',
  '/batches',
  '/keys',
  '/dumps',
  '/snapshots',
  '/swap-indexes',
  '/experimental-features',
  '/network',
  '/logs',
  '/webhooks',
  '/chats',
];
