/** Answers Meilisearch's addresses, for programs that were written for it. There is one index, `articles`. */
import { type RequestHandler, Router } from 'express';
import type { AppContext } from '../context.ts';
import { requireScope } from '../middleware/auth.ts';
import { INDEX } from './address.ts';
import { ADDRESSES, PREFIXES } from './addresses.ts';
import { readDocumentsText, readText } from './body.ts';
import { meilisearchError, meilisearchErrorHandler, refuseUnsupported } from './errors.ts';

export function meilisearchRouter(context: AppContext): Router {
  const { config, log } = context;
  const router = Router({ caseSensitive: true });
  // Without a key, a client does not learn which endpoints exist.
  router.use([...PREFIXES], requireScope(config.keys, 'search', 'ingest'));
  router.param('uid', (_request, _response, next, uid) => {
    const isOther = uid !== INDEX;
    next(
      isOther
        ? meilisearchError('index_not_found', `Index \`${uid}\` not found; there is \`${INDEX}\`.`, 404)
        : undefined,
    );
  });
  const readers = { json: [readText], documents: [readDocumentsText] };
  for (const { method, path, scope, body, handler } of ADDRESSES) {
    router[method](
      path,
      requireScope(config.keys, scope),
      ...(body === undefined ? [] : readers[body]),
      handler(context),
    );
  }
  router.use([...PREFIXES], refuseUnsupported as RequestHandler);
  router.use(meilisearchErrorHandler(log));
  return router;
}
