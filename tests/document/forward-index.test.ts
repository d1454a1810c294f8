/** The compact index of a document: what is written is read, and what is not whole is refused. */
import { expect, test } from 'vitest';
import { formsOf, type Token } from '../../src/analysis/forms.ts';
import type { AnnotatedPassage } from '../../src/document/annotate.ts';
import { ForwardIndex, formNumber } from '../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../src/document/forward-index-writer.ts';

/** A word whose forms have the hashes 10 n to 10 n + 3. */
const word = (n: number): Token => ({
  start: 0,
  end: 0,
  forms: formsOf({
    exact: `${n}`,
    folded: `${n}`,
    stem: `${n}`,
    root: `${n}`,
    hashes: [10 * n, 10 * n + 1, 10 * n + 2, 10 * n + 3],
    stop: false,
  }),
});
const passage = (field: 'title' | 'body', numbers: number[], lang = 'tr'): AnnotatedPassage => ({
  field,
  start: 0,
  end: 0,
  lang,
  dir: 'ltr',
  tokens: numbers.map(word),
  mentions:
    field === 'title' ? [{ start: 0, end: 0, entity: 'place-astana', tokenStart: 1, tokenEnd: 2 }] : [],
});
const BYTES = encodeForwardIndex([
  passage('title', [7, 5]),
  passage('body', [5, 9, 5]),
  passage('body', [7], 'und'),
]);

test('words, fields, passages and mentions', () => {
  const index = new ForwardIndex(BYTES);
  expect(index.passageBreak).toBe(3);
  expect([...index.words]).toEqual([0, 1, 3, 1, 2, 1, 3, 0, 3]);
  expect(index.lengths).toEqual([3, 0, 6]);
  expect(index.hash(2, formNumber('exact'))).toBe(90);
  expect(index.hash(2, formNumber('root'))).toBe(93);
  expect([0, 1, 2].map((n) => index.languageOf(n))).toEqual(['tr', 'tr', 'und']);
  expect([index.mentionCount, index.mentionStart(0), index.mentionLength(0)]).toEqual([1, 1, 1]);
  expect(index.distinctHashes().size).toBe(13);
});

test('bytes that do not begin where integers may are read too', () => {
  const moved = new Uint8Array(BYTES.length + 1);
  moved.set(BYTES, 1);
  expect([...new ForwardIndex(moved.subarray(1)).words]).toEqual([0, 1, 3, 1, 2, 1, 3, 0, 3]);
});

test('from 65,535 words on, word numbers take 32 bits', () => {
  const many = Array.from({ length: 70_000 }, (_, n) => n);
  const index = new ForwardIndex(encodeForwardIndex([passage('body', many)]));
  expect(index.words[69_999]).toBe(69_999);
  expect(index.words[70_000]).toBe(70_000);
});

test.each([
  [BYTES.subarray(0, BYTES.length - 1), 'incomplete'],
  [Uint8Array.from(BYTES, (byte, at) => (at === 0 ? 99 : byte)), 'version 99'],
])('what is not whole is refused: %#', (bytes, message) => {
  expect(() => new ForwardIndex(bytes)).toThrow(message);
});
