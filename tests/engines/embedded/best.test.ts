/** The best of many against sorting all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Best } from '../../../src/engines/embedded/best.ts';

test('keeps what sorting all would put first, of equal keys the first offered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -3, max: 40 }), { maxLength: 900 }),
      fc.constantFrom(0, 1, 2, 20, 200, 5000),
      (keys, capacity) => {
        const best = new Best(capacity);
        keys.forEach((key, number) => {
          if (key > best.least) best.offer(key, number);
        });
        const sorted = [...keys.keys()].sort((a, b) => keys[b]! - keys[a]! || a - b);
        expect(best.take()).toEqual(sorted.slice(0, capacity));
      },
    ),
  );
});

test('keys that rise or fall all the way', () => {
  for (const sign of [1, -1]) {
    const best = new Best(100);
    for (let number = 0; number < 10_000; number++) best.offer(sign * number, number);
    const expected = Array.from({ length: 100 }, (_, place) => (sign === 1 ? 9999 - place : place));
    expect(best.take()).toEqual(expected);
  }
});
