/**
 * Meilisearch's adapter without a server: against answers recorded of a real one, and against what servers and proxies
 * say where something is wrong. To record anew: `LISAN_RECORD=1 LISAN_TEST_MEILISEARCH_URL=… npx vitest run` this file.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeForwardIndex } from '../../../src/document/forward-index-writer.ts';
import { hashOfTerm } from '../../../src/document/terms.ts';
import { filterOf, hasValues } from '../../../src/engines/conditions.ts';
import { type CandidateRequest, candidateRequest, type Index } from '../../../src/engines/engine.ts';
import { NO_FACET_VALUES } from '../../../src/engines/facets.ts';
import type { IndexRecord } from '../../../src/engines/index-record.ts';
import { MeilisearchEngine } from '../../../src/engines/remote/meilisearch.ts';
import { type Change, MeilisearchServer } from '../../../src/engines/remote/meilisearch-http.ts';
import { type RecordedServer, recordedServer } from '../../support/engines/recording.ts';
import { throwAwayFolder } from '../../support/service.ts';

const KEY = 'a key';
const RECORDING = new URL('../../fixtures/recordings/meilisearch-1.50.0.jsonl', import.meta.url);

const record = (id: string, terms: string[], more: Partial<IndexRecord> = {}): IndexRecord => ({
  id,
  terms,
  heading: [],
  words: new Map(terms.map((term) => [term, term])),
  names: new Set(),
  forwardIndex: encodeForwardIndex([]),
  hashes: new Set(terms.map(hashOfTerm)),
  facets: NO_FACET_VALUES,
  mentions: [],
  ...more,
});
const REQUEST = candidateRequest({ limit: 10 });

describe('answers of a real server', () => {
  const folder = throwAwayFolder();
  let server: RecordedServer;
  let engine: MeilisearchEngine;
  let index: Index;

  beforeAll(async () => {
    const original = process.env.LISAN_RECORD
      ? {
          url: process.env.LISAN_TEST_MEILISEARCH_URL!,
          key: process.env.LISAN_TEST_MEILISEARCH_KEY!,
        }
      : undefined;
    server = await recordedServer(RECORDING, KEY, original);
    engine = new MeilisearchEngine({ meilisearchUrl: server.url, meilisearchKey: KEY, data: folder.path });
    await engine.check();
    index = await engine.open('recorded', true);
    await index.apply(
      [
        record('one/1', ['المان', 'oil', 'oil', 'oil'], {
          facets: { ...NO_FACET_VALUES, source: ['Wire "A"'] },
          publishedAt: 86_400,
        }),
        record('two', ['oil', 'کتاب', '25'], {
          facets: { ...NO_FACET_VALUES, source: ['wire "a"'], lang: ['fa'] },
          heading: ['oil'],
        }),
        record('three', ['oil', 'gas'], {
          facets: { ...NO_FACET_VALUES, entity: ['place-astana'] },
          publishedAt: 172_800,
        }),
        record('four', ['gas'], { publishedAt: 1 }),
      ],
      [],
    );
  });
  afterAll(async () => {
    await index?.close();
    await engine?.remove('recorded');
    await server?.close();
    folder.remove();
  });

  const ids = async (request: Partial<CandidateRequest>): Promise<string[]> =>
    (await index.candidates({ ...REQUEST, ...request })).candidates.map(({ id }) => id);

  test.each([
    [{ groups: [['oil']], limit: 2 }, ['one/1', 'two'], 'prominent ones first, the newest of them first'],
    [{ groups: [['oil']], limit: 3 }, ['one/1', 'two', 'three'], 'all of them in any order'],
    [{ groups: [['gas'], ['oil']] }, ['three'], 'every group'],
    [{ groups: [['gas'], ['oil']], mode: 'any', limit: 3 }, ['three', 'four', 'one/1'], 'most groups first'],
    [{ groups: [['gas'], ['oil']], mode: 'any', offset: 3 }, ['two'], 'the next page'],
    [{ groups: [['oil']], excluded: ['gas', '25'] }, ['one/1'], 'without'],
    [{ groups: [['المان']] }, ['one/1'], 'a word that begins with ال is one word'],
    [{ groups: [['كتاب']] }, [], 'ک is not ك here: folding is ours'],
    [{ groups: [['25']] }, ['two'], 'digits'],
    [{ filter: hasValues('source', ['Wire "A"']) }, ['one/1'], 'a source is itself'],
    [
      { filter: filterOf({ entity: ['place-astana'], from: 172_800 }) },
      ['three'],
      'an entity, from a day on',
    ],
    [{ sort: 'newest' }, ['three', 'one/1', 'four', 'two'], 'by date, the undated last'],
    [{ sort: 'oldest', offset: 1, limit: 2 }, ['one/1', 'three'], 'a page'],
  ] satisfies [Partial<CandidateRequest>, string[], string][])(
    '%j: %j, %s',
    async (request, expected, why) => {
      expect(await ids(request), why).toEqual(expected);
    },
  );

  test.each([
    [3, ['three', 'four', 'one/1', 'two'], 'few match all: any word will do'],
    [1, ['three', 'four'], 'enough match all: the others hold most of the weight'],
  ])('documents that match in part, with %i as enough: %j, %s', async (enough, expected) => {
    const term = (name: string, documents: number) => ({ term: name, documents, factor: 1, similar: false });
    const partial = {
      clauses: [
        { weight: 2, terms: [term('gas', 2)] },
        { weight: 1, terms: [term('oil', 3), term('nowhere', 0)] },
      ],
      enough,
      shareIfFew: 0.1,
      shareIfEnough: 0.6,
    };
    const { candidates, total } = await index.candidates({ ...REQUEST, groups: [['gas'], ['oil']], partial });
    expect(candidates.map(({ id }) => id)).toEqual(expected);
    expect(total).toEqual({ value: 1, relation: 'eq' });
  });

  test('totals and facets', async () => {
    const { total, facets } = await index.candidates({
      ...REQUEST,
      groups: [['oil']],
      limit: 1,
      facets: ['lang', 'entity', 'source'],
    });
    expect(total).toEqual({ value: 3, relation: 'eq' });
    expect(facets).toEqual({
      lang: [{ value: 'fa', count: 1 }],
      entity: [{ value: 'place-astana', count: 1 }],
      source: [
        { value: 'Wire "A"', count: 1 },
        { value: 'wire "a"', count: 1 },
      ],
    });
  });

  test('changes, deletions and missing documents', async () => {
    await index.apply([record('two', ['new'])], ['one/1', 'never there']);
    expect(await ids({ groups: [['oil']] })).toEqual(['three']);
    expect(await ids({ groups: [['new']] })).toEqual(['two']);
    expect(await index.count()).toBe(3);
    await expect(engine.open('unknown', false)).rejects.toMatchObject({ code: 'index_missing' });
    await engine.remove('unknown');
  });

  test('a wrong key', async () => {
    const stranger = new MeilisearchEngine({
      meilisearchUrl: server.url,
      meilisearchKey: 'wrong',
      data: folder.path,
    });
    await expect(stranger.check()).rejects.toMatchObject({
      code: 'engine_key',
      remedy: expect.stringContaining('LISAN_MEILISEARCH_KEY'),
    });
  });
});

describe('errors of the server are reported', () => {
  interface Answer {
    status?: number;
    /** A string is sent as HTML, anything else as JSON. */
    body: unknown;
  }
  const folder = throwAwayFolder();
  let server: Server;
  let url: string;
  /** Answers by method and path. */
  let answers: Record<string, Answer>;

  beforeEach(async () => {
    answers = {};
    server = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        const { status = 200, body } =
          answers[`${request.method} ${request.url}`] ?? failure(404, 'not_found');
        response.writeHead(status, {
          'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
        });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  afterAll(() => folder.remove());

  const failure = (status: number, code: string): Answer => ({
    status,
    body: { message: `it is ${code}.`, code, type: 'x', link: 'y' },
  });
  const version = (pkgVersion: string): Answer => ({ body: { pkgVersion, commitSha: '', commitDate: '' } });

  test.each([
    [version('1.14.0'), undefined],
    [version('1.50.0'), undefined],
    [version('1.13.3'), 'engine_version'],
    [version('2.0.0'), 'engine_version'],
    [{ body: '<html>It works!</html>' }, 'engine_unreachable'],
    [{ body: { hello: 'world' } }, 'engine_unreachable'],
    [{ body: null }, 'engine_unreachable'],
    [{ status: 502, body: '<html>Bad Gateway</html>' }, 'engine_unreachable'],
    [{ status: 503, body: '' }, 'engine_unreachable'],
    [{ status: 401, body: 'who are you?' }, 'engine_key'],
    [failure(403, 'invalid_api_key'), 'engine_key'],
  ] satisfies [Answer, string | undefined][])('check, %j: %s', async (answer, code) => {
    answers['GET /version'] = answer;
    const engine = new MeilisearchEngine({ meilisearchUrl: url, meilisearchKey: '', data: folder.path });
    // A key for certain indexes only does not open /version; then the tasks say whether it is one.
    answers['GET /tasks?limit=1'] = answer;
    if (code === undefined) await expect(engine.check()).resolves.toBeUndefined();
    else
      await expect(engine.check()).rejects.toMatchObject({
        code,
        status: 503,
        message: expect.stringContaining(url),
        remedy: expect.any(String),
      });
  });

  test('a key for certain indexes only is enough', async () => {
    answers['GET /version'] = failure(403, 'invalid_api_key');
    answers['GET /tasks?limit=1'] = { body: { results: [] } };
    const engine = new MeilisearchEngine({ meilisearchUrl: url, meilisearchKey: KEY, data: folder.path });
    await expect(engine.check()).resolves.toBeUndefined();
  });

  test.each([
    [{ status: 413, body: '<html>Too Large</html>' }, 'engine_full'],
    [failure(413, 'payload_too_large'), 'engine_full'],
    [{ status: 429, body: '' }, 'engine_full'],
    [failure(507, 'no_space_left_on_device'), 'engine_full'],
    [failure(503, 'too_many_search_requests'), 'engine_full'],
    [failure(500, 'internal'), 'engine_refused'],
    [failure(404, 'index_not_found'), 'index_missing'],
    [{ body: {} }, 'engine_unreachable'],
  ] satisfies [Answer, string][])('change, %j: %s', async (answer, code) => {
    answers['POST /indexes/x/documents'] = answer;
    const change: Change = (client) => client.index('x').addDocuments([]);
    await expect(new MeilisearchServer(url, KEY).finish([change])).rejects.toMatchObject({
      code,
      status: 503,
    });
  });

  test.each([
    [{ status: 'failed', error: { code: 'no_space_left_on_device', message: 'no room' } }, 'engine_full'],
    [{ status: 'failed', error: { code: 'invalid_document_id', message: 'no id' } }, 'engine_refused'],
    [{ status: 'canceled', error: null }, 'engine_refused'],
    [{ status: 'enqueued', error: null }, 'engine_slow'],
    [{ what: 'ever' }, 'engine_unreachable'],
  ])('task, %j: %s', async (task, code) => {
    answers['DELETE /indexes/x'] = { status: 202, body: { taskUid: 7 } };
    answers['GET /tasks/7'] = { body: task };
    const finish = new MeilisearchServer(url, KEY, 40).finish([(client) => client.deleteIndex('x')]);
    await expect(finish).rejects.toMatchObject({ code, status: 503, message: expect.stringContaining(url) });
  });
});
