/** Answers are compressed as the client accepts it, and are the same. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runningOnSample } from '../support/running-service.ts';

let api: Running;
beforeAll(async () => {
  api = await runningOnSample();
});
afterAll(() => api.end());

/** The answer as it was sent: `fetch` would unpack it. */
function sent(
  path: string,
  accepted: string,
  method = 'GET',
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    headers: IncomingHttpHeaders;
    body: Buffer;
  }>();
  request(`${api.server.url}${path}`, { method, headers: { 'accept-encoding': accepted } }, (response) => {
    buffer(response).then((body) => resolve({ headers: response.headers, body }), reject);
  })
    .on('error', reject)
    .end();
  return promise;
}

const PATH = '/api/search?q=lavrov';
const UNPACKED = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (bytes: Buffer) => bytes,
};

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['identity', 'identity'],
] as const)('for %s it is %s', async (accepted, encoding) => {
  const { headers, body } = await sent(PATH, accepted);
  expect(headers['content-encoding'] ?? 'identity').toBe(encoding);
  expect(headers.vary).toContain('Accept-Encoding');
  expect(Number(headers['content-length'])).toBe(body.length);
  const answer = JSON.parse(UNPACKED[encoding](body).toString());
  expect(answer.hits.length).toBeGreaterThan(0);
});

test('HEAD has the headers of the compressed answer', async () => {
  const { headers, body } = await sent(PATH, 'br', 'HEAD');
  expect(headers['content-encoding']).toBe('br');
  expect(body.length).toBe(0);
});

test('an error is not said to be compressed where it is not', async () => {
  const { headers, body } = await sent('/api/search?q=(', 'identity');
  expect(headers['content-encoding']).toBeUndefined();
  expect(() => JSON.parse(body.toString())).not.toThrow();
});
