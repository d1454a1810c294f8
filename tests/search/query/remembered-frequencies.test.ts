import { expect, test } from 'vitest';
import type { Index } from '../../../src/engines/engine.ts';
import { withRememberedFrequencies } from '../../../src/search/query/remembered-frequencies.ts';

test('each key is read once, also one that occurs nowhere', async () => {
  const read: number[][] = [];
  const counts = new Map([
    [1, 10],
    [2, 20],
  ]);
  const index = withRememberedFrequencies({
    generation: 'g1',
    frequencies: async (keys: readonly number[]) => {
      read.push([...keys]);
      return new Map([...counts].filter(([key]) => keys.includes(key)));
    },
  } as Index);
  expect(await index.frequencies([1, 3])).toEqual(new Map([[1, 10]]));
  expect(await index.frequencies([1, 2, 3])).toEqual(counts);
  expect(await index.frequencies([3])).toEqual(new Map());
  expect(read).toEqual([[1, 3], [2]]);
  expect(index.generation).toBe('g1');
});
