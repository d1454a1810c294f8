/** The HTTP face: handlers parse, call one function and respond. */
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { lag } from '../reindex.ts';
import type { Service } from '../service.ts';
import { documents } from './documents.ts';
import { entities, entity } from './entities.ts';
import { errorHandler, notFound } from './errors.ts';
import { interfaceLanguage } from './language.ts';
import { Metrics } from './metrics.ts';
import { readSearch } from './parameters.ts';

const WEB_FOLDER = fileURLToPath(new URL('../web', import.meta.url));

export function createApp(service: Service): Express {
  const { searcher, archive, engine, live, analysis, log } = service;
  const metrics = new Metrics(service);
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(metrics.watch);
  app.use(helmet({ contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } } }));
  app.use(compression());

  app.get('/api/search', async (request, response) => {
    response.json(await searcher.search(readSearch(request.query, interfaceLanguage(request))));
  });
  app.get('/api/documents/:id', documents(service));
  app.get('/api/entities', entities(service));
  app.get('/api/entities/:id', entity(service));
  app.get('/health', async (_request, response) => {
    const index = await live.current();
    const { changes, outdated } = lag(archive, engine.name, analysis);
    response.json({
      status: 'ok',
      engine: engine.name,
      documents: archive.count(),
      indexed: await index.count(),
      lag: changes,
      outdated,
    });
  });
  app.get('/metrics', metrics.serve);
  app.use(express.static(WEB_FOLDER, { cacheControl: false }));
  app.use(notFound);
  app.use(errorHandler(log));
  return app;
}
