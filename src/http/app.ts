/** The HTTP face: handlers parse, call one function and respond. */
import { createHash } from 'node:crypto';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { VERSION } from '../common/version.ts';
import { DOCS_STYLE, docsPage } from './api/docs.ts';
import { describeApi } from './api/openapi.ts';
import { routes } from './api/routes.ts';
import type { AppContext } from './context.ts';
import { compatRouter } from './handlers/meilisearch.ts';
import { Metrics } from './handlers/metrics.ts';
import { page } from './handlers/page.ts';
import { readBody } from './handlers/write.ts';
import { limitRate, requireScope } from './middleware/auth.ts';
import { allowOrigins } from './middleware/cors.ts';
import { errorHandler, notFound, refuseOthers } from './middleware/errors.ts';
import { identify } from './middleware/request-id.ts';
import { revalidated } from './middleware/revalidation.ts';
import { noParameters, readNone } from './schemas/parameters.ts';
import type { Route } from './schemas/route.ts';

/** Nothing but our own files, no code or style within the page, and no script that parses text as HTML. */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
};

const withoutParameters: RequestHandler = (request, _response, next) => {
  readNone(request.query);
  next();
};

/** The methods of each path. */
function methodsOf(api: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of api) methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()]);
  return methods;
}

export function createApp(served: AppContext): Express {
  const { config, log } = served;
  const metrics = new Metrics(served);
  const app = express();
  app.disable('x-powered-by');
  // ETags are made from what an answer depends on (`revalidation.ts`), not from the answer.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.proxies);
  app.use(identify(log));
  app.use(metrics.watch);
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: POLICY } }));
  app.use(allowOrigins(config.origins));
  app.use(compression());
  app.use(page());
  app.use(limitRate(config.keys, config.rateLimit));

  const api = routes(served, metrics);
  for (const { method, path, scope, parameters, cacheable, body, handle } of api) {
    app[method](
      path,
      ...(scope === 'open' ? [] : [requireScope(config.keys, scope)]),
      ...(parameters === noParameters ? [withoutParameters] : []),
      ...(body === undefined ? [] : [readBody]),
      ...(cacheable ? [revalidated(served)] : []),
      handle,
    );
  }
  for (const [path, methods] of methodsOf(api)) app.all(path, refuseOthers(methods));
  const description = describeApi(api, VERSION);
  app.get('/openapi.json', (_request, response) => {
    response.json(description);
  });
  const docs = docsPage(description);
  const styleHash = createHash('sha256').update(DOCS_STYLE).digest('base64');
  app.get('/docs', (_request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    response.type('html').send(docs);
  });
  app.use(compatRouter(served));
  app.use(notFound);
  app.use(errorHandler(log));
  return app;
}
