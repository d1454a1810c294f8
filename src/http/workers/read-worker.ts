/** Code of a reader thread: a service of its own over the same archive and index, which it opens when it is told to. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { archiveGone } from '../../archive/archive.ts';
import { collectWhenIdle } from '../../common/idle-garbage.ts';
import { receiveSharedMemory } from '../../common/shared-memory.ts';
import type { Config } from '../../config/settings.ts';
import { MeaningClient } from '../../meaning/meaning-port.ts';
import type { ObservedSearch } from '../../search/timings.ts';
import { ARCHIVE_FILE, openService, type Service } from '../../service/service.ts';
// Most reads are searches: the first one need not wait for it.
import '../routes/search-reads.ts';
import { jsonBytes } from './json-bytes.ts';
import { type FromThread, failureOf, type ToThread } from './messages.ts';
import { readOf } from './read.ts';

const port = parentPort!;
const post = (message: FromThread, transferred: ArrayBuffer[] = []): void =>
  port.postMessage(message, transferred);
/** Searches that are told of with the next answer: each message wakes the other thread. */
let observed: ObservedSearch[] = [];

port.once('message', (message: ToThread) => {
  if (message !== 'stop' && 'open' in message) {
    receiveSharedMemory(message.shared);
    void start(message.open);
  }
});

/** Opens everything, then reads what is asked for. */
async function start(config: Config): Promise<void> {
  const archive = join(config.data, ARCHIVE_FILE);
  // Opening an archive that is not there would create an empty one.
  if (!existsSync(archive)) throw archiveGone(archive);
  const meaning = config.embedder === '' ? undefined : new MeaningClient();
  const service = openService(config, { readOnly: true, meaning });
  service.live.onUnusable = () => post({ unusable: true });
  service.searcher.events.on('search', (search) => {
    // The clauses of a query are only needed for slow searches.
    observed.push({ ...search, clauses: search.tookMs >= config.slow ? search.clauses : [] });
  });
  readFor(service, meaning);
  // The first search need not wait for these, and what is wrong with the index is known before; each read tells its client.
  service.tagger.prepare();
  await service.live.current().catch(() => {});
  post({ ready: true });
}

function readFor(service: Service, meaning: MeaningClient | undefined): void {
  const queue: Extract<ToThread, { name: string }>[] = [];
  let underWay = 0;
  let stopping = false;
  const worked = collectWhenIdle();
  worked();

  port.on('message', async (message: Exclude<ToThread, { open: Config }>) => {
    if (message === 'stop') {
      stopping = true;
      return end();
    }
    if ('meaning' in message) {
      meaning?.connect(message.meaning);
      return;
    }
    if ('cancel' in message) {
      const at = queue.findIndex(({ number }) => number === message.cancel);
      if (at !== -1) queue.splice(at, 1);
      return;
    }
    queue.push(message);
    // A cancellation that came meanwhile is seen before the next read begins.
    setImmediate(next);
  });

  async function next(): Promise<void> {
    const wanted = queue.shift();
    if (wanted === undefined) return;
    const { number, name, module = '', request, encoding } = wanted;
    post({ begun: number });
    underWay++;
    try {
      const answer = await (await readOf({ name, module })).run(service, request);
      if (encoding !== undefined) {
        const bytes = jsonBytes(answer, encoding);
        finish({ number, answer: bytes }, [bytes.buffer]);
      } else finish({ number, answer });
    } catch (thrown) {
      finish({ number, failure: failureOf(thrown) });
    }
    underWay--;
    worked();
    await end();
  }

  async function end(): Promise<void> {
    if (!stopping || underWay > 0 || queue.length > 0) return;
    await service.close();
    port.close();
  }
}

function finish(result: Extract<FromThread, { number: number }>, transferred?: ArrayBuffer[]): void {
  post({ ...result, observed }, transferred);
  observed = [];
}
