/** What is remembered of words by the number of their forms. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Forms } from '../../src/analysis/forms.ts';
import { FormsCache } from '../../src/analysis/forms-cache.ts';

const formsOf = (number: number): Forms => ({
  exact: '',
  folded: '',
  stem: '',
  root: '',
  hashes: [0, 0, 0, 0],
  stop: false,
  number,
});

test('answers as the function does, for any numbers in any order, those that share a place among them', () => {
  const number = fc.oneof(
    fc.nat(10),
    fc.nat(3).map((turn) => turn * 2 ** 16 + 5),
    fc.nat(),
  );
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const memory = new FormsCache(({ number }) => (number * 3) | 0);
      for (const asked of numbers) expect(memory.of(formsOf(asked))).toBe((asked * 3) | 0);
    }),
  );
});

test('computes a recurring word once, however many words came before', () => {
  for (const first of [0, 5_000_000, 2 ** 31 - 10]) {
    let asked = 0;
    const memory = new FormsCache(() => asked++);
    for (let round = 0; round < 3; round++)
      for (let number = first; number < first + 5; number++) memory.of(formsOf(number));
    expect(asked).toBe(5);
  }
});

test('computes again after it was cleared', () => {
  let answer = 1;
  const memory = new FormsCache(() => answer);
  expect(memory.of(formsOf(7))).toBe(1);
  answer = 2;
  expect(memory.of(formsOf(7))).toBe(1);
  memory.clear();
  expect(memory.of(formsOf(7))).toBe(2);
});
