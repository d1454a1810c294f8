/** The measuring itself: a set that is small enough to know its figures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measureNames } from '../../scripts/evaluate/names.ts';
import { measureSet } from '../../scripts/evaluate/retrieval.ts';
import { pairedBootstrap } from '../../scripts/evaluate/significance.ts';
import { throwAwayFolder } from '../support/service.ts';

const folder = throwAwayFolder();
afterAll(() => folder.remove());

function write(name: string, rows: readonly object[]): void {
  mkdirSync(join(folder.path, 'small'), { recursive: true });
  writeFileSync(join(folder.path, 'small', name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

test.each(['lisan', 'light-stem', 'fts5'] as const)(
  '%s is measured by the same judgements',
  async (system) => {
    write('docs.jsonl', [
      { id: 'glacier', text: 'The glacier lost its ice.' },
      { id: 'harbour', text: 'The harbour froze.' },
      { id: 'both', text: 'From the harbour the glacier can be seen, and the glacier is white.' },
    ]);
    write('queries.jsonl', [
      { id: '1', text: 'glacier ice', relevant: ['glacier'] },
      { id: '2', text: 'harbour froze', relevant: ['both'], also: ['harbour'] },
      { id: '3', text: 'volcano', relevant: ['glacier'] },
    ]);
    const { result, reciprocalRanks } = await measureSet('small', {
      data: folder.path,
      distractors: [],
      engine: 'sqlite',
      system,
    });
    expect(reciprocalRanks).toEqual([1, 1, 0]);
    expect(result).toMatchObject({ set: 'small', queries: 3, mrr10: 2 / 3, r1: 2 / 3, r100: 2 / 3 });
  },
);

test('the bootstrap tells a sure difference from chance, and gives the same interval each time', () => {
  const better = Array.from({ length: 200 }, (_, n) => (n % 4 === 0 ? 0.5 : 1));
  const worse = better.map((score, n) => (n % 3 === 0 ? score / 2 : score));
  const sure = pairedBootstrap(better, worse);
  expect(sure.low).toBeGreaterThan(0);
  expect(sure.mean).toBeGreaterThan(sure.low);
  expect(sure.high).toBeGreaterThan(sure.mean);
  expect(pairedBootstrap(better, worse)).toEqual(sure);
  const chance = pairedBootstrap([1, 0, 1, 0], [0, 1, 0, 1]);
  expect(chance.low).toBeLessThan(0);
  expect(chance.high).toBeGreaterThan(0);
});

test('names without a letter that the tables know count as not found', () => {
  const file = join(folder.path, 'names.tsv');
  writeFileSync(file, "Lavrov\tلافروف\n'ʿ\tعبد\n");
  expect(measureNames(file)[0]).toMatchObject({ names: 2, r1: 0.5 });
});
