/** A reader thread for tests: answers each read with its own request, and never comes back from the request "stuck". */
import { parentPort } from 'node:worker_threads';
import type { FromThread, ToThread } from '../../../src/http/workers/messages.ts';

const post = (message: FromThread): void => parentPort!.postMessage(message);

parentPort!.on('message', (message: ToThread) => {
  if (message === 'stop') return parentPort!.close();
  if ('open' in message || 'cancel' in message || 'meaning' in message) return;
  post({ begun: message.number });
  if (message.request === 'stuck') for (;;);
  post({ number: message.number, answer: message.request });
});
post({ ready: true });
