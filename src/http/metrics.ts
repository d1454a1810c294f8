/** Prometheus metrics of the service. */
import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { alertHealth } from '../alerts/alert-health.ts';
import { lag } from '../indexing/reindex.ts';
import type { IndexMaintenance } from '../service/index-maintenance.ts';
import type { MeaningThread } from '../service/meaning-thread.ts';
import type { Service } from '../service/service.ts';
import { watchMeaning } from './meaning-metrics.ts';
import { watchSources } from './source-metrics.ts';
import type { ReadPool } from './workers/read-pool.ts';

/** What is measured. */
export interface Measured extends Service {
  readPool: ReadPool;
  maintenance: IndexMaintenance;
  meaningThread?: MeaningThread | undefined;
}

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram;

  constructor({
    archive,
    engine,
    analysis,
    searcher,
    maintenance,
    readPool,
    config,
    meaningThread,
  }: Measured) {
    collectDefaultMetrics({ register: this.#registry });
    const registers = [this.#registry];
    this.#requests = new Histogram({
      name: 'lisan_http_request_seconds',
      help: 'Response time, by route and status.',
      labelNames: ['route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    });
    this.#watchSearches(searcher, registers);
    watchSources(config, registers);
    if (meaningThread !== undefined) watchMeaning(meaningThread, registers);
    new Gauge({
      name: 'lisan_index_queue',
      help: 'Index updates running or waiting.',
      registers,
      collect() {
        this.set(maintenance.pending);
      },
    });
    new Gauge({
      name: 'lisan_reads',
      help: 'Requests running on worker threads, and waiting for one.',
      labelNames: ['state'],
      registers,
      collect() {
        this.set({ state: 'underWay' }, readPool.underWay);
        this.set({ state: 'waiting' }, readPool.waiting);
      },
    });
    new Gauge({
      name: 'lisan_reader_threads',
      help: 'Reader threads that are ready; 0 if LISAN_READERS is 0.',
      registers,
      collect() {
        this.set(readPool.threads);
      },
    });
    new Counter({
      name: 'lisan_overloaded_total',
      help: 'Requests that were rejected with 503 because the service was at capacity.',
      registers,
      collect() {
        this.reset();
        this.inc(readPool.refused);
      },
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
      name: 'lisan_alerts',
      help: 'Followed searches, by state; `failing` and `stopped` are not delivered.',
      labelNames: ['state'],
      registers,
      collect() {
        const { counts, damaged } = alertHealth(archive, config.keys);
        for (const [state, count] of Object.entries({ ...counts, damaged })) this.set({ state }, count);
      },
    });
    new Gauge({
      name: 'lisan_alerts_uncertain',
      help: 'Messages of alerts of which it is not known whether they arrived.',
      registers,
      collect() {
        this.set(alertHealth(archive, config.keys).uncertain);
      },
    });
    new Gauge({
      name: 'lisan_index_lag',
      help: 'Changes in the archive that the index lacks.',
      registers,
      collect() {
        this.set(lag(archive, engine.name, analysis).changes);
      },
    });
  }

  #watchSearches(searcher: Service['searcher'], registers: Registry[]): void {
    const stages = new Histogram({
      name: 'lisan_search_seconds',
      help: 'Time of a search, by engine and stage; `all` is the whole search.',
      labelNames: ['engine', 'stage'],
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    });
    const searches = new Counter({
      name: 'lisan_searches_total',
      help: 'Searches answered, by whether anything was found; without feeds, exports and mere counts.',
      labelNames: ['engine', 'found'],
      registers,
    });
    searcher.events.on('search', ({ purpose, engine, found, tookMs, timings: times }) => {
      for (const [stage, time] of Object.entries(times)) stages.observe({ engine, stage }, time / 1000);
      stages.observe({ engine, stage: 'all' }, tookMs / 1000);
      if (purpose === 'search') searches.inc({ engine, found: found > 0 ? 'yes' : 'no' });
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
