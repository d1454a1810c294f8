/** Puts the HTTP service together: security headers, limits, the page, the API, Meilisearch's addresses. */
import { createHash } from 'node:crypto';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { lazily } from '../common/lazily.ts';
import { VERSION } from '../common/version.ts';
import { isGuarded } from '../config/api-keys.ts';
import { pageRead } from './article-metadata.ts';
import type { AppContext } from './context.ts';
import { docsPage } from './description/docs/page.ts';
import { DOCS_STYLE } from './description/docs/style.ts';
import { describeApi } from './description/openapi.ts';
import { ADDRESSES } from './meilisearch/addresses.ts';
import { meilisearchRouter } from './meilisearch/router.ts';
import { requireKey, requireScope } from './middleware/auth.ts';
import { allowOrigins } from './middleware/cors.ts';
import { errorHandler, notFound, refuseOthers } from './middleware/errors.ts';
import { checkHost, refuseCrossSite } from './middleware/hosts.ts';
import { readBody } from './middleware/json-body.ts';
import { identify } from './middleware/request-id.ts';
import { revalidated, uncached } from './middleware/revalidation.ts';
import { page, unknownPage } from './page.ts';
import { parametersOf } from './parameters/check.ts';
import { ROUTES } from './routes/registry.ts';
import type { Route } from './routes/route.ts';

/** Allows the service's own files only, no inline code or style, and no script that parses text as HTML. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'require-trusted-types-for': ["'script'"],
};

/** Refuses wrong parameters before anything else is done, and counts the searches that a request does. */
const withParameters =
  ({ parameters, searches }: Route, { config, rateLimit }: AppContext): RequestHandler =>
  async (request, _response, next) => {
    const checked = parametersOf(request, parameters, config.facets);
    if (searches !== undefined) await rateLimit.count(request, searches(checked) - 1);
    next();
  };

/** The methods of each path. */
function methodsOf(api: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of api) methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()]);
  return methods;
}

export function createApp(context: AppContext): Express {
  const { config, log, metrics, rateLimit } = context;
  const app = express();
  const framedBy = config.frames.length === 0 ? ["'none'"] : [...config.frames];
  app.disable('x-powered-by');
  // ETags are made from what an answer depends on (`revalidation.ts`), not from the answer.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.proxies);
  app.use(identify(log));
  app.use(metrics.watch);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { ...CONTENT_SECURITY_POLICY, 'frame-ancestors': framedBy },
      },
      // It knows no list of origins, and the policy above says the same.
      xFrameOptions: config.frames.length === 0 && { action: 'deny' },
      // It binds the whole host name, not only this service.
      strictTransportSecurity: config.hstsSeconds > 0 && {
        maxAge: config.hstsSeconds,
        includeSubDomains: false,
      },
    }),
  );
  app.use(checkHost(config));
  app.use(allowOrigins(config.origins));
  app.use(refuseCrossSite(config));
  app.use(compression({ threshold: 0 }));
  app.use(
    page({
      timezone: context.zone.name,
      declared: config.facets,
      across: config.across === 'on',
      ...(!isGuarded(config.keys, 'search') && {
        articles: (id) => context.readPool.answer(pageRead, id),
      }),
    }),
  );
  app.use(rateLimit.handler);

  for (const route of ROUTES) {
    const { method, path, scope, cacheable, byMeaning, body } = route;
    app[method](
      path,
      ...(scope === 'open' ? [] : [(route.changes ? requireKey : requireScope)(config.keys, scope)]),
      withParameters(route, context),
      ...(body === undefined ? [] : [route.reader ?? readBody]),
      ...(cacheable ? [byMeaning && config.embedder !== '' ? uncached : revalidated(context)] : []),
      route.handler(context),
    );
  }
  for (const [path, methods] of methodsOf(ROUTES)) app.all(path, refuseOthers(methods));
  const description = lazily(() => describeApi(ROUTES, ADDRESSES, VERSION, config.base));
  app.get('/openapi.json', (_request, response) => {
    response.json(description());
  });
  const docs = lazily(() => docsPage(description()));
  const styleHash = createHash('sha256').update(DOCS_STYLE).digest('base64');
  app.get('/docs', (_request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; img-src 'self'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    response.type('html').send(docs());
  });
  app.use(meilisearchRouter(context));
  app.use(
    unknownPage({
      timezone: context.zone.name,
      declared: config.facets,
      across: config.across === 'on',
    }),
  );
  app.use(notFound);
  app.use(errorHandler(log));
  return config.base === '/' ? app : below(config.base, app, log);
}

/** The service under a path of its host. Who asks whether it is healthy need not know the path. */
function below(base: string, app: Express, log: Logger): Express {
  const host = express();
  host.disable('x-powered-by');
  const path = base.slice(0, -1);
  host.get(path, (request, response, next) => {
    if (request.path === path) response.redirect(308, base);
    else next();
  });
  host.use(path, app);
  host.get('/health', app);
  host.use(notFound);
  host.use(errorHandler(log));
  return host;
}
