/** Code of the writer thread: the only one of the service that changes the archive's articles. */
import { parentPort } from 'node:worker_threads';
import { giveWay } from '../../common/low-priority.ts';
import { type FromThread, failureOf, type ToThread } from './messages.ts';
import type { AnyWrite } from './write.ts';
import { openWriteStore } from './write-store.ts';
import { WRITES } from './writes.ts';

const BY_NAME: ReadonlyMap<string, AnyWrite> = new Map(WRITES.map((write) => [write.name, write]));

// Searches come first.
giveWay();
const port = parentPort!;
const post = (message: FromThread): void => port.postMessage(message);
let store: ReturnType<typeof openWriteStore>;

port.on('message', (message: ToThread) => {
  if (message === 'stop') {
    store.close();
    port.close();
    return;
  }
  if ('open' in message) {
    store = openWriteStore(message.open);
    post({ ready: true });
    return;
  }
  if ('cancel' in message || 'meaning' in message) return;
  const { number, name, request } = message;
  post({ begun: number });
  try {
    store.archive.checkPlace();
    post({ number, answer: BY_NAME.get(name)!.run(store, request) });
  } catch (thrown) {
    post({ number, failure: failureOf(thrown) });
  }
});
