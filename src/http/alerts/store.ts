/** The store of alerts over the threads of a service, or over an open service without threads. */
import { setTimeout as pause } from 'node:timers/promises';
import type { AlertStore } from '../../alerts/alert-store.ts';
import { LisanError } from '../../common/errors.ts';
import type { Service } from '../../service/service.ts';
import type { Read } from '../workers/read.ts';
import type { ReadPool } from '../workers/read-pool.ts';
import { findRead, hitsRead } from './reads.ts';
import { type AlertWriter, change } from './writes.ts';

type Reader = <Request, Answer>(read: Read<Request, Answer>, request: Request) => Promise<Answer>;

/** Pauses before the outcome of a message is recorded again: it was sent, and must not count as uncertain. */
const RECORD_PAUSES_MS = [500, 1000, 2000, 4000, 8000, 16_000] as const;

/** Searches come first: reads of alerts wait until no other read does. */
export function pooledStore(
  readPool: Pick<ReadPool, 'answer'>,
  writer: AlertWriter,
  pausesMs: readonly number[] = RECORD_PAUSES_MS,
): AlertStore {
  const store = storeOver((read, request) => readPool.answer(read, request, { bulk: true }), writer);
  return {
    ...store,
    settle: (...values) => persistently(() => store.settle(...values), pausesMs),
    drop: (...values) => persistently(() => store.drop(...values), pausesMs),
  };
}

/** Tries again what a full queue or another process's lock refused. */
async function persistently<T>(work: () => Promise<T>, pausesMs: readonly number[]): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof LisanError) || thrown.status !== 503) throw thrown;
      await pause(pauseMs);
    }
  }
  return work();
}

/** Reads and writes at once, as commands do. */
export function localStore(service: Service): { store: AlertStore; writer: AlertWriter } {
  const { archive } = service;
  const writer: AlertWriter = {
    // Steps of alerts use neither tasks nor the index.
    run: async (write, request) =>
      write.run({ archive, tasks: undefined as never, indexed: () => 0 }, request),
  };
  return { store: storeOver(async (read, request) => read.run(service, request), writer), writer };
}

function storeOver(read: Reader, writer: AlertWriter): AlertStore {
  return {
    find: (request) => read(findRead, request),
    hits: ({ search, language }, articles) => read(hitsRead, { search, language, articles }),
    found: (alerts, from, found) => change(writer, 'found', alerts, from, found),
    claim: (id, now) => change(writer, 'claim', id, now),
    settle: (id, delivery, outcome) => change(writer, 'settle', id, delivery, outcome),
    drop: (id, delivery) => change(writer, 'drop', id, delivery),
    async removeUnconfirmed(before) {
      await change(writer, 'removeUnconfirmed', before);
    },
  };
}
