/**
 * A read: a function that takes plain data and gives plain data, so that it can run on a thread. A thread finds it by
 * its name, and loads its module when it is asked for it first: the modules of all reads take much longer to load, and
 * more memory, than those of a search.
 */
import type { Service } from '../../service/service.ts';

export interface Read<Request, Answer> {
  readonly name: string;
  /** URL of the module that defines it: `import.meta.url` there. */
  readonly module: string;
  /** @throws LisanError, which the client is answered with. */
  readonly run: (service: Service, request: Request) => Answer | Promise<Answer>;
}

// biome-ignore lint/suspicious/noExplicitAny: reads of every kind are kept in one list
export type AnyRead = Read<any, unknown>;

const DEFINED = new Map<string, AnyRead>();

/** Lets a thread find a read. Called once for each read, when its module is loaded. */
export function defineRead<Request, Answer>(read: Read<Request, Answer>): Read<Request, Answer> {
  DEFINED.set(read.name, read);
  return read;
}

/** The read with a name. Its module is loaded if it was not yet. */
export async function readOf({ name, module }: Pick<AnyRead, 'name' | 'module'>): Promise<AnyRead> {
  if (!DEFINED.has(name)) await import(module);
  return DEFINED.get(name)!;
}
