/**
 * A read: a function that takes plain data and gives plain data, so that it can run on a thread. A thread finds it by
 * its name.
 */
import type { Service } from '../../service/service.ts';

export interface Read<Request, Answer> {
  readonly name: string;
  /** @throws LisanError, which the client is answered with. */
  readonly run: (service: Service, request: Request) => Answer | Promise<Answer>;
}

// biome-ignore lint/suspicious/noExplicitAny: reads of every kind are kept in one list
export type AnyRead = Read<any, unknown>;
