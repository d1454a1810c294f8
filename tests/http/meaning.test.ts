/** Search by meaning over HTTP: the thread of the model, embedding in the background, what the service tells of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddingsServer, embeddingsServer } from '../support/embeddings-server.ts';
import { type Running, running } from '../support/running-service.ts';

const KEY = '0123456789abcdef';
const asEditor = { authorization: `Bearer ${KEY}` };
let server: EmbeddingsServer;
let api: Running;

beforeAll(async () => {
  server = await embeddingsServer();
  api = await running({
    LISAN_EMBEDDER: server.url,
    LISAN_EMBEDDER_MODEL: 'words',
    LISAN_API_KEYS: `ingest+admin:${KEY}`,
    LISAN_READERS: '1',
  });
  await api.post(
    '/api/documents',
    {
      documents: [
        { id: 'en', title: 'Earthquake', body: 'A strong earthquake shook the coast.' },
        { id: 'tr', title: 'Deprem', body: 'Deprem kıyıyı salladı.' },
        { id: 'wheat', title: 'Wheat', body: 'Grain left the port.' },
      ],
    },
    asEditor,
  );
  await embeddedUpTo(3);
}, 60_000);
afterAll(async () => {
  await api.end();
  await server.close();
});

const healthOf = async () => (await api.ask('/health')).body;

/** Embedding follows in the background: waits for it, however long it takes. */
async function embeddedUpTo(documents: number): Promise<void> {
  for (;;) {
    const { meaning } = await healthOf();
    if (meaning?.documents === documents && meaning.pending === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('what was stored is embedded in the background, and reader threads find it', async () => {
  const { body, headers } = await api.ask('/api/search?q=earthquake&hybrid=0.6');
  expect(body.meaning).toEqual({ hybrid: 0.6, state: 'complete', found: 1 });
  expect(body.hits.map(({ id, meaning }: { id: string; meaning?: true }) => [id, meaning])).toEqual([
    ['en', undefined],
    ['tr', true],
  ]);
  expect(headers.get('cache-control')).toBe('private, no-store');
  const similar = await api.ask('/api/similar/tr');
  expect(similar.body.hits[0]).toMatchObject({ id: 'en', meaning: true });
});

test('health and metrics tell rate and backlog', async () => {
  expect((await healthOf()).meaning).toEqual({
    model: expect.stringContaining('words'),
    documents: 3,
    vectors: 3,
    pending: 0,
    refused: 0,
    passagesPerSecond: expect.any(Number),
  });
  const metrics = (await api.ask('/metrics', { headers: asEditor })).text;
  expect(metrics).toMatch(/^lisan_embedded_documents 3$/m);
  expect(metrics).toMatch(/^lisan_embedding_lag 0$/m);
  expect(metrics).toMatch(/^lisan_embedding_failing 0$/m);
});

test.each(['2', '-1', 'x', '1.5', ''])('hybrid=%s is refused', async (value) => {
  const { status, body } = await api.ask(`/api/search?q=a&hybrid=${value}`);
  expect(status).toBe(400);
  expect(body.error.code).toBe('invalid_parameter');
});

test('Meilisearch clients ask by `hybrid`; without it they get words alone', async () => {
  const searched = async (more: object) =>
    (await api.post('/indexes/articles/search', { q: 'earthquake', ...more })).body;
  const words = await searched({});
  expect([words.hits.length, words.estimatedTotalHits, words.semanticHitCount]).toEqual([1, 1, undefined]);
  const hybrid = await searched({
    hybrid: { embedder: 'default', semanticRatio: 0.9 },
    showRankingScore: true,
    attributesToHighlight: ['*'],
  });
  expect(hybrid.hits.map(({ id }: { id: string }) => id)).toEqual(['en', 'tr']);
  expect([hybrid.estimatedTotalHits, hybrid.semanticHitCount]).toEqual([2, 1]);
  expect(hybrid.hits[1]._formatted.title).toBe('Deprem');
  for (const { _rankingScore } of hybrid.hits) expect(_rankingScore).toBeLessThanOrEqual(1);
  const { hits } = (
    await api.ask('/indexes/articles/search?q=earthquake&hybridEmbedder=default&hybridSemanticRatio=0.9')
  ).body;
  expect(hits).toHaveLength(2);
  expect(await searched({ hybrid: { embedder: 'other' } })).toMatchObject({
    code: 'invalid_search_embedder',
  });
  expect(await searched({ hybrid: { embedder: 'default', semanticRatio: 2 } })).toMatchObject({
    code: 'invalid_search_hybrid',
  });
});

test('edits and deletions are followed', async () => {
  await api.post(
    '/api/documents',
    { documents: [{ id: 'wheat', title: 'землетрясение', body: 'землетрясение' }] },
    asEditor,
  );
  await api.ask('/api/documents/tr', { method: 'DELETE', headers: asEditor });
  await embeddedUpTo(2);
  const { body } = await api.ask('/api/search?q=earthquake');
  expect(body.hits.map(({ id }: { id: string }) => id)).toEqual(['en', 'wheat']);
});
