/** One address of the API, with everything that the service and its description need to know of it. */
import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { Scope } from '../../config/api-keys.ts';

/** A body and how it is described. */
export interface Body {
  description: string;
  /** Media type -> schema; text formats have none. */
  content: Readonly<Record<string, z.ZodType | undefined>>;
}

export interface Route {
  method: 'get' | 'post' | 'delete';
  /** Express' pattern; named parts are described by `path`. */
  path: string;
  summary: string;
  /** What a key must allow, where keys are asked for. `open`: nothing. */
  scope: Scope | 'open';
  /** Description of each named part of the path. */
  parts?: Readonly<Record<string, string>>;
  parameters: z.ZodObject;
  body?: Body;
  /** Status and shape of the answer where all goes well. */
  answer: Body & { status: number };
  /** Further statuses that this address answers with, and when. */
  errors?: Readonly<Record<number, string>>;
  /** True where the answer depends on nothing but archive, index and request, so that it can be revalidated. */
  cacheable?: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: handlers name the parts of their own path
  handle: RequestHandler<any>;
}
