/** What is kept in memory of what was read: never the wrong thing, never more than there is room for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LruCache } from '../../src/common/cache.ts';

const ROOM = 100;

test('gives what was kept or nothing, and never keeps more than the room', () => {
  const steps = fc.array(fc.record({ number: fc.nat(30), size: fc.integer({ min: 1, max: ROOM / 2 }) }), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(steps, (asked) => {
      const recent = new LruCache<number, { number: number; size: number }>(ROOM, ({ size }) => size);
      const sizes = new Map<number, number>();
      for (const { number, size } of asked) {
        // A number always stands for the same thing.
        if (!sizes.has(number)) sizes.set(number, size);
        const thing = { number, size: sizes.get(number)! };
        const found = recent.get(number);
        if (found === undefined) recent.keep(number, thing);
        else expect(found).toEqual(thing);
      }
      const held = [...sizes.keys()].filter((number) => recent.get(number) !== undefined);
      expect(held.reduce((sum, number) => sum + sizes.get(number)!, 0)).toBeLessThanOrEqual(ROOM);
    }),
  );
});

test('what is used again and again stays, what is used once goes', () => {
  const recent = new LruCache<number, string>(10, () => 1);
  recent.keep(0, 'often');
  for (let number = 1; number <= 100; number++) {
    recent.keep(number, 'once');
    expect(recent.get(0)).toBe('often');
  }
  const kept = Array.from({ length: 101 }, (_, number) => number).filter(
    (number) => recent.get(number) !== undefined,
  );
  expect(kept.length).toBeLessThanOrEqual(10);
  expect(kept).not.toContain(1);
});
