/** Prometheus metrics of search by meaning. */
import { Gauge, type Registry } from 'prom-client';
import type { MeaningState } from '../meaning/meaning.ts';
import type { MeaningThread } from '../service/meaning-thread.ts';

const MEASURES: readonly { name: string; help: string; measure: (state: MeaningState) => number }[] = [
  {
    name: 'lisan_embedded_documents',
    help: 'Documents that have vectors.',
    measure: ({ documents }) => documents,
  },
  { name: 'lisan_vectors', help: 'Vectors of passages.', measure: ({ vectors }) => vectors },
  {
    name: 'lisan_embedding_lag',
    help: 'Changes in the archive that are not embedded yet.',
    measure: ({ pending }) => pending,
  },
  {
    name: 'lisan_embedding_passages_per_second',
    help: 'Rate of the current or last run; 0 before the first.',
    measure: ({ passagesPerSecond }) => passagesPerSecond ?? 0,
  },
  {
    name: 'lisan_embedding_refused',
    help: 'Documents whose text the model refused.',
    measure: ({ refused }) => refused,
  },
  {
    name: 'lisan_embedding_failing',
    help: '1 if the last run failed; it is tried again.',
    measure: ({ failure }) => Number(failure !== undefined),
  },
];

/** Adds a gauge for each measure; none has a value before the thread has told its state. */
export function watchMeaning(thread: MeaningThread, registers: Registry[]): void {
  for (const { name, help, measure } of MEASURES) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        if (thread.state !== undefined) this.set(measure(thread.state));
      },
    });
  }
}
