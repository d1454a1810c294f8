/** `lisan search --file`: a table of hits for a list of queries, and a stopped run that goes on. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchFile } from '../../src/cli/commands/search-file.ts';
import { type TestService, testService, throwAwayFolder } from '../support/service.ts';

const folder = throwAwayFolder();
const file = join(folder.path, 'names.txt');
let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill([
    { id: 'a', title: 'Lavrov in Astana', body: '', keywords: [] },
    { id: 'b', title: 'Fidan in Ankara', body: '', keywords: [] },
  ]);
  writeFileSync(file, 'Lavrov\nzqx\nFidan\n');
});
afterAll(async () => {
  await service.remove();
  folder.remove();
});

const rowsOf = (out: string) =>
  (parse(readFileSync(out), { bom: true, columns: true }) as Record<string, string>[]).map(
    ({ position, query, id }) => `${position} ${query} ${id}`,
  );
const EXPECTED = ['1 Lavrov a', '2 zqx ', '3 Fidan b'];

test('each query of the file is searched', async () => {
  const out = join(folder.path, 'whole.csv');
  const report = await searchFile(service, { file, out, limit: 5 }, new AbortController().signal);
  expect(report).toEqual({ searched: 3, failed: 0, stopped: false });
  expect(rowsOf(out)).toEqual(EXPECTED);
  expect(existsSync(`${out}.part`)).toBe(false);
});

test('a stopped run goes on where it stopped, whatever half a row it left', async () => {
  const out = join(folder.path, 'stopped.csv');
  const controller = new AbortController();
  const { searcher } = service;
  const stopping = {
    ...service,
    searcher: {
      search: (request: Parameters<typeof searcher.search>[0]) => {
        if (request.q === 'zqx') controller.abort();
        return searcher.search(request);
      },
    },
  } as unknown as TestService;
  const first = await searchFile(stopping, { file, out, limit: 5 }, controller.signal);
  expect(first).toEqual({ searched: 2, failed: 0, stopped: true });
  writeFileSync(out, `${readFileSync(out, 'utf8')}3,"Fid`);
  const second = await searchFile(service, { file, out, limit: 5 }, new AbortController().signal);
  expect(second).toEqual({ searched: 1, failed: 0, stopped: false });
  expect(rowsOf(out)).toEqual(EXPECTED);
});

test('a file that is there is not written over', async () => {
  const out = join(folder.path, 'mine.csv');
  writeFileSync(out, 'mine');
  const search = searchFile(service, { file, out, limit: 5 }, new AbortController().signal);
  await expect(search).rejects.toMatchObject({ code: 'batch_exists' });
  expect(readFileSync(out, 'utf8')).toBe('mine');
});
