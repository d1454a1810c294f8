/** How often queries match, by month, language or source. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, running } from '../../support/running-service.ts';

let api: Running;
beforeAll(async () => {
  api = await running();
  const article = (id: string, body: string, publishedAt: string, source: string) => ({
    ...{ id, title: '', body, publishedAt, source },
    keywords: [],
  });
  await api.service.fill([
    article('a', 'The okapi slept in the forest.', '2024-01-05', 'AA'),
    article('b', 'The okapi and the quagga met in the forest.', '2024-03-01', 'BB'),
    article('c', 'The quagga slept in the forest.', '2024-03-02', 'BB'),
    article('d', 'Nothing happened in the forest.', '2024-05-02', 'AA'),
  ]);
});
afterAll(() => api.end());

test('by month, every month from the first to the last with a match', async () => {
  const { body } = await api.ask('/api/compare?q=okapi&q=quagga');
  expect(body.queries).toEqual([
    { query: 'okapi', total: { value: 2, relation: 'eq' }, notices: [] },
    { query: 'quagga', total: { value: 2, relation: 'eq' }, notices: [] },
  ]);
  expect(body.values).toEqual([
    { value: '2024-01', all: 1, counts: [1, 0] },
    { value: '2024-02', all: 0, counts: [0, 0] },
    { value: '2024-03', all: 2, counts: [1, 2] },
  ]);
});

test('by source, the one with most matches first; filters hold for all', async () => {
  const { body } = await api.ask('/api/compare?q=okapi&q=quagga&by=source');
  expect(body.values).toEqual([
    { value: 'BB', all: 2, counts: [1, 2] },
    { value: 'AA', all: 2, counts: [1, 0] },
  ]);
  const march = await api.ask('/api/compare?q=okapi&by=source&from=2024-03-01');
  expect(march.body.values).toEqual([{ value: 'BB', all: 2, counts: [1] }]);
});

test('matches are as typed, a comma within a query has a backslash, and notices are said', async () => {
  const { body } = await api.ask('/api/compare?q=okapi%5C,%20forest&q=okapi%20zebra&q=lang:xx');
  expect(
    body.queries.map(({ query, total }: { query: string; total: { value: number } }) => [query, total.value]),
  ).toEqual([
    ['okapi, forest', 2],
    ['okapi zebra', 0],
    ['lang:xx', 0],
  ]);
  expect(body.queries[2].notices[0].code).toBe('unknown_language');
});

test('as a table', async () => {
  const { text, headers } = await api.ask('/api/compare.csv?q=okapi&q=%3Dquagga&by=source');
  expect(headers.get('content-disposition')).toContain('compare.csv');
  expect(text.trimEnd().split('\r\n')).toEqual([
    '"source","okapi","\'=quagga","all"',
    '"BB",1,2,2',
    '"AA",1,0,2',
  ]);
});

test.each(['', 'q=a&q=b&q=c&q=d&q=e&q=f', 'q=a&by=entity', 'q=a&limit=3'])(
  '?%s is refused',
  async (query) => {
    expect((await api.ask(`/api/compare?${query}`)).body.error.code).toBe('invalid_parameter');
  },
);
