/** The HTTP face: handlers parse, call one function and respond. */
import { createHash } from 'node:crypto';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { VERSION } from '../version.ts';
import { guard, limitRate } from './access.ts';
import { revalidated } from './cache.ts';
import { compatRouter } from './compat/router.ts';
import { allowOrigins } from './cors.ts';
import { DOCS_STYLE, docsPage } from './docs.ts';
import { errorHandler, notFound, refuseOthers } from './errors.ts';
import { Metrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { page } from './page.ts';
import { noParameters, readNone } from './parameters.ts';
import { identify } from './requests.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import type { Served } from './served.ts';
import { readBody } from './write.ts';

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

export function createApp(served: Served): Express {
  const { config, log } = served;
  const metrics = new Metrics(served);
  const app = express();
  app.disable('x-powered-by');
  // ETags are made from what an answer depends on (`cache.ts`), not from the answer.
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
      ...(scope === 'open' ? [] : [guard(config.keys, scope)]),
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
