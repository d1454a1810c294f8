/** A listening service, for tests over HTTP. */
import { type ClientLimits, type RunningServer, startServer } from '../../src/http/server.ts';
import { SAMPLE_FOLDER } from '../../src/service/service.ts';
import { type TestService, testService } from './service.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field
  body: any;
}

export interface Running {
  service: TestService;
  server: RunningServer;
  ask(path: string, init?: RequestInit): Promise<Answer>;
  /** A JSON body by POST. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  end(): Promise<void>;
}

/** The same with the sample articles. */
export async function runningOnSample(environment?: Readonly<Record<string, string>>): Promise<Running> {
  const api = await running(environment);
  await api.service.read(SAMPLE_FOLDER);
  return api;
}

export async function running(
  environment: Readonly<Record<string, string>> = {},
  limits?: ClientLimits,
): Promise<Running> {
  const service = testService(environment);
  // With an index, the service has nothing to update while a test writes.
  await service.level();
  const server = await startServer(service, limits);
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(server.url + path, init);
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('application/json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: json ? JSON.parse(text) : undefined,
    };
  };
  return {
    service,
    server,
    ask,
    post: (path, body, headers) =>
      ask(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    async end() {
      await server.stop();
      await service.remove();
    },
  };
}
