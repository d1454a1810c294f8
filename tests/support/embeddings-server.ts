/**
 * A server with OpenAI's `/v1/embeddings` on the loopback address, whose vectors are sums of one random but fixed vector for
 * each word; words of one concept have one vector, so that texts without a common word are near.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const DIMENSIONS = 48;
/** Words that mean the same. */
const CONCEPTS = [
  ['earthquake', 'quake', 'deprem', 'زلزال', 'землетрясение', 'tremor'],
  ['election', 'vote', 'seçim', 'انتخابات', 'выборы'],
  ['wheat', 'grain', 'buğday', 'قمح', 'пшеница'],
];
/** What a word of a concept counts, beside 1 of any other. */
const CONCEPT_WEIGHT = 5;
const conceptOf = new Map(CONCEPTS.flatMap((words) => words.map((word) => [word, words[0]!] as const)));

export interface EmbeddingRequest {
  model?: string;
  input: string[];
  input_type?: string;
}

export interface EmbeddingsServer {
  url: string;
  /** Bodies of the requests, in order. */
  readonly requests: EmbeddingRequest[];
  readonly keys: (string | undefined)[];
  /** What the next requests are answered with instead; an empty list again when all are used. */
  answers: { status: number; body?: string; headers?: Record<string, string> }[];
  /** Texts that are refused with 400, alone or among others. */
  refuses: (text: string) => boolean;
  /** Values of a vector. */
  dimensions: number;
  close(): Promise<void>;
}

export async function embeddingsServer(): Promise<EmbeddingsServer> {
  const requests: EmbeddingRequest[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await textOf(request)) as EmbeddingRequest;
    requests.push(body);
    keys.push(request.headers.authorization);
    const instead = state.answers.shift();
    if (instead !== undefined) return send(response, instead.status, instead.body ?? '{}', instead.headers);
    if (body.input.some(state.refuses)) return send(response, 400, '{"error":{"message":"too long"}}');
    const data = body.input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: vectorOf(text, state.dimensions),
    }));
    send(response, 200, JSON.stringify({ object: 'list', data, model: 'words' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: EmbeddingsServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`,
    requests,
    keys,
    answers: [],
    refuses: () => false,
    dimensions: DIMENSIONS,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return state;
}

/** The vector of a text, as the server gives it. */
export function vectorOf(text: string, dimensions = DIMENSIONS): number[] {
  // Something that all texts have, as those of real models.
  const sum = ofWord('', dimensions).map((value) => value / 2);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const concept = conceptOf.get(word);
    ofWord(concept ?? word, dimensions).forEach((value, at) => {
      sum[at]! += concept === undefined ? value : value * CONCEPT_WEIGHT;
    });
  }
  return sum;
}

function ofWord(word: string, dimensions: number): number[] {
  const bytes = createHash('shake256', { outputLength: dimensions }).update(word).digest();
  return [...bytes].map((byte) => byte / 127.5 - 1);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
