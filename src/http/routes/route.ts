/** One address of the API, with everything that the service and its description need to know of it. */
import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import type { Scope } from '../../config/api-keys.ts';
import type { Service } from '../../service/service.ts';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { parametersOf } from '../parameters/check.ts';
import { defineRead } from '../workers/read.ts';

/** A body and its description. */
export interface Body {
  description: string;
  /** Media type -> schema; text formats have none. */
  content: Readonly<Record<string, z.ZodType | undefined>>;
}

export interface Route {
  method: 'get' | 'post' | 'delete';
  /** Express' pattern; its named parts are described by `parts`. */
  path: string;
  summary: string;
  /** What a key must allow, if keys are required. `open`: no key is needed. */
  scope: Scope | 'open';
  /** True if it changes something, or tells what only operators may know: a key is needed even if no key has the scope. */
  changes?: true;
  /** Description of each named part of the path. */
  parts?: Readonly<Record<string, string>>;
  parameters: z.ZodObject;
  body?: Body;
  /** Reads the body. Default: as JSON. */
  reader?: RequestHandler;
  /** Status and shape of the answer if all goes well. */
  answer: Body & { status: number };
  /** Further statuses that this address answers with, and when. */
  errors?: Readonly<Record<number, string>>;
  /** How many searches a request does, by its checked parameters: as many requests it counts for the rate limit. Default: 1. */
  // biome-ignore lint/suspicious/noExplicitAny: routes read the parameters of their own schema
  searches?(parameters: any): number;
  /** True if the answer depends on archive, index and request only, so that it can be revalidated. */
  cacheable?: boolean;
  /** True if, with an embedder, it also depends on what is embedded: it is not cached then. */
  byMeaning?: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: handlers name the parts of their own path
  handler(context: AppContext): RequestHandler<any>;
}

export const json = (description: string, schema: z.ZodType): Route['answer'] => ({
  status: 200,
  description,
  content: { 'application/json': schema },
});

export const text = (description: string, mediaType: string): Route['answer'] => ({
  status: 200,
  description,
  content: { [mediaType]: undefined },
});

export const UNKNOWN_ID = { 404: 'No such id.' };
/** Of addresses that read a stored article. */
export const NO_ARTICLE = { ...UNKNOWN_ID, 410: 'The stored text is damaged.' };
export const DOCUMENT_ID = {
  id: 'Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them.',
};

/** Where a request comes from, beside its parameters. */
export interface Origin {
  /** Named parts of the path. */
  parts: Readonly<Record<string, string>>;
  /** The client's language, for names of entities. BCP 47 code. */
  language: string;
}

/** A route that answers a GET request with what one read gives, as JSON. */
export interface ReadRoute<Parameters extends z.ZodObject, ReadRequest, Answer> {
  path: string;
  /** See `Read`. */
  module: string;
  summary: string;
  parts?: Readonly<Record<string, string>>;
  parameters: Parameters;
  answer: { description: string; schema: z.ZodType<Answer> };
  errors?: Readonly<Record<number, string>>;
  /** See `Route`. */
  searches?(parameters: z.output<Parameters>): number;
  byMeaning?: boolean;
  /** What is read, by the checked parameters. */
  request(parameters: z.output<Parameters>, origin: Origin): ReadRequest;
  /** Runs on a reader thread. */
  read(service: Service, request: ReadRequest): Answer | Promise<Answer>;
}

export function readRoute<Parameters extends z.ZodObject, ReadRequest, Answer>({
  answer,
  module,
  request: requestOf,
  read: run,
  ...rest
}: ReadRoute<Parameters, ReadRequest, Answer>): Route {
  const read = defineRead<ReadRequest, Answer>({ name: rest.path, module, run });
  return {
    ...rest,
    method: 'get',
    scope: 'search',
    answer: json(answer.description, answer.schema),
    cacheable: true,
    handler({ readPool, config }) {
      return async (request: Request<Record<string, string>>, response) => {
        const parameters = parametersOf(request, rest.parameters, config.facets);
        const origin = { parts: request.params, language: interfaceLanguage(request) };
        await readPool.send(response, read, requestOf(parameters, origin));
      };
    },
  };
}
