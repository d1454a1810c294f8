/** One of Meilisearch's addresses that lisan answers, with what the service and its description need to know of it. */
import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { Scope } from '../../config/api-keys.ts';
import type { AppContext } from '../context.ts';

/** The one index there is. */
export const INDEX = 'articles';

export interface Address {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express' pattern. */
  path: string;
  summary: string;
  scope: Scope;
  /** `documents`: JSON, JSON Lines or CSV. */
  body?: 'json' | 'documents';
  /** Shape of a JSON body. */
  shape?: z.ZodType;
  /** Query parameters, by name. */
  parameters?: Readonly<Record<string, string>>;
  /** Status if all goes well. Default 200. */
  status?: 201 | 202 | 204;
  // biome-ignore lint/suspicious/noExplicitAny: handlers name the parts of their own path
  handler(context: AppContext): RequestHandler<any>;
}
