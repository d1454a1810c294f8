/** Vectors follow the archive: what is embedded, when it is embedded again, what happens to a damaged file. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { HttpEmbedder } from '../../src/meaning/http-embedder.ts';
import { Meaning } from '../../src/meaning/meaning.ts';
import { type EmbeddingsServer, embeddingsServer } from '../support/embeddings-server.ts';
import { throwAwayFolder } from '../support/service.ts';

let server: EmbeddingsServer;
let folder: ReturnType<typeof throwAwayFolder>;
let archive: Archive;
let meaning: Meaning;
const file = (): string => join(folder.path, 'vectors.db');

const open = (model = 'words'): Meaning =>
  new Meaning({
    archive,
    file: file(),
    embedder: async () =>
      new HttpEmbedder(server.url, {
        model,
        key: '',
        prefix: 'none',
        limits: { tries: 2, firstPauseMs: 1, longestPauseMs: 1 },
      }),
  });

beforeEach(async () => {
  server = await embeddingsServer();
  folder = throwAwayFolder();
  archive = new Archive(join(folder.path, 'archive.db'));
  meaning = open();
});
afterEach(async () => {
  await meaning.close();
  archive.close();
  folder.remove();
  await server.close();
});

const article = (id: string, title: string, body = '') => ({ id, title, body, keywords: [] });
const FIRST = [
  article('quake', 'Strong earthquake', 'A quake shook the coast.'),
  article('vote', 'Election day', 'The vote went on until night.'),
  article('wheat', 'Wheat exports', 'Grain left the port.'),
];
const nearest = async (text: string, from = meaning): Promise<string[]> =>
  (await from.nearest(text, { count: 10, of: [] })).documents.map(({ id }) => id);
/** Texts of passages that were embedded, without probes. */
const embedded = (): string[] => server.requests.flatMap(({ input }) => input).filter((text) => text !== '.');

test('finds what is near in meaning, without a common word', async () => {
  archive.put(FIRST);
  expect(await meaning.embedPending()).toEqual({ documents: 3, passages: 3, refused: [] });
  expect((await nearest('زلزال'))[0]).toBe('quake');
  expect((await nearest('buğday'))[0]).toBe('wheat');
  const {
    of,
    embedded: count,
    pending,
  } = await meaning.nearest('deprem', { count: 1, of: ['vote', 'gone'] });
  expect(of).toEqual([{ id: 'vote', similarity: expect.any(Number), passage: 0 }, null]);
  expect([count, pending]).toEqual([3, 0]);
});

test('edits and deletions are followed; what did not change is not embedded again', async () => {
  archive.put(FIRST);
  await meaning.embedPending();
  server.requests.length = 0;
  archive.put([
    article('vote', 'Grain harvest', 'Wheat everywhere.'),
    // Only what is not embedded has changed.
    { ...FIRST[0]!, source: 'another' },
  ]);
  archive.delete('wheat');
  expect(meaning.state()).toMatchObject({ documents: 3, pending: 3 });
  expect(await meaning.embedPending()).toMatchObject({ documents: 1 });
  expect(embedded()).toEqual(['Grain harvest\nWheat everywhere.']);
  expect(await nearest('wheat')).toEqual(['vote', 'quake']);
  expect(meaning.state()).toMatchObject({ documents: 2, vectors: 2, pending: 0 });
});

test('a takedown leaves nothing of the vectors in the file', async () => {
  archive.put(FIRST);
  await meaning.embedPending();
  archive.takeDown('quake', 'a court order');
  await meaning.embedPending();
  expect(await nearest('earthquake')).toEqual(expect.not.arrayContaining(['quake']));
  await meaning.close();
  const database = new DatabaseSync(file());
  expect(database.prepare('SELECT id FROM documents ORDER BY id').all()).toEqual([
    { id: 'vote' },
    { id: 'wheat' },
  ]);
  database.close();
  expect(readFileSync(file()).includes('quake')).toBe(false);
});

test('a stopped run goes on where it was', async () => {
  archive.put(Array.from({ length: 30 }, (_, number) => article(`d${number}`, `Title ${number}`)));
  const stop = new AbortController();
  const run = meaning.embedPending({
    signal: stop.signal,
    onProgress: (done) => {
      if (done >= 16) stop.abort();
    },
  });
  await expect(run).rejects.toThrow(/abort/i);
  await meaning.close();
  const before = embedded();
  meaning = open();
  await meaning.embedPending();
  expect(before).toHaveLength(16);
  expect(new Set(embedded()).size).toBe(30);
  expect(embedded()).toHaveLength(30);
});

test('only what is indexed is embedded', async () => {
  archive.put(FIRST.slice(0, 1));
  const upTo = archive.lastSequence();
  archive.put(FIRST.slice(1));
  await meaning.embedPending({ upTo });
  expect(meaning.state()).toMatchObject({ documents: 1, pending: 2 });
});

test('another model: everything is embedded again, and old vectors answer nothing', async () => {
  archive.put(FIRST);
  await meaning.embedPending();
  await meaning.close();
  meaning = open('other');
  expect(await nearest('quake')).toEqual([]);
  expect(meaning.state()).toMatchObject({ pending: 3 });
  await meaning.embedPending();
  expect((await nearest('quake'))[0]).toBe('quake');
  expect(meaning.state().model).toContain('other');
});

test('the same name with vectors of another length: everything is embedded again', async () => {
  archive.put(FIRST);
  await meaning.embedPending();
  server.dimensions = 32;
  archive.put([article('more', 'Tremor')]);
  await meaning.embedPending();
  expect((await nearest('quakes and tremor')).slice(0, 1)).toEqual(['more']);
  expect(meaning.state()).toMatchObject({ documents: 4, pending: 0 });
});

test('an archive that went back, as by a restored backup: everything is embedded again', async () => {
  archive.put(FIRST);
  await meaning.embedPending();
  await meaning.close();
  archive.close();
  archive = new Archive(join(folder.path, 'restored.db'));
  archive.put([article('vote', 'Vote')]);
  meaning = open();
  await meaning.embedPending();
  expect(await nearest('earthquake')).toEqual(['vote']);
});

test('a damaged row or file is made again', async () => {
  archive.put(FIRST);
  await meaning.embedPending();
  await meaning.close();
  const database = new DatabaseSync(file());
  database.exec(`UPDATE documents SET vectors = zeroblob(length(vectors)) WHERE id = 'quake'`);
  database.close();
  meaning = open();
  expect(await nearest('earthquake')).toEqual([]);
  await meaning.embedPending();
  expect((await nearest('earthquake'))[0]).toBe('quake');
  await meaning.close();

  const bytes = readFileSync(file());
  bytes.fill(0x55, 100, bytes.length);
  writeFileSync(file(), bytes);
  meaning = open();
  await meaning.embedPending();
  expect((await nearest('earthquake'))[0]).toBe('quake');
});

test('the file of another program is left alone', async () => {
  const other = new DatabaseSync(file());
  other.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
  other.close();
  const size = statSync(file()).size;
  archive.put(FIRST);
  await expect(meaning.embedPending()).rejects.toMatchObject({ code: 'database_foreign' });
  expect(statSync(file()).size).toBe(size);
});

test('a text that the model refuses stops no other, and is told', async () => {
  server.refuses = (text) => text.includes('Election');
  archive.put(FIRST);
  expect(await meaning.embedPending()).toMatchObject({ refused: ['vote'] });
  expect(meaning.state()).toMatchObject({ documents: 2, refused: 1, pending: 0 });
  server.refuses = () => false;
  archive.put([article('vote', 'Vote')]);
  await meaning.embedPending();
  expect(meaning.state()).toMatchObject({ documents: 3, refused: 0 });
});

test('a server that refuses everything is no fault of the texts', async () => {
  archive.put(FIRST);
  await meaning.embedPending();
  server.refuses = () => true;
  archive.put([article('more', 'Tremor')]);
  await expect(meaning.embedPending()).rejects.toMatchObject({ code: 'embedder_refused' });
  server.refuses = () => false;
  await meaning.embedPending();
  expect(meaning.state()).toMatchObject({ documents: 4, refused: 0 });
});

test('two processes embed the same archive: both see all of it, each document once', async () => {
  archive.put(FIRST);
  const other = open();
  await Promise.all([meaning.embedPending(), other.embedPending()]);
  for (const one of [meaning, other]) {
    expect((await nearest('earthquake', one))[0]).toBe('quake');
    expect(one.state()).toMatchObject({ documents: 3, pending: 0 });
  }
  archive.put([article('more', 'Tremor')]);
  await other.embedPending();
  expect((await nearest('tremor')).slice(0, 2)).toContain('more');
  await other.close();
});

test('a query is embedded once; after a failure, searches do not wait again', async () => {
  archive.put(FIRST);
  await meaning.embedPending();
  server.requests.length = 0;
  await nearest('quake');
  await nearest('quake');
  expect(server.requests).toHaveLength(1);
  server.answers = [{ status: 503 }];
  await expect(nearest('other')).rejects.toMatchObject({ code: 'embedder_refused' });
  await expect(nearest('third')).rejects.toMatchObject({ code: 'embedder_refused' });
  expect(server.requests).toHaveLength(2);
  expect((await nearest('quake'))[0]).toBe('quake');
});

test('neighbours of a document', async () => {
  archive.put([...FIRST, article('tr', 'Deprem', 'Deprem kıyıyı salladı.')]);
  await meaning.embedPending();
  const { documents } = (await meaning.nearestTo('tr', { count: 2, of: [] }))!;
  expect(documents.map(({ id }) => id)).toEqual(['tr', 'quake']);
  expect(await meaning.nearestTo('gone', { count: 2, of: [] })).toBeUndefined();
});

test('nothing is made before it is needed', () => {
  expect(existsSync(file())).toBe(false);
});
