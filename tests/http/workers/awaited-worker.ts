/** A reader thread for tests: leaves a file in the data folder, and is ready, or ends, when a file there says so. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, threadId } from 'node:worker_threads';
import type { FromThread, ToThread } from '../../../src/http/workers/messages.ts';

parentPort!.on('message', (message: ToThread) => {
  if (message === 'stop') return process.exit();
  if (!('open' in message)) return;
  const { data } = message.open;
  writeFileSync(join(data, `began-${threadId}`), '');
  const look = setInterval(() => {
    if (existsSync(join(data, 'end'))) process.exit();
    if (!existsSync(join(data, 'go'))) return;
    clearInterval(look);
    parentPort!.postMessage({ ready: true } satisfies FromThread);
  }, 5);
});
