/** Embedding by a program, and by the command line: what is reported, and what is said without an embedder. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { embedderFindings } from '../../src/cli/commands/doctor-embedder.ts';
import { embedAll } from '../../src/cli/commands/vectors.ts';
import { embed } from '../../src/index.ts';
import { type EmbeddingsServer, embeddingsServer } from '../support/embeddings-server.ts';
import { type TestService, testService } from '../support/service.ts';

let server: EmbeddingsServer;
let service: TestService;
beforeAll(async () => {
  server = await embeddingsServer();
  service = testService({ LISAN_EMBEDDER: server.url });
  await service.fill([
    { id: 'a', title: 'Earthquake', body: 'A quake.', keywords: [] },
    { id: 'b', title: 'Vote', body: 'A vote.', keywords: [] },
  ]);
});
afterAll(async () => {
  await service.remove();
  await server.close();
});

test('embeds what was stored, tells the progress, and has nothing more to do', async () => {
  const seen: [number, number][] = [];
  const report = await embed(service, { onProgress: (done, total) => seen.push([done, total]) });
  expect(report).toEqual({ documents: 2, passages: 2, refused: [] });
  expect(seen).toEqual([[2, 2]]);
  expect(await embed(service)).toEqual({ documents: 0, passages: 0, refused: [] });
});

test('the command names documents that the model refused', async () => {
  server.refuses = (text) => text.includes('long');
  await service.fill([{ id: 'c', title: 'A long text', body: '', keywords: [] }]);
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    await embedAll(service);
    expect(out).toHaveBeenCalledWith('1 documents embedded (1 passages)');
    expect(err.mock.calls.flat().join('\n')).toContain(
      'refused the text of 1 documents, which words find: c',
    );
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
});

test('doctor asks the embedder for a vector, and says why it has none', async () => {
  const { config } = service;
  expect(await embedderFindings(config)).toEqual([
    { what: 'embedder', state: 'ok', message: expect.stringContaining('vectors of 48 values') },
  ]);
  server.answers = [{ status: 401, body: 'no key' }];
  expect(await embedderFindings(config)).toEqual([
    {
      what: 'embedder',
      state: 'warning',
      message: expect.stringContaining('401: no key'),
      remedy: expect.stringContaining('LISAN_EMBEDDER_KEY'),
    },
  ]);
  expect(await embedderFindings({ ...config, embedder: '' })).toEqual([]);
});

test('without an embedder: how to set one', async () => {
  const plain = testService();
  await expect(embed(plain)).rejects.toMatchObject({
    code: 'no_embedder',
    remedy: expect.stringContaining('LISAN_EMBEDDER'),
  });
  await plain.remove();
});
