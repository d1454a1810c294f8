/** Which language of a mixed article is read first. */
import { expect, test } from 'vitest';
import { languagesOf, readingOrder } from '../../../src/web/article/reading-order.ts';

const PASSAGES = [
  { lang: 'en', n: 1 },
  { lang: 'ar', n: 2 },
  { lang: 'und', n: 3 },
  { lang: 'en', n: 4 },
];
const numbers = (passages: readonly { n: number }[]) => passages.map(({ n }) => n);

test('languages in the order of the text', () => {
  expect(languagesOf(PASSAGES)).toEqual(['en', 'ar']);
});

test.each([
  ['ar', [2], [1, 3, 4]],
  ['en', [1, 4], [2, 3]],
  ['ru', [1, 2, 3, 4], []],
  [undefined, [1, 2, 3, 4], []],
])('%s first: every passage once, each part in the order of the text', (first, before, after) => {
  const order = readingOrder(PASSAGES, first);
  expect(numbers(order.first)).toEqual(before);
  expect(numbers(order.rest)).toEqual(after);
});
