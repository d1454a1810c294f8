/** Prometheus metrics of the sources of `lisan fetch`, which another process visits. */
import { Gauge, type Registry } from 'prom-client';
import type { Config } from '../config/settings.ts';
import { type SourceState, sourceHealth } from '../ingest/fetch/fetch-state.ts';
import { fetchStateFile } from '../service/service.ts';

const MEASURES: readonly { name: string; help: string; measure: (state: SourceState) => number }[] = [
  {
    name: 'lisan_source_failures',
    help: 'Visits to a source that failed since one went well.',
    measure: ({ failures }) => failures,
  },
  {
    name: 'lisan_source_last_success_seconds',
    help: 'When a source was last read, in seconds since 1970; 0 if never.',
    measure: ({ succeededAt = 0 }) => succeededAt / 1000,
  },
  {
    name: 'lisan_source_articles',
    help: 'Articles that were added from a source.',
    measure: ({ articles }) => articles,
  },
  {
    name: 'lisan_source_missing_pages',
    help: 'Pages behind the items of a source that the last visit could not fetch.',
    measure: ({ missingPages }) => missingPages,
  },
];

/** Adds a gauge for each measure, with the address of the source as its label. */
export function watchSources(config: Config, registers: Registry[]): void {
  for (const { name, help, measure } of MEASURES) {
    new Gauge({
      name,
      help,
      labelNames: ['source'],
      registers,
      collect() {
        this.reset();
        for (const { url, state } of sourceHealth(fetchStateFile(config)))
          this.set({ source: url }, measure(state));
      },
    });
  }
}
