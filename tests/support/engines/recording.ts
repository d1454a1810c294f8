/**
 * A server that plays back what a real one answered, or stands between and writes it down. Requests are matched by
 * method, path and body: one that was never recorded is answered with an error that says so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One exchange, one line of the file; bodies are parsed JSON. */
interface Exchange {
  method: string;
  path: string;
  /** False where the request carried another key than the right one. */
  allowed: boolean;
  body?: unknown;
  status: number;
  answer: unknown;
}

export interface RecordedServer {
  url: string;
  /** Ends it, and writes the file where it recorded. */
  close(): Promise<void>;
}

/** Plays back `file`; asks `original` and writes the file where that is given. `key` is not written down. */
export async function recordedServer(
  file: URL,
  key: string,
  original?: { url: string; key: string },
): Promise<RecordedServer> {
  const recorded: Exchange[] = original
    ? []
    : readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
  const server = createServer(async (request, response) => {
    const asked = await read(request, key);
    const { status, answer } = original
      ? await forward(original, asked, recorded)
      : (next(recorded, asked) ?? { status: 500, answer: { unrecorded: asked } });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      if (original) writeFileSync(file, recorded.map((one) => `${JSON.stringify(one)}\n`).join(''));
      await closed(server);
    },
  };
}

type Asked = Pick<Exchange, 'method' | 'path' | 'allowed' | 'body'>;

async function read(request: IncomingMessage, key: string): Promise<Asked> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    allowed: request.headers.authorization === `Bearer ${key}`,
    ...(text !== '' && { body: JSON.parse(text) }),
  };
}

async function forward(
  { url, key }: { url: string; key: string },
  asked: Asked,
  recorded: Exchange[],
): Promise<Exchange> {
  const response = await fetch(url + asked.path, {
    method: asked.method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${asked.allowed ? key : 'wrong'}` },
    ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
  });
  const exchange = { ...asked, status: response.status, answer: await response.json() };
  recorded.push(exchange);
  return exchange;
}

/** The next answer to a request; the last one is given again and again. */
function next(recorded: Exchange[], asked: Asked): Exchange | undefined {
  const form = ({ method, path, allowed, body }: Asked): string =>
    JSON.stringify([method, path, allowed, body]);
  const same = recorded.filter((exchange) => form(exchange) === form(asked));
  if (same.length > 1) recorded.splice(recorded.indexOf(same[0]!), 1);
  return same[0];
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
