/** Vectors from a server: batches, prefixes, the key, what is tried again, and what is told of a failure. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HttpEmbedder, type HttpEmbedderOptions } from '../../src/meaning/http-embedder.ts';
import { type EmbeddingsServer, embeddingsServer } from '../support/embeddings-server.ts';

let server: EmbeddingsServer;
beforeEach(async () => {
  server = await embeddingsServer();
});
afterEach(() => server.close());

const FAST = { firstPauseMs: 1, longestPauseMs: 5, tries: 3 };
const embedder = (options: Partial<HttpEmbedderOptions> = {}): HttpEmbedder =>
  new HttpEmbedder(server.url, { model: 'words', key: '', prefix: 'none', limits: FAST, ...options });

test('vectors have length 1 and the order of the texts, however many requests they take', async () => {
  const texts = Array.from({ length: 70 }, (_, number) => `text ${number}`);
  const vectors = await embedder().embed(texts, 'passage');
  expect(server.requests.map(({ input }) => input.length)).toEqual([32, 32, 6]);
  expect(vectors).toHaveLength(70);
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  expect(await embedder().embed(['text 40'], 'passage')).toEqual([vectors[40]]);
});

test.each([
  ['auto', 'multilingual-e5-small', ['query: x', undefined]],
  ['auto', 'intfloat/multilingual-e5-large-instruct', ['x', undefined]],
  ['auto', 'bge-m3', ['x', undefined]],
  ['e5', 'bge-m3', ['query: x', undefined]],
  ['input_type', 'multilingual-e5-small', ['x', 'query']],
  ['none', 'multilingual-e5-small', ['x', undefined]],
] as const)('prefix %s of %s', async (prefix, model, [text, type]) => {
  await embedder({ prefix, model }).embed(['x'], 'query');
  expect(server.requests[0]).toMatchObject({ model, input: [text] });
  expect(server.requests[0]!.input_type).toBe(type);
});

test('the key is sent, and no error tells it', async () => {
  const key = 'a-secret-key-of-mine';
  server.answers = [{ status: 401, body: '{"error":{"message":"bad key"}}' }];
  const failed = embedder({ key }).embed(['x'], 'query');
  await expect(failed).rejects.toMatchObject({
    code: 'embedder_refused',
    remedy: expect.stringContaining('LISAN_EMBEDDER_KEY'),
    message: expect.not.stringContaining(key),
  });
  expect(server.keys).toEqual([`Bearer ${key}`]);
});

test('passages are sent again after what may pass, queries are not', async () => {
  server.answers = [{ status: 503 }, { status: 429, headers: { 'retry-after': '0' } }];
  expect(await embedder().embed(['x'], 'passage')).toHaveLength(1);
  expect(server.requests).toHaveLength(3);
  server.answers = [{ status: 503 }];
  await expect(embedder().embed(['x'], 'query')).rejects.toMatchObject({ status: 503 });
  expect(server.requests).toHaveLength(4);
});

test('gives up after some tries, and says what the server said', async () => {
  server.answers = [{ status: 500 }, { status: 500 }, { status: 500, body: 'out of memory' }];
  await expect(embedder().embed(['x'], 'passage')).rejects.toThrow(/answered 500: out of memory/);
});

test('a refused text is not sent again', async () => {
  server.refuses = () => true;
  await expect(embedder().embed(['x'], 'passage')).rejects.toMatchObject({
    code: 'embedder_refused',
    status: 400,
  });
  expect(server.requests).toHaveLength(1);
});

test('nobody there: how to help, within the limit', async () => {
  await server.close();
  await expect(embedder().embed(['x'], 'query')).rejects.toMatchObject({
    code: 'embedder_unreachable',
    status: 503,
    message: expect.stringContaining(server.url),
  });
});

test.each([
  ['no JSON', 'hello', /not JSON/],
  ['another shape', '{"data":[{"vector":[1]}]}', /no `data`/],
  ['too few', '{"data":[]}', /0 vectors for 2 texts/],
  ['zeros', '{"data":[{"embedding":[0,0]},{"embedding":[1,0]}]}', /all zeros/],
  ['two lengths', '{"data":[{"embedding":[1,0]},{"embedding":[1]}]}', /differ in length/],
  ['one index twice', '{"data":[{"index":1,"embedding":[1]},{"index":1,"embedding":[1]}]}', /`index`/],
])('an answer with %s', async (_, body, message) => {
  server.answers = [{ status: 200, body }];
  await expect(embedder().embed(['a', 'b'], 'passage')).rejects.toThrow(message);
});

test('vectors in another order are put in that of the texts', async () => {
  const body = '{"data":[{"index":1,"embedding":[0,2]},{"index":0,"embedding":[3,0]}]}';
  server.answers = [{ status: 200, body }];
  expect(await embedder().embed(['a', 'b'], 'passage')).toEqual([
    Float32Array.of(1, 0),
    Float32Array.of(0, 1),
  ]);
});
