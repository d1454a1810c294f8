/** Prometheus metrics of the service. */
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { lag } from '../reindex.ts';
import type { Service } from '../service.ts';

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram;

  constructor({ archive, engine, analysis }: Service) {
    collectDefaultMetrics({ register: this.#registry });
    const registers = [this.#registry];
    this.#requests = new Histogram({
      name: 'lisan_http_request_seconds',
      help: 'Time to answer, by route and status.',
      labelNames: ['route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    });
    new Gauge({
      name: 'lisan_documents',
      help: 'Documents in the archive.',
      registers,
      collect() {
        this.set(archive.count());
      },
    });
    new Gauge({
      name: 'lisan_index_lag',
      help: 'Changes in the archive that the live index lacks.',
      registers,
      collect() {
        this.set(lag(archive, engine.name, analysis).changes);
      },
    });
  }

  /** Times every request; the route's pattern and not its path is the label. */
  readonly watch: RequestHandler = (request, response, next) => {
    const stop = this.#requests.startTimer();
    response.on('finish', () => stop({ route: request.route?.path ?? 'none', status: response.statusCode }));
    next();
  };

  readonly serve: RequestHandler = async (_request, response) => {
    response.type(this.#registry.contentType).send(await this.#registry.metrics());
  };
}
