/** Marks and mentions over one text: whatever they are, the text itself comes out as it went in. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningIn, stretches } from '../../../src/web/article/segments.ts';

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('the joined runs are the text, with marks and mentions at their offsets', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.nat(10),
      fc.array(span),
      fc.array(span),
      (text, offset, marks, mentions) => {
        const parts = stretches(text, offset, marks, mentions);
        expect(parts.flatMap(({ runs }) => runs.map((run) => run.text)).join('')).toBe(text);
        let at = offset;
        for (const { mention, runs } of parts) {
          for (const { text: piece, mark } of runs) {
            const end = at + piece.length;
            if (mark !== undefined) expect(mark.start <= at && end <= mark.end).toBe(true);
            if (mention !== undefined) expect(mention.start <= at && end <= mention.end).toBe(true);
            at = end;
          }
        }
      },
    ),
  );
});

test('a mark inside a mention, and one across its end', () => {
  const parts = stretches('Sergey Lavrov said', 100, [{ start: 107, end: 118 }], [{ start: 100, end: 113 }]);
  expect(
    parts.map(({ mention, runs }) => [
      mention !== undefined,
      runs.map(({ text, mark }) => [text, mark !== undefined]),
    ]),
  ).toEqual([
    [
      true,
      [
        ['Sergey ', false],
        ['Lavrov', true],
      ],
    ],
    [false, [[' said', true]]],
  ]);
});

test('the longest of the mentions that begin together is kept', () => {
  const parts = stretches(
    'Astana format',
    0,
    [],
    [
      { start: 0, end: 6 },
      { start: 0, end: 13 },
    ],
  );
  expect(parts).toHaveLength(1);
  expect(parts[0]!.mention).toEqual({ start: 0, end: 13 });
});

test('spans that begin in a part of the text', () => {
  const spans = [0, 3, 3, 7, 9].map((start) => ({ start, end: start + 2 }));
  const starts = (from: number, to: number) => beginningIn(spans, from, to).map(({ start }) => start);
  expect([starts(0, 3), starts(3, 8), starts(4, 7), starts(9, 100), starts(10, 20)]).toEqual([
    [0],
    [3, 3, 7],
    [],
    [9],
    [],
  ]);
});
