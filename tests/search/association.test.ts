/** Normalised PMI: its ends, its middle, and that it never leaves them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalisedPmi } from '../../src/search/association.ts';

test.each([
  ['only with each other', 3, 3, 3, 10, 1],
  ['as often as by chance', 2, 4, 5, 10, 0],
  ['never together', 0, 4, 5, 10, -1],
  ['in every document: chance cannot be told', 10, 10, 10, 10, null],
  ['one is in every document: it tells nothing', 4, 10, 4, 10, 0],
  // Bouma 2009: ln(p(x,y) / p(x)p(y)) / -ln p(x,y)
  ['more often than by chance', 2, 3, 2, 5, 0.557],
] as const)('%s', (_why, both, a, b, all, expected) => {
  const value = normalisedPmi(both, a, b, all);
  if (expected === null) expect(value).toBeNull();
  else expect(value).toBeCloseTo(expected, 3);
});

test('it is the same both ways and between -1 and 1', () => {
  const counts = fc
    .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
    .map(([both, a, b, rest]) => [both, both + a, both + b, both + a + b + rest] as const);
  fc.assert(
    fc.property(counts, ([both, a, b, all]) => {
      const value = normalisedPmi(both, a, b, all);
      expect(value).toEqual(normalisedPmi(both, b, a, all));
      if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    }),
  );
});
