/** What of an article is embedded. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, leadingPassages, MAX_PASSAGES } from '../../src/meaning/passages.ts';

test('whole lines up to a length, each with the title', () => {
  const line = 'Wheat prices rose again in the port on Monday. '.repeat(8).trim();
  const body = Array.from({ length: 20 }, () => line).join('\n');
  const passages = leadingPassages({ title: 'Grain', body });
  expect(passages).toHaveLength(MAX_PASSAGES);
  for (const { start, end, text } of passages) {
    expect(body.slice(start, end).trim().split('\n')).toEqual(
      [line, line].slice(0, body.slice(start, end).split('\n').length),
    );
    expect(text.startsWith('Grain\n')).toBe(true);
  }
});

test('a title alone, a body alone, and nothing', () => {
  expect(leadingPassages({ title: ' Vote ', body: ' \n ' })).toEqual([{ start: 0, end: 0, text: 'Vote' }]);
  expect(leadingPassages({ title: '', body: '\nOne line.' })).toEqual([
    { start: 1, end: 10, text: 'One line.' },
  ]);
  expect(leadingPassages({ title: '', body: '' })).toEqual([]);
});

test('of any text, passages are in order, end, and split no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), fc.nat(400), (piece, repeats) => {
      const body = piece
        .repeat(1 + (repeats % 40))
        .slice(0, 20_000)
        .toWellFormed();
      let last = 0;
      for (const { start, end, text } of leadingPassages({ title: '', body })) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.isWellFormed()).toBe(true);
        last = end;
      }
    }),
    { numRuns: 100 },
  );
});

test('the digest tells a change of what is embedded, and only that', () => {
  const article = { title: 'A', body: 'B' };
  const digest = digestOf(leadingPassages(article));
  expect(digestOf(leadingPassages({ ...article }))).toBe(digest);
  expect(digestOf(leadingPassages({ title: 'A', body: 'C' }))).not.toBe(digest);
});
