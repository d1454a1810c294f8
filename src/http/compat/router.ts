/**
 * Meilisearch's addresses, for programs that were written for it. There is one index, `articles`. What is read is
 * supported, what is written is not: documents come in through lisan's own address.
 */
import express, { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Service } from '../../service.ts';
import { folded } from '../../suggest.ts';
import { VERSION } from '../../version.ts';
import { guard } from '../access.ts';
import { interfaceLanguage } from '../language.ts';
import { compatError, compatErrorHandler, nothingElse, unsupported } from './errors.ts';
import { checked, facetsOf, MOST_QUERIES, readBody, readQuery } from './parameters.ts';
import { compatDocument, compatSearch, requestOf } from './search.ts';
import { SETTINGS, settingOf } from './settings.ts';

/** The one index there is. */
export const INDEX = 'articles';
/** The release whose addresses and shapes these are. */
const MEILISEARCH = '1.12.0';
/** Largest body of a search, in bytes. */
const BODY = 256 * 1024;
/** Values of a facet search. */
const FACET_HITS = 100;

/** A search within the body of a multi-search. */
const multiBody = z.strictObject({
  queries: z.array(z.looseObject({ indexUid: z.string() })).max(MOST_QUERIES),
  federation: z.unknown().optional(),
});

const documentsQuery = z.strictObject({
  offset: z.int().min(0).optional(),
  limit: z.int().min(0).max(1000).optional(),
  fields: z.array(z.string()).optional(),
  filter: z.unknown().optional(),
  ids: z.array(z.string()).max(1000).optional(),
  sort: z.array(z.string()).optional(),
  retrieveVectors: z.literal(false).optional(),
});

export function compatRouter(service: Service): Router {
  const { archive, gazetteer, config, log } = service;
  const router = Router({ caseSensitive: true });
  const begun = new Date().toISOString();
  const description = () => ({ uid: INDEX, primaryKey: 'id', createdAt: begun, updatedAt: begun });
  const statistics = () => ({ numberOfDocuments: archive.count(), isIndexing: false, fieldDistribution: {} });
  const json = express.json({ limit: BODY });

  // Everything below asks for the scope `search`, and is answered in Meilisearch's shape when something is wrong.
  router.use(['/indexes', '/multi-search', '/stats', '/version'], guard(config.keys, 'search'));
  router.param('uid', (_request, _response, next, uid) => {
    next(
      uid === INDEX
        ? undefined
        : compatError('index_not_found', `Index \`${uid}\` not found; there is \`${INDEX}\`.`, 404),
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
    response.json(await compatSearch(service, readBody(request.body), interfaceLanguage(request)));
  });
  router.get('/indexes/:uid/search', async (request, response) => {
    response.json(await compatSearch(service, readQuery(request.query), interfaceLanguage(request)));
  });
  router.post('/multi-search', json, async (request, response) => {
    const { queries, federation } = checked(multiBody, request.body, 'multi_search');
    if (federation !== undefined && federation !== null) throw unsupported('federation');
    const results: unknown[] = [];
    for (const [position, { indexUid, ...query }] of queries.entries()) {
      if (indexUid !== INDEX) {
        throw compatError(
          'index_not_found',
          `Inside \`.queries[${position}]\`: Index \`${indexUid}\` not found.`,
          404,
        );
      }
      results.push({
        indexUid,
        ...(await compatSearch(service, readBody(query), interfaceLanguage(request))),
      });
    }
    response.json({ results });
  });
  router.post('/indexes/:uid/facet-search', json, async (request, response) => {
    const begunAt = performance.now();
    const { facetName, facetQuery, exhaustiveFacetCount: _, ...query } = request.body ?? {};
    const [facet] = facetsOf(typeof facetName === 'string' ? [facetName] : []);
    if (facet === undefined)
      throw compatError('missing_facet_search_facet_name', 'Missing field `facetName`.');
    const wanted = folded(typeof facetQuery === 'string' ? facetQuery.slice(0, 512) : '');
    const asked = requestOf(readBody(query), interfaceLanguage(request));
    const { facets } = await service.searcher.find({ ...asked, facets: [facet] });
    const isWanted = (value: string): boolean => {
      const names =
        facet === 'entity' ? Object.values(gazetteer.entities.get(value)?.names ?? {}).flat() : [];
      return [value, ...names].some((name) => ` ${folded(name)}`.includes(` ${wanted}`));
    };
    response.json({
      facetHits: Object.entries(facets[facet] ?? {})
        .filter(([value]) => wanted === '' || isWanted(value))
        .slice(0, FACET_HITS)
        .map(([value, count]) => ({ value, count })),
      facetQuery: facetQuery ?? null,
      processingTimeMs: Math.round(performance.now() - begunAt),
    });
  });

  const documents: (given: unknown, language: string) => Promise<unknown> = async (given, language) => {
    const { offset = 0, limit = 20, fields, filter, ids, sort } = checked(documentsQuery, given, 'document');
    if (ids !== undefined) {
      const known = ids.filter((id) => archive.get(id) !== undefined);
      const results = known.slice(offset, offset + limit).map((id) => compatDocument(service, id, fields));
      return { results, offset, limit, total: known.length };
    }
    const asked = requestOf({ filter, sort: sort ?? ['publishedAt:desc'] }, language);
    const { placed, total } = await service.searcher.find({
      ...asked,
      offset: Math.min(offset, 10_000),
      limit,
    });
    return {
      results: placed.map(({ id }) => compatDocument(service, id, fields)),
      offset,
      limit,
      total: total.value,
    };
  };
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
    response.json(await documents(given, interfaceLanguage(request)));
  });
  router.post('/indexes/:uid/documents/fetch', json, async (request, response) => {
    response.json(await documents(request.body ?? {}, interfaceLanguage(request)));
  });
  router.get('/indexes/:uid/documents/:id', (request, response) => {
    const { fields } = request.query;
    response.json(
      compatDocument(service, request.params.id, typeof fields === 'string' ? fields.split(',') : undefined),
    );
  });

  router.use(OTHERS, nothingElse as RequestHandler);
  router.use(compatErrorHandler(log));
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
