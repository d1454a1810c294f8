/** What pages of other sites, proxies and odd clients send: hosts, origins, keys in addresses, ids like `..`. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOfId, idOfAddress } from '../../src/common/document-address.ts';
import { articlePath, similarPath } from '../../src/web/api/paths.ts';
import { type Running, running } from '../support/running-service.ts';

const INGEST = 'ingest-secret-0123';
const SEARCH = 'search-secret-0123';

/** Status and body of a request whose Host is another one than that of its address. */
function under(api: Running, host: string, path = '/api/search'): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(api.server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { host } }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode!, text }));
    })
      .on('error', reject)
      .end();
  });
}

describe('host names', () => {
  let open: Running;
  let listed: Running;
  let keyed: Running;
  beforeAll(async () => {
    [open, listed, keyed] = await Promise.all([
      running(),
      running({ LISAN_HOSTNAMES: 'news.example, search.example' }),
      running({ LISAN_API_KEYS: `search:${SEARCH}` }),
    ]);
  });
  afterAll(() => Promise.all([open.end(), listed.end(), keyed.end()]));

  test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1', '[::1]:3000', '192.0.2.7:80'])(
    '%s is the service itself',
    async (host) => {
      expect((await under(open, host)).status).toBe(200);
    },
  );

  test.each(['attacker.example', 'localhost.attacker.example', '127.0.0.1.attacker.example', 'news.example'])(
    '%s is refused where no key is needed: it could be given any address',
    async (host) => {
      for (const path of ['/api/search', '/health', '/', '/indexes/articles/search']) {
        const { status, text } = await under(open, host, path);
        expect(status, path).toBe(421);
        expect(text, path).toContain('LISAN_HOSTNAMES');
      }
    },
  );

  test('those that are listed are answered, and the feed has them in its links', async () => {
    expect((await under(listed, 'news.example')).status).toBe(200);
    expect((await under(listed, 'search.example:8080')).status).toBe(200);
    expect((await under(listed, 'other.example')).status).toBe(421);
    expect((await under(listed, 'news.example', '/api/search.atom')).text).toContain('http://news.example/');
  });

  test('if searching needs a key, feeds accept it in the URL but do not repeat it in links', async () => {
    const { status, text } = await under(keyed, 'attacker.example', `/api/search.atom?key=${SEARCH}`);
    expect(status).toBe(200);
    expect(text).not.toContain('attacker');
  });
});

describe('other sites', () => {
  let api: Running;
  beforeAll(async () => {
    api = await running({ LISAN_API_KEYS: `ingest:${INGEST}`, LISAN_ORIGINS: 'https://news.example' });
  });
  afterAll(() => api.end());

  const post = (path: string, origin: string | undefined, type: string) =>
    api.ask(path, {
      method: 'POST',
      body: JSON.stringify({ documents: [{ title: 'x' }] }),
      headers: {
        authorization: `Bearer ${INGEST}`,
        'content-type': type,
        ...(origin !== undefined && { origin }),
      },
    });

  test.each<[string, string | undefined, string, number]>([
    ['/api/documents', undefined, 'application/json', 202],
    ['/api/documents', 'https://news.example', 'application/json', 202],
    ['/api/documents', 'https://attacker.example', 'application/json', 403],
    ['/api/documents', 'null', 'application/json', 403],
    ['/indexes/articles/documents', 'https://attacker.example', 'application/json', 403],
    ['/api/documents', undefined, 'text/plain', 415],
    ['/api/documents', undefined, 'application/x-www-form-urlencoded', 415],
  ])('POST %s from %s as %s: %i', async (path, origin, type, status) => {
    const answer = await post(path, origin, type);
    expect(answer.status).toBe(status);
    if (status === 415) expect(answer.body.error.remedy).toBe('Send Content-Type: application/json.');
  });

  test('a page of the service itself may post', async () => {
    expect((await post('/api/documents', api.server.url, 'application/json')).status).toBe(202);
  });

  test('a body that is not read ends its connection', async () => {
    const { hostname, port } = new URL(api.server.url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () =>
        socket.write(
          'POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{',
        ),
      );
      socket.on('data', (chunk) => (text += chunk));
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toMatch(/^Connection: close\r$/m);
  });

  test('browsers are not bound to HTTPS, unless that is configured, and never for other names', async () => {
    expect((await api.ask('/health')).headers.get('strict-transport-security')).toBeNull();
    const strict = await running({ LISAN_HSTS_SECONDS: '3600' });
    expect((await strict.ask('/health')).headers.get('strict-transport-security')).toBe('max-age=3600');
    await strict.end();
  });
});

describe('ids like parts of a path', () => {
  test.each(['.', '..', '~.', '~~..', 'a/b', '...', '~', 'ünlü'])(
    '%s is written so that it is read',
    (id) => {
      const address = addressOfId(id);
      expect(new URL(`http://x/api/documents/${address}`).pathname).toBe(`/api/documents/${address}`);
      expect(idOfAddress(decodeURIComponent(address))).toBe(id);
    },
  );

  test('are opened, marked and deleted', async () => {
    const api = await running({ LISAN_API_KEYS: `ingest:${INGEST}` });
    try {
      await api.service.fill(
        ['.', '..', '~.'].map((id) => ({ id, title: `Okapi ${id}`, body: 'okapi', keywords: [] })),
      );
      for (const id of ['.', '..', '~.']) {
        expect((await api.ask(articlePath(id))).body, id).toMatchObject({ id, title: `Okapi ${id}` });
        expect((await api.ask(`${articlePath(id)}/marks?q=okapi`)).body.marks, id).toHaveLength(2);
        expect((await api.ask(similarPath(id))).status, id).toBe(200);
        const headers = { authorization: `Bearer ${INGEST}` };
        expect((await api.ask(articlePath(id), { method: 'DELETE', headers })).body, id).toMatchObject({
          id,
        });
        expect((await api.ask(articlePath(id))).status, id).toBe(404);
      }
    } finally {
      await api.end();
    }
  });
});

describe('a key in the address of a feed', () => {
  let api: Running;
  beforeAll(async () => {
    api = await running({ LISAN_API_KEYS: `search:${SEARCH}, ingest+search:${INGEST}` });
    await api.service.fill([{ id: 'a', title: 'Okapi', body: '', keywords: [] }]);
  });
  afterAll(() => api.end());

  test('opens the feed, and is not in it', async () => {
    const { status, text } = await api.ask(`/api/search.atom?q=okapi&key=${SEARCH}`);
    expect(status).toBe(200);
    expect(text).toContain('Okapi');
    expect(text).not.toContain(SEARCH);
  });

  test.each([
    ['/api/search.atom?q=okapi', 401],
    ['/api/search.atom?q=okapi&key=wrong-secret-01234', 401],
    [`/api/search.atom?q=okapi&key=${INGEST}`, 403],
    [`/api/search?q=okapi&key=${SEARCH}`, 401],
    [`/api/search.jsonl?q=okapi&key=${SEARCH}`, 401],
  ])('%s: %i', async (path, status) => {
    expect((await api.ask(path)).status).toBe(status);
  });
});

describe('a frame on another page', () => {
  test('is allowed to nobody, and to the origins of LISAN_EMBED', async () => {
    const closed = await running();
    const open = await running({ LISAN_EMBED: 'https://news.example,https://other.example' });
    try {
      const headersOf = async ({ ask }: Running) => (await ask('/')).headers;
      const refused = await headersOf(closed);
      expect(refused.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(refused.get('x-frame-options')).toBe('DENY');
      const allowed = await headersOf(open);
      expect(allowed.get('content-security-policy')).toContain(
        'frame-ancestors https://news.example https://other.example',
      );
      expect(allowed.get('x-frame-options')).toBeNull();
    } finally {
      await closed.end();
      await open.end();
    }
  });

  test('only the search element is for scripts of every origin', async () => {
    const api = await running();
    try {
      const element = await api.ask('/embed/lisan-search.js');
      expect(element.headers.get('access-control-allow-origin')).toBe('*');
      expect(element.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      const answer = await api.ask('/api/search?q=x', { headers: { origin: 'https://news.example' } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    } finally {
      await api.end();
    }
  });
});
