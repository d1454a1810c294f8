/** Lists of queries over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runningOnSample } from '../../support/running-service.ts';

let api: Running;
beforeAll(async () => {
  api = await runningOnSample();
});
afterAll(() => api.end());

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('queries as JSON give a line each, in their order', async () => {
  const { text, headers } = await api.post('/api/batch?format=jsonl&limit=2', {
    queries: ['Lavrov', 'zqx', 'Сирия'],
  });
  expect(headers.get('content-disposition')).toContain('hits.jsonl');
  const results = linesOf(text);
  expect(results.map(({ position, query }) => [position, query])).toEqual([
    [1, 'Lavrov'],
    [2, 'zqx'],
    [3, 'Сирия'],
  ]);
  const { total } = (await api.ask('/api/search?q=Lavrov&strict=true')).body;
  expect(results[0].total).toBe(total.value);
  expect(results[0].hits).toHaveLength(2);
  expect(results[1]).toMatchObject({ total: 0, hits: [] });
});

test('queries as a text give a table, with the filters of the request', async () => {
  const headers = { 'content-type': 'text/plain' };
  const { text } = await api.post('/api/batch?lang=ru&limit=1', 'Lavrov\nFidan\n', headers);
  expect(text).toMatch(/^position,query,total,relation,remarks,rank,id,/);
  expect(text).toContain('Лавров');
});

test('a stopped list goes on where it stopped', async () => {
  const queries = ['Lavrov', 'Fidan', 'Syria'];
  const results = linesOf((await api.post('/api/batch?format=jsonl&start=3', { queries })).text);
  expect(results.map(({ position, query }) => [position, query])).toEqual([[3, 'Syria']]);
});

test.each<[unknown, string, string]>([
  [{ queries: [] }, 'application/json', 'invalid_batch'],
  [{ queries: Array.from({ length: 501 }, String) }, 'application/json', 'invalid_batch'],
  [{ query: ['x'] }, 'application/json', 'invalid_batch'],
  ['', 'text/plain', 'invalid_batch'],
  ['<a/>', 'application/xml', 'invalid_content_type'],
])('%j as %s is refused', async (body, type, code) => {
  const answer = await api.post('/api/batch', body, { 'content-type': type });
  expect(answer.body.error.code).toBe(code);
});

test('unknown parameters are refused', async () => {
  expect((await api.post('/api/batch?q=x', { queries: ['x'] })).body.error.code).toBe('invalid_parameter');
});
