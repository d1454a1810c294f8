import { expect, test } from 'vitest';
import type { Index } from '../../../src/engines/engine.ts';
import { withRememberedReads } from '../../../src/search/query/remembered-reads.ts';

test('similar words of each word and budget are read once', async () => {
  const read: string[] = [];
  const index = withRememberedReads({
    similar: async (word: string, budget: number) => {
      read.push(`${word} ${budget}`);
      return [{ word: `${word}s`, written: `${word}s`, documents: 1, distance: 1 }];
    },
  } as unknown as Index);
  for (const [word, budget] of [
    ['one', 1],
    ['one', 2],
    ['one', 1],
  ] as const)
    expect((await index.similar(word, budget)).map((similar) => similar.word)).toEqual(['ones']);
  expect(read).toEqual(['one 1', 'one 2']);
});

test('each key is read once, also one that occurs nowhere', async () => {
  const read: number[][] = [];
  const counts = new Map([
    [1, 10],
    [2, 20],
  ]);
  let statistics = 0;
  const index = withRememberedReads({
    generation: 'g1',
    statistics: async () => ({ documents: ++statistics, meanLengths: [1, 1, 1] }),
    frequencies: async (keys: readonly number[]) => {
      read.push([...keys]);
      return new Map([...counts].filter(([key]) => keys.includes(key)));
    },
  } as unknown as Index);
  expect(await index.frequencies([1, 3])).toEqual(new Map([[1, 10]]));
  expect(await index.frequencies([1, 2, 3])).toEqual(counts);
  expect(await index.frequencies([3])).toEqual(new Map());
  expect(read).toEqual([[1, 3], [2]]);
  expect(index.generation).toBe('g1');
  expect([(await index.statistics()).documents, (await index.statistics()).documents]).toEqual([1, 1]);
});
