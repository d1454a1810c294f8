/** Differences of two texts: whole words, and both texts can be read from them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Differences, differences } from '../../src/document/differences.ts';

/** `[-removed-]{+added+}`. */
const shown = ({ parts }: Differences): string =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test.each([
  ['a word', 'Five were hurt.', 'Six were hurt.', '[-Five-]{+Six+} were hurt.'],
  ['nothing', 'Five were hurt.', 'Five were hurt.', 'Five were hurt.'],
  [
    'a whole word, not the letters that differ',
    'evlerinden',
    'evlerimizden',
    '[-evlerinden-]{+evlerimizden+}',
  ],
  ['a sign of an Arabic word', 'كَتَبَ الولد', 'كُتِبَ الولد', '[-كَتَبَ-]{+كُتِبَ+} الولد'],
  ['tatweel', 'محمد قال', 'محـــمد قال', '[-محمد-]{+محـــمد+} قال'],
  ['a joiner of a Persian word', 'می رود خانه', 'می‌رود خانه', '[-می رود-]{+می‌رود+} خانه'],
  ['punctuation alone', 'Да. Нет.', 'Да, нет.', 'Да[-. Нет-]{+, нет+}.'],
  [
    'words written anew are one place',
    'He came home late on Monday.',
    'She left town early on Monday.',
    '[-He came home late-]{+She left town early+} on Monday.',
  ],
  ['a paragraph that was added', 'one\ntwo', 'one\nnew\ntwo', 'one\n{+new\n+}two'],
  ['all', 'one', 'zwei', '[-one-]{+zwei+}'],
  ['from nothing', '', 'new', '{+new+}'],
  ['to nothing', 'old', '', '[-old-]'],
  ['a suffix after an apostrophe', 'Lavrov’dan haber', 'Lavrov’a haber', 'Lavrov’[-dan-]{+a+} haber'],
])('%s', (_why, before, after, expected) => {
  const found = differences(before, after);
  expect(found.unit).toBe('word');
  expect(shown(found)).toBe(expected);
});

const joinedOf = ({ parts }: Differences, without: 'removed' | 'added'): string =>
  parts.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');

test('both versions can be read from the differences, to the code unit', () => {
  const piece = fc.constantFrom(
    'كَتَبَ',
    'Lavrov',
    '’dan',
    ' ',
    '\n',
    '\u200C',
    'ـ',
    '.',
    '\uD800',
    '😀',
    '&amp;',
    'да',
    '\u0301',
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = differences(before, after);
      expect(joinedOf(found, 'added')).toBe(before);
      expect(joinedOf(found, 'removed')).toBe(after);
      expect(found.parts.every((part) => part.text !== '')).toBe(true);
    }),
  );
});

test('texts in which too much differs are compared by paragraphs, then as a whole', () => {
  const words = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`);
  const [one, other] = [words('a', 2000).join(' '), words('b', 2000).join(' ')];
  const paragraphs = differences(`${one}\nsame`, `${other}\nsame`);
  expect(paragraphs.unit).toBe('paragraph');
  expect(paragraphs.parts.at(-1)).toEqual({ kind: 'same', text: 'same' });
  const whole = differences(words('a', 2000).join('\n'), words('b', 2000).join('\n'));
  expect(whole.unit).toBe('text');
  expect(whole.parts).toHaveLength(2);
});

test.each([
  ['blanks within', `a${' '.repeat(300_000)}`],
  ['more words than are compared', 'okapi '.repeat(150_000)],
  ['other words only', Array.from({ length: 5000 }, (_, n) => `w${n}`).join(' ')],
])('hostile texts are compared in a time that their length allows: %s', (_, text) => {
  const [before, after] = [`${text}b`, `${text.replaceAll('w', 'v')}\nc${text}`];
  const { parts } = differences(before, after);
  const joined = (left: string) => parts.flatMap((part) => (part.kind === left ? [] : part.text)).join('');
  expect([joined('added') === before, joined('removed') === after]).toEqual([true, true]);
});
