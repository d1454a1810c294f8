/** What OpenSearch's adapter says where the server is missing, wrong, full or not one; against a server of our own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/settings.ts';
import { encodeForwardIndex } from '../../../src/document/forward-index-writer.ts';
import { hashOfTerm } from '../../../src/document/terms.ts';
import { candidateRequest, type Index } from '../../../src/engines/engine.ts';
import { NO_FACET_VALUES } from '../../../src/engines/facets.ts';
import type { IndexRecord } from '../../../src/engines/index-record.ts';
import { OpenSearchEngine } from '../../../src/engines/remote/opensearch.ts';

interface Answer {
  status?: number;
  /** A string is sent as HTML, anything else as JSON. */
  body: unknown;
}

const GOOD: Record<string, Answer> = {
  '/_index_template/lisan': { body: { acknowledged: true } },
  '/lisan-*/_alias': { body: {} },
  '/lisan-g': { body: { acknowledged: true, shards_acknowledged: true, index: 'lisan-g' } },
};
const REQUEST = candidateRequest({ limit: 10 });
const RECORD: IndexRecord = {
  id: '1',
  terms: ['a'],
  heading: [],
  words: new Map([['a', 'a']]),
  names: new Set(),
  forwardIndex: encodeForwardIndex([]),
  hashes: new Set([hashOfTerm('a')]),
  facets: NO_FACET_VALUES,
  mentions: [],
};
const failure = (status: number, type: string, reason: string): Answer => ({
  status,
  body: { status, error: { type, reason, root_cause: [{ type, reason }] } },
});

let folder: string;
let server: Server;
let engine: OpenSearchEngine;
let asked: string[];
/** Answers by path; a list is given one by one, its last for good. */
let answers: Record<string, Answer | Answer[]>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-'));
  asked = [];
  answers = { ...GOOD };
  server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    let sent = '';
    request.on('data', (chunk) => {
      sent += chunk;
    });
    request.on('end', () => {
      asked.push(`${path} ${sent}`);
      const known = answers[path] ?? failure(404, 'index_not_found_exception', 'no such index');
      const { status = 200, body } = Array.isArray(known)
        ? known.length > 1
          ? known.shift()!
          : known[0]!
        : known;
      const html = typeof body === 'string';
      response.writeHead(status, { 'content-type': html ? 'text/html' : 'application/json' });
      response.end(html ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  engine = engineAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterEach(async () => {
  await engine.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const engineAt = (url: string): OpenSearchEngine =>
  new OpenSearchEngine({
    ...readConfig({ LISAN_OPENSEARCH_URL: url, LISAN_OPENSEARCH_USER: 'u' }),
    data: folder,
    opensearchWait: 0.5,
  });

const version = (number: string, distribution?: string): Answer => ({
  body: { version: { number, distribution } },
});

describe('check', () => {
  test.each([
    [version('3.4.0', 'opensearch'), undefined],
    [version('2.19.0', 'opensearch'), undefined],
    [version('1.3.20', 'opensearch'), 'engine_version'],
    [version('8.15.0'), 'engine_version'],
    [{ body: '<html>It works!</html>' }, 'engine_unreachable'],
    [{ body: { hello: 'world' } }, 'engine_unreachable'],
    [{ status: 502, body: '<html>Bad Gateway</html>' }, 'engine_unreachable'],
    [{ status: 401, body: 'Unauthorized' }, 'engine_key'],
    [failure(403, 'security_exception', 'no permissions'), 'engine_key'],
  ] satisfies [Answer, string | undefined][])('%j: %s', async (answer, code) => {
    answers['/'] = answer;
    if (code === undefined) await expect(engine.check()).resolves.toBeUndefined();
    else
      await expect(engine.check()).rejects.toMatchObject({ code, status: 503, remedy: expect.any(String) });
  });

  test('no server', async () => {
    const free = createSocketServer();
    await new Promise<void>((done) => free.listen(0, '127.0.0.1', done));
    const { port } = free.address() as AddressInfo;
    await new Promise((done) => free.close(done));
    await expect(engineAt(`http://127.0.0.1:${port}`).check()).rejects.toMatchObject({
      code: 'engine_unreachable',
      message: expect.stringContaining(`127.0.0.1:${port}`),
      remedy: expect.stringContaining('LISAN_OPENSEARCH_URL'),
    });
  });

  test('of two nodes one is enough', async () => {
    answers['/'] = version('3.4.0', 'opensearch');
    const { port } = server.address() as AddressInfo;
    const both = engineAt(`http://127.0.0.1:1,http://127.0.0.1:${port}`);
    for (let round = 0; round < 4; round++) await expect(both.check()).resolves.toBeUndefined();
  });
});

describe('an open index', () => {
  let index: Index;
  beforeEach(async () => {
    index = await engine.open('g', true);
  });
  afterEach(() => index.close());

  test.each([
    [failure(404, 'index_not_found_exception', 'no such index [lisan-g]'), 'index_missing'],
    [failure(503, 'search_phase_execution_exception', 'all shards failed'), 'engine_unreachable'],
    [failure(429, 'circuit_breaking_exception', 'Data too large'), 'engine_full'],
    [failure(400, 'parsing_exception', 'unknown query'), 'engine_refused'],
    [failure(400, 'search_phase_execution_exception', 'all shards failed'), 'engine_refused'],
    [{ body: 'not JSON' }, 'engine_unreachable'],
    [{ body: { hits: null } }, 'engine_unreachable'],
  ] satisfies [Answer, string][])('search, %j: %s', async (answer, code) => {
    answers['/lisan-g/_search'] = answer;
    await expect(index.candidates(REQUEST)).rejects.toMatchObject({ code, status: 503 });
  });

  test.each([
    [500, 'in the midst of it'],
    [404, 'between finding and fetching: there is no such search any more'],
  ])('a search that a dying node took with it is answered by a copy: %i, %s', async (status) => {
    const gone = failure(status, 'search_phase_execution_exception', 'Partial shards failure');
    const hits = { total: { value: 0, relation: 'eq' }, hits: [] };
    answers['/lisan-g/_search'] = [gone, gone, { body: { hits } }];
    expect((await index.candidates(REQUEST)).total).toEqual({ value: 0, relation: 'eq' });
    expect(asked.filter((line) => line.startsWith('/lisan-g/_search'))).toHaveLength(3);
  });

  const bulk = (status: number, error?: object): Answer => ({
    body: { errors: error !== undefined, items: [{ index: { _index: 'lisan-g', _id: '1', status, error } }] },
  });
  const disk = { type: 'cluster_block_exception', reason: 'disk usage exceeded flood-stage watermark' };

  test.each([
    [
      bulk(400, { type: 'mapper_parsing_exception', reason: 'failed to parse' }),
      'engine_refused',
      'failed to parse',
    ],
    [bulk(403, disk), 'engine_full', 'flood-stage'],
    [{ status: 413, body: '' }, 'engine_full', '413'],
    [failure(403, disk.type, disk.reason), 'engine_full', 'flood-stage'],
  ] satisfies [Answer, string, string][])('change, %j: %s', async (answer, code, reason) => {
    answers['/lisan-g/_bulk'] = answer;
    await expect(index.apply([RECORD], [])).rejects.toMatchObject({
      code,
      message: expect.stringContaining(reason),
    });
    // the document store follows the server: what was refused is not known.
    expect(await index.frequencies([hashOfTerm('a')])).toEqual(new Map());
  });

  test('only items rejected by a busy cluster are sent again', async () => {
    const turnedAway = { type: 'rejected_execution_exception', reason: 'queue is full' };
    answers['/lisan-g/_bulk'] = [
      failure(429, turnedAway.type, turnedAway.reason),
      {
        body: {
          errors: true,
          items: [
            { delete: { _id: 'gone', status: 404, result: 'not_found' } },
            { index: { _id: '1', status: 429, error: turnedAway } },
          ],
        },
      },
      bulk(201),
    ];
    await index.apply([RECORD], ['gone']);
    expect(await index.frequencies([hashOfTerm('a')])).toEqual(new Map([[hashOfTerm('a'), 1]]));
    const sent = asked
      .filter((line) => line.startsWith('/lisan-g/_bulk'))
      .map((line) => line.trim().split('\n'));
    expect(sent.map((lines) => lines.length)).toEqual([3, 3, 2]);
    expect(sent[2]![0]).toContain('"index"');
  });
});

test('the alias moves atomically, and only if necessary', async () => {
  (await engine.open('g', true)).close();
  answers['/lisan-*/_alias'] = {
    body: { 'lisan-f': { aliases: { lisan: {} } }, 'lisan-g': { aliases: {} } },
  };
  answers['/_aliases'] = { body: { acknowledged: true } };
  await (await engine.open('g', false)).close();
  expect(asked.at(-1), 'opening is no switch').toContain('/lisan-*/_alias');
  await engine.setLive('g');
  expect(JSON.parse(asked.at(-1)!.replace('/_aliases ', ''))).toEqual({
    actions: [
      { remove: { index: 'lisan-f', alias: 'lisan' } },
      { add: { index: 'lisan-g', alias: 'lisan' } },
    ],
  });
  answers['/lisan-*/_alias'] = { body: { 'lisan-g': { aliases: { lisan: {} } } } };
  await engine.setLive('g');
  expect(asked.at(-1)).toContain('/lisan-*/_alias');
  answers['/lisan-*/_alias'] = { body: {} };
  await expect(engine.open('g', false)).rejects.toMatchObject({ code: 'index_missing' });
});

test.each([
  ['http://a:1, https://b/x/,http://a:1', ['http://a:1', 'https://b/x']],
  ['http://u:p@a:1', undefined],
  ['http://a:1,', undefined],
  ['a:1', undefined],
])('LISAN_OPENSEARCH_URL=%s', (value, urls) => {
  const read = () => readConfig({ LISAN_OPENSEARCH_URL: value }).opensearchUrls;
  if (urls === undefined) expect(read).toThrow(/LISAN_OPENSEARCH_URL/);
  else expect(read()).toEqual(urls);
});
