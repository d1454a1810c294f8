/** A thread of `Readers`: a service of its own over the same archive and index, that answers reads. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { archiveGone } from '../../archive/archive.ts';
import { LisanError, messageOf } from '../../common/errors.ts';
import type { Config } from '../../config/settings.ts';
import type { ObservedSearch } from '../../search/timings.ts';
import { ARCHIVE_FILE, openService } from '../../service/service.ts';
import { type ReadName, type ReadRequest, read, readsOf } from './reads.ts';

/** To the thread: a read, or that it is to end. `json`: the answer is wanted as bytes of JSON. */
export type ToReader =
  | { number: number; name: ReadName; asked: ReadRequest<ReadName>; json: boolean }
  | 'stop';

/** From the thread. `number` is that of the read which is answered. */
export type FromReader =
  | { ready: true }
  | { unusable: true }
  | { observed: ObservedSearch }
  | { number: number; answer: unknown }
  | { number: number; failure: Failure };

/** An error in words, which is all that passes between threads. `code` is missing where it is none of ours. */
export interface Failure {
  code?: string;
  message: string;
  remedy?: string;
  status?: number;
  retryAfter?: number | undefined;
  stack?: string | undefined;
}

const port = parentPort!;
const tell = (message: FromReader, transferred: ArrayBuffer[] = []): void =>
  port.postMessage(message, transferred);
const config = workerData as Config;
const archive = join(config.data, ARCHIVE_FILE);
// Opening would make an empty one.
if (!existsSync(archive)) throw archiveGone(archive);
const service = openService(config, { readOnly: true });
const reads = readsOf(service);
let underWay = 0;
let stopping = false;

service.live.onUnusable = () => tell({ unusable: true });
service.searcher.events.on('search', (observed) => {
  // What a query was understood as is told of slow searches only.
  tell({ observed: { ...observed, clauses: observed.tookMs >= config.slow ? observed.clauses : [] } });
});

port.on('message', async (message: ToReader) => {
  if (message === 'stop') {
    stopping = true;
    return end();
  }
  const { number, name, asked, json } = message;
  underWay++;
  try {
    const answer = await read(reads, name, asked);
    if (json) {
      const bytes = new TextEncoder().encode(JSON.stringify(answer));
      tell({ number, answer: bytes }, [bytes.buffer]);
    } else tell({ number, answer });
  } catch (thrown) {
    tell({ number, failure: failureOf(thrown) });
  }
  underWay--;
  await end();
});
tell({ ready: true });

async function end(): Promise<void> {
  if (!stopping || underWay > 0) return;
  await service.close();
  port.close();
}

function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof LisanError))
    return { message: messageOf(thrown), stack: thrown instanceof Error ? thrown.stack : undefined };
  const { code, message, remedy, status, retryAfter, stack } = thrown;
  return { code, message, remedy, status, retryAfter, stack };
}
