/** Decisions about entities by the command line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../support/command.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-decisions-'));
  const articles = join(folder, 'a.jsonl');
  writeFileSync(articles, '{"id":"a","title":"Talks","body":"Syria and Lebanon talked in Ankara."}\n');
  await run('ingest', articles);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) => command(join(folder, 'data'), words);
const entities = async (): Promise<string[]> => {
  const { out } = await run('search', 'talked', '--json');
  return JSON.parse(out).hits[0].entities.map(({ id }: { id: string }) => id);
};

test('merge, split, correct, list, export, undo and import', async () => {
  const merged = await run('entities', 'merge', 'place-syria', 'place-ankara');
  expect(merged.out).toMatch(/^\S{12}\tplace-ankara is place-syria\n$/);
  expect(merged.errors).toContain('1 documents tagged again');
  expect((await run('entities', 'split', 'place-lebanon', 'Lebanon')).code).toBe(0);
  expect((await run('entities', 'correct', 'a', '--name', 'Syria', '--to', 'none')).code).toBe(0);
  expect(await entities()).toEqual(['unlisted-place-lebanon', 'place-syria']);

  const listed = (await run('entities', 'decisions')).out.trim().split('\n');
  expect(listed.map((line) => line.split('\t')[1])).toEqual([
    'place-ankara is place-syria',
    '"Lebanon" is not place-lebanon',
    'in a, "Syria" is nobody',
  ]);
  const file = join(folder, 'decisions.jsonl');
  expect((await run('entities', 'export', '--decisions', file)).errors).toContain('3 decisions exported');

  const ids = listed.map((line) => line.split('\t')[0]!);
  expect((await run('entities', 'undo', ...ids)).out).toContain(`${ids[0]} taken back`);
  expect((await run('entities', 'decisions')).out).toBe('');
  expect(await entities()).toEqual(['place-syria', 'place-lebanon', 'place-ankara']);
  expect((await run('entities', 'undo', ids[0]!)).errors).toContain('There is no decision');

  expect((await run('entities', 'import', '--decisions', '--dry-run', file)).errors).toContain(
    '3 decisions would be imported',
  );
  expect((await run('entities', 'import', '--decisions', file)).errors).toContain(
    '3 decisions read, 3 of them new',
  );
  expect(await entities()).toEqual(['unlisted-place-lebanon', 'place-syria']);
});

test('a broken line is named', async () => {
  const file = join(folder, 'broken.jsonl');
  writeFileSync(file, '\n{"kind":"merge","into":"place-syria"}\n');
  const { code, errors } = await run('entities', 'import', '--decisions', file);
  expect(code).not.toBe(0);
  expect(errors).toMatch(/broken\.jsonl:2: from: /);
});

test('suggest shows the unlisted entities of the index', async () => {
  const data = join(folder, 'all');
  const articles = join(folder, 'people.jsonl');
  const body = 'Yönetmen Kerem Alışkan konuştu. Oyuncu Kerem Alışkan geldi.';
  writeFileSync(
    articles,
    ['a', 'b'].map((id) => `${JSON.stringify({ id, title: 'Haber', body })}\n`).join(''),
  );
  const environment = { LISAN_NAMES: 'all' };
  await command(data, ['ingest', articles], environment);
  const { out, errors } = await command(data, ['entities', 'suggest', '--least', '2'], environment);
  expect(JSON.parse(out)).toEqual({
    id: 'person-kerem-aliskan',
    type: 'person',
    names: { tr: ['Kerem Alışkan'] },
  });
  expect(errors).toContain('person-kerem-aliskan: 2 documents');
  const places = await command(data, ['entities', 'suggest', '--least', '2', '--type', 'place'], environment);
  expect(places.out).toBe('');
});
