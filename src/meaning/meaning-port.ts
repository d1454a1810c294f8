/** Search by meaning from another thread: one thread has the model and the vectors, and answers over ports. */
import type { MessagePort } from 'node:worker_threads';
import { LisanError, messageOf } from '../common/errors.ts';
import type { MeaningSearch, Nearest, NearestRequest } from './meaning.ts';

/** What is asked: the neighbours of a text, or of a document of the archive. */
type Question = { number: number; request: NearestRequest } & ({ text: string } | { id: string });
type Reply =
  | { number: number; nearest: Nearest | undefined }
  | { number: number; failure: { code: string; message: string; remedy: string; status: number } };

/** How long a search waits for the other thread. */
const WAIT_MS = 5_000;

/** Answers what comes over a port. */
export function answerOver(port: MessagePort, meaning: MeaningSearch): void {
  port.on('message', async (question: Question) => {
    const { number, request } = question;
    try {
      const nearest =
        'text' in question
          ? await meaning.nearest(question.text, request)
          : await meaning.nearestTo(question.id, request);
      port.postMessage({ number, nearest } satisfies Reply);
    } catch (thrown) {
      const { code, remedy, status } =
        thrown instanceof LisanError ? thrown : { code: 'internal', remedy: '', status: 500 };
      const failure = { code, message: messageOf(thrown), remedy, status };
      port.postMessage({ number, failure } satisfies Reply);
    }
  });
}

interface Waiting {
  resolve: (nearest: Nearest | undefined) => void;
  reject: (reason: LisanError) => void;
  timer: NodeJS.Timeout;
}

/** Asks the thread of the model. Until it is connected, and when that thread has ended, searches are by words. */
export class MeaningClient implements MeaningSearch {
  #port: MessagePort | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  /** The port to ask from now on. */
  connect(port: MessagePort): void {
    this.#disconnect();
    this.#port = port;
    port.on('message', (reply: Reply) => this.#receive(reply));
    port.on('close', () => {
      if (this.#port === port) this.#disconnect();
    });
    // It must not keep the thread alive.
    port.unref();
  }

  async nearest(text: string, request: NearestRequest): Promise<Nearest> {
    return (await this.#ask({ text, request }))!;
  }

  nearestTo(id: string, request: NearestRequest): Promise<Nearest | undefined> {
    return this.#ask({ id, request });
  }

  async close(): Promise<void> {
    this.#disconnect();
  }

  #ask(
    question: { request: NearestRequest } & ({ text: string } | { id: string }),
  ): Promise<Nearest | undefined> {
    const port = this.#port;
    if (port === undefined) return Promise.reject(unavailable('its thread is not ready'));
    const number = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(number);
        reject(unavailable(`no answer within ${WAIT_MS / 1000} s`));
      }, WAIT_MS);
      this.#waiting.set(number, { resolve, reject, timer });
      port.postMessage({ number, ...question } satisfies Question);
    });
  }

  #receive(reply: Reply): void {
    const waiting = this.#waiting.get(reply.number);
    if (waiting === undefined) return;
    this.#waiting.delete(reply.number);
    clearTimeout(waiting.timer);
    if ('failure' in reply) waiting.reject(new LisanError(reply.failure));
    else waiting.resolve(reply.nearest);
  }

  #disconnect(): void {
    const port = this.#port;
    this.#port = undefined;
    port?.close();
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(unavailable('its thread has ended'));
    }
    this.#waiting.clear();
  }
}

function unavailable(why: string): LisanError {
  return new LisanError({
    code: 'embedder_unreachable',
    message: `Search by meaning is not available: ${why}.`,
    remedy: 'Searches find words meanwhile; the log says more.',
    status: 503,
  });
}
