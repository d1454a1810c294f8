/** Lists of queries: what of a file is a query, and what of the hits is in the table. */

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchBatchQuery } from '../../src/search/batch/batch.ts';
import { BATCH_HEAD, batchRows, queriesOf } from '../../src/search/batch/batch-table.ts';
import { type TestService, testService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill([
    {
      id: 'a',
      title: 'Lavrov in Astana',
      body: 'He spoke, "briefly".\nThen he left.',
      keywords: [],
      source: '=AA',
    },
    { id: 'b', title: 'Лавров', body: 'Лавров в Астане.', keywords: [] },
  ]);
});
afterAll(() => service.remove());

test.each<[text: string, queries: string[], why: string]>([
  ['Lavrov\nFidan\n', ['Lavrov', 'Fidan'], 'one a line'],
  ['\uFEFFLavrov\r\n\r\n Fidan \r\n', ['Lavrov', 'Fidan'], 'as Windows writes them'],
  ['id,name\n1,Lavrov\n2,"Fidan, Hakan"\n', ['Lavrov', 'Fidan, Hakan'], 'the column that is called so'],
  ['Sorgu\nLavrov\n', ['Lavrov'], 'in Turkish, too'],
  ['Lavrov,person\nFidan\n', ['Lavrov', 'Fidan'], 'otherwise the first column'],
  [
    '"lavrov astana"\nlavrov "astana"\n',
    ['lavrov astana', 'lavrov "astana"'],
    'quotation marks around a cell are CSV',
  ],
  ["'=x\n'lavrov", ['=x', "'lavrov"], 'what an export protects from spreadsheets'],
  ['', [], 'nothing'],
])('%j is %j: %s', (text, queries) => {
  expect(queriesOf(text)).toEqual(queries);
});

const table = async (...queries: string[]) => {
  const request = { sort: 'relevance', match: 'all', language: 'en', limit: 5 } as const;
  let text = BATCH_HEAD;
  for (const [index, query] of queries.entries())
    text += batchRows(await searchBatchQuery(service.searcher, { position: index + 1, query }, request));
  return parse(text, { columns: true }) as Record<string, string>[];
};

test('each hit has a row, and a query without one has a row that says so', async () => {
  const rows = await table('Lavrov', 'Fidan', 'lang:xx Lavrov', 'zirve Lavrov');
  expect(rows.map(({ position, query, total, rank, id }) => [position, query, total, rank, id])).toEqual([
    ['1', 'Lavrov', '2', '1', expect.any(String)],
    ['1', 'Lavrov', '2', '2', expect.any(String)],
    ['2', 'Fidan', '0', '', ''],
    ['3', 'lang:xx Lavrov', '0', '', ''],
    // Hits match their query as typed: none has a part of it only.
    ['4', 'zirve Lavrov', '0', '', ''],
  ]);
  expect(rows[3]!.remarks).toBe('unknown_language lang:xx');
  const a = rows.find(({ id }) => id === 'a')!;
  expect(a.source, 'no cell is a formula').toBe("'=AA");
});

test('a query that cannot be searched says why, and the others are searched', async () => {
  const long = Array.from({ length: 70 }, (_, n) => `w${n}`).join(' ');
  const rows = await table(long, 'Lavrov');
  expect(rows[0]).toMatchObject({ total: '0', id: '' });
  expect(rows[0]!.remarks).toContain('invalid_query');
  expect(rows[1]).toMatchObject({ query: 'Lavrov', total: '2' });
});
